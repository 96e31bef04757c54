"""Search measured: an invented corpus, graded queries, and a table of both engines."""
