"""The changes one paragraph makes, each with its act, its place and its wording."""

import datetime as dt
import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from documents.law.amendments.acts import ActMention, NamedActs
from documents.law.amendments.change import Result, TextChange
from documents.law.amendments.context import Context, Listed
from documents.law.amendments.days import day_said
from documents.law.amendments.location import placed, places_around
from documents.law.amendments.model import Doubt, NamedAct
from documents.law.amendments.objects import Object, objects_of
from documents.law.amendments.paragraphs import Paragraph
from documents.law.amendments.phrases import Phrase, phrases
from documents.law.amendments.places import NamedPlace
from documents.law.amendments.statements import HIDDEN, Statement, Verb, statements
from documents.law.amendments.wording import wordings
from documents.law.effects import EffectKind, Scope
from documents.law.provisions import Step

Words = Callable[[int, int], str]

_QUOTED = re.compile(rf"{HIDDEN}+")
_WORDED = {Verb.AMEND, Verb.ADD}
_EXCEPT = re.compile(r"(?<!\w)trừ(?!\w)", re.IGNORECASE)
_LONG = 1500
_LISTS = {Verb.REPEAL, Verb.REPLACE, Verb.SUSPEND}


def changes_of(
    part: Paragraph, masked: str, words: Words, acts: NamedActs, context: Context
) -> Result:
    """The changes of one paragraph. `words` gives the text as printed."""
    text = masked[part.start : part.end]
    found = [_moved(one, part.start) for one in statements(text)]
    if not found and context.listed:
        start, end, verb = part.start, part.end, context.listed.verb
        found = [Statement(verb, False, start, start, end, start, end)]
    elif found:
        context = replace(context, listed=None)
    if not found:
        return Result()
    return _Paragraph(part, masked, words, acts, context).read(found)


class _Paragraph:
    def __init__(
        self,
        part: Paragraph,
        masked: str,
        words: Words,
        acts: NamedActs,
        context: Context,
    ) -> None:
        self._part, self._masked, self._words = part, masked, words
        self._acts, self._context = acts, context

    def read(self, found: Sequence[Statement]) -> Result:
        objects = [self._objects(one) for one in found]
        outer = places_around(objects, self._context.outer)
        changes: list[TextChange] = []
        waiting: list[int] = []
        for statement, own, within in zip(found, objects, outer, strict=True):
            pairs = self._phrases(statement)
            if pairs:
                changes += self._phrase_changes(statement, own, within, pairs)
                continue
            first = len(changes)
            changes += self._changes(statement, own, within)
            waiting += range(first, len(changes))
            if quoted := self._quoted(statement):
                self._give(changes, waiting, quoted)
                waiting = []
            self._context = self._naming(statement, own)
        for index in waiting:
            changes[index] = self._unworded(changes[index])
        return Result(tuple(changes), self._inner(found, objects, outer))

    def _naming(self, one: Statement, own: list[Object]) -> Context:
        """ "Sửa đổi một số điều của …" names the act for what follows in its line: text
        read from a file may lack the line end between the two.
        """
        mention = next((item.mention for item in own if item.mention), None)
        if not mention or one.verb is not Verb.AMEND or any(i.places for i in own):
            return self._context
        return replace(
            self._context,
            act=mention.act,
            attachment=mention.attachment,
            from_title=False,
        )

    def _objects(self, one: Statement) -> list[Object]:
        start, end = one.start, one.end
        if self._phrases(one):
            end = max(end, one.tail_end)
        return objects_of(
            self._masked, start, end, self._acts, adds=one.verb is Verb.ADD
        )

    def _phrases(self, one: Statement) -> list[Phrase]:
        if self._context.listed and self._context.listed.phrases:
            return list(self._context.listed.phrases)
        split = one.tail if one.passive else None
        return phrases(
            self._masked, self._words, one.start, one.tail_end, one.verb, split
        )

    def _changes(
        self, one: Statement, objects: list[Object], outer: tuple[Step, ...]
    ) -> list[TextChange]:
        day = day_said(self._masked[one.start : one.tail_end])
        excepts = _EXCEPT.search(self._masked, one.start, one.tail_end)
        doubts = (Doubt.EXCEPTIONS,) if excepts else ()
        changes = []
        for item in objects:
            act, attachment, said = self._act(item.mention)
            for place in item.places:
                found = placed(place, outer, attachment, said=said)
                kind = _kind(one.verb, found)
                changes.append(
                    self._change(kind, act, found, one, day=day, doubts=doubts)
                )
            if not item.places and item.mention and _is_whole(one, item):
                kind = EffectKind.REPEALS if one.whole else _kind(one.verb, None)
                change = self._change(kind, act, None, one, day=day, doubts=doubts)
                changes.append(change)
        return changes

    def _change(
        self,
        kind: EffectKind,
        act: NamedAct | None,
        place: NamedPlace | None,
        one: Statement,
        *,
        day: dt.date | None = None,
        doubts: tuple[Doubt, ...] = (),
    ) -> TextChange:
        if place and not place.anchor:
            doubts = (*doubts, Doubt.NO_PLACE)
        if place and place.partial:
            doubts = (*doubts, Doubt.ONLY_PART_OF_PLACE)
        if self._context.from_title and act is self._context.act:
            doubts = (*doubts, Doubt.ACT_FROM_TITLE)
        return TextChange(
            kind=kind,
            act=act,
            scope=Scope.PART if place else Scope.WHOLE,
            place=place,
            start=self._start(one),
            end=self._end(one),
            on=day,
            doubts=doubts,
            waits=False,
        )

    def _start(self, one: Statement) -> int:
        """The whole paragraph is quoted, of a long one the statement."""
        is_long = self._part.end - self._part.start > _LONG
        return one.begins if is_long else self._part.start

    def _end(self, one: Statement) -> int:
        """Where the words of the instruction end: before the wording it brings."""
        last = max(one.end, one.tail_end)
        colon = self._masked.find(":", one.tail, last)
        quote = self._masked.find(HIDDEN, one.tail, last)
        if colon >= 0 and (quote < 0 or colon < quote):
            after = self._masked[colon + 1 : colon + 20].lstrip()
            if not after or after.startswith(HIDDEN):
                return colon + 1
        return last

    def _act(self, mention: ActMention | None) -> tuple[NamedAct | None, str, bool]:
        """The act, the attached text in it, and whether the words name them."""
        if mention:
            return mention.act, mention.attachment, True
        return self._context.act, self._context.attachment, False

    def _phrase_changes(
        self,
        one: Statement,
        objects: list[Object],
        outer: tuple[Step, ...],
        pairs: list[Phrase],
    ) -> list[TextChange]:
        changes = []
        for item in objects or [Object()]:
            act, attachment, said = self._act(item.mention)
            places: list[NamedPlace | None] = [
                placed(place, outer, attachment, said=said) for place in item.places
            ]
            if not places and self._context.outer and not said:
                places = [NamedPlace(self._context.outer, attachment)]
            for place in places or [None]:
                whole = replace(place, partial=False) if place else None
                for pair in pairs:
                    change = self._change(EffectKind.REPLACES_PHRASE, act, whole, one)
                    changes.append(
                        replace(
                            change,
                            end=self._part.end,
                            phrase=pair.old,
                            new_text=pair.new,
                        )
                    )
        return changes

    def _quoted(self, one: Statement) -> str:
        start = one.tail if one.passive else one.end
        return "\n".join(
            self._words(found.start(), found.end())
            for found in _QUOTED.finditer(self._masked, start, one.tail_end)
        )

    def _give(self, changes: list[TextChange], waiting: list[int], quoted: str) -> None:
        """The wording to those before it that need one."""
        wanting = [
            index
            for index in waiting
            if changes[index].kind is not EffectKind.REPEALS and changes[index].place
        ]
        places = [changes[index].place or NamedPlace(()) for index in wanting]
        for index, text in zip(wanting, wordings(places, quoted), strict=True):
            change = changes[index]
            partial = change.place is not None and change.place.partial
            if text is None or partial:
                changes[index] = self._unworded(change, waits=False)
            else:
                changes[index] = replace(change, new_text=text)

    def _unworded(self, change: TextChange, *, waits: bool = True) -> TextChange:
        if change.kind is EffectKind.REPEALS or change.place is None:
            return change
        doubts = change.doubts
        if Doubt.ONLY_PART_OF_PLACE not in doubts:
            doubts = (*doubts, Doubt.NO_WORDING)
        waits = waits and self._part.opens_list
        return replace(change, doubts=doubts, waits=waits)

    def _inner(
        self,
        found: Sequence[Statement],
        objects: Sequence[list[Object]],
        outer: Sequence[tuple[Step, ...]],
    ) -> Context:
        """What the paragraph says for those below it."""
        context = self._context
        mention = next(
            (item.mention for own in objects for item in own if item.mention), None
        )
        if mention:
            context = Context(mention.act, mention.attachment)
        elif attached := next(
            (
                p.attachment
                for own in objects
                for i in own
                for p in i.places
                if p.attachment
            ),
            None,
        ):
            context = replace(context, attachment=attached)
        places = [place for own in objects for item in own for place in item.places]
        if len(places) == 1 and places[0].path and not places[0].heading:
            context = replace(context, outer=places[0].within(outer[0]).path)
        listed = None
        if self._part.opens_list and (
            found[-1].verb in _LISTS or self._phrases(found[-1])
        ):
            listed = Listed(found[-1].verb, tuple(self._phrases(found[-1])))
        return replace(context, listed=listed)


def _moved(one: Statement, by: int) -> Statement:
    return replace(
        one,
        begins=one.begins + by,
        start=one.start + by,
        end=one.end + by,
        tail=one.tail + by,
        tail_end=one.tail_end + by,
    )


def _kind(verb: Verb, place: NamedPlace | None) -> EffectKind:
    if place and place.heading:
        return EffectKind.RENAMES
    if place and place.partial:
        return EffectKind.AMENDS
    return {
        Verb.AMEND: EffectKind.AMENDS,
        Verb.ADD: EffectKind.SUPPLEMENTS,
        Verb.REPEAL: EffectKind.REPEALS,
        Verb.REPLACE: EffectKind.REPLACES,
        Verb.SUSPEND: EffectKind.SUSPENDS,
    }[verb]


def _is_whole(one: Statement, item: Object) -> bool:
    """Whether the act itself goes; "một số điều của Nghị định" is a part of it."""
    return one.verb in _LISTS and not item.vague
