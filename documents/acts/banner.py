"""What happened to an act's provisions, a line for each place of the banner. Pure."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import pgettext_lazy

from documents.acts.names import capitalised, place_words
from documents.law.effects import EffectKind

_CLAUSE = re.compile(r"(?P<article>.*dieu-[^-]+)-khoan-(?P<clause>[^-]+)")
VERBS = {
    EffectKind.AMENDS: pgettext_lazy("provision", "amended"),
    EffectKind.SUPPLEMENTS: pgettext_lazy("provision", "added"),
    EffectKind.REPLACES: pgettext_lazy("provision", "replaced"),
    EffectKind.REPEALS: pgettext_lazy("provision", "repealed"),
    EffectKind.REPLACES_PHRASE: pgettext_lazy("provision", "a phrase replaced"),
    EffectKind.RENAMES: pgettext_lazy("provision", "heading renamed"),
    EffectKind.SUSPENDS: pgettext_lazy("provision", "suspended"),
    EffectKind.CORRECTS: pgettext_lazy("provision", "corrected"),
    EffectKind.POSTPONES: pgettext_lazy("provision", "takes effect only"),
}
#: What is known today of a day to come.
VERBS_AHEAD = {
    EffectKind.AMENDS: pgettext_lazy("provision ahead", "will be amended"),
    EffectKind.SUPPLEMENTS: pgettext_lazy("provision ahead", "will be added"),
    EffectKind.REPLACES: pgettext_lazy("provision ahead", "will be replaced"),
    EffectKind.REPEALS: pgettext_lazy("provision ahead", "will be repealed"),
    EffectKind.REPLACES_PHRASE: pgettext_lazy(
        "provision ahead", "a phrase will be replaced"
    ),
    EffectKind.RENAMES: pgettext_lazy("provision ahead", "heading will be renamed"),
    EffectKind.SUSPENDS: pgettext_lazy("provision ahead", "will be suspended"),
    EffectKind.CORRECTS: pgettext_lazy("provision ahead", "will be corrected"),
    EffectKind.POSTPONES: pgettext_lazy("provision ahead", "takes effect only"),
}


@dataclass(frozen=True, slots=True)
class Change:
    """What one effect did to one provision, or will do, from a day."""

    provision: str
    kind: EffectKind
    on: date
    act: object = None
    clause: str = ""
    is_ahead: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A place and what happened to it; `anchor` leads there, if the text has it.

    `more` is what else happened there, or will: a place is counted once.
    """

    place: str
    verb: object
    on: date
    act: object
    clause: str
    anchor: str
    is_ahead: bool = False
    more: tuple["Line", ...] = ()


def lines(changes: Iterable[Change], text: Sequence[str]) -> list[Line]:
    """A line for each place, in the order of the text's anchors: what happened first,
    then what else did or will.

    Of what happened to a place twice in one way the newer is told. Clauses of one
    article that one act changed on one day in one way share a line.
    """
    order = {anchor: place for place, anchor in enumerate(text)}
    newest: dict[tuple, Change] = {}
    for change in sorted(changes, key=lambda one: one.on):
        newest[change.provision, change.kind, change.is_ahead] = change
    found: dict[tuple, list[Change]] = {}
    for change in newest.values():
        clause = _CLAUSE.fullmatch(change.provision)
        place = clause["article"] if clause else change.provision
        key = (place, bool(clause), change.kind, change.on, change.act)
        found.setdefault(key, []).append(change)
    rows = [
        min(
            (order.get(one.provision, len(order)) for one in group),
            default=len(order),
        )
        for group in found.values()
    ]
    groups = sorted(zip(rows, found.values(), strict=True), key=lambda pair: pair[0])
    return _by_place([_line(group, order) for _place, group in groups])


def _by_place(found: list[Line]) -> list[Line]:
    places: dict[str, list[Line]] = {}
    for line in found:
        places.setdefault(line.place, []).append(line)
    ordered = (sorted(same, key=lambda one: one.on) for same in places.values())
    return [replace(first, more=tuple(rest)) for first, *rest in ordered]


def _line(group: list[Change], order: dict[str, int]) -> Line:
    group = sorted(group, key=lambda one: order.get(one.provision, len(order)))
    first = group[0]
    return Line(
        place=_place(list(dict.fromkeys(one.provision for one in group))),
        verb=(VERBS_AHEAD if first.is_ahead else VERBS)[first.kind],
        on=first.on,
        act=first.act,
        clause=first.clause,
        anchor=first.provision if first.provision in order else "",
        is_ahead=first.is_ahead,
    )


def _place(anchors: list[str]) -> str:
    """Khoản 1, 2 Điều 4 for two clauses of one article."""
    words = capitalised(place_words(anchors[0]))
    if len(anchors) == 1:
        return words
    labels = [anchor.rpartition("-khoan-")[2] for anchor in anchors]
    head, first, tail = words.partition(f" {labels[0]} ")
    return f"{head} {', '.join(labels)} {tail}" if first else words
