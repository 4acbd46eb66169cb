"""The allow-list projection: from the records to what the public may see, field by field."""
