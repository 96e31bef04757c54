"""The structure of acts: plain text to provisions with anchors, and back."""

from documents.law.structure.model import Provision
from documents.law.structure.parser import parse_fragment, parse_provisions

__all__ = ["Provision", "parse_fragment", "parse_provisions"]
