"""What an editor is told of citations before publishing, and the one-click mend."""

import json
from html import unescape

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import (
    inline_formset,
    nested_form_data,
    rich_text,
    streamfield,
)

from documents.citing.checklist import checklist
from documents.citing.slips import check
from documents.models import PageCitation
from documents.tests.citing_pages import SEED_LIKE, act, article, seed_acts
from home.models import ArticlePage

pytestmark = pytest.mark.django_db


def slips(page) -> list[tuple[str, str, list[str]]]:
    """Of each slip its code, what is printed, and what can be written instead."""
    return [
        (
            slip.finding.code.value,
            slip.finding.printed,
            [correction.replacement for correction in slip.corrections],
        )
        for slip in check(page).slips
    ]


def draft_of(page) -> ArticlePage:
    return ArticlePage.objects.get(pk=page.pk).get_latest_revision_as_object()


def key(page, number: int = 0) -> str:
    return [
        correction.key
        for slip in checklist(draft_of(page)).slips
        for correction in slip.corrections
    ][number]


def correct(client, page, chosen: str):
    url = reverse("correct_citation", args=(page.pk,))
    return client.post(url, {"correction": chosen}, follow=True)


# Findings


def test_a_seed_like_article_has_exactly_its_two_slips(news):
    seed_acts()
    assert slips(article(news, SEED_LIKE, live=False)) == [
        ("impossible_date", "10/12/219", ["10/12/2019"]),
        ("wrong_marks", "QD", ["QĐ"]),
    ]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("số 36/2018/qd-UBND", [("wrong_marks", "QD", ["QĐ"])]),
        (
            "số 36/2018/QĐ-UBND ngày 31 tháng 02 năm 2018",
            [("impossible_date", "31 tháng 02 năm 2018", ["19 tháng 04 năm 2018"])],
        ),
        (
            "số 36/2018/QĐ-UBND ngày 19-4-18",
            [("short_year", "19-4-18", ["19-04-2018"])],
        ),
        (
            "số 36/2018/QĐ-UBND ngày 20/4/2018",
            [("date_differs", "20/4/2018", ["19/04/2018"])],
        ),
        (
            "số 36/2108/QĐ-UBND",
            [("unknown_number", "36/2108/QĐ-UBND", ["36/2018/QĐ-UBND"])],
        ),
        ("số 7777/2015/TT-BTC", [("unknown_number", "7777/2015/TT-BTC", [])]),
        ("số 36/2018/QĐ-UBND ngày 19/4/2018", []),
        ("tỷ lệ 36/2018 và ngày 10/12/219", []),
    ],
)
def test_each_slip_comes_with_what_can_be_written_instead(news, words, found):
    seed_acts()
    assert slips(article(news, f"<p>Quyết định {words}.</p>", live=False)) == found


def test_the_edit_screen_lists_links_and_slips_without_writing(admin_client, news):
    seed_acts()
    page = article(news, SEED_LIKE, live=False)
    revisions = page.revisions.count()
    url = reverse("wagtailadmin_pages:edit", args=(page.pk,))
    html = unescape(admin_client.get(url).content.decode())
    assert "<mark>10/12/219</mark>" in html
    assert "Không có ngày 10/12/219; thư viện ghi 10/12/2019." in html
    assert f'formaction="{reverse("correct_citation", args=(page.pk,))}"' in html
    for symbol in ("14/2019/NQ-HĐND", "06/2020/QĐ-UBND", "291/HD-SKHCN"):
        assert f"<strong>{symbol}</strong>" in html
    assert page.revisions.count() == revisions
    assert not PageCitation.objects.filter(page=page).exists()


def test_a_page_not_yet_saved_has_no_list(admin_client, news):
    url = reverse("wagtailadmin_pages:add", args=("home", "articlepage", news.pk))
    assert "formaction" not in admin_client.get(url).content.decode()


# Mending


def test_one_click_mends_that_slip_in_the_draft_and_nothing_else(admin_client, news):
    seed_acts()
    page = article(news, SEED_LIKE)
    response = correct(admin_client, page, key(page, 1))
    edit_url = reverse("wagtailadmin_pages:edit", args=(page.pk,))
    assert response.redirect_chain == [(edit_url, 302)]
    draft = draft_of(page)
    assert draft.body[0].value.source == SEED_LIKE.replace("/QD-", "/QĐ-")
    assert slips(draft) == [("impossible_date", "10/12/219", ["10/12/2019"])]
    correct(admin_client, page, key(page))
    assert slips(draft_of(page)) == []
    page.refresh_from_db()
    assert page.body[0].value.source == SEED_LIKE
    assert page.has_unpublished_changes


def typed_form(page, **fields) -> dict:
    """The page's own form as the browser sends it with the button."""
    body = [("paragraph", rich_text(SEED_LIKE + "<p>Lời vừa gõ thêm.</p>"))]
    return nested_form_data(
        {
            "title": page.title,
            "slug": page.slug,
            "summary": "Lời dẫn vừa gõ, chưa lưu.",
            "published_on": page.published_on,
            "body": streamfield(body),
            "key_points": streamfield([]),
            "comments": inline_formset([]),
            "related_pages": inline_formset([]),
            **fields,
        }
    )


def test_what_was_typed_is_saved_before_it_is_mended(admin_client, news):
    seed_acts()
    page = article(news, SEED_LIKE, live=False)
    sent = typed_form(page, correction=key(page, 1))
    url = reverse("correct_citation", args=(page.pk,))
    assert admin_client.post(url, sent).status_code == 302
    draft = draft_of(page)
    source = draft.body[0].value.source
    assert draft.summary == "Lời dẫn vừa gõ, chưa lưu."
    assert "Lời vừa gõ thêm." in source
    assert "06/2020/QĐ-UBND" in source


def test_what_cannot_be_saved_comes_back_with_all_that_was_typed(admin_client, news):
    seed_acts()
    page = article(news, SEED_LIKE, live=False)
    before = draft_of(page).body[0].value.source
    sent = typed_form(page, title="", correction=key(page, 1))
    answer = admin_client.post(reverse("correct_citation", args=(page.pk,)), sent)
    assert answer.status_code == 200
    assert answer.context["form"].errors["title"]
    html = answer.content.decode()
    assert "Lời dẫn vừa gõ, chưa lưu." in html
    assert f'action="{reverse("wagtailadmin_pages:edit", args=(page.pk,))}"' in html
    assert draft_of(page).body[0].value.source == before


def test_of_two_equal_slips_the_chosen_one_is_mended(admin_client, news):
    act("36/2018/QĐ-UBND")
    one = "<p>Số 36/2018/QD-UBND &amp; nơi khác.</p>"
    page = article(news, f"{one}{one}", "<p>x</p>", one, live=False)
    correct(admin_client, page, key(page, 1))
    first, _other, last = (block.value.source for block in draft_of(page).body)
    assert first == f"{one}{one.replace('QD', 'QĐ')}"
    assert last == one


def test_leads_key_points_and_cells_are_mended_in_their_place(admin_client, news):
    act("36/2018/QĐ-UBND")
    wrong, right = "Số 36/2018/QD-UBND.", "Số 36/2018/QĐ-UBND."
    page = article(news, live=False, summary=wrong)
    page.key_points = json.dumps([{"type": "point", "value": wrong}])
    table = {
        "columns": [{"type": "rich_text", "heading": "Số"}],
        "rows": [{"values": [f"<p>{wrong}</p>"]}],
        "caption": wrong,
    }
    page.body = json.dumps(
        [
            {"type": "table", "value": table},
            {"type": "quote", "value": {"text": wrong, "attribution": ""}},
        ]
    )
    page.save_revision()
    for left in range(5, 0, -1):
        assert len(slips(draft_of(page))) == left
        correct(admin_client, page, key(page))
    draft = draft_of(page)
    assert (draft.summary, draft.key_points[0].value) == (right, right)
    assert draft.body[0].value.caption == right
    assert draft.body[0].value.row_data[0]["values"][0].source == f"<p>{right}</p>"
    assert draft.body[1].value["text"] == right


def test_nothing_is_mended_where_the_text_has_changed(admin_client, news):
    seed_acts()
    page = article(news, SEED_LIKE, live=False)
    seen = key(page)
    draft = draft_of(page)
    changed = SEED_LIKE.replace("Các lớp", "Ba lớp")
    draft.body = json.dumps([{"type": "paragraph", "value": changed}])
    draft.save_revision()
    revisions = page.revisions.count()
    response = correct(admin_client, page, seen)
    assert [message.level_tag for message in response.context["messages"]]
    assert page.revisions.count() == revisions
    assert draft_of(page).body[0].value.source == changed


@pytest.mark.parametrize("nonsense", ["", "x", "[]", "null", "\0", "[1]" * 9])
def test_a_made_up_request_changes_nothing(admin_client, news, nonsense):
    seed_acts()
    page = article(news, SEED_LIKE, live=False)
    revisions = page.revisions.count()
    assert correct(admin_client, page, nonsense).status_code == 200
    assert page.revisions.count() == revisions


def test_only_those_who_may_edit_the_page_mend_it(client, news):
    seed_acts()
    page = article(news, SEED_LIKE, live=False)
    chosen = key(page)
    url = reverse("correct_citation", args=(page.pk,))
    assert client.post(url, {"correction": chosen}).url.startswith(
        reverse("wagtailadmin_login")
    )
    stranger = get_user_model().objects.create_user("khach", password="x")
    client.force_login(stranger)
    assert client.post(url, {"correction": chosen}).status_code in (302, 403)
    enter = Permission.objects.get(codename="access_admin")
    stranger.user_permissions.add(enter)
    for asked in (url, reverse("correct_citation", args=(10**6,))):
        assert client.post(asked, {"correction": chosen}).status_code == 404
    assert draft_of(page).body[0].value.source == SEED_LIKE


def test_a_locked_page_is_left_alone(admin_client, news):
    seed_acts()
    page = article(news, SEED_LIKE, live=False)
    chosen = key(page)
    other = get_user_model().objects.create_superuser("khoa", password="x")
    ArticlePage.objects.filter(pk=page.pk).update(locked=True, locked_by=other)
    correct(admin_client, page, chosen)
    assert draft_of(page).body[0].value.source == SEED_LIKE


def test_reading_the_address_or_forging_a_form_is_refused(admin_client, news):
    page = article(news, SEED_LIKE, live=False)
    url = reverse("correct_citation", args=(page.pk,))
    assert admin_client.get(url).status_code == 405
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = admin_client.cookies
    assert strict.post(url, {"correction": "x"}).status_code == 403
