"""What is odd about an act, said to the editor who has just saved it."""

from collections.abc import Iterator
from dataclasses import replace

from django.contrib import messages
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.models import Page

from documents.law.effects import Note, Regulation, check_library, check_regulation
from documents.law.symbols import heading_symbol, parse_symbol
from documents.law.symbols.issuers import issuers_left_out
from documents.models import RegulationEffect, RegulationPage
from documents.models.file_panel import listed_files
from documents.models.issuers import named_issuers
from documents.models.status import tier_of, to_effect, to_regulation
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
    if missing := missing_issuers(page):
        message = _(
            "The number %(number)s names %(issuers)s, entered neither as issuer nor "
            "under “Issued together with”. Add what is missing, or correct the number."
        )
        facts = {"number": page.symbol, "issuers": ", ".join(missing)}
        messages.warning(request, message % facts)
    for title, printed in other_numbers(page):
        message = _(
            "The number typed is %(typed)s, but “%(file)s” has %(printed)s. One of the "
            "two is wrong, or it is another act's file."
        )
        facts = {"typed": page.symbol, "file": title, "printed": printed}
        messages.warning(request, message % facts)


def missing_issuers(act: RegulationPage) -> list[str]:
    """Who the number says issued the act and no field does: name and abbreviation."""
    symbol = parse_symbol(act.symbol or "")
    if symbol is None:
        return []
    entered = (issuer.abbreviation for issuer in act.issuers)
    return named_issuers(issuers_left_out(symbol, entered))


def other_numbers(act: RegulationPage) -> list[tuple[str, str]]:
    """The act's own files that are headed by another number: title, and that number.

    A misspelt type (`QD`) is the same number; a scan that is not read says nothing.
    """
    typed = parse_symbol(act.symbol or "")
    found = []
    for file in listed_files(act):
        printed = heading_symbol(file.reading.text) if file.reading else None
        if typed and printed and printed.folded != typed.folded:
            found.append((file.row.document.title, str(printed)))
    return found


def notes_on(act: RegulationPage) -> list[Note]:
    """What the rules find of an act, of its effects, and of circles it is in."""
    saved = [to_effect(row) for row in act.effects.all() if row.target_id]
    place = act.issuer.territory.kind if act.issuer.territory else ""
    rules = to_regulation(act, act.reaching_effects())
    notes = check_regulation(replace(rules, tier=tier_of(act.issuer.level, place)))
    acts = RegulationPage.objects.filter(pk__in={effect.target for effect in saved})
    ends = dict(acts.values_list("pk", "expires_on"))
    for effect in saved:
        target = effect.target
        reached = Regulation(target, expires_on=ends.get(target), effects=(effect,))
        notes += check_regulation(reached)
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
