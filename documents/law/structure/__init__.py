"""The structure of acts: plain text to provisions with anchors, and back."""

from documents.structure.model import Provision
from documents.structure.parser import parse_fragment, parse_provisions

__all__ = ["Provision", "parse_fragment", "parse_provisions"]
