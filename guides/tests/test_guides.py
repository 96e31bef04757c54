"""Guides: their steps with today's status, their list, what search engines read."""

import json
import re
from datetime import date

import pytest

from documents.tests.act_factories import add_verified
from guides.steps import places_of
from guides.tests.factories import make_form, make_guide

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


def step(title: str = "Nộp hồ sơ", **parts) -> dict:
    return {"title": title, **parts}


def test_a_step_has_its_form_and_its_provision_with_the_status(front, client):
    act = add_verified("12/2023/QĐ-UBND", date(2023, 6, 15))
    form = make_form("Đơn đề nghị")
    basis = {"regulation": act, "provision": "dieu-4-khoan-2"}
    page = make_guide(
        "Công nhận sáng kiến",
        step("Viết đơn", who="Bạn", forms=[form], basis=[basis]),
        step("Nộp đơn", text="<p>Nộp tại bộ phận một cửa.</p>"),
    )
    answer = client.get(page.get_url())
    first, second = answer.context["steps"]
    assert [row.title for row in first.forms] == ["Đơn đề nghị"]
    assert first.basis[0].url == f"{act.get_url()}#dieu-4-khoan-2"
    assert first.basis[0].provision == "Khoản 2 Điều 4"
    assert first.basis[0].card.css == "ok"
    assert (second.forms, second.basis) == ((), ())
    assert "Nộp tại bộ phận một cửa." in answer.text
    assert places_of(form.pk) == [(page, [1])]


def test_search_reads_no_anchor(front):
    act = add_verified("12/2023/QĐ-UBND", date(2023, 6, 15))
    basis = {"regulation": act, "provision": "dieu-4-khoan-2"}
    page = make_guide("Công nhận sáng kiến", step("Viết đơn", basis=[basis]))
    assert "Viết đơn" in page.search_text()
    assert "dieu-4" not in page.search_text()


def test_what_is_no_longer_public_is_left_out(front, client):
    act = add_verified("12/2023/QĐ-UBND", date(2023, 6, 15))
    form = make_form("Đơn đề nghị")
    page = make_guide(
        "Công nhận", step(forms=[form], basis=[{"regulation": act, "provision": ""}])
    )
    form.unpublish()
    act.unpublish()
    (only,) = client.get(page.get_url()).context["steps"]
    assert (only.forms, only.basis) == ((), ())


def test_queries_do_not_grow_with_the_steps(
    front, client, django_assert_max_num_queries
):
    acts = [add_verified(f"{n}/2023/QĐ-UBND", date(2023, 6, 15)) for n in range(1, 6)]
    forms = [make_form(f"Mẫu {n}") for n in range(1, 6)]
    steps = [
        step(forms=[form], basis=[{"regulation": act, "provision": ""}])
        for form, act in zip(forms, acts, strict=True)
    ]
    short, long = make_guide("Ngắn", steps[0]), make_guide("Dài", *steps)
    client.get(short.get_url())
    with django_assert_max_num_queries(60) as one:
        client.get(short.get_url())
    with django_assert_max_num_queries(60) as five:
        client.get(long.get_url())
    assert len(five) == len(one)


def test_the_list_asks_as_much_for_one_guide_as_for_many(
    front, client, django_assert_max_num_queries
):
    make_guide("Một", step())
    client.get("/huong-dan/")
    with django_assert_max_num_queries(40) as one:
        client.get("/huong-dan/")
    for number in range(4):
        make_guide(f"Hướng dẫn {number}", step())
    with django_assert_max_num_queries(40) as five:
        answer = client.get("/huong-dan/")
    assert len(five) == len(one)
    assert len(answer.context["guides"]) == 5


def test_it_says_how_to_for_search_engines(front, client):
    page = make_guide("Công nhận", step(text="<p>Nộp &amp; chờ.</p>"), step("Nhận"))
    text = client.get(page.get_url()).text
    data = json.loads(re.search(r'ld\+json">(.+?)</script>', text)[1])
    assert data["@type"] == "HowTo"
    assert [(s["position"], s["name"], s["text"]) for s in data["step"]] == [
        (1, "Nộp hồ sơ", "Nộp & chờ."),
        (2, "Nhận", "Nhận"),
    ]
    assert data["step"][1]["url"].endswith("#buoc-2")


def test_it_is_found_by_what_its_steps_say(front, client):
    page = make_guide("Công nhận sáng kiến", step(text="<p>Xin giấy biên nhận.</p>"))
    for words in ("thủ tục công nhận sáng kiến", "giay bien nhan"):
        answer = client.get("/tim-kiem/", {"q": words})
        assert next(iter(answer.context["results"])).url == page.get_url()


def test_the_front_page_leads_to_guides_and_forms(front, client):
    page = make_guide("Công nhận sáng kiến ở cơ sở", step())
    text = client.get("/").text
    assert page.get_url() in text
    assert 'href="/bieu-mau/"' in text
