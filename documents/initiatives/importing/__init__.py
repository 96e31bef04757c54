"""Initiatives from a table, with the importer every room shares."""
