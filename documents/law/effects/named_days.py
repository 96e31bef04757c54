"""Which acts still wait for the day to which they were put off."""

from collections.abc import Iterable
from datetime import date

from documents.law.effects.model import Effect, EffectKind, Scope


def without_named(effects: Iterable[Effect], on: date) -> list[Effect]:
    """The effects without those that put an act off to no day, once another that
    counts from the same day or later has named one. The order stays.

    Resolution 144/2016/QH13 put the Criminal Code off until a law to come, resolution
    41/2017/QH14 named 1 January 2018.
    """
    effects = list(effects)
    if not any(effect.is_put_off_openly for effect in effects):
        return effects
    named = [effect for effect in effects if _names_a_day(effect, on)]
    return [one for one in effects if not any(_is_named(one, by) for by in named)]


def _names_a_day(effect: Effect, on: date) -> bool:
    is_whole = effect.kind is EffectKind.POSTPONES and effect.scope is Scope.WHOLE
    return is_whole and effect.until is not None and effect.has_begun(on)


def _is_named(one: Effect, by: Effect) -> bool:
    is_later = (by.on or date.min) >= (one.on or date.min)
    return one.is_put_off_openly and one.target == by.target and is_later
