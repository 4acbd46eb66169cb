"""New records from a scaffold: workspaces, schemes, rounds, notices. Adds files and lines, changes nothing else."""
