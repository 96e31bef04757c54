"""The text of an act on a day as readers are shown it, changes marked in place."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from itertools import groupby

from django.utils.translation import gettext_lazy

from documents.acts.lines import ShownProvision, shown_provision
from documents.law.effects import (
    Consolidation,
    Effect,
    EffectKind,
    Op,
    Segment,
    TextState,
    consolidate,
    word_diff,
)
from documents.law.provisions import Level
from documents.law.structure import Provision, parse_provisions

_NAMES = {
    Level.PREAMBLE: gettext_lazy("Opening"),
    Level.PART: gettext_lazy("Part %(label)s"),
    Level.CHAPTER: gettext_lazy("Chapter %(label)s"),
    Level.SECTION: gettext_lazy("Section %(label)s"),
    Level.SUBSECTION: gettext_lazy("Subsection %(label)s"),
    Level.ARTICLE: gettext_lazy("Article %(label)s"),
    Level.CLAUSE: gettext_lazy("Clause %(label)s"),
    Level.POINT: gettext_lazy("Point %(label)s"),
    Level.CLOSING: gettext_lazy("Closing"),
    Level.ATTACHMENT: gettext_lazy("Attached text"),
    Level.APPENDIX: gettext_lazy("Appendix %(label)s"),
}


@lru_cache(maxsize=16)
def stored_provisions(text: str) -> tuple[Provision, ...]:
    """The stored text in pieces; readers ask for the same act again and again."""
    return tuple(parse_provisions(text))


@dataclass(slots=True)
class Block:
    """Neighbouring provisions that one effect made, or that nothing changed.

    `begins_on` is the later day from which what was changed applies.
    """

    state: str
    pieces: list[ShownProvision] = field(default_factory=list)
    anchor: str = ""
    name: str = ""
    effect: Effect | None = None
    act: object = None
    former: tuple[Segment, ...] = ()
    begins_on: date | None = None


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A line of the table of contents."""

    anchor: str
    text: str
    changes: int


def provision_name(piece: Provision) -> str:
    """Khoản 2 Điều 4, innermost first; an appendix or a heading by its own name."""
    steps = [step for step in piece.path if step.level.rank >= Level.ARTICLE.rank]
    if not steps:
        return str(_NAMES[piece.level] % {"label": piece.label}).strip()
    names = [str(_NAMES[step.level] % {"label": step.label}) for step in steps]
    inner, *outer = reversed(names)
    return " ".join([inner, *outer])


def blocks(text: Consolidation, effects: Iterable[Effect], stored) -> list[Block]:
    """The pieces in order, grouped by what changed them."""
    effects = tuple(effects)
    shown = []
    for key, group in groupby(text.provisions, _cause):
        members = list(group)
        block = Block(key[0] if key else "")
        if key is None:
            block.pieces = [shown_provision(m.provision) for m in members]
        elif members:
            _fill(block, members, effects, stored)
        shown.append(block)
    return shown


def contents(shown: list[Block]) -> list[ContentsEntry]:
    """Headings of the text, each with how many changes lie under it."""
    entries: list[ContentsEntry] = []
    for block in shown:
        pending = 1 if block.state and block.state != "later" else 0
        for piece in block.pieces:
            if piece.tag:
                entries.append(ContentsEntry(piece.anchor, piece.entry, pending))
                pending = 0
        if pending and entries:
            last = entries[-1]
            entries[-1] = ContentsEntry(last.anchor, last.text, last.changes + pending)
    return entries


def _cause(member) -> tuple[str, object] | None:
    """What sets a piece apart from the stored text that day."""
    if member.state is not TextState.ORIGINAL and member.made_by:
        return member.state.value, member.made_by.id
    if member.suspended_by:
        return "suspended", member.suspended_by.id
    if member.begins_by:
        return "later", member.begins_by.id
    if member.pending:
        return "pending", member.pending[-1].id
    return None


def _fill(block: Block, members: list, effects: tuple[Effect, ...], stored) -> None:
    first = members[0]
    made = first.made_by if first.state is not TextState.ORIGINAL else None
    block.effect = made or first.suspended_by or first.begins_by or first.pending[-1]
    if first.begins_by and made:
        block.begins_on = first.begins_by.until
    block.anchor, block.name = first.anchor, provision_name(first.provision)
    new = "".join(member.text for member in members)
    if first.state is TextState.AMENDED:
        old = _before(block.effect, members, effects, stored)
        block.former = word_diff(old, new)
        runs = _runs(block.former)
        block.pieces = [
            shown_provision(m.provision, _take(runs, m.text)) for m in members
        ]
    elif first.state is TextState.REPEALED:
        old = "".join(member.former_text for member in members)
        block.former = (Segment(Op.EQUAL, old),)
        block.pieces = [
            ShownProvision(m.anchor, m.provision.level, "", "", []) for m in members
        ]
    else:
        block.pieces = [shown_provision(member.provision) for member in members]


def _before(effect: Effect, members: list, effects: tuple[Effect, ...], stored) -> str:
    """The words the provision had the day before the effect began.

    Of a phrase or a heading those of the pieces that changed: what lies inside them is
    shown by itself.
    """
    day = (effect.on or date.max) - timedelta(days=1)
    earlier = consolidate(stored, effects, day).provisions
    if effect.phrase or effect.kind is EffectKind.RENAMES:
        own = {member.anchor for member in members}
        return "".join(member.text for member in earlier if member.anchor in own)
    within, words = {members[0].anchor}, []
    for member in earlier:
        if member.anchor == members[0].anchor or member.parent in within:
            within.add(member.anchor)
            words.append(member.text)
    return "".join(words)


def _runs(segments: Iterable[Segment]) -> list[list]:
    kept = [s for s in segments if s.op is not Op.DELETE]
    return [[segment.op is Op.INSERT, segment.text] for segment in kept]


def _take(runs: list[list], text: str) -> list[tuple[bool, str]]:
    """The runs that spell the text, taken off the front."""
    taken, wanted = [], len(text)
    while wanted and runs:
        marked, words = runs[0]
        taken.append((marked, words[:wanted]))
        if len(words) > wanted:
            runs[0][1] = words[wanted:]
            break
        wanted -= len(words)
        runs.pop(0)
    return taken
