"""What a statement changes, act by act and place by place."""

import re
from dataclasses import dataclass, replace

from documents.law.amendments.acts import ActMention
from documents.law.amendments.change import TextChange
from documents.law.amendments.context import Context
from documents.law.amendments.kinds import corrected, is_indirect, is_whole, kind_of
from documents.law.amendments.location import placed
from documents.law.amendments.model import Doubt, NamedAct
from documents.law.amendments.new_places import new_places
from documents.law.amendments.objects import Object
from documents.law.amendments.paragraphs import Paragraph
from documents.law.amendments.phrases import Phrase
from documents.law.amendments.place_words import names_place
from documents.law.amendments.places import NamedPlace
from documents.law.amendments.quoted import own_words
from documents.law.amendments.statements import Statement
from documents.law.amendments.terms import Term
from documents.law.amendments.verbs import Verb
from documents.law.effects import EffectKind, Scope
from documents.law.provisions import Step

_EXCEPT = re.compile(r"(?<!\w)trừ(?!\w)", re.IGNORECASE)
_NO_TERM = Term()


@dataclass(frozen=True, slots=True)
class StatementChanges:
    """Of the statements of one paragraph (`masked` is the whole text, its quotations
    hidden), in the context that holds for them. Their wording is given to them later.
    """

    part: Paragraph
    masked: str
    context: Context

    def of_places(
        self,
        one: Statement,
        objects: list[Object],
        outer: tuple[Step, ...],
        term: Term,
    ) -> list[TextChange]:
        """For each act and each of its places one, for an act that goes whole one."""
        excepts = _EXCEPT.search(self.masked, one.start, one.tail_end)
        doubts = (Doubt.EXCEPTIONS,) if excepts else ()
        changes = []
        wholes = corrected(one, objects, self.masked)
        for item in objects:
            act, attachment, said = self._act(item.mention)
            if item in wholes:
                kind, unknown = EffectKind.CORRECTS, (Doubt.NO_PLACE,)
                changes.append(self._change(kind, act, None, one, doubts=unknown))
            for place in item.places:
                found = placed(place, outer, attachment, said=said)
                kind = kind_of(one.verb, found, corrects=self.context.corrects)
                changes.append(
                    self._change(kind, act, found, one, term=term, doubts=doubts)
                )
            for place in new_places(one, item, self.masked):
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
        if self.context.from_title and act is self.context.act:
            doubts = (*doubts, Doubt.ACT_FROM_TITLE)
        start, end = own_words(one, self.part, self.masked)
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
        return self.context.act, self.context.attachment, False

    def _each_act(self, objects: list[Object]) -> list[Object]:
        """Of a phrase that is corrected wherever it stands, each act above."""
        beside = self.context.beside
        said = any(item.mention or item.places for item in objects)
        if said or not beside or self.context.outer:
            return objects or [Object()]
        return [Object(), *(Object(mention) for mention in beside)]

    def of_phrases(
        self,
        one: Statement,
        objects: list[Object],
        outer: tuple[Step, ...],
        pairs: list[Phrase],
    ) -> list[TextChange]:
        """For each phrase one in each place, or in each act where none is said."""
        corrects = one.verb is Verb.CORRECT or self.context.corrects
        kind = EffectKind.CORRECTS if corrects else EffectKind.REPLACES_PHRASE
        changes = []
        for item in self._each_act(objects):
            act, attachment, said = self._act(item.mention)
            places: list[NamedPlace | None] = [
                placed(place, outer, attachment, said=said) for place in item.places
            ]
            if not places and self.context.outer and not said:
                places = [NamedPlace(self.context.outer, attachment)]
            if not places and names_place(
                self.masked, one.start, max(one.end, one.tail_end)
            ):
                continue
            for place in places or [None]:
                whole = replace(place, partial=False) if place else None
                for pair in pairs:
                    change = self._change(kind, act, whole, one)
                    changes.append(
                        replace(
                            change,
                            end=self.part.end,
                            phrase=pair.old,
                            new_text=pair.new,
                        )
                    )
        return changes
