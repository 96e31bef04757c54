from documents.models.citations import PageCitation
from documents.models.initiatives import InitiativeIndexPage, InitiativePage
from documents.models.regulations import (
    RegulationIndexPage,
    RegulationPage,
    RegulationRelation,
)
from documents.models.taxonomy import DocumentType, Field, Issuer

__all__ = [
    "DocumentType",
    "Field",
    "InitiativeIndexPage",
    "InitiativePage",
    "Issuer",
    "PageCitation",
    "RegulationIndexPage",
    "RegulationPage",
    "RegulationRelation",
]
