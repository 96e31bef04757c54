"""Which kind of effect a verb is on a place, or on a whole act."""

from documents.law.amendments.objects import Object
from documents.law.amendments.places import NamedPlace
from documents.law.amendments.statements import Statement, Verb
from documents.law.effects import EffectKind

LISTS = {Verb.REPEAL, Verb.REPLACE, Verb.SUSPEND}
"""Verbs whose objects may follow one by one, and that may reach a whole act."""


def kind_of(verb: Verb, place: NamedPlace | None) -> EffectKind:
    if place and place.heading:
        return EffectKind.RENAMES
    if place and place.partial and verb is not Verb.SUSPEND:
        return EffectKind.AMENDS
    return {
        Verb.AMEND: EffectKind.AMENDS,
        Verb.ADD: EffectKind.SUPPLEMENTS,
        Verb.REPEAL: EffectKind.REPEALS,
        Verb.REPLACE: EffectKind.REPLACES,
        Verb.SUSPEND: EffectKind.SUSPENDS,
        Verb.CORRECT: EffectKind.CORRECTS,
    }[verb]


def is_whole(one: Statement, item: Object) -> bool:
    """Whether the act itself goes; "một số điều của Nghị định" is a part of it."""
    return one.verb in LISTS and not item.vague
