"""A proposal from its first button to the draft, left half-way and gone when over."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from post_office.models import Email

from documents.initiatives.submissions import drafts, parts
from documents.initiatives.views import submissions
from documents.models import InitiativePage, InitiativeSubmission
from documents.tests.contributions import ANSWERS, begin, fill, send_in
from portal import guard

HTML = "<script>alert(1)</script>"


@pytest.fixture
def address(front, client) -> str:
    return begin(client)


def the_row() -> InitiativeSubmission:
    return InitiativeSubmission.objects.get()


def test_the_first_page_says_what_is_asked(front, client):
    page = client.get("/sang-kien/gui/")
    assert page.status_code == 200
    assert "no-store" in page["Cache-Control"]
    for part in parts.PARTS:
        assert str(part.title) in page.content.decode()
    assert not InitiativeSubmission.objects.exists()


def test_only_a_digest_of_the_link_is_kept(address):
    token = address.rstrip("/").rpartition("/")[2]
    row = the_row()
    assert row.token_hash == drafts.digest(token)
    assert token not in str(InitiativeSubmission.objects.values().get())


def test_no_cache_engine_or_other_site_learns_the_link(address, client):
    for rest in ("", "sang-kien/", "tep/", "xoa/"):
        page = client.get(address + rest)
        assert page.status_code == 200
        assert "no-store" in page["Cache-Control"]
        assert "noindex" in page["X-Robots-Tag"]
        assert page["Referrer-Policy"] == "same-origin"


@pytest.mark.parametrize("token", ["x", "a" * 32, "%00", "..", "x" * 3000])
def test_a_guessed_link_opens_nothing(front, client, token):
    for rest in ("", "sang-kien/", "tep/", "gui-di/", "xoa/"):
        assert client.get(f"/sang-kien/gui/{token}/{rest}").status_code == 404


def test_a_part_that_is_none_is_not_found(address, client):
    assert client.get(f"{address}khong-co/").status_code == 404


def test_the_link_is_sent_where_it_is_wanted(front, client):
    address = begin(client, email="gui@example.vn")
    [letter] = Email.objects.all()
    assert address in letter.message
    stamp = guard.filled("submission", timezone.now())
    client.post(address, {**stamp, "email": "khac@example.vn"})
    assert Email.objects.latest("pk").to == ["khac@example.vn"]


def test_nobody_is_flooded_with_letters(front, client, monkeypatch):
    monkeypatch.setattr(submissions, "ADDRESS_LIMIT", guard.Limit(1, timedelta(days=1)))
    begin(client, email="gui@example.vn")
    stamp = guard.filled("submission", timezone.now())
    again = client.post("/sang-kien/gui/", {**stamp, "email": "GUI@example.vn"})
    assert again.status_code == 429
    assert Email.objects.count() == 1


def test_a_program_begins_nothing(front, client):
    stamp = guard.filled("submission", timezone.now())
    client.post("/sang-kien/gui/", {**stamp, "guard_website": "x"})
    client.post("/sang-kien/gui/", {})
    assert not InitiativeSubmission.objects.exists()


def test_beginning_is_slowed(front, client, monkeypatch):
    monkeypatch.setattr(
        submissions, "BEGIN_LIMIT", guard.Limit(1, submissions.BEGIN_LIMIT.per)
    )
    begin(client)
    stamp = guard.filled("submission", timezone.now())
    assert client.post("/sang-kien/gui/", stamp).status_code == 429


def test_forged_forms_are_refused(address):
    strict = Client(enforce_csrf_checks=True)
    for rest in ("van-de/", "tep/", "gui-di/", "xoa/"):
        assert strict.post(address + rest, ANSWERS["van-de"]).status_code == 403
    assert the_row().answers == {}


def test_a_part_is_kept_and_leads_to_the_next(address, client):
    answer = client.post(f"{address}van-de/", ANSWERS["van-de"])
    assert answer["Location"].endswith("/giai-phap/")
    # Another device, days later.
    page = Client().get(f"{address}van-de/")
    assert "Nộp bài muộn." in page.content.decode()


def test_a_part_with_mistakes_is_kept_as_typed_and_marked(address, client):
    answer = client.post(
        f"{address}cong-nhan/", {"by": "Trường Mẫu", "on": "31/2/2024"}
    )
    html = answer.content.decode()
    assert answer.status_code == 200
    assert 'href="#id_on"' in html
    again = Client().get(f"{address}cong-nhan/").content.decode()
    assert "31/2/2024" in again
    assert "Cần sửa" in client.get(address).content.decode()


def test_saving_and_stopping_needs_nothing_filled_in(address, client):
    answer = client.post(f"{address}van-de/", {"problem": "", "sau": "1"})
    assert answer.status_code == 302
    assert 'role="status"' in client.get(answer["Location"]).content.decode()


def test_a_row_is_added_without_a_script_and_without_scolding(address, client):
    answer = client.post(
        f"{address}tac-gia/", {"so-hang": "1", "name-0": "Vi Văn Mẫu", "them": "1"}
    )
    page = client.get(answer["Location"]).content.decode()
    assert 'name="name-1"' in page
    assert "Vi Văn Mẫu" in page
    assert "error-summary" not in page


def test_rows_end_somewhere(address, client):
    client.post(f"{address}tac-gia/", {"so-hang": "10", "name-0": "A", "them": "1"})
    page = client.get(f"{address}tac-gia/").content.decode()
    assert 'name="name-9"' in page
    assert 'name="name-10"' not in page


def test_what_is_far_too_long_is_not_kept_but_still_on_the_page(address, client):
    answer = client.post(f"{address}van-de/", {"problem": "x" * 70_000})
    assert answer.status_code == 200
    assert "x" * 70_000 in answer.content.decode()
    assert the_row().answers == {}


def test_saving_is_slowed_and_nothing_typed_is_lost(address, client, monkeypatch):
    monkeypatch.setattr(
        submissions, "SAVE_LIMIT", guard.Limit(1, submissions.SAVE_LIMIT.per)
    )
    client.post(f"{address}van-de/", ANSWERS["van-de"])
    answer = client.post(f"{address}van-de/", {"problem": "hai ba"})
    assert answer.status_code == 429
    assert "hai ba" in answer.content.decode()


def test_two_browsers_keep_each_others_parts(address, client):
    client.post(f"{address}van-de/", ANSWERS["van-de"])
    Client().post(f"{address}dieu-kien/", ANSWERS["dieu-kien"])
    assert set(the_row().answers) == {"van-de", "dieu-kien"}


def test_it_cannot_be_sent_before_every_part_is_done(address, client):
    fill(client, address, tac_gia={"share-1": "33"})
    assert client.get(f"{address}gui-di/").status_code == 302
    answer = send_in(client, address)
    assert answer["Location"].endswith("?chua-du")
    assert 'role="alert"' in client.get(answer["Location"]).content.decode()
    assert not InitiativePage.objects.exists()


def test_everything_is_looked_over_before_it_is_sent(address, client):
    fill(client, address)
    page = client.get(f"{address}gui-di/").content.decode()
    for words in ("Bộ phiếu tự học", "66,5", "Nộp đúng hạn", "Công thức chấm", "Gửi"):
        assert words in page
    stamp = guard.filled("submission", timezone.now())
    unticked = client.post(f"{address}gui-di/", stamp)
    assert 'href="#id_is_true"' in unticked.content.decode()
    assert not InitiativePage.objects.exists()


def refusal(answer) -> str:
    """What is said of a part that came too late; the words are still on the page."""
    html = answer.content.decode()
    assert answer.status_code == 409
    assert "Chưa lưu được" in html
    assert "Đề xuất đã được gửi hoặc đã bị xóa" in html
    assert 'type="submit"' not in html.partition('class="registration"')[2]
    return html


def test_what_is_typed_after_sending_is_not_dropped_silently(address, client):
    fill(client, address)
    send_in(client, address)
    before = the_row().answers
    late = Client().post(f"{address}van-de/", {"problem": "Nghĩ thêm sau khi gửi."})
    assert "Nghĩ thêm sau khi gửi." in refusal(late)
    assert the_row().answers == before
    assert client.get(f"{address}van-de/")["Location"] == address


def test_sent_between_opening_and_saving_a_part_it_says_so(
    address, client, monkeypatch
):
    check = guard.check

    def sent_meanwhile(*args, **kwargs):
        InitiativeSubmission.objects.update(state="sent")
        return check(*args, **kwargs)

    monkeypatch.setattr(guard, "check", sent_meanwhile)
    late = client.post(f"{address}van-de/", {"problem": "Chậm một giây."})
    assert "Chậm một giây." in refusal(late)
    assert the_row().answers == {}


def test_html_in_every_field_is_shown_as_typed(address, client):
    for slug, answers in ANSWERS.items():
        bad = {name: HTML for name in answers if name != "so-hang"}
        shown = client.post(f"{address}{slug}/", bad)
        again = client.get(f"{address}{slug}/").content.decode()
        for html in (shown.content.decode(), again):
            assert HTML not in html


def test_the_list_of_parts_takes_as_many_queries_however_much_is_written(
    address, client
):
    fill(client, address)
    with CaptureQueriesContext(connection) as seen:
        client.get(address)
    rows = {"so-hang": "10"}
    for index in range(10):
        rows |= {f"name-{index}": "Vi Văn Mẫu", f"share-{index}": "10"}
    client.post(f"{address}tac-gia/", rows)
    with CaptureQueriesContext(connection) as more:
        client.get(address)
    assert len(more) == len(seen)


def test_deleting_asks_once_and_leaves_nothing(front, client):
    address = begin(client, email="gui@example.vn")
    fill(client, address)
    assert client.get(f"{address}xoa/").status_code == 200
    assert InitiativeSubmission.objects.exists()
    assert client.post(f"{address}xoa/").status_code == 200
    assert not InitiativeSubmission.objects.exists()
    assert not Email.objects.exists()
    assert client.get(address).status_code == 404


def test_left_half_way_it_waits_a_month_and_then_goes(address, client):
    client.post(f"{address}van-de/", ANSWERS["van-de"])
    saved = the_row().saved_at
    over = saved + drafts.KEPT_WRITING
    drafts.delete_expired(over - timedelta(seconds=1))
    assert InitiativeSubmission.objects.exists()
    drafts.delete_expired(over)
    assert not InitiativeSubmission.objects.exists()


def test_over_it_opens_no_more_even_before_the_job_ran(address, client):
    InitiativeSubmission.objects.update(expires_at=timezone.now())
    assert client.get(address).status_code == 404


def test_saving_gives_it_another_month(address, client):
    InitiativeSubmission.objects.update(expires_at=timezone.now() + timedelta(hours=1))
    client.post(f"{address}van-de/", ANSWERS["van-de"])
    assert the_row().expires_at > timezone.now() + timedelta(days=29)
