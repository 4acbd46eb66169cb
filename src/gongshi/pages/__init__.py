"""From the public projection to the site: page bodies, data files, search index, mkdocs shell."""
