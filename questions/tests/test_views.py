"""The form, the page in between, the receipt, and what a stranger cannot do."""

from uuid import uuid4

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from portal import guard
from portal.models import SiteSettings
from questions import codes
from questions.enums import Notify
from questions.models import AnswerPage, ContactPage, Question, QuestionIndexPage
from questions.tests.scenario import EMAIL, NAME, TEXT, answered, ask, published
from questions.views import receipt, suggestions

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.postgres,
    pytest.mark.usefixtures("front"),
]


@pytest.fixture(autouse=True)
def no_counts():
    cache.clear()
    yield
    cache.clear()


def filled(**values) -> dict:
    return {
        **guard.filled("question", timezone.now()),
        "question": TEXT,
        "notify": Notify.NONE.value,
        "agreed": "on",
        "key": str(uuid4()),
        **values,
    }


def send(client, **values):
    return client.post(reverse("ask"), filled(**values))


def test_only_the_question_and_one_consent_are_needed(client):
    response = send(client)
    asked = Question.objects.get()
    assert response.status_code == 302
    assert response.url == reverse("question_receipt", args=[asked.shown_code])
    assert (asked.text, asked.name, asked.email, asked.may_publish) == (
        TEXT,
        "",
        "",
        False,
    )
    page = client.get(response.url)
    assert asked.shown_code in page.content.decode()
    assert page["Cache-Control"] == "private, no-store"
    assert "noindex" in page["X-Robots-Tag"]


def test_the_contact_page_gives_each_reader_a_form_of_their_own(client):
    page = ContactPage.objects.get()
    first, second = client.get(page.url), client.get(page.url)
    assert first["Cache-Control"] == "private, no-store"
    assert first.context["form"]["key"].value() != second.context["form"]["key"].value()


def test_each_thing_that_is_missing_is_said_and_nothing_is_lost(client):
    response = send(client, question="", agreed="", notify="email", email="", name="Hà")
    said = [problem.field_id for problem in response.context["form"].problems]
    assert said == ["id_question", "id_email", "id_agreed"]
    assert 'value="Hà"' in response.content.decode()
    assert not Question.objects.exists()


def test_numbers_of_persons_are_asked_about_once(client):
    text = "Tôi có số căn cước 012345678901, hồ sơ thế nào?"
    response = send(client, question=text)
    page = response.content.decode()
    assert "12 chữ số" in response.context["form"].errors["question"][0]
    assert text in page
    assert 'name="keep_numbers"' in page
    assert not Question.objects.exists()
    assert send(client, question=text, keep_numbers="on").status_code == 302
    assert Question.objects.get().text == text


def test_a_megabyte_is_refused_with_words(client):
    response = send(client, question="câu hỏi " * 130_000)
    assert response.status_code == 200
    assert "2000 ký tự" in response.context["form"].errors["question"][0]
    assert not Question.objects.exists()


def test_script_is_shown_as_text(client, admin_client):
    text = '<script>alert(1)</script> "><img src=x onerror=alert(2)>'
    receipt_page = client.get(send(client, question=text).url).content.decode()
    desk = admin_client.get(
        reverse("question_desk_one", args=[Question.objects.get().pk])
    ).content.decode()
    for page in (receipt_page, desk):
        assert "&lt;script&gt;alert(1)" in page
        assert "<script>alert(1)" not in page
        assert "<img src=x" not in page


def test_sent_twice_it_is_one_receipt(client):
    again = filled()
    first = client.post(reverse("ask"), again)
    assert client.post(reverse("ask"), again).url == first.url
    assert send(client).url == first.url
    assert Question.objects.count() == 1


def test_what_it_is_about_goes_along(client):
    page = published("Nộp hồ sơ ở đâu?")
    shown = client.get(reverse("ask"), {"ve": page.pk, "ma-ve": "abc345"})
    assert page.title in shown.content.decode()
    send(client, subject=str(page.pk), ticket="abc345", seen="1")
    asked = Question.objects.get()
    assert (asked.subject_id, asked.subject_title) == (page.pk, page.title)
    assert asked.ticket_code == "ABC345"


@pytest.mark.parametrize("typed", ["", "0", "x", "-1", "9" * 40, "٣", "1 OR 1=1"])
def test_a_wrong_subject_is_none(client, typed):
    response = client.get(reverse("ask"), {"ve": typed, "ma-ve": typed})
    assert response.status_code == 200
    assert response.context["subject"] is None


def test_an_unpublished_page_is_no_subject(client):
    page = published("Chưa đăng thì không ai thấy")
    page.unpublish()
    response = client.get(reverse("ask"), {"ve": page.pk})
    assert page.title not in response.content.decode()


def test_a_near_answer_is_offered_before_anything_is_sent(client):
    page = published("Ba người làm chung một sáng kiến thì ghi tên ai?")
    response = send(client)
    assert response.status_code == 200
    assert page.title in response.content.decode()
    assert not Question.objects.exists()
    carried = dict(response.context["form"].carried())
    again = guard.filled("question", timezone.now()) | carried | {"seen": "1"}
    assert client.post(reverse("ask"), again).status_code == 302
    assert Question.objects.get().text == TEXT


def test_near_answers_while_typing_and_their_brake(client, monkeypatch):
    page = published("Ba người làm chung một sáng kiến thì ghi tên ai?")
    published("Hồ sơ lưu ở phòng nào?")
    url = reverse("question_similar")
    found = client.get(url, {"q": "lam chung mot sang kien ghi ten ai"}).json()
    assert [one["title"] for one in found["answers"]] == [page.title]
    assert client.get(url, {"q": "sáng kiến"}).json() == {"answers": []}
    assert client.get(url, {"q": "\0 <script> ' \" ) OR 1=1 --"}).status_code == 200
    monkeypatch.setattr(
        suggestions, "PER_READER", guard.Limit(3, suggestions.PER_READER.per)
    )
    assert client.get(url, {"q": "x"}).status_code == 429


def test_the_receipt_shows_neither_name_nor_number_and_masks_the_address(client):
    asked = answered(ask(phone=""))
    page = client.get(
        reverse("question_receipt", args=[asked.shown_code])
    ).content.decode()
    assert "b•••@example.vn" in page
    assert EMAIL not in page
    assert NAME not in page
    assert "Ghi tên cả ba." in page
    assert "đồng tác giả" in page


def test_wrong_and_unknown_codes_hear_the_same_and_guessing_is_braked(
    client, monkeypatch
):
    unknown = codes.shown("B" * codes.LENGTH)
    said = set()
    for typed in ("x", unknown):
        page = client.get(reverse("question_lookup"), {"ma": typed})
        said.add(page.context["form"].errors["ma"][0])
    assert len(said) == 1
    missing = client.get(reverse("question_receipt", args=[unknown]))
    assert (missing.status_code, missing.context["form"].errors["ma"][0]) == (
        404,
        *said,
    )
    limit = guard.Limit(5, receipt.PER_READER.per)
    monkeypatch.setattr(receipt, "PER_READER", limit)
    asked = ask()
    urls = [
        reverse("question_receipt", args=[asked.shown_code]),
        reverse("question_withdraw", args=[asked.shown_code]),
        f"{reverse('question_lookup')}?ma={asked.shown_code}",
    ]
    for _each in range(5):
        client.get(urls[0])
    assert [client.get(url).status_code for url in urls] == [429] * 3


def test_a_code_typed_by_hand_leads_to_the_receipt(client):
    asked = ask()
    typed = asked.shown_code.lower().replace("-", " ")
    response = client.get(reverse("question_lookup"), {"ma": typed})
    assert response.url == reverse("question_receipt", args=[asked.shown_code])


def test_withdrawing_asks_once_and_a_get_writes_nothing(client):
    asked = ask()
    url = reverse("question_withdraw", args=[asked.shown_code])
    assert client.get(url).status_code == 200
    asked.refresh_from_db()
    assert asked.text == TEXT
    page = client.post(url, follow=True).content.decode()
    assert TEXT not in page
    asked.refresh_from_db()
    assert asked.text == ""


def test_too_many_questions_are_held_back(client, monkeypatch):
    from questions.views import ask as view  # its limit is changed here

    monkeypatch.setattr(view, "PER_VISITOR", guard.Limit(2, view.PER_VISITOR.per))
    statuses = [send(client, question=f"{TEXT} Lần {n}").status_code for n in range(3)]
    assert statuses == [302, 302, 429]


def test_the_contact_page_is_kept_by_no_shared_cache(client):
    page = ContactPage.objects.get()
    response = client.get(page.url)
    assert response["Cache-Control"] == "private, no-store"
    assert f'action="{reverse("ask")}"' in response.content.decode()


def test_the_list_finds_filters_and_feeds(client):
    index = QuestionIndexPage.objects.get()
    empty = client.get(index.url).content.decode()
    assert reverse("ask") in empty
    first = published("Nộp hồ sơ qua thư được không?", is_often_asked=True)
    second = published("Hội đồng họp xét trong bao lâu?")
    both = client.get(index.url)
    assert both.context["result_count"] == 2
    assert [one.pk for one in both.context["often_asked"]] == [first.pk]
    found = client.get(index.url, {"q": "hoi dong hop"})
    assert [one.pk for one in found.context["answers"]] == [second.pk]
    none = client.get(index.url, {"q": "trồng hồi"}).content.decode()
    assert f"{reverse('ask')}?q=tr%E1%BB%93ng%20h%E1%BB%93i" in none
    assert (
        client.get(index.url, {"linh-vuc": "'\"<x>", "trang": "x"}).status_code == 200
    )
    feed = client.get(f"{index.url}rss/").content.decode()
    assert first.title in feed
    assert "/hoi-dap/" in client.get("/sitemap-trang.xml").content.decode()


def test_each_answer_stands_in_the_list_once(client, monkeypatch):
    """What is often asked stands at the head, not among the newest too."""
    monkeypatch.setattr("questions.facets.PER_PAGE", 2)
    index = QuestionIndexPage.objects.get()
    often = published("Nộp hồ sơ qua thư được không?", is_often_asked=True)
    alone = client.get(index.url).content.decode()
    assert "Vừa trả lời" not in alone
    assert alone.count(f'href="{often.url}"') == 1
    others = [published(f"Câu hỏi minh họa số {n}?") for n in range(4)]
    pages = [client.get(index.url, {"trang": n}).content.decode() for n in (1, 2)]
    for page in (often, *others):
        assert sum(html.count(f'href="{page.url}"') for html in pages) == 1
    feed = client.get(f"{index.url}rss/").content.decode()
    assert often.title in feed
    assert pages[0].index(often.url) < pages[0].index(others[-1].url)


def test_an_answer_is_a_qa_page_and_is_found_by_the_one_search(client):
    page = published("Hội đồng họp xét trong bao lâu?", summary="Mười lăm ngày.")
    html = client.get(page.url).content.decode()
    assert '"@type":"QAPage"' in html
    assert '"acceptedAnswer":{"@type":"Answer","text":"Mười lăm ngày."' in html
    found = client.get("/tim-kiem/", {"q": "hoi dong hop xet bao lau"})
    assert page.url in found.content.decode()


def test_queries_do_not_grow_with_the_list(client):
    index = QuestionIndexPage.objects.get()
    counts = []
    for many in (1, 4):
        for number in range(many):
            published(f"Câu hỏi số {many}{number} ghi tên ai?", is_often_asked=True)
        for _warm in range(2):
            with CaptureQueriesContext(
                connection,
            ) as asked:
                assert client.get(index.url, {"q": "ghi ten ai"}).status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1]
    assert AnswerPage.objects.count() == 5


def test_the_page_promises_a_call_only_where_there_is_a_number(client):
    page = ContactPage.objects.get()
    ContactPage.objects.update(summary="")
    page.refresh_from_db()
    assert "Gọi khi cần ngay" not in client.get(page.url).content.decode()
    settings = SiteSettings.for_site(page.get_site())
    settings.phone = "0205 3812 345"
    settings.save()
    assert "Gọi khi cần ngay" in client.get(page.url).content.decode()
