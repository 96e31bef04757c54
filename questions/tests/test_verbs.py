"""What is done with a question, and what is left of it afterwards."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from post_office.models import Email

from events.models import Holiday
from questions import evidence, retention, verbs
from questions.enums import Notify, QuestionState
from questions.models import AnswerPage, Question
from questions.tests.scenario import EMAIL, NAME, NOW, TEXT, answered, ask, desk
from questions.workload import workload

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.postgres,
    pytest.mark.usefixtures("front"),
]
TODAY = date(2030, 3, 1)


def test_a_question_has_its_last_day_and_its_letters():
    asked = ask()
    assert asked.due_on == date(2030, 3, 8)
    assert asked.state(TODAY) == QuestionState.NEW
    (letter,) = Email.objects.all()
    assert letter.to == [EMAIL]
    assert asked.shown_code in letter.message
    # Whoever reads the mailbox reads neither question nor name there.
    assert TEXT not in letter.message
    assert NAME not in letter.message


def test_the_same_form_or_the_same_words_within_a_day_are_one_question():
    key = uuid4()
    first = ask(key=key)
    assert ask(key=key).pk == first.pk
    spelled = f"  {TEXT.upper()} !"
    assert ask(spelled, now=NOW + timedelta(hours=23)).pk == first.pk
    assert ask(now=NOW + timedelta(hours=25)).pk != first.pk
    assert ask(email="khac@example.vn").pk != first.pk
    assert Question.objects.count() == 3


def test_a_day_off_moves_what_is_unanswered():
    open_one, done = ask(), answered(ask("Một câu khác đã được trả lời rồi?"))
    Holiday.objects.create(day=date(2030, 3, 6))
    open_one.refresh_from_db()
    done.refresh_from_db()
    assert open_one.due_on == date(2030, 3, 11)
    assert done.due_on == date(2030, 3, 8)


def test_an_answer_is_given_once_and_told():
    asked = answered(ask())
    assert asked.state(TODAY) == QuestionState.ANSWERED
    assert Email.objects.filter(to=EMAIL).count() == 2
    with pytest.raises(verbs.QuestionClosed):
        answered(asked)
    with pytest.raises(verbs.QuestionClosed):
        verbs.save_draft(asked.pk, short_answer="Khác", words="", topic=None)
    with pytest.raises(verbs.QuestionClosed):
        verbs.assign(asked.pk, to=None, now=NOW)


def test_a_published_answer_names_nobody(django_user_model):
    actor = django_user_model.objects.create_user("canbo")
    asked = answered(ask(), actor=actor)
    given_ = {"answered_by": "Phòng minh họa", "now": NOW, "actor": actor}
    page = verbs.publish(asked.pk, wording="Làm chung thì ghi tên ai?", **given_)
    again = verbs.publish(asked.pk, wording="Câu khác", **given_)
    assert again.pk == page.pk
    assert page.live
    assert (page.title, page.summary) == ("Làm chung thì ghi tên ai?", "Ghi tên cả ba.")
    assert "đồng tác giả" in page.search_text()
    revision = str(page.latest_revision.content)
    assert NAME not in revision
    assert EMAIL not in revision


@pytest.mark.parametrize(
    "wording",
    [
        f"{NAME} hỏi ghi tên ai?",
        "nong van bi mat hỏi ghi tên ai?",
        f"Trả lời vào {EMAIL.upper()}",
        "Số căn cước 012345678901 có phải ghi?",
        "Gọi 0912 345 678",
    ],
)
def test_words_that_name_the_asker_are_not_published(wording):
    asked = answered(ask())
    with pytest.raises(verbs.AskerNamed):
        verbs.publish(asked.pk, wording=wording, answered_by="", now=NOW, actor=None)
    assert not AnswerPage.objects.exists()


def test_nothing_is_published_without_the_asker_s_word():
    asked = answered(ask(may_publish=False))
    with pytest.raises(verbs.PublicationRefused):
        verbs.publish(
            asked.pk, wording="Ghi tên ai?", answered_by="", now=NOW, actor=None
        )
    with pytest.raises(verbs.PublicationRefused):
        open_one = ask("Chưa ai trả lời câu này phải không?")
        verbs.publish(
            open_one.pk, wording="Ghi tên ai?", answered_by="", now=NOW, actor=None
        )


def test_a_withdrawn_question_leaves_no_word_and_no_letter():
    asked = ask(agency="Đơn vị minh họa", ticket_code="ABC345")
    verbs.withdraw(asked, now=NOW)
    assert_nobody_left(asked)
    assert not Email.objects.exists()
    assert asked.state(TODAY) == QuestionState.WITHDRAWN
    # Asked again, it is a new one.
    assert ask().pk != asked.pk


def test_time_over_is_time_over():
    desk()
    answered_one = answered(ask())
    left = ask("Câu này không ai trả lời bao giờ cả?", name="Khác", email="k@vidu.vn")
    assert retention.forget_due(NOW + timedelta(days=89)) == 0
    assert retention.forget_due(NOW + timedelta(days=90)) == 1
    assert_nobody_left(answered_one)
    assert retention.forget_due(NOW + timedelta(days=364)) == 0
    assert retention.forget_due(NOW + timedelta(days=365)) == 1
    assert_nobody_left(left)
    assert retention.forget_due(NOW + timedelta(days=400)) == 0


def assert_nobody_left(asked: Question) -> None:
    asked.refresh_from_db()
    kept = Question.objects.filter(pk=asked.pk).values().get()
    for name in ("text", "name", "agency", "email", "phone", "answer", "same_key"):
        assert kept[name] == "", name
    assert not any(NAME in str(value) for value in kept.values())
    assert evidence.find(NAME, EMAIL) == []


def test_a_person_is_found_with_and_without_marks_and_gets_all_of_it():
    asked = answered(ask(subject_title="36/2018/QĐ-UBND: Quy định"))
    ask("Một người khác hỏi câu này đây?", name="Người Khác", email="kh@example.vn")
    (sure,) = evidence.find(NAME, EMAIL)
    assert (sure.pk, sure.is_sure) == (asked.pk, True)
    (maybe,) = evidence.find("nong van bi mat", "")
    assert (maybe.pk, maybe.is_sure) == (asked.pk, False)
    by_phone = ask(
        "Gọi cho tôi có được không?", notify=Notify.PHONE, phone="0912 345 678"
    )
    assert by_phone.pk in {row.pk for row in evidence.find("", "+84912345678")}
    document = evidence.as_document([sure], now=NOW)["questions"][0]
    assert document["question"] == TEXT
    assert document["name"] == NAME
    assert "đồng tác giả" in document["answer"]
    assert [one["given"] for one in document["consents"]] == [True, True]


def test_the_workload_counts_what_waits(django_user_model):
    root = django_user_model.objects.create_superuser("quantri")
    nobody = django_user_model.objects.create_user("nguoila")
    mine = ask()
    verbs.assign(mine.pk, to=root, now=NOW)
    ask("Câu thứ hai chưa giao cho ai cả?")
    answered(ask("Câu thứ ba đã trả lời rồi?"))
    found = workload(root, NOW + timedelta(days=8))
    assert (found.waiting, found.late, found.mine, found.unassigned) == (2, 2, 1, 1)
    assert workload(root, NOW).late == 0
    assert workload(nobody, NOW) is None
