"""What must hold between records: one short function a rule, in the table RULES."""
