"""What is on the site, indexed for the pages: records of the public view by id, what changed when, and the sources."""
