"""How work is done: tasks, fingerprints, threads, atomic writes. It knows nothing of notices."""
