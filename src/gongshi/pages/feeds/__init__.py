"""What changed, for feeds, calendars and programs that read linked data."""
