"""Text out of a PDF with a text layer."""

from documents.extraction.pdf.reader import read_pdf

__all__ = ["read_pdf"]
