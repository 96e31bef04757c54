"""The desk where people ask for what is kept about them, and are answered in time."""
