"""What is spoken of before the verb: "Đối với Thông tư số …: ngưng hiệu lực thi hành",
or "Tại khoản 2 Điều 5:" in the line above.
"""

import re
from dataclasses import replace

from documents.law.amendments.acts import ActMention, NamedActs
from documents.law.amendments.context import Context
from documents.law.amendments.objects import Object
from documents.law.amendments.places import changed_places
from documents.law.amendments.statements import Statement
from documents.law.amendments.verbs import TERMS, Verb
from documents.law.amendments.words import HIDDEN, MARK, TYPE, UNIT

_SUBJECT = re.compile(
    rf"[\s\-+*]*(?P<about>(?:đối\s+với|tại)\s+)?(?={TYPE}\s+số\s)", re.IGNORECASE
)
_BARE = re.compile(
    r"[\s,;.:]*(?P<all>toàn\s+bộ(?:\s+(?:văn\s+bản|nội\s+dung))?[\s,;.]*)?"
    r"(?:(?<!\w)trừ(?!\w).*)?",
    re.IGNORECASE | re.DOTALL,
)

_PLACE = re.compile(
    rf"[\s\-+]*(?:{MARK}\s+)?tại\s+(?P<place>{UNIT}\s[^.;:\n{HIDDEN}]{{0,200}}):\s*",
    re.IGNORECASE,
)


def place_spoken_of(
    context: Context, masked: str, start: int, end: int, acts: NamedActs
) -> Context:
    """With the place that a line is nothing but the name of, in the act it names, else
    in that of the words above.
    """
    found = _PLACE.fullmatch(masked, start, end)
    named = acts.within(start, end) if found else []
    if not found or len(named) > 1 or not (named or context.act):
        return context
    last = named[0].start if named else found.end("place")
    places = changed_places(masked[found.start("place") : last], adds=False)
    if len(places) != 1 or not places[0].is_whole_path or places[0].partial:
        return context
    context = replace(context, outer=places[0].path)
    return _of_act(context, named[0]) if named else context


def spoken_of(
    context: Context, masked: str, start: int, end: int, acts: NamedActs
) -> Context:
    """With the act of which the words begin to speak, if they do: those of a line that
    ends with a colon, or that stand before a verb.
    """
    found = _SUBJECT.match(masked, start, end)
    last = masked[start:end].rstrip()[-1:]
    if not found or not last or last not in (":," if found["about"] else ":"):
        return context
    mention = next(iter(acts.within(start, end)), None)
    if mention is None or mention.start != found.end():
        return context
    return replace(_of_act(context, mention), outer=(), is_subject=True)


def _of_act(context: Context, mention: ActMention) -> Context:
    return replace(
        context,
        act=mention.act,
        attachment=mention.attachment,
        from_title=False,
        beside=(),
    )


def corrected_before(
    context: Context, start: int, one: Statement, acts: NamedActs
) -> Context:
    """ "Thông tư số … có sai sót, nay Bộ … đính chính như sau:": of an act above."""
    if one.verb is not Verb.CORRECT or context.act or acts.within(one.start, one.end):
        return context
    named = acts.within(start, one.begins)
    if not named:
        return context
    return replace(context, act=named[0].act, attachment=named[0].attachment)


def bare_object(
    context: Context, one: Statement, masked: str, start: int, end: int
) -> Object | None:
    """The act spoken of, where the words after the verb name nothing else."""
    if not context.is_subject or context.act is None or one.passive:
        return None
    bare = _BARE.fullmatch(masked, start, end)
    if not bare or not (one.verb in TERMS or (one.verb is Verb.REPEAL and bare["all"])):
        return None
    return Object(ActMention(start, start, context.act, context.attachment))
