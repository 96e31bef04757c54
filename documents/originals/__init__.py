"""The editor's work with the files an act came in: facts, text, recognition."""
