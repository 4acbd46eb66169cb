"""Builds the site: which pages there are, what each holds, how mkdocs wraps them, and the files beside them."""
