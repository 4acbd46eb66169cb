"""The formats in which data sets can be downloaded."""

DATA_FORMATS = (
    ("csv", "text/csv"),
    ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("json", "application/json"),
)
"""What each data set comes as, by the ends of its files' names, and their media types."""
