"""The public form about one's data: guarded, one request each, names nobody."""

from datetime import timedelta
from uuid import uuid4

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone
from post_office.models import Email
from wagtail.models import Site

from events.enums import Channel, RequestKind
from events.jobs import forget_answered_requests
from events.models import DataRequest
from events.privacy import requests
from portal import guard
from portal.models import SiteSettings

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.postgres,
    pytest.mark.usefixtures("front"),
]
FORM = "/du-lieu-ca-nhan/yeu-cau/"
NAME = "Hoàng Thị Minh Họa"


def filled(**values) -> dict:
    sent = {
        "kind": "see",
        "name": NAME,
        "contact": "0912 345 678",
        "about": "Lớp tập huấn minh họa ở Hữu Lũng",
        "key": str(uuid4()),
        **guard.filled("data-request", timezone.now()),
        **values,
    }
    return {name: value for name, value in sent.items() if value is not None}


def problems(response) -> str:
    page = BeautifulSoup(response.content, "html.parser")
    return page.select_one(".error-summary").get_text(" ", strip=True)


def test_a_request_is_kept_and_says_until_when_it_is_answered(client):
    response = client.post(FORM, filled())
    made = DataRequest.objects.get()
    assert (made.kind, made.name, made.contact, made.channel) == (
        RequestKind.SEE,
        NAME,
        "+84912345678",
        Channel.PUBLIC,
    )
    assert response.url == reverse("data_request_sent", args=[made.key])
    page = client.get(response.url)
    html = page.content.decode()
    assert made.code in html
    assert f"{timezone.localtime(made.due_at):%H:%M, %d/%m/%Y}" in html
    for secret in (NAME, "0912 345 678", made.contact, made.about):
        assert secret not in html
    assert page["Cache-Control"] == "private, no-store"
    assert page["Referrer-Policy"] == "same-origin"
    assert "noindex" in html


def test_a_form_sent_twice_is_one_request_and_one_letter(client):
    _office("vanthu@portal.example")
    form = filled()
    answers = {client.post(FORM, form).url for _i in range(2)}
    assert len(answers) == 1
    assert DataRequest.objects.count() == 1
    assert Email.objects.count() == 1


def test_the_letter_to_the_office_names_nobody(client):
    _office("vanthu@portal.example")
    client.post(FORM, filled(contact="dao@donvi.example"))
    made, letter = DataRequest.objects.get(), Email.objects.get()
    assert letter.to == ["vanthu@portal.example"]
    assert reverse("data_request", args=[made.pk]) in letter.message
    stored = "\n".join(
        str(value)
        for value in Email.objects.filter(pk=letter.pk).values_list().get()
        if value
    )
    for secret in (NAME, "Minh Họa", "dao@donvi.example", made.about, str(made.key)):
        assert secret not in stored


def test_whoever_only_gets_news_or_asked_gives_no_name(client):
    client.post(FORM, filled(name="  ", contact="dao@vidu.vn"))
    made = DataRequest.objects.get()
    assert (made.name, made.contact) == ("", "dao@vidu.vn")


def test_an_office_without_an_address_still_gets_the_request(client):
    _office("")
    client.post(FORM, filled())
    assert DataRequest.objects.count() == 1
    assert not Email.objects.exists()


def _office(address: str) -> None:
    settings = SiteSettings.for_site(Site.objects.get(is_default_site=True))
    settings.email = address
    settings.save()


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": None},
        {"kind": "xoa-het"},
        {"name": "Lê " * 100},
        {"name": "NguyÔn V¨n A"},
        {"contact": "123"},
        {"contact": "dao@donvi"},
        {"contact": "dao@donvi.example\nBcc: ai@do.example"},
        {"contact": "d" * 60 + "@" + ".".join(["e" * 60] * 4) + ".example"},
        {"about": "NguyÔn V¨n A ®¨ng ký"},
        {"about": "x" * 2001},
        {"guard_stamp": "x"},
        {"guard_website": "http://example.com"},
    ],
)
def test_what_cannot_be_taken_is_said_and_nothing_is_kept(client, wrong):
    response = client.post(FORM, filled(**wrong))
    assert problems(response)
    kept = BeautifulSoup(response.content, "html.parser").select_one("[name=name]")
    assert kept.get("value", "").strip() == str(wrong.get("name", NAME)).strip()
    assert not DataRequest.objects.exists()


def test_nonsense_for_a_key_makes_one_of_its_own(client):
    assert client.post(FORM, filled(key="' or 1=1")).status_code == 302
    assert DataRequest.objects.count() == 1


def test_one_number_asks_a_few_times_a_day(client):
    answers = [client.post(FORM, filled()).status_code for _i in range(6)]
    assert answers == [302] * 5 + [429]
    assert DataRequest.objects.count() == 5
    assert client.post(FORM, filled(contact="0912 345 679")).status_code == 302


def test_reading_the_form_writes_nothing_and_an_unknown_key_is_404(client):
    client.get(FORM)
    assert client.get(FORM)["Cache-Control"] == "private, no-store"
    assert not DataRequest.objects.exists()
    assert client.get(f"{FORM}{uuid4()}/").status_code == 404


def test_the_page_says_when_the_answer_is_late_and_when_it_came(
    client, django_user_model
):
    received = timezone.now() - timedelta(days=20)
    details = requests.RequestDetails(RequestKind.DELETE, NAME, "+84912345678", "")
    made = requests.receive(details, key=uuid4(), now=received)
    url = reverse("data_request_sent", args=[made.key])
    assert 'class="status s-part"' in client.get(url).content.decode()
    actor = django_user_model.objects.create_user("vanthu")
    requests.answer(made.pk, words="Đã xóa.", now=timezone.now(), actor=actor)
    html = client.get(url).content.decode()
    assert 'class="status s-ok"' in html
    assert "Đã xóa." not in html


def test_ninety_days_after_the_answer_nobody_knows_who_asked(django_user_model):
    now = timezone.now()
    details = requests.RequestDetails(
        RequestKind.SEE, NAME, "+84912345678", "Lớp ở Hữu Lũng"
    )
    answered, waiting = (
        requests.receive(details, key=uuid4(), now=now - timedelta(days=120))
        for _i in range(2)
    )
    actor = django_user_model.objects.create_user("vanthu")
    requests.answer(answered.pk, words=f"Đã gọi {NAME}.", now=now, actor=actor)
    columns = ("name", "contact", "about", "answer")

    def kept(request) -> list[str]:
        return list(DataRequest.objects.values_list(*columns).get(pk=request.pk))

    before = kept(answered)
    forget_answered_requests(now + timedelta(days=89))
    assert kept(answered) == before
    forget_answered_requests(now + timedelta(days=90))
    assert kept(answered) == ["", "", "", ""]
    forgotten = DataRequest.objects.get(pk=answered.pk)
    assert (forgotten.code, forgotten.kind, forgotten.answered_by) == (
        answered.code,
        RequestKind.SEE,
        actor,
    )
    assert kept(waiting)[0] == NAME
    forget_answered_requests(now + timedelta(days=200))
    again = DataRequest.objects.get(pk=answered.pk)
    assert again.forgotten_at == forgotten.forgotten_at


def test_a_slip_in_the_address_is_asked_about_once(client):
    sent = filled(contact="mai@gmail.con")
    assert "mai@gmail.com" in problems(client.post(FORM, sent))
    assert not DataRequest.objects.exists()
    client.post(FORM, sent | {"contact-asked": "mai@gmail.con"})
    assert DataRequest.objects.get().contact == "mai@gmail.con"
