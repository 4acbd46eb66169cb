"""Tables as values, their sources and their files."""
