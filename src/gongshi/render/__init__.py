"""From a Notice to its files: DOCX by pandoc, PDF by Typst."""
