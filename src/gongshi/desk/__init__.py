"""What staff look up on the terminal, as tables and data. Internal: none of it goes into a notice or onto the site."""
