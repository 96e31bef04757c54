"""Citations in prose: find them, settle them against a library, report slips."""

from .finder import find_citations
from .issuers import read_issuer
from .library import DocumentList, KnownDocument, Library
from .model import Citation, Problem
from .resolver import Finding, FindingCode, Resolution, resolve

__all__ = [
    "Citation",
    "DocumentList",
    "Finding",
    "FindingCode",
    "KnownDocument",
    "Library",
    "Problem",
    "Resolution",
    "find_citations",
    "read_issuer",
    "resolve",
]
