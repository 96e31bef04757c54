"""Text out of a Word document (.docx)."""

from documents.extraction.docx.reading import read_word

__all__ = ["read_word"]
