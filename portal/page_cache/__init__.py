"""Finished pages for anonymous readers, kept until somebody publishes something."""
