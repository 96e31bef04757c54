"""Citations and slips of a draft as an editor's screen lists them."""

from dataclasses import dataclass

from wagtail.models import Page

from documents.citing import index
from documents.citing.repair import key_of
from documents.citing.slips import Slip, check
from documents.models.citation_panel import lists_citations
from documents.models.wording import finding_message


@dataclass(frozen=True, slots=True)
class ListedCorrection:
    key: str
    replacement: str


@dataclass(frozen=True, slots=True)
class ListedSlip:
    """`before`, `words` and `after` are the text; `corrections` what a click can do."""

    message: str
    before: str
    words: str
    after: str
    corrections: list[ListedCorrection]


@dataclass(frozen=True, slots=True)
class Checklist:
    """`linked` are the numbers, and laws by title, that readers get as links, `plain`
    the other numbers, each once.
    """

    linked: list[str]
    plain: list[str]
    slips: list[ListedSlip]


@lists_citations
def checklist(page: Page) -> Checklist:
    """The numbers and laws the page names, and every slip in the numbers."""
    checked = check(page)
    numbers = {True: {}, False: {}}
    for mention, resolution in checked.mentions:
        act = resolution.document
        numbers[bool(act)][act.symbol if act else str(mention.citation.symbol)] = None
    laws = dict.fromkeys(
        row.as_printed for row in index.law_rows(page) if row.regulation_id
    )
    return Checklist(
        linked=[*numbers[True], *laws],
        plain=list(numbers[False]),
        slips=[listed_slip(slip) for slip in checked.slips],
    )


def listed_slip(slip: Slip) -> ListedSlip:
    return ListedSlip(
        message=finding_message(slip.finding),
        before=slip.before,
        words=slip.words,
        after=slip.after,
        corrections=[
            ListedCorrection(key_of(slip, correction), correction.replacement)
            for correction in slip.corrections
        ],
    )
