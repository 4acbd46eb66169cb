"""What changed as feeds, and days to keep as calendars."""
