"""The data sets: a literal table of columns for each, and every file that is made from them."""
