"""A table as the desk shows it."""

Table = tuple[str, tuple[str, ...], tuple[tuple[str, ...], ...]]
"""Title, head and rows."""
