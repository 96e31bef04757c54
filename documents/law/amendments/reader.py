"""An amending act's text to the changes it proposes."""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from documents.law.amendments.acts import NamedActs
from documents.law.amendments.asides import asides, without
from documents.law.amendments.change import TextChange
from documents.law.amendments.changes import changes_of
from documents.law.amendments.context import Context, Listed
from documents.law.amendments.days import days_of
from documents.law.amendments.model import Doubt, Proposal
from documents.law.amendments.paragraphs import Paragraph, hidden, paragraphs
from documents.law.amendments.terms import said_apart
from documents.law.citations import find_citations
from documents.law.effects import EffectKind, Scope
from documents.law.effects.model import DATED_KINDS
from documents.law.normalized_text import NormalizedText
from documents.law.provisions import Level
from documents.law.structure import Provision, parse_provisions
from documents.law.typed_provisions import place_typed

_SILENT = {Level.PREAMBLE, Level.CLOSING, Level.APPENDIX, Level.ATTACHMENT}
_LONGEST_QUOTE = 1500
# The last line of an opening.
_CORRECTS_BELOW = re.compile(
    r"(?:(?<=\n)|\A)(?!\s*căn\s+cứ)[^\n]{0,1000}?(?P<verb>(?<!\w)đính\s+chính(?!\w))"
    r"[^\n:]{0,400}:\s*\Z",
    re.IGNORECASE,
)


def propose_effects(
    text: str, *, symbol: str = "", signed_on: dt.date | None = None
) -> list[Proposal]:
    """Every change the text makes in other acts, in order, each once; never raises.

    `symbol` and `signed_on` are the act's own. What is quoted as new wording is never
    read as an instruction. Work grows with the text's length only.
    """
    return _AmendmentReader(text, symbol, signed_on).proposals()


@dataclass(frozen=True, slots=True)
class _FoundChange:
    """A change and the piece that says so; an introduction yields to what follows.

    `paragraph` counts those of the piece.
    """

    change: TextChange
    piece: Provision
    introduces: bool
    paragraph: int


class _AmendmentReader:
    def __init__(self, text: str, symbol: str, signed_on: dt.date | None) -> None:
        self._copy = NormalizedText.of(text)
        self._original = text
        self._symbol = symbol.casefold()
        plain = self._copy.text
        shown, citations = hidden(plain), find_citations(plain)
        passing = asides(shown, citations)
        self._masked = without(shown, passing)
        self._acts = NamedActs(self._masked, citations, passing)
        pieces = [piece for piece in parse_provisions(plain) if not piece.part]
        self._below: dict[str, list[Provision]] = {}
        for piece in pieces:
            self._below.setdefault(piece.parent, []).append(piece)
        opening = pieces[0] if pieces and pieces[0].level is Level.PREAMBLE else None
        title = self._acts.of_title(opening.end) if opening else None
        self._outermost = self._of_letter(opening) or Context.of_title(title)
        self._signed_on = signed_on
        said = [self._masked[piece.start : piece.end] for piece in pieces]
        self._days = days_of(said, signed_on)
        self._terms = said_apart(said)

    def _of_letter(self, opening: Provision | None) -> Context | None:
        """Where a text opens with "… ban hành Thông tư số …. …, Bộ … xin đính chính như
        sau:", that act.
        """
        if opening is None:
            return None
        said = _CORRECTS_BELOW.search(self._masked, opening.start, opening.end)
        if not said or self._is_all(opening):
            return None
        named = self._acts.within(said.end("verb"), opening.end)
        named = named or self._acts.within(said.start(), said.end("verb"))
        return Context.of_correction(named[0]) if named else None

    def proposals(self) -> list[Proposal]:
        found = [
            one
            for piece in self._below.get("", [])
            for one in self._in(piece, self._outermost)
        ]
        kept: dict[tuple[str, ...], Proposal] = {}
        for one in found:
            proposal = self._proposal(one)
            before = kept.get(proposal.key)
            if before is None or (before.new_text is None and proposal.new_text):
                kept[proposal.key] = proposal
        return sorted(_without_known(kept.values()), key=lambda one: one.start)

    def _in(self, piece: Provision, context: Context) -> list[_FoundChange]:
        if piece.level in _SILENT and not self._is_all(piece):
            return []
        own: list[_FoundChange] = []
        inner = context
        listed: Listed | None = None
        only_listed = False
        parts = paragraphs(self._masked, piece)
        children = self._below.get(piece.anchor, [])
        for index, part in enumerate(parts):
            is_last = index + 1 == len(parts)
            goes_on = part.names_act or part.is_place or part.is_phrase
            plain = goes_on and only_listed
            listed = listed if part.is_bullet or plain else None
            here = replace(context, listed=listed) if listed else context
            result = changes_of(part, self._masked, self._text, self._acts, here)
            introduces = (is_last and part.opens_list and bool(children)) or (
                part.is_title and not (is_last and not children)
            )
            own += [
                _FoundChange(change, piece, introduces, index)
                for change in result.changes
            ]
            if result.context and not listed:
                inner = result.context
                listed = inner.listed
                # Of a line that named its act another may tell how it is changed.
                only_listed = not any(change.is_placed for change in result.changes)
                context = replace(inner, listed=None) if not is_last else context
        below = [one for child in children for one in self._in(child, inner)]
        return self._settled(own, below, piece, parts)

    def _is_all(self, piece: Provision) -> bool:
        """Whether the text has no parts: its words are then no preamble of anything."""
        return len(self._below) == 1 and self._below.get("", []) == [piece]

    def _settled(
        self,
        own: list[_FoundChange],
        below: list[_FoundChange],
        piece: Provision,
        parts: list[Paragraph],
    ) -> list[_FoundChange]:
        """Without what only introduces; unquoted wording given to what waits for it."""
        last = own[-1].paragraph if own else 0
        # "Đính chính Điều 1 … như sau:", and the next line says how; "Thay cụm từ …
        # tại các văn bản sau:", and the next says where.
        placed = {one.change.phrase for one in own if one.change.is_placed}
        own = [
            one
            for one in own
            if not (one.change.waits and one.paragraph < last)
            and (one.change.is_placed or one.change.phrase not in placed)
        ]
        if below or any(not one.introduces for one in own):
            own = [one for one in own if not one.introduces]
        if not below and own and own[-1].change.waits:
            words = self._masked_end(piece, own[-1].change.end)
            own = [self._with_unquoted(one, words) for one in own]
        return [*own, *below]

    def _masked_end(self, piece: Provision, start: int) -> tuple[int, int]:
        end = piece.end
        stack = list(self._below.get(piece.anchor, []))
        while stack:
            last = stack[-1]
            end = max(end, last.end)
            stack = list(self._below.get(last.anchor, []))
        return start, end

    def _with_unquoted(self, one: _FoundChange, place: tuple[int, int]) -> _FoundChange:
        if not one.change.waits:
            return one
        words = self._text(*place).strip().lstrip(":").strip()
        if not words:
            return one
        is_open = words[0] in '“"«'
        doubt = Doubt.OPEN_QUOTATION if is_open else Doubt.NOT_QUOTED
        change = one.change.with_unquoted(words.lstrip('“"«'), doubt)
        return replace(one, change=change)

    def _text(self, start: int, end: int) -> str:
        first, last = self._copy.span(start, end)
        return self._original[first:last]

    def _proposal(self, found: _FoundChange) -> Proposal:
        change, piece = found.change, found.piece
        end = min(change.end, change.start + 2 * _LONGEST_QUOTE)
        quote = " ".join(self._text(change.start, end).split())
        clause = place_typed(piece.anchor)
        doubts = list(change.doubts)
        day = change.on or self._days.of(piece.path)
        if change.kind is EffectKind.EXTENDS and day and self._signed_on:
            # A term told from its first day on is made longer by this act all the same.
            day = day if day >= self._signed_on else self._days.of(piece.path)
        until = change.until
        if until is None and (term := self._terms.get(change.kind)):
            until = term.until
            day = change.on or term.on or day
            doubts = [one for one in doubts if one is not Doubt.DAY_NOT_SAID]
            doubts += term.doubts
        if until is None and change.kind in DATED_KINDS:
            doubts.append(Doubt.DAY_NOT_SAID)
        if change.act is None:
            doubts.append(Doubt.NO_ACT)
        elif self._symbol and change.act.symbol.casefold() == self._symbol:
            doubts.append(Doubt.OF_ITSELF)
        if self._days.contradictory and day == self._days.whole:
            doubts.append(Doubt.TWO_DAYS)
        return Proposal(
            kind=change.kind,
            act=change.act,
            scope=change.scope,
            provision=change.provision,
            clause="" if clause == piece.anchor else clause,
            quote=quote[:_LONGEST_QUOTE],
            start=self._copy.span(change.start, change.start)[0],
            new_text=change.new_text,
            phrase=change.phrase,
            on=day,
            until=until,
            has_own_day=day is not None and day != self._days.whole,
            doubts=tuple(dict.fromkeys(doubts)),
        )


def _without_known(found: Iterable[Proposal]) -> list[Proposal]:
    """Without "somewhere in this act words are corrected" where it is known what is."""
    every = list(found)
    named = {one.act.key for one in every if one.act and not _is_somewhere(one)}
    return [
        one
        for one in every
        if not (_is_somewhere(one) and one.act and one.act.key in named)
    ]


def _is_somewhere(one: Proposal) -> bool:
    return (
        one.kind is EffectKind.CORRECTS and one.scope is Scope.WHOLE and not one.phrase
    )
