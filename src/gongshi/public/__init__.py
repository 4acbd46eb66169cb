"""What the public may see, as types: texts for the public and the site hold these and nothing else."""
