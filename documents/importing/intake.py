"""A table of acts into the library: judged whole first, then written."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import islice

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from documents.importing.candidates import Candidate, Identity, candidate
from documents.importing.changes import RegulationUpdate, effects_of, update_of
from documents.importing.links import link
from documents.importing.writer import BATCH, BatchWriter
from documents.law import gazette
from documents.models import DocumentType, RegulationIndexPage, RegulationPage
from documents.models.wording import GAZETTE_TOO_EARLY
from portal.importing import Outcome, Report
from portal.tabular import Table

_KEYS = ("pk", "symbol", "type_id", "issuer_id", "year")


class RegulationIntake:
    """Takes the good rows of a table in; the others stand in the report.

    A second run with the same table changes nothing. Batches are written one by one,
    so that readers and editors never wait for a whole file.
    """

    def __init__(
        self,
        library: RegulationIndexPage,
        *,
        write: bool,
        publish: bool,
        now: datetime,
        user=None,
    ) -> None:
        self.write, self.publish = write, publish
        self.writer = BatchWriter(library, publish=publish, now=now, user=user)
        self.user = user
        self.report: Report

    def take(self, table: Table) -> Report:
        self.report = Report.of(table)
        found = self._candidates(table)
        self._find_stored(found)
        link(found, self.report)
        new = [one for one in found if one.act is None]
        old = [one for one in found if one.act is not None]
        keys = self._add(new)
        for one in old:
            one.targets = [(r, keys.get(target, target)) for r, target in one.targets]
            self._update(one)
        return self.report

    def _candidates(self, table: Table) -> list[Candidate]:
        types = {row.abbreviation: row for row in DocumentType.objects.all()}
        first: dict[Identity, Candidate] = {}
        for row in table.good_rows:
            one = candidate(row, types, self.report)
            if one is None:
                continue
            same = first.setdefault(one.identity, one)
            if same is not one:
                message = _("Row %(row)s has the same act already.")
                facts = {"row": same.row}
                self.report.refuse(one.row, "symbol", message % facts, one.symbol)
        return list(first.values())

    def _find_stored(self, found: Sequence[Candidate]) -> None:
        """Name the record of each act the library has already."""
        symbols = {one.symbol for one in found}
        rows = RegulationPage.objects.filter(alias_of=None).order_by("-pk")
        stored: dict[Identity, int] = {}
        for some in _batches(sorted(symbols)):
            for pk, *identity in rows.filter(symbol__in=some).values_list(*_KEYS):
                stored[tuple(identity)] = pk
        known = [one for one in found if one.identity in stored]
        for some in _batches(known):
            acts = RegulationPage.objects.in_bulk([stored[o.identity] for o in some])
            for one in some:
                one.key = stored[one.identity]
                one.act = acts[one.key]

    def _add(self, new: Sequence[Candidate]) -> dict:
        """Store what is new; first all the acts, then what they do to one another."""
        for one in new:
            self.report.settle(one.row, Outcome.ADDED, one.name)
        if not self.write:
            return {}
        acts = [one.new_act() for one in new]
        for some in _batches(acts):
            self.writer.add(some)
        keys = {one.key: act.pk for one, act in zip(new, acts, strict=True)}
        pairs = list(zip(new, acts, strict=True))
        for some in _batches(pairs):
            for one, act in some:
                act.effects = effects_of(one, keys)
            self.writer.complete([act for _one, act in some])
        return keys

    def _update(self, one: Candidate) -> None:
        had_draft = one.act.live and one.act.has_unpublished_changes
        change = update_of(one)
        publish = self.publish and not had_draft
        opens = publish and not one.act.live
        if not (change.keys or opens):
            self.report.settle(one.row, Outcome.UNCHANGED, one.name)
            return
        if one.act.locked:
            message = _("An editor has locked this act: it was left alone.")
            self.report.refuse(one.row, "symbol", message, one.symbol)
            return
        if gazette.is_too_early(change.act.gazette_on, change.act.signed_on):
            key = "gazette_on" if "gazette_on" in change.keys else "signed_on"
            self.report.refuse(one.row, key, str(GAZETTE_TOO_EARLY))
            return
        if self.publish and had_draft:
            message = _("An editor has a draft of this act: it was not published.")
            self.report.warn(one.row, "symbol", message, one.symbol)
        changes = [*self._titles(change.keys), *([_("published")] if opens else [])]
        if self.write and not self._save(change, publish):
            return
        self.report.settle(one.row, Outcome.CHANGED, one.name, changes)

    def _save(self, change: RegulationUpdate, publish: bool) -> bool:
        try:
            with transaction.atomic():
                revision = change.act.save_revision(user=self.user, log_action=True)
                if publish:
                    revision.publish(user=self.user)
        except ValidationError as error:
            for message in error.messages:
                self.report.refuse(change.candidate.row, "symbol", message)
            return False
        return True

    def _titles(self, keys: Iterable[str]) -> list[str]:
        """The columns as the file's author named them."""
        titles = {heading.key: heading.title for heading in self.report.table.headings}
        return [titles[key] for key in keys]


def _batches(items: Sequence) -> Iterator[list]:
    source = iter(items)
    while batch := list(islice(source, BATCH)):
        yield batch
