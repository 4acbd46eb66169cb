"""A sheet of values, and the table of formats in which data sets and tables of pages can be downloaded."""
