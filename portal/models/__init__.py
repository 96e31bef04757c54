from portal.models.documents import PortalDocument
from portal.models.feedback import PageFeedback
from portal.models.images import PortalImage, PortalRendition
from portal.models.pages import PortalPage, PortalPageManager, PortalPageQuerySet
from portal.models.people import Person
from portal.models.places import Locality, LocalityKind, Organisation
from portal.models.search import SearchEntry
from portal.models.settings import BannerLine, SiteSettings
from portal.models.users import User

__all__ = [
    "BannerLine",
    "Locality",
    "LocalityKind",
    "Organisation",
    "PageFeedback",
    "Person",
    "PortalDocument",
    "PortalImage",
    "PortalPage",
    "PortalPageManager",
    "PortalPageQuerySet",
    "PortalRendition",
    "SearchEntry",
    "SiteSettings",
    "User",
]
