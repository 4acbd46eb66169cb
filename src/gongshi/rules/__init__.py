"""What must hold between records: one short function per rule, listed in the table RULES."""
