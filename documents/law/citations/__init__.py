"""Citations in prose: find them, settle them against a library, report slips."""

from documents.citations.finder import find_citations
from documents.citations.issuers import read_issuer
from documents.citations.library import DocumentList, KnownDocument, Library
from documents.citations.model import Citation, Problem
from documents.citations.resolver import Finding, FindingCode, Resolution, resolve

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
