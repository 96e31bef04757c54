"""The changes one paragraph makes, each with its act, its place and its wording."""

import re
from collections.abc import Sequence
from dataclasses import replace

from documents.law.amendments.acts import ActMention, NamedActs
from documents.law.amendments.change import Result, TextChange
from documents.law.amendments.context import Context, Listed
from documents.law.amendments.inheritance import below, naming, together
from documents.law.amendments.instructions import instructions
from documents.law.amendments.kinds import (
    LISTS,
    corrected,
    is_indirect,
    is_whole,
    kind_of,
    speaks_of_acts,
)
from documents.law.amendments.location import placed, places_around, with_later_acts
from documents.law.amendments.model import Doubt, NamedAct
from documents.law.amendments.new_places import new_heading, new_places
from documents.law.amendments.objects import Object, objects_of
from documents.law.amendments.paragraphs import Paragraph
from documents.law.amendments.phrases import Phrase, phrases
from documents.law.amendments.place_words import names_place, place_before
from documents.law.amendments.places import NamedPlace
from documents.law.amendments.quoted import (
    Words,
    give,
    own_words,
    quoted_by,
    unquoted_by,
    unworded,
)
from documents.law.amendments.statements import Statement
from documents.law.amendments.subjects import (
    bare_object,
    corrected_before,
    place_spoken_of,
    spoken_of,
)
from documents.law.amendments.terms import Term, around_days, term_of
from documents.law.amendments.verbs import TERMS, Verb
from documents.law.effects import EffectKind, Scope
from documents.law.provisions import Step

_EXCEPT = re.compile(r"(?<!\w)trừ(?!\w)", re.IGNORECASE)
_NO_TERM = Term()


def changes_of(
    part: Paragraph, masked: str, words: Words, acts: NamedActs, context: Context
) -> Result:
    """The changes of one paragraph. `words` gives the text as printed."""
    found, context = instructions(part, masked, context)
    if not found:
        said = spoken_of(context, masked, part.start, part.end, acts)
        said = place_spoken_of(said, masked, part.start, part.end, acts)
        return Result((), said if said is not context else None)
    context = spoken_of(context, masked, part.start, found[0].begins, acts)
    context = corrected_before(context, part.start, found[0], acts)
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
        objects = with_later_acts(
            self._masked,
            found,
            [self._objects(one) for one in found],
            quoting=self._context.act is None,
        )
        outer = places_around(objects, self._context.outer)
        changes: list[TextChange] = []
        waiting: list[int] = []
        for statement, own, within in zip(found, objects, outer, strict=True):
            heading = new_heading(statement, own, self._masked, self._words)
            pairs = [] if heading else self._phrases(statement)
            if pairs:
                changes += self._phrase_changes(statement, own, within, pairs)
                continue
            first = len(changes)
            changes += self._changes(statement, own, within)
            waiting += range(first, len(changes))
            quoted = heading or quoted_by(statement, self._masked, self._words)
            if quoted:
                give(changes, waiting, quoted)
                waiting = []
            self._context = naming(self._context, statement, own)
        if waiting and (inline := unquoted_by(found[-1], self._masked, self._words)):
            give(changes, waiting, inline, doubt=Doubt.NOT_QUOTED)
            waiting = []
        for index in waiting:
            changes[index] = unworded(changes[index], waits=self._part.opens_list)
        return Result(tuple(changes), self._said_below(found[-1], objects, outer))

    def _said_below(
        self,
        last: Statement,
        objects: Sequence[list[Object]],
        outer: Sequence[tuple[Step, ...]],
    ) -> Context:
        corrects = self._context.corrects or last.verb is Verb.CORRECT
        placed_ones = any(item.places for own in objects for item in own)
        amends = last.verb is Verb.AMEND and not placed_ones
        said = replace(
            below(self._context, objects, outer),
            corrects=corrects,
            amends=amends or self._context.amends,
            beside=self._beside_below(last, objects),
        )
        pairs = tuple(self._phrases(last)) if self._part.opens_list else ()
        opens = last.verb in (*LISTS, Verb.CORRECT) and speaks_of_acts(
            last, self._masked
        )
        if self._part.opens_list and (opens or pairs):
            listed = Listed(last.verb, pairs, self._term(last))
            return replace(said, listed=listed)
        return replace(said, listed=None)

    def _beside_below(
        self, last: Statement, objects: Sequence[list[Object]]
    ) -> tuple[ActMention, ...]:
        names = any(item.mention for own in objects for item in own)
        return together(last, objects[-1]) if names else self._context.beside

    def _objects(self, one: Statement) -> list[Object]:
        start, end = around_days(self._masked, one)
        quotes = bool(self._phrases(one))
        if quotes:
            end = max(end, one.tail_end)
        if bare := bare_object(self._context, one, self._masked, start, end):
            return [bare]
        adds = one.verb is Verb.ADD
        found = objects_of(
            self._masked, start, end, self._acts, adds=adds, quotes=quotes
        )
        before = place_before(self._masked, one.begins, one.start)
        if before and not one.passive and not any(item.places for item in found):
            return objects_of(self._masked, *before, self._acts, adds=False)
        return found

    def _term(self, one: Statement) -> Term:
        listed = self._context.listed
        return term_of(self._masked, one, listed.term if listed else None)

    def _phrases(self, one: Statement) -> list[Phrase]:
        if one.verb in TERMS:
            return []
        if self._context.listed and self._context.listed.phrases:
            return list(self._context.listed.phrases)
        split = one.tail if one.passive else None
        return phrases(
            self._masked,
            self._words,
            one.start,
            one.tail_end,
            one.verb,
            split,
            known=one.of_phrases,
            becomes=one.becomes,
        )

    def _changes(
        self, one: Statement, objects: list[Object], outer: tuple[Step, ...]
    ) -> list[TextChange]:
        term = self._term(one)
        excepts = _EXCEPT.search(self._masked, one.start, one.tail_end)
        doubts = (Doubt.EXCEPTIONS,) if excepts else ()
        changes = []
        wholes = corrected(one, objects, self._masked)
        for item in objects:
            act, attachment, said = self._act(item.mention)
            if item in wholes:
                kind, unknown = EffectKind.CORRECTS, (Doubt.NO_PLACE,)
                changes.append(self._change(kind, act, None, one, doubts=unknown))
            for place in item.places:
                found = placed(place, outer, attachment, said=said)
                kind = kind_of(one.verb, found, corrects=self._context.corrects)
                changes.append(
                    self._change(kind, act, found, one, term=term, doubts=doubts)
                )
            for place in new_places(one, item, self._masked):
                found = placed(place, outer, attachment, said=said)
                kind = EffectKind.SUPPLEMENTS
                changes.append(self._change(kind, act, found, one, term=term))
            if not item.places and item.mention and is_whole(one, item):
                kind = EffectKind.REPEALS if one.whole else kind_of(one.verb, None)
                perhaps = (Doubt.PERHAPS_PART,) if is_indirect(one, item) else ()
                changes.append(
                    self._change(
                        kind, act, None, one, term=term, doubts=(*doubts, *perhaps)
                    )
                )
        return changes

    def _change(
        self,
        kind: EffectKind,
        act: NamedAct | None,
        place: NamedPlace | None,
        one: Statement,
        *,
        term: Term = _NO_TERM,
        doubts: tuple[Doubt, ...] = (),
    ) -> TextChange:
        if place and not place.anchor:
            doubts = (*doubts, Doubt.NO_PLACE)
        if place and place.partial:
            doubts = (*doubts, Doubt.ONLY_PART_OF_PLACE)
        if self._context.from_title and act is self._context.act:
            doubts = (*doubts, Doubt.ACT_FROM_TITLE)
        start, end = own_words(one, self._part, self._masked)
        return TextChange(
            kind=kind,
            act=act,
            scope=Scope.PART if place else Scope.WHOLE,
            place=place,
            start=start,
            end=end,
            on=term.on,
            until=term.until,
            doubts=(*doubts, *term.doubts),
            waits=False,
        )

    def _act(self, mention: ActMention | None) -> tuple[NamedAct | None, str, bool]:
        """The act, the attached text in it, and whether the words name them."""
        if mention:
            return mention.act, mention.attachment, True
        return self._context.act, self._context.attachment, False

    def _each_act(self, objects: list[Object]) -> list[Object]:
        """Of a phrase that is corrected wherever it stands, each act above."""
        beside = self._context.beside
        said = any(item.mention or item.places for item in objects)
        if said or not beside or self._context.outer:
            return objects or [Object()]
        return [Object(), *(Object(mention) for mention in beside)]

    def _phrase_changes(
        self,
        one: Statement,
        objects: list[Object],
        outer: tuple[Step, ...],
        pairs: list[Phrase],
    ) -> list[TextChange]:
        corrects = one.verb is Verb.CORRECT or self._context.corrects
        kind = EffectKind.CORRECTS if corrects else EffectKind.REPLACES_PHRASE
        changes = []
        for item in self._each_act(objects):
            act, attachment, said = self._act(item.mention)
            places: list[NamedPlace | None] = [
                placed(place, outer, attachment, said=said) for place in item.places
            ]
            if not places and self._context.outer and not said:
                places = [NamedPlace(self._context.outer, attachment)]
            if not places and names_place(
                self._masked, one.start, max(one.end, one.tail_end)
            ):
                continue
            for place in places or [None]:
                whole = replace(place, partial=False) if place else None
                for pair in pairs:
                    change = self._change(kind, act, whole, one)
                    changes.append(
                        replace(
                            change,
                            end=self._part.end,
                            phrase=pair.old,
                            new_text=pair.new,
                        )
                    )
        return changes
