"""A table of initiatives into the showcase: judged whole first, then written."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from documents.initiatives.authors import replace_authors
from documents.law.shares import is_too_early
from documents.models import (
    InitiativeBasis,
    InitiativeBenefit,
    InitiativeIndexPage,
    InitiativePage,
    InitiativeRecognition,
    InitiativeStep,
    ScopeAssessment,
)
from documents.models.initiative_enums import BenefitKind
from portal.importing import Outcome, Report
from portal.models import Organisation
from portal.slugs import ascii_slug, free_slug, numbered
from portal.tabular import Row, Table
from portal.vietnamese import nfc

# Cells that are fields of the page by the same name.
_FIELDS = (
    "title",
    "field",
    "locality",
    "first_applied_on",
    "lifecycle",
    "review_on",
    "summary",
    "problem",
    "before",
    "solution",
    "novelty",
    "conditions",
    "applicability",
    "limits",
    "cost",
    "cost_note",
    "effort",
    "is_sample",
)


class InitiativeIntake:
    """Takes the good rows in; the others stand in the report, cell by cell.

    A row is known by its file code. A second run with the same table changes
    nothing, and an empty cell says nothing of what is stored.
    """

    def __init__(
        self, showcase: InitiativeIndexPage, *, write: bool, publish: bool, user=None
    ) -> None:
        self.showcase, self.write, self.publish = showcase, write, publish
        self.user = user
        self._units = {row.name: row for row in Organisation.objects.all()}
        self.report: Report

    def take(self, table: Table) -> Report:
        self.report = Report.of(table)
        rows = list(self._consistent_rows(table))
        stored = {
            page.code: page
            for page in InitiativePage.objects.filter(
                code__in=[row.values["code"] for row in rows], alias_of=None
            )
        }
        for row in rows:
            page = stored.get(row.values["code"])
            if page is None:
                self._add(row)
            else:
                self._update(row, page)
        return self.report

    def _consistent_rows(self, table: Table) -> Iterator[Row]:
        """Rows without a contradiction, each code once."""
        seen: dict[str, int] = {}
        for row in table.good_rows:
            values = row.values
            same = seen.setdefault(values["code"], row.number)
            if same != row.number:
                message = _("Row %(row)s has the same file code already.")
                self.report.refuse(row.number, "code", message % {"row": same})
            for key in ("recognised_on", "assessed_on"):
                if is_too_early(values.get(key), values.get("first_applied_on")):
                    message = _(
                        "The decision is older than the first application: one of "
                        "the two days is wrong."
                    )
                    self.report.refuse(row.number, key, message)
            if values.get("reach") and not values.get("assessed_by"):
                message = _("Say who assessed the reach.")
                self.report.refuse(row.number, "assessed_by", message)
            unit = values.get("unit")
            if unit and nfc(unit) not in self._units:
                message = _("This unit is not in the list yet: it is added.")
                self.report.warn(row.number, "unit", message, unit)
            if not self.report.is_refused(row.number):
                yield row

    def _add(self, row: Row) -> None:
        values = row.values
        name = f"{values['code']} {values['title']}"
        self.report.settle(row.number, Outcome.ADDED, name)
        if not self.write:
            return
        page = InitiativePage(
            code=values["code"],
            slug=self._slug(values["title"]),
            kinds=list(values.get("kinds") or ()),
            live=False,
            **{key: values[key] for key in _FIELDS if values.get(key) is not None},
        )
        self._put_rows(page, values)
        with self._refusals_in_report(row), transaction.atomic():
            page.unit = self._unit(values.get("unit"))
            page.owner = self.user
            self.showcase.add_child(instance=page)
            self._save(page, values)

    def _update(self, row: Row, page: InitiativePage) -> None:
        values = row.values
        name = f"{values['code']} {values['title']}"
        if page.locked:
            message = _("An editor has locked this initiative: it was left alone.")
            self.report.refuse(row.number, "code", message)
            return
        draft = page.get_latest_revision_as_object()
        changed = [
            key
            for key in _FIELDS
            if values.get(key) is not None and getattr(draft, key) != values[key]
        ]
        if values.get("kinds") and draft.kinds != list(values["kinds"]):
            changed.append("kinds")
        unit = values.get("unit")
        if unit and (draft.unit is None or draft.unit.name != nfc(unit)):
            changed.append("unit")
        opens = self.publish and not page.live
        if not changed and not opens:
            self.report.settle(row.number, Outcome.UNCHANGED, name)
            return
        titles = {head.key: head.title for head in self.report.table.headings}
        shown = [titles.get(key, key) for key in changed]
        self.report.settle(row.number, Outcome.CHANGED, name, shown)
        if not self.write:
            return
        for key in changed:
            if key not in ("kinds", "unit"):
                setattr(draft, key, values[key])
        draft.kinds = list(values.get("kinds") or draft.kinds)
        with self._refusals_in_report(row), transaction.atomic():
            draft.unit = self._unit(unit) or draft.unit
            self._save(draft, values)

    def _save(self, page: InitiativePage, values: dict) -> None:
        revision = page.save_revision(user=self.user, log_action=True)
        if self.publish:
            revision.publish(user=self.user)
        if authors := values.get("authors"):
            replace_authors(page.pk, authors)

    @contextmanager
    def _refusals_in_report(self, row: Row) -> Iterator[None]:
        """What the page itself refuses is refused for its row."""
        try:
            yield
        except ValidationError as error:
            for message in error.messages:
                self.report.refuse(row.number, "code", message)

    def _unit(self, name: str | None) -> Organisation | None:
        if not name:
            return None
        name = nfc(name)
        if name not in self._units:
            self._units[name] = Organisation.objects.create(name=name)
        return self._units[name]

    def _slug(self, title: str) -> str:
        base = ascii_slug(title)[:80].strip("-") or "sang-kien"
        return free_slug(numbered(base), self.showcase.get_children())

    @staticmethod
    def _put_rows(page: InitiativePage, values: dict) -> None:
        """What hangs on a new initiative; that of a known one is its editors'."""
        page.steps = [
            InitiativeStep(title=title, text=text)
            for title, text in values.get("steps") or ()
        ]
        if what := values.get("benefit"):
            row = InitiativeBenefit(
                kind=BenefitKind.QUALITY,
                what=what,
                baseline=values.get("baseline"),
                result=values.get("result"),
                unit=values.get("measure") or "",
            )
            page.benefits = [row]
        if by := values.get("recognised_by"):
            row = InitiativeRecognition(
                by=by,
                on=values.get("recognised_on"),
                decision_symbol=values.get("recognised_symbol") or "",
            )
            page.recognitions = [row]
        if reach := values.get("reach"):
            row = ScopeAssessment(
                reach=reach, by=values["assessed_by"], on=values.get("assessed_on")
            )
            page.assessments = [row]
        if regulation := values.get("basis"):
            page.legal_basis = [InitiativeBasis(regulation=regulation)]
