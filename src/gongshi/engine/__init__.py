"""How work is done: tasks, fingerprints, threads, atomic writes. Knows nothing of notices."""
