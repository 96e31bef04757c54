"""The structure of acts: plain text to provisions with anchors, and back."""

from .model import Provision
from .parser import parse_fragment, parse_provisions

__all__ = ["Provision", "parse_fragment", "parse_provisions"]
