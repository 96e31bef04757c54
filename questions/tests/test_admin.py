"""The officials' side: who is let in, what is seen, answered, published and noted."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from events.privacy import requests
from home.setup import EDITORS, MODERATORS, ORGANISERS
from questions import verbs
from questions.admin import urls
from questions.enums import QuestionSeen, QuestionState
from questions.models import Question, QuestionAccess, QuestionSettings, QuestionTopic
from questions.tests.scenario import EMAIL, NAME, TEXT, answered, ask, official
from questions.workload import workload

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.postgres,
    pytest.mark.usefixtures("front"),
]
# Draftail's own notation of one paragraph.
WORDS = json.dumps(
    {
        "blocks": [
            {
                "key": "a",
                "text": "Theo khoản 1 Điều 3, ai cùng làm đều là đồng tác giả.",
                "type": "unstyled",
                "depth": 0,
                "inlineStyleRanges": [],
                "entityRanges": [],
            }
        ],
        "entityMap": {},
    }
)


def addresses(pk: int) -> list[str]:
    known = {"question_desk_one": [pk]}
    return [reverse(one.name, args=known.get(one.name, [])) for one in urls.urlpatterns]


@pytest.mark.parametrize(
    ("role", "is_in"),
    [(None, False), (EDITORS, False), (ORGANISERS, False), (MODERATORS, True)],
)
def test_who_sees_questions(client, django_user_model, django_group_of, role, is_in):
    asked = ask()
    if role:
        user = django_user_model.objects.create_user("ai-do")
        user.groups.add(django_group_of(role))
        client.force_login(user)
    for url in addresses(asked.pk):
        response = client.get(url)
        if is_in and url == reverse("question_people_found"):
            assert response.url == reverse("question_people")  # nothing looked for yet
        elif is_in:
            assert response.status_code == 200, url
        else:
            assert response.status_code in (302, 403), url
            assert NAME not in response.content.decode()
    if not is_in:
        client.post(addresses(asked.pk)[-1], {"act": "answer", "short_answer": "Không"})
        asked.refresh_from_db()
        assert asked.answered_at is None


@pytest.fixture
def django_group_of():
    from django.contrib.auth.models import Group  # for this fixture alone

    return lambda name: Group.objects.get(name=name)


def test_from_the_list_to_a_published_answer(client):
    user = official()
    client.force_login(user)
    asked = ask()
    listed = client.get(reverse("question_desk")).content.decode()
    assert TEXT[:30] in listed
    assert NAME not in listed
    url = reverse("question_desk_one", args=[asked.pk])
    assert NAME in client.get(url).content.decode()
    client.post(url, {"act": "assign", "assigned_to": user.pk})
    topic = QuestionTopic.objects.first()
    draft = {"topic": topic.pk, "short_answer": "Ghi tên cả ba.", "words": WORDS}
    client.post(url, {"act": "draft", **draft})
    asked.refresh_from_db()
    assert (asked.assigned_to, asked.answered_at) == (user, None)
    assert "đồng tác giả" in asked.answer
    refused = client.post(url, {"act": "answer", **draft, "short_answer": ""})
    assert "đồng tác giả" in refused.context["form"]["words"].value()
    client.post(url, {"act": "send", **draft})
    named = client.post(url, {"act": "publish", "wording": f"{NAME} hỏi gì?"})
    assert named.context["publish_form"].errors["wording"]
    client.post(url, {"act": "publish", "wording": "Làm chung thì ghi tên ai?"})
    asked.refresh_from_db()
    assert asked.answered_by == user
    page = client.get(asked.page.url).content.decode()
    assert "Làm chung thì ghi tên ai?" in page
    assert NAME not in page


def test_publishing_has_a_right_of_its_own(client):
    asked = answered(ask())
    client.force_login(official("tra-loi", "change_question"))
    url = reverse("question_desk_one", args=[asked.pk])
    response = client.post(url, {"act": "publish", "wording": "Ghi tên ai?"})
    assert response.status_code in (302, 403)
    asked.refresh_from_db()
    assert asked.page is None


def test_answered_by_two_it_is_the_first_one_s(client):
    asked = ask()
    client.force_login(official())
    answered(asked)
    url = reverse("question_desk_one", args=[asked.pk])
    values = {"act": "send", "short_answer": "Khác hẳn.", "words": WORDS}
    assert client.post(url, values).status_code == 302
    asked.refresh_from_db()
    assert asked.short_answer == "Ghi tên cả ba."


def test_filters_and_codes(client):
    client.force_login(official())
    late, done = ask(), answered(ask("Câu này đã được trả lời xong?"))
    gone = ask("Câu này thì người hỏi đã rút lại?")
    verbs.withdraw(gone, now=timezone.now())
    late.due_on = timezone.localdate().replace(year=2000, day=1)
    late.save()

    def found(**query) -> set[int]:
        page = client.get(reverse("question_desk"), query)
        return {row["asked"].pk for row in page.context["rows"]}

    assert found() == {late.pk, done.pk, gone.pk}
    assert found(state="late") == {late.pk}
    assert found(state="answered") == {done.pk}
    assert found(state="withdrawn") == {gone.pk}
    assert found(state="new") == found(state="handled") == set()
    assert found(q=late.shown_code.lower()) == {late.pk}
    assert found(q='"nonsense') == set()


def test_each_look_at_who_asked_is_noted_without_their_name(client):
    asked = ask()
    user = official("canbo", "change_question", "view_questionaccess")
    client.force_login(user)
    url = reverse("question_desk_one", args=[asked.pk])
    client.get(url)
    client.get(url)
    client.post(reverse("question_people"), {"name": NAME, "contact": EMAIL})
    chosen = {"act": "export", "chosen": asked.pk}
    file = client.post(reverse("question_people"), chosen)
    assert json.loads(file.content)["questions"][0]["name"] == NAME
    erased = {"act": "erase", "chosen": asked.pk, "confirmed": "1"}
    client.post(reverse("question_people"), erased)
    looks = list(QuestionAccess.objects.values_list("what", "codes", "username"))
    code = asked.shown_code
    assert sorted(looks) == sorted((what.value, code, "canbo") for what in QuestionSeen)
    log = client.get(reverse("question_access")).content.decode()
    assert code in log
    assert NAME not in log


def test_back_from_a_question_leads_to_what_was_found(client):
    asked = ask()
    client.force_login(official("canbo", "change_question"))
    form, found = reverse("question_people"), reverse("question_people_found")
    assert client.get(found).url == form
    sent = client.post(form, {"name": NAME, "contact": EMAIL})
    assert sent.url == found
    kept = json.dumps(dict(client.session))
    assert not any(word in kept for word in (NAME, EMAIL))
    for _again in range(2):
        (row,) = client.get(found).context["rows"]
        assert (row.pk, row.is_sure) == (asked.pk, True)
    assert QuestionAccess.objects.count() == 1
    # Begun anew the screen shows nobody.
    assert "rows" not in client.get(form).context
    client.post(form, {"act": "erase", "chosen": [asked.pk], "confirmed": "1"})
    assert client.get(found).url == form


def test_whoever_answers_a_data_request_finds_the_questions_and_erases_them(client):
    asked = ask()
    names = ("change_question", "change_datarequest", "see_attendees")
    client.force_login(official("canbo", *names))
    details = requests.RequestDetails("delete", NAME, EMAIL, "")
    made = requests.receive(details, key=asked.key, now=timezone.now())
    page = client.get(reverse("data_request", args=[made.pk])).content.decode()
    people = reverse("question_people")
    # The way there brings whom to look for: nothing is typed again.
    there = page[page.index(f'action="{people}"') :]
    for field in (f'name="name" value="{NAME}"', f'name="contact" value="{EMAIL}"'):
        assert field in there
    erase = {"act": "erase", "chosen": ["x", asked.pk]}
    first = client.post(people, erase)
    assert asked.shown_code in first.content.decode()
    assert Question.objects.get().text == TEXT
    assert not QuestionAccess.objects.exists()
    second = client.post(people, erase | {"confirmed": "1"})
    assert second.url == reverse("question_people_found")
    assert Question.objects.get().text == ""
    (look,) = QuestionAccess.objects.values_list("what", "codes")
    assert look == (QuestionSeen.ERASED, asked.shown_code)


@pytest.mark.parametrize("act", ["export", "erase"])
def test_nothing_ticked_is_said_and_noted_nowhere(client, act):
    asked = ask()
    client.force_login(official("canbo", "change_question"))
    form, found = reverse("question_people"), reverse("question_people_found")
    client.post(form, {"name": NAME, "contact": EMAIL})
    sent = client.post(form, {"act": act, "confirmed": "1"}, follow=True)
    assert sent.redirect_chain == [(found, 302)]
    assert [str(said) for said in sent.context["messages"]]
    assert Question.objects.get().text == asked.text
    assert QuestionAccess.objects.count() == 1


def test_what_was_erased_before_its_answer_waits_no_more(client):
    erased, waits = ask(), ask(email="khac@example.com")
    user = official("canbo", "change_question")
    client.force_login(user)
    verbs.forget([erased.pk], now=timezone.now())
    counted = workload(user, timezone.now())
    assert (counted.waiting, counted.unassigned) == (1, 1)
    with pytest.raises(verbs.QuestionClosed):
        verbs.assign(erased.pk, to=user, now=timezone.now())
    rows = client.get(reverse("question_desk")).context["rows"]
    assert [row["asked"].pk for row in rows] == [waits.pk, erased.pk]
    state = rows[1]["state"]
    assert (state["code"], state["clock"]) == (QuestionState.ERASED, None)
    wanted = client.get(reverse("question_desk"), {"state": "erased"}).context["rows"]
    assert [row["asked"].pk for row in wanted] == [erased.pk]
    one = client.get(reverse("question_desk_one", args=[erased.pk])).content.decode()
    assert 'value="answer"' not in one
    receipt = reverse("question_receipt", args=[erased.shown_code])
    page = client.get(receipt).content.decode()
    assert "Câu hỏi đã được xóa" in page
    assert "Sở trả lời chậm nhất" not in page


def test_queries_do_not_grow_with_the_desk(client):
    client.force_login(official())
    url = reverse("question_desk")
    ask()
    client.get(url)
    counts = []
    for more in (0, 3):
        for number in range(more):
            ask(f"Câu hỏi thêm vào số {number} đây?")
        with CaptureQueriesContext(connection) as asked:
            client.get(url)
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_hours_end_at_an_hour():
    """Another form's word for the last day stood beside 11:30."""
    fields = QuestionSettings._meta.get_field
    assert str(fields("morning_to").verbose_name) == "đến"
    assert str(fields("afternoon_to").verbose_name) == "đến"
