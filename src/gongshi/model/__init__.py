"""The content of the records as frozen values, one module per kind of record; reads no files."""
