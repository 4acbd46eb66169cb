"""The kinds of page, one module each: which pages there are, and what each is given."""
