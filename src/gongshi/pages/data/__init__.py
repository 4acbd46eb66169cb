"""The data sets: one literal table of columns, and every file that is made from it."""
