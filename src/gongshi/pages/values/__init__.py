"""What pages are made of: pages, tables, addresses, words and sums as plain values, without look-ups."""
