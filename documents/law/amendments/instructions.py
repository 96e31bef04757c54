"""The statements of a paragraph, read as the words above it say."""

import re
from dataclasses import replace

from documents.law.amendments.context import Context, Listed
from documents.law.amendments.corrections import corrections
from documents.law.amendments.paragraphs import Paragraph
from documents.law.amendments.phrase_groups import of_own_places
from documents.law.amendments.statements import Statement, statements
from documents.law.amendments.terms import each_with_its_day
from documents.law.amendments.verbs import Verb
from documents.law.amendments.words import HIDDEN, MARK, TYPE

# "1) ", "b) ", "(2) " of a line that is no provision of its own.
_MARK = re.compile(rf"\s{{0,40}}{MARK}\s{{0,9}}", re.IGNORECASE)
# "Khoản 2 Điều 4: “…”", "Tên Điều 3 như sau: “…”": the words above say the verb.
_PLACE_ALONE = re.compile(
    rf"\s{{0,40}}(?:{MARK}\s{{0,9}})?(?P<place>(?:tên\s{{1,9}})?(?:(?:điểm|khoản|điều|chương|mục)"
    rf"\s{{1,9}}[\da-zđ]{{1,5}}(?:\s{{0,9}}(?:,|và(?!\w))\s{{0,9}}|\s{{0,9}}))++)(?:như\s+sau\s{{0,9}})?"
    rf":\s{{0,40}}{HIDDEN}+[.;\s]*\Z",
    re.IGNORECASE,
)


# "- Thông tư số …;" of a list of what is corrected.
_ACT_ALONE = re.compile(
    rf"[\s\-–+•*]{{0,40}}(?:{MARK}\s{{0,9}})?{TYPE}\s+số\s", re.IGNORECASE
)


def instructions(
    part: Paragraph, masked: str, context: Context
) -> tuple[list[Statement], Context]:
    """In order, with the context they stand in: a verb of their own ends a list."""
    text = masked[part.start : part.end]
    found = [each.moved(part.start) for each in _said(text, corrects=context.corrects)]
    if found:
        return found, replace(context, listed=None)
    if context.listed and _is_listed(context.listed, part, masked):
        mark = _MARK.match(masked, part.start, part.end)
        start = mark.end() if mark else part.start
        end, verb = part.end, context.listed.verb
        item = Statement(verb, False, start, start, end, start, end, is_item=True)
        return [item], context
    if context.amends and (place := _PLACE_ALONE.match(masked, part.start, part.end)):
        start, end = place.span("place")
        own = Statement(Verb.AMEND, False, start, start, end, end, part.end)
        return [own], context
    return [], context


def _is_listed(listed: Listed, part: Paragraph, masked: str) -> bool:
    """Of what is corrected a place stands in the list too, with words of its own."""
    is_act = _ACT_ALONE.match(masked, part.start, part.end)
    return listed.verb is not Verb.CORRECT or bool(is_act)


def _said(text: str, *, corrects: bool) -> list[Statement]:
    found = statements(text)
    if corrects or any(one.verb is Verb.CORRECT for one in found):
        pairs = corrections(text)
        if pairs:
            return [*statements(text[: pairs[0].begins]), *pairs]
    return [
        each
        for one in found
        for dated in each_with_its_day(text, one)
        for each in of_own_places(text, dated)
    ]
