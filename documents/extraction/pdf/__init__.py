"""Text out of a PDF with a text layer."""

from .reading import read_pdf

__all__ = ["read_pdf"]
