"""What is done with a question: received, given to somebody, answered, published.

Each verb is one transaction. Views, the admin and the demonstration call these.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from events.privacy.requests import days_off
from portal.vietnamese import fold
from portal.vietnamese.personal_numbers import personal_numbers
from questions import consent, letters
from questions.clock import due_on
from questions.enums import Notify
from questions.models import (
    AnswerPage,
    Question,
    QuestionIndexPage,
    QuestionSettings,
    QuestionTopic,
)

SAME_WITHIN = timedelta(days=1)


class QuestionClosed(Exception):
    """Answered or withdrawn in the meantime; nothing was written."""


class PublicationRefused(Exception):
    """The asker did not agree, or there is no answer or no place yet."""


class AskerNamed(Exception):
    """The words to be published hold the asker's name, contact or somebody's number."""


@dataclass(frozen=True, slots=True)
class QuestionDetails:
    """What a form says; `email` and `phone` only where the asker is told that way."""

    text: str
    topic: QuestionTopic | None = None
    subject: Page | None = None
    subject_title: str = ""
    ticket_code: str = ""
    name: str = ""
    agency: str = ""
    notify: Notify = Notify.NONE
    email: str = ""
    phone: str = ""
    may_publish: bool = False


def receive(
    details: QuestionDetails, *, key: UUID, desk: QuestionSettings, now: datetime
) -> Question:
    """Write the question down, start its clock, and write to asker and office.

    The same form sent twice, or the same words from the same contact within a day,
    is the same question.
    """
    same = _same_key(details)
    with transaction.atomic():
        earlier = Question.objects.filter(
            same_key=same, received_at__gt=now - SAME_WITHIN, withdrawn_at=None
        ).first()
        if earlier:
            return earlier
        today = timezone.localdate(now)
        question, is_new = Question.objects.get_or_create(
            key=key,
            defaults={
                **{name: getattr(details, name) for name in details.__slots__},
                "same_key": same,
                "consent_version": consent.CURRENT,
                "received_at": now,
                "due_on": due_on(today, desk.days_to_answer, days_off()),
            },
        )
        if is_new:
            letters.received(question)
    return question


def assign(question_id: int, *, to, now: datetime) -> None:
    """Give it to somebody, or with None to nobody. Raises QuestionClosed."""
    open_one = Question.objects.unanswered().filter(pk=question_id)
    if not open_one.update(assigned_to=to, assigned_at=now if to else None):
        raise QuestionClosed


def save_draft(question_id: int, *, short_answer: str, words: str, topic) -> None:
    """Keep what is written so far; nobody is told. Raises QuestionClosed."""
    open_one = Question.objects.unanswered().filter(pk=question_id)
    if not open_one.update(short_answer=short_answer, answer=words, topic=topic):
        raise QuestionClosed


def answer(
    question_id: int, *, short_answer: str, words: str, topic, now: datetime, actor
) -> Question:
    """Answer officially; the asker is told where an address was left.

    Raises QuestionClosed.
    """
    with transaction.atomic():
        open_one = Question.objects.unanswered().filter(pk=question_id)
        if not open_one.update(
            short_answer=short_answer,
            answer=words,
            topic=topic,
            answered_at=now,
            answered_by=actor,
        ):
            raise QuestionClosed
        question = Question.objects.get(pk=question_id)
        letters.answered(question)
    return question


def publish(
    question_id: int, *, wording: str, answered_by: str, now: datetime, actor
) -> AnswerPage:
    """Publish the answer as a page, under a wording that names nobody.

    Raises PublicationRefused, or AskerNamed; published twice it is one page.
    """
    with transaction.atomic():
        row = Question.objects.select_for_update().filter(pk=question_id).first()
        index = QuestionIndexPage.objects.live().first()
        if row and row.page:
            return row.page
        if not row or not index or not row.answered_at or not row.may_publish:
            raise PublicationRefused
        if names_asker(row, f"{wording}\n{row.short_answer}\n{row.answer}"):
            raise AskerNamed
        page = AnswerPage(
            title=wording,
            summary=row.short_answer,
            topic=row.topic,
            asked_on=timezone.localdate(row.received_at),
            answered_on=timezone.localdate(row.answered_at),
            answered_by=answered_by,
            body=[("paragraph", row.answer)],
        )
        index.add_child(instance=page)
        revision = page.save_revision(user=actor)
        # Whoever calls has asked for the right to publish answers.
        revision.publish(user=actor, skip_permission_checks=True)
        Question.objects.filter(pk=row.pk).update(page=page)
    return page


def names_asker(question: Question, words: str) -> bool:
    """Whether the words hold the asker's name, address or telephone, or a number."""
    folded = fold(words)
    # A single name is too short to tell from a word.
    name = fold(question.name)
    is_named = " " in name and f" {name} " in f" {_spaced(folded)} "
    is_reached = bool(question.email) and question.email.lower() in words.lower()
    return is_named or is_reached or bool(personal_numbers(words))


def withdraw(question: Question, *, now: datetime) -> None:
    """The asker takes it back: words, contact and letters go at once.

    What was published stands without the asker and stays.
    """
    with transaction.atomic():
        Question.objects.filter(pk=question.pk, withdrawn_at=None).update(
            withdrawn_at=now
        )
        forget([question.pk], now=now)


def forget(ids: list[int], *, now: datetime) -> int:
    """Erase who asked and all that was written; days and states stay."""
    with transaction.atomic():
        gone = Question.objects.filter(pk__in=ids, forgotten_at=None).update(
            text="",
            same_key="",
            subject_title="",
            subject=None,
            ticket_code="",
            name="",
            agency="",
            email="",
            phone="",
            short_answer="",
            answer="",
            forgotten_at=now,
        )
        letters.forget(ids)
    return gone


def follow_holidays(desk: QuestionSettings) -> None:
    """Set the clocks that still run by the days off as they now are."""
    holidays = days_off()
    for row in Question.objects.unanswered().exclude(due_on=None):
        received = timezone.localdate(row.received_at)
        due = due_on(received, desk.days_to_answer, holidays) or row.due_on
        Question.objects.unanswered().filter(pk=row.pk).update(due_on=due)


def _same_key(details: QuestionDetails) -> str:
    said = (_spaced(fold(details.text)), details.email.lower(), details.phone)
    about = details.subject.pk if details.subject else ""
    whole = "\0".join((*said, fold(details.name), str(about), details.ticket_code))
    return hashlib.sha256(whole.encode()).hexdigest()


def _spaced(text: str) -> str:
    """Words alone, one space between them."""
    return " ".join("".join(c if c.isalnum() else " " for c in text).split())
