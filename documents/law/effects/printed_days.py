"""The day `until` which an effect counts, and the day that texts print for it."""

from datetime import date, timedelta

from documents.law.effects.model import EffectKind

_A_DAY = timedelta(days=1)


def printed(kind: EffectKind, until: date) -> date:
    """Of what is put off the day it begins, of all else the last day that counts."""
    return until if kind is EffectKind.POSTPONES else until - _A_DAY


def counted(kind: EffectKind, day: date) -> date:
    """`until` for a printed day; the other way round of `printed`.

    Raises OverflowError for the last day there is.
    """
    return day if kind is EffectKind.POSTPONES else day + _A_DAY
