"""Provisions named before a document: "điểm a, b khoản 1, khoản 2 Điều 5"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate

from documents.law.provisions import Level, ProvisionRef, Step

_UNITS = {
    "điểm": Level.POINT,
    "khoản": Level.CLAUSE,
    "điều": Level.ARTICLE,
    "tiểu mục": Level.SUBSECTION,
    "mục": Level.SECTION,
    "chương": Level.CHAPTER,
    "phần": Level.PART,
    "phụ lục": Level.APPENDIX,
}
_TOKEN = re.compile(
    r"""\s+
  | (?P<unit>(?i:(?:các\s+)?(?P<word>tiểu\s+mục|điểm|khoản|điều|chương|mục|phần
                 |phụ\s+lục)))(?!\w)
  | (?P<to>đến(?:\s+hết)?(?!\w)|-)
  | (?P<comma>,)
  | (?P<list>;|(?:và|hoặc)(?!\w))
  | (?P<of>(?:của|tại|từ)(?!\w))
  | (?P<id>(?:\d{1,4}[a-zđ]{0,2}|[a-zđ]\d{0,2}|[IVXLC]{1,6}[AB]?|[A-Z])(?!\w|[.,/]\d))
  | (?P<other>\S+)""",
    re.VERBOSE,
)
_CONNECTION = re.compile(
    r"""\s*(?:(?:của|tại|thuộc|trong)\s+)?(?:
          (?P<attached>Quy\sđịnh|Quy\schế|Điều\slệ|Phương\sán|Kế\shoạch|Chương\strình
            |Đề\sán|Quy\strình)
          (?=\s)[^.;“”]{0,200}?(?:ban\s+hành\s+)?kèm\s+theo\s*
        )?""",
    re.VERBOSE,
)
_KEEPS_TOGETHER = {"", "comma"}


@dataclass(slots=True)
class _Group:
    """One unit with its labels, and how it is joined to the group after it."""

    level: Level
    labels: list[tuple[str, str]] = field(default_factory=list)
    joined: str = ""


def provisions_before(text: str, *, cut: bool = False) -> tuple[ProvisionRef, ...]:
    """The provisions that end the text, up to the words joining them to a document.

    Amounts and decimals ("Điều 1.000") are no provisions. `cut` says that the text
    goes on before: of a list that may have begun there the first provision is left
    out, for what is left of "khoản 2 Điều 5" may be "Điều 5".
    """
    stops = list(_runs(text))
    for start, end in reversed(stops[-2:]):
        connection = _CONNECTION.fullmatch(text, end)
        if connection:
            attachment = " ".join((connection["attached"] or "").split())
            refs = tuple(_refs(_groups(text[start:end]), attachment))
            return _whole(refs) if cut and _goes_on_before(text[:start]) else refs
    return ()


def provisions_in(text: str) -> tuple[ProvisionRef, ...]:
    """Every provision the text names, in order; labels among other words are none."""
    return tuple(
        ref for start, end in _runs(text) for ref in _refs(_groups(text[start:end]), "")
    )


def _goes_on_before(text: str) -> bool:
    """Whether no word parts a list from the place where the text was cut."""
    return not any(
        token["other"] for token in _TOKEN.finditer(text) if token.start() > 0
    )


def _whole(refs: tuple[ProvisionRef, ...]) -> tuple[ProvisionRef, ...]:
    """All but those in the article that the cut may have gone through."""
    return tuple(ref for ref in refs if ref.path[0] != refs[0].path[0])


def _runs(text: str) -> Iterator[tuple[int, int]]:
    """Stretches made of units and labels only."""
    start = end = None
    for token in _TOKEN.finditer(text):
        if token["other"]:
            if start is not None and end is not None:
                yield start, end
            start = end = None
        elif token["unit"] and start is None:
            start = token.start()
        elif token["id"] and start is not None:
            end = token.end()
    if start is not None and end is not None:
        yield start, end


def _groups(run: str) -> list[_Group]:
    groups: list[_Group] = []
    joined = ""
    for token in _TOKEN.finditer(run):
        if token["unit"]:
            level = _UNITS[" ".join(token["word"].lower().split())]
            if groups:
                groups[-1].joined = joined
            groups.append(_Group(level))
            joined = ""
        elif token["id"]:
            labels = groups[-1].labels
            if joined == "to" and labels:
                labels[-1] = (labels[-1][0], token["id"])
            else:
                labels.append((token["id"], ""))
            joined = ""
        elif token.lastgroup in ("to", "comma", "list"):
            joined = token.lastgroup
    return _merge_ranges([group for group in groups if group.labels])


def _merge_ranges(groups: list[_Group]) -> list[_Group]:
    """ "khoản 1 đến khoản 3" is one group with a range."""
    merged: list[_Group] = []
    for group in groups:
        before = merged[-1] if merged else None
        if before and before.joined == "to" and before.level is group.level:
            before.labels[-1] = (before.labels[-1][0], group.labels[0][0])
            before.labels += group.labels[1:]
            before.joined = group.joined
        else:
            merged.append(group)
    return merged


def _refs(groups: list[_Group], attachment: str) -> Iterator[ProvisionRef]:
    ranks = [group.level.rank for group in groups]
    before = list(accumulate(ranks, min))
    after = list(accumulate(reversed(ranks), min))[::-1]
    for index, group in enumerate(groups):
        if _is_context(groups, index, after):
            continue
        outer = _outer_steps(groups, index, before, after)
        for label, through in group.labels:
            path = (*outer, Step(group.level, label))
            yield ProvisionRef(path, through, attachment)


def _is_context(groups: list[_Group], index: int, after: list[int]) -> bool:
    """Whether the group only says where its neighbour lies."""
    rank = groups[index].level.rank
    previous = groups[index - 1] if index else None
    if previous and previous.level.rank > rank and previous.joined in _KEEPS_TOGETHER:
        return True
    following = groups[index + 1] if index + 1 < len(groups) else None
    return bool(
        following
        and following.level.rank > rank
        and groups[index].joined in _KEEPS_TOGETHER
        and not _has_outer_after(groups, index + 1, after)
    )


def _has_outer_after(groups: list[_Group], index: int, after: list[int]) -> bool:
    return index + 1 < len(groups) and after[index + 1] < groups[index].level.rank


def _outer_steps(
    groups: list[_Group], index: int, before: list[int], after: list[int]
) -> tuple[Step, ...]:
    """What contains the group: named after it, or before it in "Điều 5 khoản 2".

    `before` and `after` have the least rank up to a group and from it on, so that a
    long list is looked through no further than it helps.
    """
    rank, steps = groups[index].level.rank, []
    if _has_outer_after(groups, index, after):
        following, least = range(index + 1, len(groups)), after
    else:
        following, least = range(index - 1, -1, -1), before
    for at in following:
        if least[at] >= rank:
            break
        group = groups[at]
        if group.level.rank < rank:
            rank = group.level.rank
            steps.append(Step(group.level, group.labels[0][0]))
    return tuple(reversed(steps))
