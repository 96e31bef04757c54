"""Drawings made by code: pure functions from plain values to SVG text."""
