"""The door's screens, without script."""

from datetime import timedelta
from io import BytesIO
from uuid import uuid4

import pytest
import segno
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from events import seats
from events.checkin import attendance
from events.enums import Channel
from events.models import AttendeeAccess, Charge, Registration, Scan
from events.organising.assignments import assign
from events.personal_data import erasure
from events.seats import cancel as cancel_seat
from events.tests.scenario import AGREED, add_event, register, somebody

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("front")]
NAME = "Nông Thị Bích Diệp"


@pytest.fixture
def event():
    today = timezone.localdate()
    return add_event(3, title="Lớp ở Hữu Lũng", slug="huu-lung", starts_on=today)


@pytest.fixture
def row(event):
    before = timezone.now() - timedelta(days=1)
    return register(event, 1, attendee=somebody(1, name=NAME), now=before)


@pytest.fixture
def organiser(client, django_user_model, event):
    user = django_user_model.objects.create_user("huulung")
    assign(user, Charge(events=(event.pk,)))
    client.force_login(user)
    return user


def door(event, path: str = "") -> str:
    return f"{event.url}ban-don-tiep/{path}"


def ticket(row) -> str:
    return "https://cong.vn" + reverse("ticket", args=[row.token])


def shown(client, event, code: str, **more):
    return client.post(door(event, "quet/"), {"code": code, **more})


ADDRESSES = (
    "",
    "quet/",
    "tim/?q=diep",
    "don-vi/",
    "nguoi-moi/",
    "so/",
    "may/",
    "sw/",
    "gui/",
    "cho-vao/",
    "hoan-tac/1/",
)


@pytest.mark.parametrize("path", ADDRESSES)
def test_nobody_else_finds_the_door(client, django_user_model, event, row, path):
    stranger = django_user_model.objects.create_user("chilang")
    assign(stranger, Charge(events=(add_event(2, slug="chi-lang").pk,)))
    for user in (None, stranger):
        client.logout()
        if user:
            client.force_login(user)
        for answer in (client.get(door(event, path)), client.post(door(event, path))):
            assert answer.status_code == 404
            assert NAME not in answer.content.decode()


def test_the_door_shows_numbers_and_no_names(client, organiser, event, row):
    answer = client.get(door(event))
    text = answer.content.decode()
    assert answer.status_code == 200
    assert NAME not in text
    assert answer["Permissions-Policy"] == "camera=(self)"
    assert "no-store" in answer["Cache-Control"]
    assert "Quét mã vé" in text


def test_a_code_is_typed_and_the_second_time_it_is_said(client, organiser, event, row):
    answer = shown(client, event, f"{row.code[:3].lower()} {row.code[3:].lower()}")
    text = answer.content.decode()
    assert "Mời vào" in text and NAME in text
    assert attendance.present(event) == {row.pk}
    again = shown(client, event, ticket(row)).content.decode()
    assert "Đã điểm danh" in again and organiser.username in again
    assert attendance.present(event) == {row.pk}


@pytest.mark.parametrize("code", ["8934567890123", "https://x.vn/abc", "ZZZZZZ", "🎫"])
def test_what_is_no_ticket_writes_no_row(client, organiser, event, row, code):
    answer = shown(client, event, code)
    assert answer.status_code == 404
    assert "Không rõ mã" in answer.content.decode()
    assert not Scan.objects.exists()


def test_an_old_ticket_names_its_conference_and_nobody_once_forgotten(
    client, organiser, event
):
    """Of last year, shown today: another conference's; erased, nobody's."""
    past = timezone.localdate() - timedelta(days=400)
    before = timezone.now() - timedelta(days=401)
    old = add_event(3, title="Lớp năm ngoái", starts_on=past)
    row = register(old, 5, attendee=somebody(5, name=NAME), now=before)
    text = shown(client, event, ticket(row)).content.decode()
    assert "Sai hội nghị" in text and "Lớp năm ngoái" in text
    scans = Scan.objects.count()
    address = ticket(row)
    erasure.forget(row, now=timezone.now())
    answer = shown(client, event, address)
    assert NAME not in answer.content.decode()
    assert attendance.present(event) == attendance.present(old) == set()
    assert Scan.objects.filter(admits=True).count() == 0
    assert Scan.objects.count() <= scans + 1


def test_a_handed_over_ticket_says_whose_it_is_now(client, organiser, event, row):
    colleague = seats.transfer(
        row.pk,
        somebody(2, name="Lý Văn Mẫu"),
        agreed=AGREED,
        key=uuid4(),
        now=timezone.now() - timedelta(hours=23, minutes=59),
        channel=Channel.TICKET,
    )
    text = shown(client, event, ticket(row)).content.decode()
    assert "Đã chuyển cho người khác" in text and "Lý Văn Mẫu" in text
    assert attendance.present(event) == set()
    shown(client, event, ticket(colleague))
    assert attendance.present(event) == {colleague.pk}


def test_nothing_typed_is_asked_for_again(client, organiser, event):
    answer = shown(client, event, " ")
    assert answer.status_code == 422
    assert "Gõ mã vé." in answer.content.decode()


def test_a_photograph_is_read_on_the_server(client, organiser, event, row):
    picture = BytesIO()
    segno.make(ticket(row)).save(picture, kind="png", scale=6)
    file = SimpleUploadedFile("anh.png", picture.getvalue(), "image/png")
    answer = client.post(door(event, "quet/"), {"photo": file})
    assert "Mời vào" in answer.content.decode()
    nothing = SimpleUploadedFile("anh.png", b"khong phai anh", "image/png")
    answer = client.post(door(event, "quet/"), {"photo": nothing})
    assert answer.status_code == 422


def test_a_photograph_that_is_too_large_is_told_so(client, organiser, event):
    page = BeautifulSoup(client.get(door(event, "quet/")).content, "html.parser")
    field = page.select_one("[name=photo]")
    most = int(field["data-most-bytes"])
    assert f"tối đa {most // 2**20} MB" in field["data-too-large"]
    file = SimpleUploadedFile("anh.jpg", b"0" * (most + 1), "image/jpeg")
    answer = client.post(door(event, "quet/"), {"photo": file})
    assert answer.status_code == 422
    assert "Ảnh này nặng hơn 12 MB" in answer.content.decode()


def test_the_wrong_class_is_named_and_a_reason_lets_in(client, organiser, event):
    other = add_event(2, title="Lớp ở Chi Lăng", slug="chi-lang")
    theirs = register(other, 7)
    text = shown(client, event, ticket(theirs)).content.decode()
    assert "Sai hội nghị" in text and "Lớp ở Chi Lăng" in text
    sent = {"registration": theirs.pk, "nonce": uuid4()}
    refused = client.post(door(event, "cho-vao/"), sent)
    assert refused.status_code == 409
    assert (
        "Ghi lý do" in refused.content.decode() or "lý do" in refused.content.decode()
    )
    sent |= {"reason": "Đi nhầm xe"}
    assert "Mời vào" in client.post(door(event, "cho-vao/"), sent).content.decode()
    assert attendance.counts(event).total.unregistered == 1


def test_a_typed_code_of_another_class_names_the_class_and_nobody(
    client, organiser, event
):
    day = timezone.localdate() + timedelta(days=3)
    other = add_event(2, title="Lớp ở Chi Lăng", slug="chi-lang", starts_on=day)
    theirs = register(other, 7, now=timezone.now())
    text = shown(client, event, theirs.code.lower()).content.decode()
    assert "Vé này của lớp khác" in text and "Lớp ở Chi Lăng" in text
    assert f"{day:%d/%m/%Y}" in text and "Không rõ mã" not in text
    assert theirs.name not in text and "cho-vao" not in text
    cancel_seat(theirs.pk, now=timezone.now(), channel="organiser")
    text = shown(client, event, theirs.code).content.decode()
    assert "Vé đã hủy, của lớp khác" in text and "Lớp ở Chi Lăng" in text
    assert not Scan.objects.exists()
    scanned = shown(client, event, ticket(theirs)).content.decode()
    assert "Vé đã hủy, của lớp khác" in scanned


def test_nobody_of_another_conference_is_let_in_unseen(client, organiser, event):
    other = add_event(2, title="Lớp ở Chi Lăng", slug="chi-lang")
    theirs = register(other, 7)
    sent = {"registration": theirs.pk, "reason": "Thử", "nonce": uuid4()}
    answer = client.post(door(event, "cho-vao/"), sent)
    assert theirs.name not in answer.content.decode()
    assert not Registration.objects.filter(event=event).exists()


def test_a_cancelled_ticket_says_when_and_why(client, organiser, event, row):
    cancel_seat(row.pk, now=timezone.now(), channel="organiser", reason="Bận việc")
    text = shown(client, event, row.code).content.decode()
    assert "Vé đã hủy" in text and "Bận việc" in text


@pytest.mark.parametrize("query", ["diep", "Diệp", "BICH", "001", "minh hoa diep"])
def test_people_are_found_by_name_digits_or_agency(
    client, organiser, event, row, query
):
    page = client.get(door(event, "tim/"), {"q": query})
    assert NAME in page.content.decode()


def test_finding_asks_no_more_for_many(
    client, organiser, event, row, django_assert_max_num_queries
):
    url = door(event, "tim/") + "?q=minh"
    client.get(url)
    AttendeeAccess.objects.update(how_many=100)
    with django_assert_max_num_queries(60) as one:
        client.get(url)
    before = timezone.now() - timedelta(days=1)
    for number in range(2, 12):
        register(event, number, now=before)
    with django_assert_max_num_queries(len(one)):
        client.get(url)


def test_somebody_found_is_let_in_and_undone(client, organiser, event, row):
    assert (
        "Mời vào"
        in client.post(door(event, "quet/"), {"registration": row.pk}).content.decode()
    )
    assert Scan.objects.get().source == "name"
    url = door(event, f"hoan-tac/{row.pk}/")
    assert "Vì sao" in client.get(url).content.decode()
    assert client.post(url, {}).status_code == 422
    assert client.post(url, {"undone_for": "other"}).status_code == 422
    assert client.post(url, {"undone_for": "still_outside"}).status_code == 302
    assert attendance.present(event) == set()
    assert client.get(url).status_code == 404


def test_a_newcomer_and_a_colleague_instead(client, organiser, event, row):
    url = door(event, "nguoi-moi/")
    assert client.get(url).status_code == 200
    sent = {"name": "Triệu Thị Minh", "organisation": "Hợp tác xã Quả Ngọt"}
    key = uuid4()
    for _twice in range(2):
        answer = client.post(url, {**sent, "key": key})
        assert "Mời vào" in answer.content.decode()
    assert Registration.objects.filter(channel="door").count() == 1
    assert client.post(url, {"name": "", "organisation": ""}).status_code == 422
    found = client.get(url, {"who": "diep"}).content.decode()
    assert NAME in found
    instead = {**sent, "name": "Lý Văn Mẫu", "instead_of": row.pk, "key": uuid4()}
    assert "Mời vào" in client.post(url, instead).content.decode()
    row.refresh_from_db()
    assert row.state == "transferred"


def test_a_newcomer_typed_in_small_letters_is_asked_how_the_name_stands(
    client, organiser, event
):
    url = door(event, "nguoi-moi/")
    sent = {"name": "triệu thị minh", "organisation": "Hợp tác xã", "key": uuid4()}
    asked = client.post(url, sent)
    assert asked.status_code == 422
    assert 'name="spelling" value="Triệu Thị Minh"' in asked.content.decode()
    answer = client.post(url, sent | {"spelling": "Triệu Thị Minh"})
    assert "Mời vào" in answer.content.decode()
    assert Registration.objects.filter(name="Triệu Thị Minh").exists()


def test_a_full_hall_asks_why_a_chair_is_added(client, organiser, event, row):
    before = timezone.now() - timedelta(days=1)
    for number in (2, 3):
        register(event, number, now=before)
    url, key = door(event, "nguoi-moi/"), uuid4()
    sent = {"name": "Triệu Thị Minh", "organisation": "Hợp tác xã", "key": key}
    answer = client.post(url, sent)
    assert answer.status_code == 422
    assert "3 chỗ đã kín" in answer.content.decode()
    answer = client.post(url, {**sent, "reason": "Kê thêm ghế"})
    assert "Mời vào" in answer.content.decode()


def test_the_scripts_get_the_same_answer_as_values(client, organiser, event, row):
    answer = client.post(
        door(event, "quet/"),
        {"code": row.code},
        headers={"accept": "application/json"},
    ).json()
    assert (answer["result"], answer["name"]) == ("ok", NAME)
    assert (answer["present"], answer["expected"]) == (1, 1)
