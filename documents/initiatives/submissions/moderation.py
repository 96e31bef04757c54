"""A finished proposal becomes a draft in the moderation workflow."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify
from wagtail.models import Page

from documents.initiatives.authors import replace_authors, store_confidential
from documents.initiatives.contributions import consent
from documents.initiatives.submissions import drafts, parts
from documents.models.initiative_enums import SubmissionState
from documents.models.initiative_index import InitiativeIndexPage
from documents.models.initiative_rows import (
    InitiativeBenefit,
    InitiativeRecognition,
    InitiativeStep,
)
from documents.models.initiatives import InitiativePage
from documents.models.submissions import InitiativeSubmission
from portal.forms.reader import ReaderForm
from portal.slugs import free_slug, numbered
from portal.vietnamese import fold

#: A sent proposal waits so long for a decision; its draft stays in any case.
KEPT_SENT = timedelta(days=365)
KEPT_DECIDED = timedelta(days=30)
SENDER = "lien-he"


class NotReady(Exception):
    """A part is missing or has to be mended; nothing was done."""


@dataclass(frozen=True, slots=True)
class ReadParts:
    """Every part as its form understands it."""

    forms: dict[str, ReaderForm]

    @property
    def is_ready(self) -> bool:
        return all(form.is_bound and form.is_valid() for form in self.forms.values())

    def __getitem__(self, slug: str) -> dict:
        return self.forms[slug].cleaned_data


def read(answers: dict, *, today: date) -> ReadParts:
    return ReadParts(
        {part.slug: part.read(answers, today=today) for part in parts.PARTS}
    )


@transaction.atomic
def send(pk: int, *, token: str, now: datetime) -> InitiativePage | None:
    """Make the draft and hand it to the moderators; None when it was sent before.

    What is private goes into the private tables, and the answers are emptied but for
    whom to ask. A letter with code and link goes where an address was given.
    Raises NotReady and changes nothing.
    """
    row = drafts.lock(pk)
    if row is None or row.state != SubmissionState.WRITING:
        return None
    found = read(row.answers, today=timezone.localdate(now))
    index = InitiativeIndexPage.objects.first()
    if index is None or not found.is_ready:
        raise NotReady
    page = _draft(found, index, code=row.code)
    authors = found.forms["tac-gia"].authors(timezone.localdate(now))
    replace_authors(page.pk, authors)
    store_confidential(page.pk, found["cong-nhan"]["confidential"], now=now)
    _hand_over(row, page, found, now)
    if workflow := page.get_workflow():
        workflow.start(page, None)
    if row.email:
        drafts.send_link(row, token, row.email)
    return page


def _draft(found: ReadParts, index: Page, *, code: str) -> InitiativePage:
    about, solution = found["sang-kien"], found["giai-phap"]
    problem, terms = found["van-de"], found["dieu-kien"]
    where = found.forms["sang-kien"].unit_columns()
    page = InitiativePage(
        live=False,
        title=about["title"],
        slug=_slug(about["title"], index),
        code=code,
        summary=solution["summary"],
        field=about["field"],
        kinds=about["kinds"],
        unit=where["organisation"],
        locality=where["locality"],
        first_applied_on=about["first_applied_on"],
        problem=problem["problem"],
        before=problem["before"],
        solution=solution["solution"],
        novelty=solution["novelty"],
        conditions=terms["conditions"],
        applicability=terms["applicability"],
        limits=terms["limits"],
        cost=terms["cost"],
        cost_note=terms["cost_note"],
        effort=terms["effort"],
    )
    page.steps = [InitiativeStep(title=step) for step in solution["steps"]]
    page.benefits = [
        InitiativeBenefit(**benefit, stated_by=where["unit"][:200])
        for benefit in found.forms["hieu-qua"].filled_rows()
    ]
    said = found["cong-nhan"]
    page.recognitions = [
        InitiativeRecognition(
            by=said["by"], on=said["on"], decision_symbol=said["symbol"]
        )
    ]
    index.add_child(instance=page)
    page.save_revision(log_action="wagtail.create")
    return page


def _slug(title: str, index: Page) -> str:
    """The title in plain letters, with a number where somebody has it already."""
    plain = slugify(fold(title))[:80].strip("-") or "sang-kien"
    return free_slug(numbered(plain), index.get_children())


def _hand_over(row, page: InitiativePage, found: ReadParts, now: datetime) -> None:
    row.state = SubmissionState.SENT
    row.page = page
    row.sent_at = now
    row.expires_at = now + KEPT_SENT
    row.email = found[SENDER]["email"] or row.email
    row.consent_version = consent.CURRENT
    # The rest stands in the page and in the private tables.
    row.answers = {SENDER: row.answers[SENDER], "unit": found["sang-kien"]["unit"]}
    row.save()


def sender(row: InitiativeSubmission) -> dict[str, str]:
    """Who sent it, for moderators."""
    raw = row.answers.get(SENDER, {})
    names = ("name", "position", "email", "phone")
    values = {name: (raw.get(name) or [""])[0].strip() for name in names}
    return values | {"unit": row.answers.get("unit", "")}
