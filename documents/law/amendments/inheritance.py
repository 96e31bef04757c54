"""What the words of an instruction say for those after and below it."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from documents.law.amendments.acts import ActMention, same_kind
from documents.law.amendments.context import Context
from documents.law.amendments.objects import Object
from documents.law.amendments.statements import Statement
from documents.law.amendments.verbs import Verb
from documents.law.provisions import Step


def naming(context: Context, one: Statement, own: Sequence[Object]) -> Context:
    """ "Sửa đổi một số điều của …", "bãi bỏ một phần …:" names the act for what follows
    in its line: text read from a file may lack the line end between the two.
    """
    mention = next((item.mention for item in own if item.mention), None)
    names = one.verb in (Verb.AMEND, Verb.CORRECT) or any(i.vague for i in own)
    if not mention or not names or any(i.places for i in own):
        return context
    return replace(
        context,
        act=mention.act,
        attachment=mention.attachment,
        from_title=False,
        corrects=context.corrects or one.verb is Verb.CORRECT,
        beside=together(one, own),
    )


def together(one: Statement, own: Sequence[Object]) -> tuple[ActMention, ...]:
    """The acts that words correct beside the first one, none where they say places."""
    if one.verb is not Verb.CORRECT or any(item.places for item in own):
        return ()
    mentions = [item.mention for item in own if item.mention]
    return tuple(m for m in mentions[1:] if same_kind(m, mentions[0]))


def below(
    context: Context,
    objects: Sequence[list[Object]],
    outer: Sequence[tuple[Step, ...]],
) -> Context:
    """What a paragraph about these objects says for the paragraphs below it: the first
    act it names, else the attached text, and the place where it names one only, of
    several what all lie in.
    """
    items = [item for own in objects for item in own]
    places = [place for item in items for place in item.places]
    mention = next((item.mention for item in items if item.mention), None)
    attached = next((place.attachment for place in places if place.attachment), None)
    if mention:
        context = Context(mention.act, mention.attachment)
    elif attached:
        context = replace(context, attachment=attached)
    if len(places) == 1 and places[0].path and not places[0].heading:
        context = replace(context, outer=places[0].within(outer[0]).path)
    elif shared := _shared([place.path for place in places]):
        context = replace(context, outer=shared)
    return context


def _shared(paths: Sequence[tuple[Step, ...]]) -> tuple[Step, ...]:
    """ "Sửa đổi điểm a khoản 2 và khoản 3 Điều 7 như sau:": Điều 7."""
    if not paths:
        return ()
    same = list(takewhile(lambda steps: len({*steps}) == 1, zip(*paths, strict=False)))
    shorter = same[: min(map(len, paths)) - 1]
    return tuple(steps[0] for steps in shorter)
