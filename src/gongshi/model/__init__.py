"""What the records mean: frozen values, one file per kind of record. Knows no file and no template."""
