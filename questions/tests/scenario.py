"""Invented questions for tests."""

from datetime import UTC, datetime
from uuid import uuid4

from django.contrib.auth.models import Permission

from portal.models import User
from portal.tests import gathered
from questions import verbs
from questions.enums import Notify
from questions.models import AnswerPage, Question, QuestionIndexPage, QuestionTopic
from questions.retention import current_settings
from questions.verbs import QuestionDetails

# A Friday, nine in the morning here.
NOW = datetime(2030, 3, 1, 2, 0, tzinfo=UTC)
TEXT = "Nhóm tôi ba người làm chung một sáng kiến thì ghi tên ai?"
NAME, EMAIL = "Nông Văn Bí Mật", "bi.mat@example.vn"


def desk(days: int | None = 5):
    found = current_settings()
    found.days_to_answer = days
    found.save()
    return found


def ask(text: str = TEXT, *, key=None, now=NOW, **details) -> Question:
    details = {
        "name": NAME,
        "notify": Notify.EMAIL,
        "email": EMAIL,
        "may_publish": True,
        **details,
    }
    asked = QuestionDetails(text=text, **details)
    return verbs.receive(asked, key=key or uuid4(), desk=desk(), now=now)


def answered(question: Question, *, now=NOW, actor=None) -> Question:
    return verbs.answer(
        question.pk,
        short_answer="Ghi tên cả ba.",
        words="<p>Ai cùng làm đều là đồng tác giả.</p>",
        topic=QuestionTopic.objects.first(),
        now=now,
        actor=actor,
    )


def official(username: str = "canbo", *codenames: str) -> User:
    user = User.objects.create_user(username)
    names = codenames or ("change_question", "publish_question")
    wanted = Permission.objects.filter(codename__in=("access_admin", *names))
    user.user_permissions.add(*wanted)
    return user


def published(title: str, **values) -> AnswerPage:
    values = {"summary": "Trả lời ngắn minh họa.", **values}
    page = AnswerPage(title=title, **values)
    with gathered.at_the_end():
        QuestionIndexPage.objects.get().add_child(instance=page)
        page.save_revision().publish()
    return page
