"""Plain text to provisions, losing nothing."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from documents.law.normalized_text import NormalizedText
from documents.law.provisions import Level, Step, part_slug, path_anchor
from documents.law.structure.heads import Head, heads
from documents.law.structure.letters import with_letters
from documents.law.structure.model import Provision
from documents.law.structure.points import with_points
from documents.law.structure.sequence import LabelSequence

_TITLED_BELOW = {
    Level.PART, Level.CHAPTER, Level.SECTION, Level.SUBSECTION, Level.APPENDIX,
}  # fmt: skip
_UNNAMED_PART = "kem-theo"


def parse_provisions(text: str) -> list[Provision]:
    """The act's pieces in order; joining their texts gives the text back.

    A second Điều 1 belongs to the text the act promulgates (Quy định, Quy chế, …), an
    appendix has provisions of its own, and what is quoted stays inside the provision
    that quotes it. Never raises.
    """
    copy = NormalizedText.of(text)
    builder = _Builder()
    builder.add(Head(0, Level.PREAMBLE, "", ""), Level.PREAMBLE.value, ())
    return _cut(text, copy, builder.read(_candidates(copy.text)))


def parse_fragment(text: str, root: Provision) -> list[Provision]:
    """New wording for one provision: itself, then the pieces inside it.

    Only what lies deeper than the provision is split off, so below an article every
    anchor starts with its own.
    """
    copy = NormalizedText.of(text)
    candidates = _candidates(copy.text)
    deeper = [head for head in candidates if head.level.rank > root.level.rank]
    own = candidates[0] if candidates else None
    named = own and (own.level, own.label) == (root.level, root.label)
    opening = replace(root, text="", start=0, title=own.title if own and named else "")
    builder = _Builder(part=root.part, found=[opening], stack=[opening])
    builder.used[root.anchor] = 1
    return _cut(text, copy, builder.read(deeper))


def _candidates(text: str) -> list[Head]:
    return with_letters(with_points(list(heads(text))))


@dataclass(slots=True)
class _Builder:
    """Walks the candidate lines; the pieces it finds still lack their text."""

    part: str = ""
    container: str = ""
    found: list[Provision] = field(default_factory=list)
    stack: list[Provision] = field(default_factory=list)
    last: dict[Level, str] = field(default_factory=dict)
    used: dict[str, int] = field(default_factory=dict)
    closed: bool = False
    # The last chapter of the parts before: chapters may count on through parts.
    chapter: str = ""

    def read(self, candidates: list[Head]) -> list[Provision]:
        numbering = LabelSequence(candidates)
        for index, head in enumerate(candidates):
            if head.level in (Level.ATTACHMENT, Level.APPENDIX):
                self._open_part(head)
            elif self._restarts(index, head, numbering):
                self._leave_part()
                self.part = self._unique(_UNNAMED_PART)
                self._open(head)
            elif self._accepts(index, head, numbering):
                self._open(head)
        return self.found

    def add(self, head: Head, anchor: str, path: tuple[Step, ...]) -> Provision:
        piece = Provision(
            level=head.level,
            label=head.label,
            title=head.title,
            text="",
            start=head.start,
            anchor=self._unique(anchor),
            parent=self.stack[-1].anchor if self.stack else self.container,
            part=self.part,
            path=path,
        )
        self.found.append(piece)
        return piece

    def _unique(self, anchor: str) -> str:
        """An anchor already taken gets a number, which no other anchor ends with."""
        count = self.used[anchor] = self.used.get(anchor, 0) + 1
        return anchor if count == 1 else f"{anchor}--{count}"

    def _accepts(self, index: int, head: Head, numbering: LabelSequence) -> bool:
        if head.level is Level.CLOSING:
            return bool(self.stack)
        if head.level is Level.POINT and not self.stack:
            return False
        if self.closed and head.level in (Level.CLAUSE, Level.POINT):
            return False
        # Guidance without articles counts I, 1, a; elsewhere such lines are lists.
        outside = head.old or (head.level is Level.CLAUSE and not self._in_article())
        if outside and (self._in_article() or numbering.text_has(index, Level.ARTICLE)):
            return False
        before = self.last.get(head.level, "")
        if head.bare:
            return numbering.is_next(head, before)
        if head.level is Level.CHAPTER and self.chapter and not before:
            return head.number == 1 or numbering.follows(index, head, self.chapter)
        return numbering.follows(index, head, before)

    def _in_article(self) -> bool:
        return any(piece.level is Level.ARTICLE for piece in self.stack)

    def _restarts(self, index: int, head: Head, numbering: LabelSequence) -> bool:
        """A second Điều 1, or a Chương I before one, without a heading of its own."""
        if head.number != 1 or Level.ARTICLE not in self.last:
            return False
        wanted = {Level.ARTICLE: 2, Level.CHAPTER: 1}.get(head.level)
        return wanted is not None and (
            numbering.next_number(index, Level.ARTICLE) == wanted
        )

    def _leave_part(self) -> None:
        self.stack.clear()
        self.last.clear()
        self.closed = False
        self.chapter = ""
        self.part = self.container = ""

    def _open_part(self, head: Head) -> None:
        """An attached text or an appendix: its own numbering and anchor prefix."""
        self._leave_part()
        is_appendix = head.level is Level.APPENDIX
        appendix = Step(Level.APPENDIX, head.label).anchor
        opened = self.add(head, appendix if is_appendix else part_slug(head.title), ())
        self.part = self.container = opened.anchor
        self.found[-1] = replace(opened, part=opened.anchor)

    def _open(self, head: Head) -> None:
        while self.stack and self.stack[-1].level.rank >= head.level.rank:
            self.stack.pop()
        self.closed = head.level is Level.CLOSING
        if self.closed:
            self.add(head, path_anchor((Step(Level.CLOSING),), self.part), ())
            return
        for level in [lower for lower in self.last if lower.rank > head.level.rank]:
            # Articles count on through chapters.
            if level is not Level.ARTICLE:
                del self.last[level]
        self.last[head.level] = head.label
        if head.level is Level.CHAPTER:
            self.chapter = head.label
        above = self.stack[-1].path if self.stack else ()
        path = (*above, Step(head.level, head.label))
        self.stack.append(self.add(head, path_anchor(path, self.part), path))


def _cut(
    text: str, copy: NormalizedText, pieces: Iterable[Provision]
) -> list[Provision]:
    """Give each piece its words; blank lines before the first belong to it."""
    pieces = list(pieces)
    starts = [copy.span(piece.start, piece.start)[0] for piece in pieces]
    if len(pieces) > 1 and not text[: starts[1]].strip():
        pieces, starts = pieces[1:], starts[1:]
    starts[:1] = [0]
    ends = [*starts[1:], len(text)]
    cut = [
        replace(
            piece,
            text=text[start:end],
            start=start,
            title=_title(piece, text[start:end]),
        )
        for piece, start, end in zip(pieces, starts, ends, strict=True)
    ]
    return [piece for piece in cut if piece.text]


def _title(piece: Provision, own: str) -> str:
    """A container's title may stand on the line below its number."""
    if piece.title or piece.level not in _TITLED_BELOW:
        return piece.title
    lines = [line.strip() for line in own.splitlines() if line.strip()]
    return lines[1] if len(lines) > 1 else ""
