"""The steps of a guide as its page shows them, in a constant number of queries."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from documents.acts.names import capitalised, place_words
from documents.citing.cards import cards_by_key
from documents.citing.links import RegulationCard
from guides.form_rows import FormRow, rows_of
from guides.models import FormPage, GuidePage
from portal.page_cache.values import until_published


@dataclass(frozen=True, slots=True)
class Basis:
    """A provision a step rests on, with the act's status on the day."""

    card: RegulationCard
    provision: str
    url: str


@dataclass(frozen=True, slots=True)
class Step:
    """`text` is rich text as its block renders it."""

    number: int
    title: str
    who: str
    by_when: str
    text: object
    otherwise: str
    forms: tuple[FormRow, ...]
    basis: tuple[Basis, ...]
    ask: str


def steps_of(page: GuidePage, *, on: date, root_path: str) -> list[Step]:
    """What is no longer public is left out of the step that names it."""
    raw = [child["value"] for child in _raw(page)]
    keys = {key for step in raw for key in _form_keys(step)}
    forms = _forms(tuple(sorted(keys)), on, root_path) if keys else {}
    named = {key for step in raw for key, _at in _bases(step)}
    cards = cards_by_key(named, on=on, root_path=root_path)
    return [
        Step(
            number=number,
            title=step["title"],
            who=step.get("who") or "",
            by_when=step.get("by_when") or "",
            text=child.value.bound_blocks["text"],
            otherwise=step.get("otherwise") or "",
            forms=tuple(forms[key] for key in _form_keys(step) if key in forms),
            basis=tuple(_basis(cards, step)),
            ask=step.get("ask") or "",
        )
        for number, (step, child) in enumerate(zip(raw, page.steps, strict=True), 1)
    ]


@until_published()
def _forms(keys: tuple[int, ...], on: date, root_path: str) -> dict[int, FormRow]:
    return rows_of(FormPage.objects.filter(pk__in=keys), on=on, root_path=root_path)


def forms_in(steps: list[Step]) -> list[FormRow]:
    """Each form the steps ask for once, in their order."""
    return list({form.page: form for step in steps for form in step.forms}.values())


def places_of(form: int) -> list[tuple[GuidePage, list[int]]]:
    """The public guides that ask for a form, each with the numbers of its steps."""
    found = []
    for page in GuidePage.objects.live().public().order_by("title", "pk"):
        numbers = [
            number
            for number, child in enumerate(_raw(page), 1)
            if form in _form_keys(child["value"])
        ]
        if numbers:
            found.append((page, numbers))
    return found


def _raw(page: GuidePage) -> list[dict]:
    """The stored data: no chooser fetches a page to give its key."""
    return page.steps.stream_block.get_prep_value(page.steps)


def _form_keys(step: dict) -> list[int]:
    return [key for key in map(_value, step.get("forms") or []) if key]


def _bases(step: dict) -> Iterator[tuple[int, str]]:
    for row in map(_value, step.get("basis") or []):
        if row.get("regulation"):
            yield row["regulation"], (row.get("provision") or "").strip().lstrip("#")


def _value(item):
    """A list block wraps each of its items."""
    return item["value"] if isinstance(item, dict) and "type" in item else item


def _basis(cards: dict[int, RegulationCard], step: dict) -> Iterator[Basis]:
    for key, provision in _bases(step):
        if card := cards.get(key):
            url = f"{card.url}#{provision}" if provision else card.url
            yield Basis(card, capitalised(place_words(provision)), url)
