from documents.models.effects import RegulationEffect  # isort: skip
from documents.models.files import RegulationFile
from documents.models.initiatives import InitiativeIndexPage, InitiativePage
from documents.models.provisions import RegulationProvision
from documents.models.readings import FileReading
from documents.models.regulation_index import RegulationIndexPage
from documents.models.regulations import RegulationPage
from documents.models.taxonomy import DocumentType, Field, Issuer

from documents.models.alerts import ActChange, ActSubscription  # isort: skip
from documents.models.citations import PageCitation  # isort: skip
from documents.models.reports import MistakeReport  # isort: skip

__all__ = [
    "ActChange",
    "ActSubscription",
    "DocumentType",
    "Field",
    "FileReading",
    "InitiativeIndexPage",
    "InitiativePage",
    "Issuer",
    "MistakeReport",
    "PageCitation",
    "RegulationEffect",
    "RegulationFile",
    "RegulationIndexPage",
    "RegulationPage",
    "RegulationProvision",
]
