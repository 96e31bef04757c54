"""Text out of a Word document (.docx)."""

from documents.extraction.docx.reader import read_word

__all__ = ["read_word"]
