"""Whether what implements an act ends with it, by the law of the day the act ended."""

from dataclasses import dataclass
from datetime import date

from documents.law.effects.model import EffectKind

_LAW_OF_2015, _LAW_OF_2025 = date(2016, 7, 1), date(2025, 4, 1)


@dataclass(frozen=True, slots=True)
class EndedParentLaw:
    """What `clause` says of an implementing act whose parent has ended.

    `falls` is that it ends on the same day, else it goes on where it is not contrary
    to what replaced the parent. Either way an editor decides: which articles an act
    implements, and whether it was kept, no rule can tell.
    """

    falls: bool
    clause: str


def law_on_ending(kind: EffectKind, ended_on: date | None) -> EndedParentLaw | None:
    """For an act that has an effect of this kind on its parent; None where no law says.

    Only what implements (GUIDES) depends so; an act is not ended with its basis.
    """
    if kind is not EffectKind.GUIDES or ended_on is None or ended_on < _LAW_OF_2015:
        return None
    if ended_on < _LAW_OF_2025:
        return EndedParentLaw(True, "khoản 4 Điều 154 Luật số 80/2015/QH13")
    return EndedParentLaw(False, "khoản 2 Điều 57 Luật số 64/2025/QH15")
