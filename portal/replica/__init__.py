"""Anonymous readers read from a copy of PostgreSQL that follows the first server."""
