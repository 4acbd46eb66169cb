"""From the model to a Notice: the table of kinds, and the prose by sandboxed Jinja."""
