"""Requests about personal data: asked by anybody, answered in time."""
