"""What staff look up at their desk, as tables and data. Internal: nothing of it goes into a notice or onto the site."""
