"""Initiatives in the admin: a flat list, and the guarded form of what is private."""
