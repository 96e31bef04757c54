"""What changed between two days: words, article by article, naming who changed them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from documents.law.effects.consolidated import ConsolidatedProvision, Consolidation
from documents.law.effects.model import Effect
from documents.law.provisions import Level, path_anchor
from documents.law.structure import Provision

# Above this many word pairs a stretch is shown as replaced whole: work stays bounded.
_MOST_PAIRS = 1_000_000
# A space goes with the word after it.
_WORDS = re.compile(r"\s*\w+|\s*[^\w\s]|\s+")


class Op(StrEnum):
    EQUAL = "equal"
    DELETE = "delete"
    INSERT = "insert"


@dataclass(frozen=True, slots=True)
class Segment:
    op: Op
    text: str


@dataclass(frozen=True, slots=True)
class ProvisionDiff:
    """One article (or heading, preamble, appendix) that reads differently.

    `made_by` are the effects that led from the first text to the second.
    """

    anchor: str
    segments: tuple[Segment, ...]
    made_by: tuple[Effect, ...]


def compare(before: Consolidation, after: Consolidation) -> list[ProvisionDiff]:
    """The articles whose words differ, in the order of the later text.

    An article only one of the texts has is all inserted or all deleted.
    """
    old, new = _by_article(before.provisions), _by_article(after.provisions)
    differing = []
    for anchor in _in_order(old, new):
        old_pieces, new_pieces = old.get(anchor, []), new.get(anchor, [])
        old_text, new_text = _text(old_pieces), _text(new_pieces)
        if old_text != new_text:
            made_by = _made_by(old_pieces, new_pieces)
            diff = ProvisionDiff(anchor, word_diff(old_text, new_text), made_by)
            differing.append(diff)
    return differing


def word_diff(before: str, after: str) -> tuple[Segment, ...]:
    """Segments: without insertions they spell `before`, without deletions `after`."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    old_middle, new_middle = old[head : len(old) - tail], new[head : len(new) - tail]
    segments = [
        (Op.EQUAL, "".join(old[:head])),
        *_changes(old_middle, new_middle),
        (Op.EQUAL, "".join(old[len(old) - tail :])),
    ]
    return _tidy(segments)


def _changes(old: list[str], new: list[str]) -> Iterable[tuple[Op, str]]:
    if len(old) * len(new) > _MOST_PAIRS:
        return [(Op.DELETE, "".join(old)), (Op.INSERT, "".join(new))]
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    changes = []
    for op, i, j, k, m in matcher.get_opcodes():
        if op == "equal":
            changes.append((Op.EQUAL, "".join(old[i:j])))
        else:
            changes.append((Op.DELETE, "".join(old[i:j])))
            changes.append((Op.INSERT, "".join(new[k:m])))
    return changes


def _common(one: list[str], other: list[str]) -> int:
    pairs = zip(one, other, strict=False)
    return next(
        (i for i, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other))
    )


def _tidy(segments: list[tuple[Op, str]]) -> tuple[Segment, ...]:
    """Neighbouring changes become one deletion and one insertion."""
    tidy: list[Segment] = []
    kept = deleted = inserted = ""
    for op, text in [*segments, (Op.EQUAL, "")]:
        if op is Op.DELETE:
            deleted += text
        elif op is Op.INSERT:
            inserted += text
        else:
            # The space before both words has not changed: it carries no mark.
            space = _common(list(deleted), list(inserted))
            space = min(space, len(deleted) - len(deleted.lstrip(" ")))
            tidy += _written(kept + deleted[:space], deleted[space:], inserted[space:])
            kept, deleted, inserted = text, "", ""
    return tuple(tidy)


def _written(kept: str, deleted: str, inserted: str) -> list[Segment]:
    all_three = [
        Segment(Op.EQUAL, kept),
        Segment(Op.DELETE, deleted),
        Segment(Op.INSERT, inserted),
    ]
    return [segment for segment in all_three if segment.text]


def _by_article(
    pieces: Sequence[ConsolidatedProvision],
) -> dict[str, list[ConsolidatedProvision]]:
    articles: dict[str, list[ConsolidatedProvision]] = {}
    for piece in pieces:
        articles.setdefault(_article(piece.provision), []).append(piece)
    return articles


def _article(provision: Provision) -> str:
    for index, step in enumerate(provision.path):
        if step.level is Level.ARTICLE:
            return path_anchor(provision.path[: index + 1], provision.part)
    return provision.anchor


def _in_order(old: Iterable[str], new: Iterable[str]) -> list[str]:
    """The later text's order; what only the earlier one has follows its neighbour."""
    kept = list(new)
    gone_after: dict[str, list[str]] = {anchor: [] for anchor in ("", *kept)}
    neighbour = ""
    for anchor in old:
        if anchor in gone_after:
            neighbour = anchor
        else:
            gone_after[neighbour].append(anchor)
    return [name for anchor in ("", *kept) for name in (anchor, *gone_after[anchor])][
        1:
    ]


def _text(pieces: Iterable[ConsolidatedProvision]) -> str:
    return "".join(piece.text for piece in pieces)


def _made_by(
    old: Iterable[ConsolidatedProvision], new: Iterable[ConsolidatedProvision]
) -> tuple[Effect, ...]:
    earlier = {piece.made_by.id for piece in old if piece.made_by}
    effects = {
        piece.made_by.id: piece.made_by
        for piece in new
        if piece.made_by and piece.made_by.id not in earlier
    }
    return tuple(sorted(effects.values(), key=lambda effect: effect.order))
