from documents.models.effects import RegulationEffect  # isort: skip
from documents.models.files import RegulationFile
from documents.models.initiatives import InitiativeIndexPage, InitiativePage
from documents.models.provisions import RegulationProvision
from documents.models.regulation_index import RegulationIndexPage
from documents.models.regulations import RegulationPage
from documents.models.taxonomy import DocumentType, Field, Issuer

from documents.models.citations import PageCitation  # isort: skip

__all__ = [
    "DocumentType",
    "Field",
    "InitiativeIndexPage",
    "InitiativePage",
    "Issuer",
    "PageCitation",
    "RegulationEffect",
    "RegulationFile",
    "RegulationIndexPage",
    "RegulationPage",
    "RegulationProvision",
]
