"""Which kind of effect a verb is on a place, or on a whole act."""

import re
from collections.abc import Sequence

from documents.law.amendments.acts import same_kind
from documents.law.amendments.objects import Object
from documents.law.amendments.places import NamedPlace
from documents.law.amendments.statements import Statement
from documents.law.amendments.terms import KINDS
from documents.law.amendments.verbs import TERMS, Verb
from documents.law.amendments.words import TYPE
from documents.law.effects import EffectKind

_ACT = re.compile(rf"(?<!\w){TYPE}(?!\w)", re.IGNORECASE)

# "Đính chính lỗi kỹ thuật trình bày tại Thông tư số …": where is said below, or is not
# understood.
_FAULTS = re.compile(
    r"(?:[\s,\-–+•*]|(?:một\s+số|các|những|nội\s+dung|lỗi|sai\s+sót|kỹ\s+thuật|trình\s+bày"
    r"|thể\s+thức|chính\s+tả|chi\s+tiết|văn\s+bản|tiêu\s+đề|tên|trích\s+yếu|số\s+hiệu|ký\s+hiệu|số|ngày|tháng|năm|và"
    r"|căn\s+cứ(?:\s+ban\s+hành)?|về|tại|của|trong|đối\s+với|cho)(?!\w))*",
    re.IGNORECASE,
)

# "Đính chính lỗi kỹ thuật của các Thông tư sau đây:"
_THOSE_BELOW = re.compile(
    rf"[^:;.\n]{{0,200}}?(?<!\w)(?:các|những|một\s+số|\d+)\s+(?:{TYPE}|văn\s+bản)(?!\w)"
    r"[^:;.\n\d]{0,200}:?\s*",
    re.IGNORECASE,
)

LISTS = {Verb.REPEAL, Verb.REPLACE, *TERMS}
"""Verbs whose objects may follow one by one, and that may reach a whole act."""


def kind_of(
    verb: Verb, place: NamedPlace | None, *, corrects: bool = False
) -> EffectKind:
    """The kind of the verb on the place; `corrects` says that the words above put an
    act right and do not change it.
    """
    if verb in TERMS:
        return KINDS[verb]
    if place and place.heading:
        return EffectKind.RENAMES
    if corrects and verb in (Verb.AMEND, Verb.REPLACE):
        return EffectKind.CORRECTS
    if place and place.partial:
        return EffectKind.AMENDS
    return {
        Verb.AMEND: EffectKind.AMENDS,
        Verb.ADD: EffectKind.SUPPLEMENTS,
        Verb.REPEAL: EffectKind.REPEALS,
        Verb.REPLACE: EffectKind.REPLACES,
        Verb.CORRECT: EffectKind.CORRECTS,
    }[verb]


def is_whole(one: Statement, item: Object) -> bool:
    """Whether the act itself goes; "một số điều của Nghị định" is a part of it, and of
    an item of a list only one that begins with the act means it.

    A term is that of an act, also where the policy it has is named.
    """
    if one.is_item and not item.direct:
        return False
    if one.verb in (Verb.EXTEND, Verb.POSTPONE):
        return not item.follows_it
    return one.verb in LISTS and not item.vague


def corrected(one: Statement, own: Sequence[Object], masked: str) -> list[Object]:
    """The acts that the words say are corrected without saying where: the first one
    named, and others of its kind.
    """
    if one.verb is not Verb.CORRECT or one.passive or any(i.places for i in own):
        return []
    named = [item for item in own if item.mention]
    first = named[0].mention if named else None
    if not first or not _FAULTS.fullmatch(masked, one.start, first.start):
        return []
    return [item for item in named if item.mention and same_kind(item.mention, first)]


def speaks_of_acts(one: Statement, masked: str) -> bool:
    """Whether a list under the words is one of acts: of a longer term "các Quyết định
    sau:" is, "dự án, gồm:" is not; of what is corrected only "các văn bản sau:" is.
    """
    if one.verb is Verb.CORRECT:
        return bool(_THOSE_BELOW.fullmatch(masked, one.start, one.tail_end))
    named = _ACT.search(masked, one.begins, one.tail_end)
    return one.verb is not Verb.EXTEND or named is not None


def is_indirect(one: Statement, item: Object) -> bool:
    """Whether words between a verb about the term and the act may mean a part of it."""
    return one.verb in (Verb.EXTEND, Verb.POSTPONE) and not item.direct
