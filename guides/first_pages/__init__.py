"""The first page of a form as a picture: who chooses a form sees it before loading it.

No reader waits for a drawing: the worker draws what was published.
"""
