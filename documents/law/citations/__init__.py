"""Citations in prose: find them, settle them against a library, report slips."""

from documents.law.citations.finder import find_citations
from documents.law.citations.issuers import read_issuer
from documents.law.citations.library import (
    DocumentList,
    KnownDocument,
    KnownRegulation,
    Library,
)
from documents.law.citations.model import Citation, Problem
from documents.law.citations.resolver import Finding, FindingCode, Resolution, resolve

__all__ = [
    "Citation",
    "DocumentList",
    "Finding",
    "FindingCode",
    "KnownDocument",
    "KnownRegulation",
    "Library",
    "Problem",
    "Resolution",
    "find_citations",
    "read_issuer",
    "resolve",
]
