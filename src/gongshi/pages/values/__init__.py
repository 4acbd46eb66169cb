"""What pages are made of, as values: a page, a table, an address, words and sums; nothing here looks anything up."""
