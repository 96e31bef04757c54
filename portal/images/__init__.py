"""Pictures: what may be uploaded, and the sizes made of it."""
