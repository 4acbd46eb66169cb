"""The allow-list projection: what the public may see, and nothing else."""
