"""What is odd about an act, said to the editor who has just saved it."""

from collections.abc import Iterator

from django.contrib import messages
from django.http import HttpRequest
from django.utils import timezone
from wagtail import hooks
from wagtail.models import Page

from documents.law.effects import Note, Regulation, check_library, check_regulation
from documents.models import RegulationEffect, RegulationPage
from documents.models.status import to_effect, to_regulation
from documents.models.wording import note_message


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def warn_of_oddities(request: HttpRequest, page: Page) -> None:
    """Say what is odd about an act just saved; nothing is refused."""
    # What is saved while somebody types would be said again and again.
    if not isinstance(page, RegulationPage) or not request.accepts("text/html"):
        return
    names = dict(RegulationPage.objects.values_list("pk", "symbol"))
    for note in notes_on(page):
        messages.warning(request, f"{page.symbol}: {note_message(note, names)}")


def notes_on(act: RegulationPage) -> list[Note]:
    """What the rules find of an act, of its effects, and of circles it is in."""
    saved = [to_effect(row) for row in act.effects.all() if row.target_id]
    notes = check_regulation(to_regulation(act, act.reaching_effects()))
    for effect in saved:
        notes += check_regulation(Regulation(effect.target, effects=(effect,)))
    circles = (
        note
        for note in check_library(_library(act, saved), timezone.localdate())
        if act.pk in (note.regulation, *note.others)
    )
    return list(dict.fromkeys([*notes, *circles]))


def _library(act: RegulationPage, saved: list) -> Iterator[Regulation]:
    """Every act some effect reaches, with the effects as they are after the save."""
    rows = RegulationEffect.objects.exclude(source_id=act.pk).select_related("source")
    reaching: dict[int, list] = {act.pk: []}
    for effect in [*map(to_effect, rows), *saved]:
        reaching.setdefault(effect.target, []).append(effect)
        reaching.setdefault(effect.source, [])
    for pk, effects in reaching.items():
        yield Regulation(pk, effects=tuple(effects))
