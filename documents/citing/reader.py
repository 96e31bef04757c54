"""The citations of a page, resolved against the published acts."""

from collections.abc import Iterable
from dataclasses import dataclass

from wagtail.models import Page

from documents.citing.library import PublishedRegulations
from documents.citing.markup import Run
from documents.citing.texts import Text, texts
from documents.law.citations import Citation, Resolution, find_citations, resolve
from documents.law.citations.named_laws import NamedLaw, find_named_laws


@dataclass(frozen=True, slots=True)
class Mention:
    """A citation, the run of words it stands in, and the text that run is of."""

    text: Text
    run_number: int
    run: Run
    citation: Citation


@dataclass(frozen=True, slots=True)
class LawMention:
    """A law by its title and day, and the run of words it stands in."""

    text: Text
    run_number: int
    law: NamedLaw


def law_mentions(page: Page) -> list[LawMention]:
    """All laws that the page names without a number, in reading order."""
    return [
        LawMention(text, number, law)
        for text in texts(page)
        for number, run in enumerate(text.runs())
        for law in find_named_laws(run.text)
    ]


def mentions(page: Page) -> list[Mention]:
    """All the page's citations in reading order; an act does not cite itself."""
    own = str(getattr(page, "symbol", ""))
    return [
        Mention(text, number, run, citation)
        for text in texts(page)
        for number, run in enumerate(text.runs())
        for citation in find_citations(run.text)
        if str(citation.symbol) != own
    ]


def resolve_mentions(found: Iterable[Mention], *, suggest: bool) -> list[Resolution]:
    """What each mention means, in one query; with `suggest`, what else it may mean."""
    citations = [mention.citation for mention in found]
    return resolve(citations, PublishedRegulations(citations, suggest=suggest))
