"""An answer put right: by the asker's page, the public one and one letter."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from post_office.models import Email
from wagtail.models import ModelLogEntry

from questions import corrections, verbs
from questions.enums import Notify
from questions.models import AnswerPage
from questions.tests.scenario import EMAIL, NAME, NOW, answered, ask, official
from questions.tests.test_admin import WORDS

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.postgres,
    pytest.mark.usefixtures("front"),
]
BETTER = "Ghi tên cả bốn."
SUBJECT = "đã được sửa"


def letters() -> int:
    return sum(SUBJECT in one.subject for one in Email.objects.all())


def receipt(client, asked) -> str:
    return client.get(reverse("question_receipt", args=[asked.shown_code])).text


def on_page(asked) -> AnswerPage:
    wording = {"wording": "Làm chung thì ghi tên ai?", "answered_by": ""}
    return verbs.publish(asked.pk, **wording, now=NOW, actor=None)


def test_the_asker_reads_what_was_corrected_on_the_public_page(client):
    asked = answered(ask())
    page = on_page(asked)
    assert letters() == 0
    page.summary = BETTER
    page.save_revision().publish()
    said = receipt(client, asked)
    assert BETTER in said
    assert "Ghi tên cả ba." not in said
    assert f"sửa câu trả lời ngày {timezone.localdate():%d/%m/%Y}" in said
    assert letters() == 1
    # What changes nothing of the words is no correction.
    page.is_often_asked = True
    page.body = [
        ("paragraph", '<p data-block-key="a1">Ai cùng làm đều là đồng tác giả.</p>')
    ]
    page.save_revision().publish()
    assert letters() == 1


def test_an_official_corrects_an_answer_and_both_pages_say_it(client):
    asked = answered(ask())
    page = on_page(asked)
    user = official()
    client.force_login(user)
    url = reverse("question_desk_one", args=[asked.pk])
    assert "Sửa câu trả lời" in client.get(url).text
    assert client.get(f"{url}?sua").context["correction_form"]
    values = {"act": "correct", "short_answer": BETTER, "words": WORDS}
    named = client.post(url, values | {"short_answer": f"{NAME} hỏi."})
    assert named.context["correction_form"].errors["words"]
    for _twice in range(2):
        assert client.post(url, values).status_code == 302
    for said in (receipt(client, asked), client.get(page.url).text):
        assert BETTER in said
        assert "khoản 1 Điều 3" in said
    assert letters() == 1
    entry = ModelLogEntry.objects.filter(action=corrections.LOGGED).first()
    assert entry.user == user
    assert EMAIL not in str(entry.label)


def test_an_answer_of_its_asker_alone_is_corrected_too(client):
    asked = answered(ask(notify=Notify.NONE, email="", may_publish=False))
    client.force_login(official("canbo", "change_question"))
    url = reverse("question_desk_one", args=[asked.pk])
    client.post(url, {"act": "correct", "short_answer": BETTER, "words": WORDS})
    assert BETTER in receipt(client, asked)
    assert letters() == 0


def test_a_page_with_a_draft_is_corrected_there(client):
    asked = answered(ask())
    page = on_page(asked)
    page.title = "Tên khác?"
    page.save_revision()
    client.force_login(official())
    url = reverse("question_desk_one", args=[asked.pk])
    client.post(url, {"act": "correct", "short_answer": BETTER, "words": WORDS})
    page.refresh_from_db()
    assert (page.summary, page.has_unpublished_changes) == ("Ghi tên cả ba.", True)
    link = reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert f'button-secondary" href="{link}"' in client.get(url).text


def test_of_other_blocks_the_asker_reads_the_words(client):
    asked = answered(ask())
    page = on_page(asked)
    page.body = [
        *page.body.raw_data,
        {"type": "quote", "value": {"text": "Một <b> lời"}},
    ]
    page.save_revision().publish()
    assert "Một &lt;b&gt; lời" in receipt(client, asked)


def test_corrected_or_published_after_it_was_withdrawn_nothing_comes_back(client):
    asked = answered(ask())
    page = on_page(asked)
    verbs.withdraw(asked, now=NOW + timedelta(days=1))
    page.summary = BETTER
    page.save_revision().publish()
    asked.refresh_from_db()
    assert (asked.short_answer, asked.corrected_at) == ("", None)
    said = {"short_answer": BETTER, "words": "<p>Khác.</p>"}
    with pytest.raises(verbs.QuestionClosed):
        corrections.correct(asked.pk, **said, now=NOW, actor=None)


def test_publishing_rights_are_asked_for(client):
    asked = answered(ask())
    page = on_page(asked)
    client.force_login(official("tra-loi", "change_question"))
    url = reverse("question_desk_one", args=[asked.pk])
    client.post(url, {"act": "correct", "short_answer": BETTER, "words": WORDS})
    page.refresh_from_db()
    assert page.summary == "Ghi tên cả ba."


def test_before_an_answer_goes_out_it_is_asked_once(client):
    asked = ask()
    client.force_login(official())
    url = reverse("question_desk_one", args=[asked.pk])
    said = {"short_answer": BETTER, "words": WORDS}
    last_look = client.post(url, {"act": "answer", **said})
    assert f"Thư đến {EMAIL} ngay" in last_look.text
    asked.refresh_from_db()
    assert asked.answered_at is None
    client.post(url, {"act": "send", **said})
    asked.refresh_from_db()
    assert asked.short_answer == BETTER
