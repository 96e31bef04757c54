from documents.models.effects import RegulationEffect  # isort: skip
from documents.models.files import RegulationFile
from documents.models.initiative_index import InitiativeIndexPage
from documents.models.initiative_rows import (
    InitiativeBasis,
    InitiativeBenefit,
    InitiativeRecognition,
    InitiativeStep,
    KitFile,
    ScopeAssessment,
)
from documents.models.initiatives import InitiativePage
from documents.models.issuers import JointIssuer
from documents.models.proposals import EffectProposal, ProposalState
from documents.models.provisions import RegulationProvision
from documents.models.readings import FileReading
from documents.models.regulation_index import RegulationIndexPage
from documents.models.regulations import RegulationPage
from documents.models.taxonomy import DocumentType, Field, Issuer

from documents.models.alerts import RegulationChange  # isort: skip
from documents.models.citations import PageCitation  # isort: skip
from documents.models.needs import Need, NeedContact  # isort: skip
from documents.models.private import (  # isort: skip
    AuthorPrivate,
    ConfidentialPart,
    InitiativeAuthor,
)
from documents.models.replications import (  # isort: skip
    Replication,
    ReplicationContact,
)
from documents.models.reports import MistakeReport  # isort: skip
from documents.models.submissions import (  # isort: skip
    InitiativeSubmission,
    SubmissionFile,
)

__all__ = [
    "AuthorPrivate",
    "ConfidentialPart",
    "DocumentType",
    "EffectProposal",
    "Field",
    "FileReading",
    "InitiativeAuthor",
    "InitiativeBasis",
    "InitiativeBenefit",
    "InitiativeIndexPage",
    "InitiativePage",
    "InitiativeRecognition",
    "InitiativeStep",
    "InitiativeSubmission",
    "Issuer",
    "JointIssuer",
    "KitFile",
    "MistakeReport",
    "Need",
    "NeedContact",
    "PageCitation",
    "ProposalState",
    "RegulationChange",
    "RegulationEffect",
    "RegulationFile",
    "RegulationIndexPage",
    "RegulationPage",
    "RegulationProvision",
    "Replication",
    "ReplicationContact",
    "ScopeAssessment",
    "SubmissionFile",
]
