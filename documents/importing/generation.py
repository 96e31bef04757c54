"""Fills a library with invented acts."""

from collections.abc import Iterable
from datetime import datetime
from itertools import islice

from documents.enums import Confidence, IssuerLevel
from documents.importing.samples import ISSUERS, TYPES, Sample, SampleEffect, samples
from documents.importing.writer import BATCH, BatchWriter
from documents.law.effects import ReviewState, Scope
from documents.models import (
    DocumentType,
    Field,
    Issuer,
    RegulationEffect,
    RegulationIndexPage,
    RegulationPage,
)

_UNMARKED = frozenset({"based_on"})


def are_there(library: RegulationIndexPage) -> bool:
    acts = RegulationPage.objects.child_of(library)
    return acts.filter(issuer__abbreviation__in=ISSUERS, is_sample=True).exists()


def fill(library: RegulationIndexPage, wanted: int, *, seed: int, now: datetime) -> int:
    """Publish `wanted` samples, all labelled; the same ones for the same seed."""
    made = _RegulationMaker()
    writer = BatchWriter(library, publish=True, now=now)
    keys: list[int] = []
    source = samples(wanted, seed)
    while batch := list(islice(source, BATCH)):
        acts = [made.act(sample) for sample in batch]
        writer.add(acts)
        keys += [act.pk for act in acts]
        for act, sample in zip(acts, batch, strict=True):
            act.effects = made.effects(sample.effects, keys)
        writer.complete(acts)
    return len(keys)


class _RegulationMaker:
    """Turns samples into rows; types and fields are read once."""

    def __init__(self) -> None:
        self._types = {
            abbreviation: DocumentType.objects.get_or_create(
                abbreviation=abbreviation, defaults={"name": name}
            )[0]
            for abbreviation, name in TYPES.items()
        }
        self._issuers = {
            abbreviation: Issuer.objects.get_or_create(
                abbreviation=abbreviation,
                territory=None,
                defaults={"name": name, "level": IssuerLevel.LOCAL},
            )[0]
            for abbreviation, name in ISSUERS.items()
        }
        self._fields = list(Field.objects.order_by("slug"))

    def act(self, sample: Sample) -> RegulationPage:
        act = RegulationPage(
            title=sample.title,
            symbol=sample.symbol,
            type=self._types[sample.type],
            issuer=self._issuers[sample.issuer],
            signed_on=sample.signed_on,
            effective_from=sample.effective_from,
            expires_on=sample.expires_on,
            confidence=Confidence.VERIFIED,
            is_sample=True,
            text=sample.text,
        )
        act.fields = self._fields[sample.field : sample.field + 1]
        act.files = []
        act.joint_issuers = []
        return act

    def effects(
        self, rows: Iterable[SampleEffect], keys: list[int]
    ) -> list[RegulationEffect]:
        return [
            RegulationEffect(
                kind=row.kind,
                target_id=keys[row.target],
                scope=Scope.PART.value if row.provision else Scope.WHOLE.value,
                provision=row.provision,
                effective_on=None if row.kind in _UNMARKED else row.on,
                until=row.until,
                clause=row.clause,
                new_text=row.new_text,
                review=ReviewState.CONFIRMED.value,
            )
            for row in rows
        ]
