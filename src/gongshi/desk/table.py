"""A table for the terminal."""

Table = tuple[str, tuple[str, ...], tuple[tuple[str, ...], ...]]
"""Title, head and rows."""
