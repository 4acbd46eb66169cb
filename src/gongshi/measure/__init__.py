"""Measuring: reads a finished PDF or DOCX back and holds it against GB/T 9704-2012, clause by clause."""
