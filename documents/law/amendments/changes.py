"""The changes one paragraph makes, each with its act, its place and its wording."""

from collections.abc import Sequence
from dataclasses import replace

from documents.law.amendments.acts import ActMention, NamedActs
from documents.law.amendments.change import Result, TextChange
from documents.law.amendments.context import Context, Listed
from documents.law.amendments.inheritance import below, naming, together
from documents.law.amendments.instructions import instructions
from documents.law.amendments.kinds import (
    LISTS,
    speaks_of_acts,
)
from documents.law.amendments.location import places_around, with_later_acts
from documents.law.amendments.model import Doubt
from documents.law.amendments.new_places import new_heading
from documents.law.amendments.objects import Object, objects_of
from documents.law.amendments.paragraphs import Paragraph
from documents.law.amendments.phrases import Phrase, phrases
from documents.law.amendments.place_words import place_before
from documents.law.amendments.quoted import (
    Words,
    give,
    quoted_by,
    unquoted_by,
    unworded,
)
from documents.law.amendments.statement_changes import StatementChanges
from documents.law.amendments.statements import Statement
from documents.law.amendments.subjects import (
    bare_object,
    corrected_before,
    place_spoken_of,
    spoken_of,
)
from documents.law.amendments.terms import Term, around_days, term_of
from documents.law.amendments.verbs import TERMS, Verb
from documents.law.provisions import Step


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
                changes += self._made().of_phrases(statement, own, within, pairs)
                continue
            first = len(changes)
            term = self._term(statement)
            changes += self._made().of_places(statement, own, within, term)
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

    def _made(self) -> StatementChanges:
        return StatementChanges(self._part, self._masked, self._context)

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
