"""Text out of a Word document (.docx)."""

from .reading import read_word

__all__ = ["read_word"]
