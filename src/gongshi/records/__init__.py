"""Reads YAML files into the typed model, with line and column of every problem; checks no rules between records."""
