"""The tables of pages, one module for each kind of page or matter, and their files."""
