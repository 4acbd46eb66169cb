"""New records from a scaffold: schemes, rounds, notices. Adds files and lines, never changes what is there."""
