"""Whom of a conference's people a message is for."""

from collections.abc import Mapping
from dataclasses import dataclass

from events.enums import LIVE
from events.models import EventPage, Registration
from events.models.questions import WITH_CHOICES, AnswerType, Question

_IS, _ANY, _NONE = "la", "co", "khong"


@dataclass(frozen=True, slots=True)
class Recipients:
    """Everybody who has a place or waits, narrowed by what is not empty.

    `state` is a live state, `agency` an agency's key, `group` one of the groups,
    `answer` one of `answer_choices`. `chosen` are ids that were ticked.
    """

    state: str = ""
    agency: str = ""
    group: str = ""
    answer: str = ""
    chosen: frozenset[int] | None = None

    @property
    def is_everybody(self) -> bool:
        return self == Recipients()


def rows_for(event_id: int, recipients: Recipients):
    """Their registrations; nobody's of another conference."""
    rows = Registration.objects.live().filter(event_id=event_id)
    if recipients.state:
        rows = rows.filter(state=recipients.state)
    if recipients.agency:
        rows = rows.filter(agency_key=recipients.agency)
    if recipients.group:
        rows = rows.filter(audience=recipients.group)
    if recipients.chosen is not None:
        rows = rows.filter(pk__in=recipients.chosen)
    if recipients.answer:
        # SQLite cannot look into a list of answers, so they are read.
        known = rows.order_by().values_list("pk", "answers")
        fitting = [pk for pk, said in known if answers_fit(said, recipients.answer)]
        rows = Registration.objects.filter(pk__in=fitting, state__in=LIVE)
    return rows


def ids_for(event_id: int, recipients: Recipients) -> list[int] | None:
    """Their ids, for an announcement; None for everybody, whoever comes meanwhile."""
    if recipients.is_everybody:
        return None
    rows = rows_for(event_id, recipients)
    return sorted(rows.order_by().values_list("pk", flat=True))


def answer_choices(event: EventPage, labels: Mapping[str, str]):
    """By question: each of its choices, then who answered it at all and who did not.

    `labels` words the last two, under "any" and "none".
    """
    return [
        (question.label, list(_choices_of(question, labels)))
        for question in event.get_questions()
    ]


def _choices_of(question: Question, labels: Mapping[str, str]):
    name = question.clean_name
    if question.field_type in WITH_CHOICES:
        for choice in question.choice_list:
            yield f"{_IS}:{name}:{choice}", f"{question.label}: {choice}"
    ticked = question.field_type == AnswerType.CHECKBOX
    for kind, word in ((_ANY, "ticked" if ticked else "any"), (_NONE, "none")):
        yield f"{kind}:{name}:", f"{question.label}: {labels[word]}"


def answers_fit(answers: Mapping[str, object], asked: str) -> bool:
    """Whether somebody who answered this is meant by that choice."""
    kind, _colon, rest = asked.partition(":")
    name, _colon, choice = rest.partition(":")
    said = answers.get(name)
    if kind == _NONE:
        return not said
    if kind == _ANY:
        return bool(said)
    return choice in said if isinstance(said, list) else said == choice
