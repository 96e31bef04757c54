"""Parts that begin later, changes that never begin, acts that end with their parent."""

import re
from datetime import date

import pytest
from django.urls import reverse
from django.utils.html import strip_tags

from documents.alerts.changes import EXPIRES, STARTS, noticed_changes
from documents.citing.cards import cards_by_key
from documents.models import RegulationEffect, RegulationPage
from documents.tests.act_factories import add_effect, add_verified

START, LATER = date(2024, 2, 1), date(2031, 1, 1)


@pytest.fixture
def act(front):
    return add_verified("01/2024/QĐ-UBND", START)


def page_of(client, act, day="2024-06-01") -> str:
    page = client.get(f"/van-ban/{act.slug}/?ngay={day}").content.decode()
    return page.replace("\N{NO-BREAK SPACE}", " ")


def test_a_part_that_begins_later_is_marked_where_it_stands(act, client):
    add_effect(act, act, "postpones", None, provision="dieu-2", until=LATER)
    page = page_of(client, act)
    assert "Điều 2: chưa có hiệu lực" in page
    day = '<span class="nw">01/01/2031</span>'
    assert f"có hiệu lực từ ngày {day}, theo chính văn bản này" in page
    assert "Còn hiệu lực, một phần chưa có hiệu lực" in page
    after = page_of(client, act, "2031-01-01")
    assert "chưa có hiệu lực" not in after


def test_an_act_has_no_relation_to_itself(act, client):
    add_effect(act, act, "postpones", None, provision="dieu-2", until=LATER)
    data = client.get(f"/van-ban/{act.slug}.json?ngay=2024-06-01").json()
    assert data["relations"] == []
    begins = {one["anchor"]: one["begins_on"] for one in data["provisions"]}
    assert begins["dieu-2-khoan-1"] == "2031-01-01"
    assert begins["dieu-1"] is None


def test_a_change_whose_act_was_repealed_first_is_not_announced(act, client):
    amender = add_verified("02/2024/QĐ-UBND", date(2031, 1, 1))
    words = {"provision": "dieu-1", "new_text": "Điều 1. Khác"}
    add_effect(amender, act, "amends", LATER, **words)
    assert "sẽ được sửa" in page_of(client, act)
    repealer = add_verified("03/2024/QĐ-UBND", date(2024, 3, 1))
    add_effect(repealer, amender, "repeals", date(2030, 1, 1))
    assert "sẽ được sửa" not in page_of(client, act)
    assert "còn hiệu lực" in page_of(client, act, "2031-02-01").lower()
    cards = cards_by_key([act.pk], on=date(2031, 2, 1), root_path="/home/")
    assert cards[act.pk].css == "ok"


@pytest.fixture
def family(front):
    parent = add_verified("01/2020/QĐ-UBND", date(2020, 2, 1))
    child = add_verified("02/2020/QĐ-UBND", date(2020, 3, 1))
    add_effect(child, parent, "guides", date(2020, 3, 1))
    ender = add_verified("01/2023/QĐ-UBND", date(2023, 2, 1))
    return parent, child, ender


def test_an_editor_confirms_that_an_act_ended_with_its_parent(family, admin_client):
    parent, child, ender = family
    add_effect(ender, parent, "repeals", date(2023, 2, 1))
    form = admin_client.get(reverse("wagtailadmin_pages:edit", args=[child.pk]))
    url = reverse("ends_with_parent", args=[child.pk, parent.pk])
    assert url in form.content.decode()
    assert "khoản 4 Điều 154" in admin_client.get(url).content.decode()
    assert not RegulationEffect.objects.filter(kind="ends_with").exists()
    admin_client.post(url)
    admin_client.post(url)
    parent = RegulationPage.objects.get(pk=parent.pk)
    draft = parent.get_latest_revision_as_object()
    [effect] = [one for one in draft.effects.all() if one.kind == "ends_with"]
    assert (effect.target_id, effect.effective_on) == (child.pk, date(2023, 2, 1))
    parent.get_latest_revision().publish()
    fresh = RegulationPage.objects.with_effects().get(pk=child.pk)
    assert fresh.status.code == "ended"


def test_since_2025_guidance_goes_on(family, admin_client):
    parent, child, ender = family
    add_effect(ender, parent, "repeals", date(2025, 4, 1))
    form = admin_client.get(reverse("wagtailadmin_pages:edit", args=[child.pk]))
    assert "khoản 2 Điều 57" in form.content.decode()
    url = reverse("ends_with_parent", args=[child.pk, parent.pk])
    assert admin_client.get(url).status_code == 404


def test_an_act_ends_with_no_basis(family, admin_client):
    parent, child, ender = family
    RegulationEffect.objects.filter(kind="guides").update(kind="based_on")
    add_effect(ender, parent, "repeals", date(2023, 2, 1))
    url = reverse("ends_with_parent", args=[child.pk, parent.pk])
    assert admin_client.post(url).status_code == 404


def test_followers_are_told_when_a_part_begins(act):
    add_effect(act, act, "postpones", None, provision="dieu-2", until=LATER)
    told = {(one.what, one.provision, one.on) for one in noticed_changes(LATER)}
    assert (STARTS, "dieu-2", LATER) in told
    assert not any(what == "postpones" for what, _place, _day in told)


def rail_of(client, act, day: str) -> list[tuple]:
    stops = client.get(f"/van-ban/{act.slug}/?ngay={day}").context["stops"]
    return [(stop.on, *stop.labels) for stop in stops]


def test_an_act_put_off_says_one_day_on_which_it_begins(act, client):
    mover = add_verified("04/2023/QĐ-UBND", date(2023, 12, 1))
    add_effect(mover, act, "postpones", date(2023, 12, 1), until=LATER)
    page = page_of(client, act)
    (facts,) = re.findall(r'<dl class="facts">.*?</dl>', page, re.DOTALL)
    assert "01/01/2031" in facts
    assert "01/02/2024" not in facts
    rail = rail_of(client, act, "2024-06-01")
    assert (LATER, "Có hiệu lực") in rail
    assert START not in {on for on, *_labels in rail}
    # As it stood before anybody put it off.
    before = page_of(client, act, "2023-11-01")
    assert (
        "01/02/2024" in re.findall(r'<dl class="facts">.*?</dl>', before, re.DOTALL)[0]
    )
    relations = page_of(client, mover)
    assert "có hiệu lực từ ngày 01/01/2031" in relations
    # Programs are told the same.
    (applies,) = re.findall(r'"legislationDateOfApplicability": ?"([^"]+)"', page)
    assert applies == str(LATER)
    force = re.compile(r'<eventRef[^>]*eId="event_force"[^>]*>')
    (event,) = force.findall(client.get(f"/van-ban/{act.slug}.xml").content.decode())
    assert f'date="{LATER}"' in event


def test_a_longer_term_ends_once(front, client):
    act = add_verified("05/2020/QĐ-UBND", date(2020, 2, 1), expires_on=date(2024, 1, 1))
    longer = add_verified("05/2023/QĐ-UBND", date(2023, 2, 1))
    add_effect(longer, act, "extends", date(2023, 2, 1), until=date(2026, 1, 1))
    page = page_of(client, act)
    (facts,) = re.findall(r'<dl class="facts">.*?</dl>', page, re.DOTALL)
    assert "01/01/2026" in facts
    assert "01/01/2024" not in facts
    ends = [
        on
        for on, *labels in rail_of(client, act, "2024-06-01")
        if "Hết thời hạn" in labels
    ]
    assert ends == [date(2026, 1, 1)]
    assert "đến hết ngày 31/12/2025" in page_of(client, longer)


def test_the_last_day_of_a_suspension_stands_in_the_relations(act, client):
    holder = add_verified("06/2024/QĐ-UBND", date(2024, 3, 1))
    until = date(2025, 1, 1)
    add_effect(
        holder, act, "suspends", date(2024, 3, 1), provision="dieu-2", until=until
    )
    for one in (act, holder):
        assert "đến hết ngày 31/12/2024" in page_of(client, one)


def test_followers_are_told_once_when_an_act_put_off_twice_begins(act):
    first = add_verified("07/2023/QĐ-UBND", date(2023, 10, 1))
    again = add_verified("08/2023/QĐ-UBND", date(2023, 11, 1))
    sooner = date(2030, 1, 1)
    add_effect(first, act, "postpones", date(2023, 10, 1), until=sooner)
    add_effect(again, act, "postpones", date(2023, 11, 1), until=LATER)
    for on, days in (
        (date(2023, 9, 1), {START, sooner, LATER}),
        (date(2023, 10, 15), {sooner, LATER}),
        (START, {LATER}),
        (LATER, {LATER}),
    ):
        told = [one for one in noticed_changes(on) if one.regulation == act.pk]
        assert {one.on for one in told if one.what == STARTS} == days


@pytest.mark.parametrize(
    ("until", "ends"), [(date(2026, 1, 1), {date(2026, 1, 1)}), (None, set())]
)
def test_followers_are_told_of_the_last_end_of_a_longer_term(front, until, ends):
    act = add_verified("09/2020/QĐ-UBND", date(2020, 2, 1), expires_on=date(2024, 1, 1))
    longer = add_verified("09/2023/QĐ-UBND", date(2023, 2, 1))
    add_effect(longer, act, "extends", date(2023, 2, 1), until=until)
    for on, days in (
        (date(2023, 1, 1), {date(2024, 1, 1)}),
        (date(2023, 2, 1), ends),
        (date(2024, 1, 1), ends),
    ):
        told = [one for one in noticed_changes(on) if one.regulation == act.pk]
        assert {one.on for one in told if one.what == EXPIRES} == days


def test_two_days_tell_what_is_suspended_on_one_of_them(front, client):
    act = add_verified("01/2024/QĐ-UBND", date(2024, 2, 1))
    other = add_verified("02/2024/QĐ-UBND", date(2024, 3, 1))
    facts = {"provision": "dieu-2-khoan-1", "until": date(2024, 6, 1)}
    add_effect(other, act, "suspends", date(2024, 3, 1), **facts)

    def compared(first: str, last: str) -> tuple:
        response = client.get(f"{act.url}so-sanh/?tu={first}&den={last}")
        words = strip_tags(response.text).replace("\N{NO-BREAK SPACE}", " ")
        return response.context, " ".join(words.split())

    context, words = compared("2024-02-01", "2024-03-01")
    assert "1 nơi bắt đầu hoặc thôi ngưng hiệu lực" in words
    assert "khoản 1 Điều 2 ngưng hiệu lực từ 01/03/2024" in words
    assert "02/2024/QĐ-UBND" in words
    same = context["unchanged"]
    assert len(same) == 4 and not any(name.startswith("Điều 2") for name in same)
    _context, words = compared("2024-03-01", "2024-06-01")
    assert "khoản 1 Điều 2 không còn ngưng hiệu lực từ 01/06/2024" in words
    context, words = compared("2024-02-01", "2024-06-01")
    assert context["suspensions"] == []
