"""`make audit`: a running portal under the tools that others judge it by."""
