"""Pages that a reader keeps on the own device, to be read without a network.

Nothing is kept unasked, nothing of it reaches the server, and no device has the worker
before its owner has kept something. See docs/decisions/0013.
"""
