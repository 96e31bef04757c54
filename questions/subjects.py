"""What a question is about: a page that its link names, and a ticket's code."""

import re
from dataclasses import dataclass

from django.http import HttpRequest
from wagtail.models import Page

from documents.citing.display import PageCitations, text_citations
from documents.models import RegulationPage
from events.models.keys import CODE_LENGTH, CODE_LETTERS
from portal.models import PortalPage
from portal.page_tree import view_restrictions

PAGE, TICKET = "ve", "ma-ve"
_TICKET = re.compile(f"[{CODE_LETTERS}]{{{CODE_LENGTH}}}")
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Subject:
    """A public page as the slip shows it; a number is drawn with its state."""

    page: Page
    title: str
    number: str = ""
    is_sample: bool = False

    @property
    def words(self) -> str:
        return ": ".join(filter(None, (self.number, self.title)))[:_LONGEST]


def find_subject(typed: str) -> Subject | None:
    """The page of that key, if readers see it; wrong or unpublished is none."""
    if not typed.isascii() or not typed.isdigit() or int(typed) >= 2**63:
        return None
    shown = view_restrictions.outside(view_restrictions.closed_sections())
    found = Page.objects.live().filter(shown, pk=int(typed), depth__gt=2).first()
    page = found.specific if found else None
    if not isinstance(page, PortalPage):
        return None
    number = page.symbol if isinstance(page, RegulationPage) else ""
    return Subject(page, page.title, number, page.is_sample)


def find_ticket(typed: str) -> str:
    """A ticket's code as it is written; whose it is, nobody is told."""
    code = typed.strip().upper()
    return code if _TICKET.fullmatch(code) else ""


def citations_of(subject: Subject | None, request: HttpRequest) -> PageCitations:
    """How the slip draws the number of an act: with its state of today."""
    if subject is None or not subject.number:
        return PageCitations()
    return text_citations(subject.number, request)
