from portal.models.documents import PortalDocument
from portal.models.feedback import PageFeedback
from portal.models.guard import GuardCount, GuardSalt
from portal.models.images import PortalImage, PortalRendition
from portal.models.mail import MailProblem, MailRecord, MailState
from portal.models.page_queries import PortalPageManager, PortalPageQuerySet
from portal.models.pages import PortalPage
from portal.models.passkeys import Passkey
from portal.models.people import Person
from portal.models.places import Locality, LocalityKind, Organisation
from portal.models.related import RelatedPage
from portal.models.search import (
    SearchEntry,
    SearchMiss,
    SearchPhraseTerm,
    SearchPromotion,
    SearchState,
    SearchSynonym,
    SearchTerm,
    SearchText,
)
from portal.models.settings import BannerLine, SiteSettings
from portal.models.subscriptions import Subscriber, Subscription
from portal.models.users import User
from portal.models.work import JobRun, WorkerBeat

__all__ = [
    "BannerLine",
    "GuardCount",
    "GuardSalt",
    "JobRun",
    "Locality",
    "LocalityKind",
    "MailProblem",
    "MailRecord",
    "MailState",
    "Organisation",
    "PageFeedback",
    "Passkey",
    "Person",
    "PortalDocument",
    "PortalImage",
    "PortalPage",
    "PortalPageManager",
    "PortalPageQuerySet",
    "PortalRendition",
    "RelatedPage",
    "SearchEntry",
    "SearchMiss",
    "SearchPhraseTerm",
    "SearchPromotion",
    "SearchState",
    "SearchSynonym",
    "SearchTerm",
    "SearchText",
    "SiteSettings",
    "Subscriber",
    "Subscription",
    "User",
    "WorkerBeat",
]
