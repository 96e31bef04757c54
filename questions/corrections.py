"""An answer put right: one text for whoever asked and for everybody.

Before it is published the question holds the text. Once it is, the page does, and the
question follows whenever the page is published, wherever that was done.
"""

import re
from datetime import datetime
from html import escape

from django.db import transaction
from wagtail.log_actions import log

from portal.text import text_of
from questions import letters
from questions.models import AnswerPage, Question
from questions.verbs import AskerNamed, QuestionClosed, names_asker

LOGGED = "questions.correct"
_KEYS = re.compile(r' data-block-key="[^"]*"')


class WrittenOnPage(Exception):
    """The page has a draft, or more than words: it is put right in its own editor."""


def correct(
    question_id: int, *, short_answer: str, words: str, now: datetime, actor
) -> None:
    """Put an answer right for its asker, and on its page where it is published.

    The asker is written to where an address was left, unless nothing is different.
    Raises QuestionClosed, AskerNamed or WrittenOnPage, and changes nothing then.
    """
    with transaction.atomic():
        answered = Question.objects.exclude(answered_at=None).filter(withdrawn_at=None)
        rows = answered.named().select_for_update(of=("self",))
        row = rows.filter(pk=question_id).first()
        if row is None:
            raise QuestionClosed
        if row.page is None:
            _follow(row, short_answer, words, now)
        else:
            if not is_plain(row.page):
                raise WrittenOnPage
            if names_asker(row, f"{short_answer}\n{words}"):
                raise AskerNamed
            row.page.summary = short_answer
            row.page.body = [("paragraph", words)]
            revision = row.page.save_revision(user=actor)
            # Whoever calls has asked for the right to publish answers.
            revision.publish(user=actor, skip_permission_checks=True)
        log(instance=row, action=LOGGED, user=actor)


def is_plain(page: AnswerPage) -> bool:
    """Whether it is as `verbs.publish` made it: words alone, and no draft waits."""
    is_words = [block.block_type for block in page.body] == ["paragraph"]
    return is_words and not page.has_unpublished_changes


def follow_page(page: AnswerPage, *, now: datetime) -> None:
    """What was published is now what the asker reads; nothing where it was before."""
    with transaction.atomic():
        rows = Question.objects.named().filter(withdrawn_at=None, page=page)
        if row := rows.select_for_update().first():
            _follow(row, page.summary, _words(page), now)


def _words(page: AnswerPage) -> str:
    """The body as one rich text; of a table or a picture its words are left."""
    body = page.body.stream_block
    parts = []
    for raw in body.get_prep_value(page.body):
        if raw["type"] == "paragraph":
            parts.append(raw["value"])
        elif words := text_of(body, [raw]):
            parts.append(f"<p>{escape(words)}</p>")
    return "".join(parts)


def _follow(row: Question, short_answer: str, words: str, now: datetime) -> None:
    # An editor gives every paragraph a key that nobody reads.
    said = (row.short_answer, _KEYS.sub("", row.answer))
    if said == (short_answer, _KEYS.sub("", words)):
        return
    row.short_answer, row.answer, row.corrected_at = short_answer, words, now
    row.save(update_fields=["short_answer", "answer", "corrected_at"])
    letters.corrected(row)
