"""YAML in, with the place of every problem; nothing here knows what a record means."""
