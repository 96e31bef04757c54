"""Addresses that stay: of acts by number, of provisions on a day."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.acts.addresses import (
    ProvisionConverter,
    number_of,
    provision_address,
    stable_address,
)
from documents.law.structure import parse_provisions
from documents.models import Issuer, RegulationPage
from documents.tests.act_factories import TEXT, add_act, add_effect, add_verified
from documents.tests.acts.akoma_ntoso.test_document import LINES
from documents.tests.acts.akoma_ntoso.test_document import TEXT as WITH_ATTACHED
from portal.models import Locality

START, CHANGE = date(2024, 2, 1), date(2024, 6, 1)
QUERY = "/van-ban/quyet-dinh/1/2024"


@pytest.fixture
def amended(front):
    act = add_verified("01/2024/QĐ-UBND", START)
    amender = add_verified("02/2024/QĐ-UBND", CHANGE, text="")
    wording = "2. Mức hai là bốn triệu đồng."
    add_effect(
        amender, act, "amends", CHANGE, new_text=wording, provision="dieu-2-khoan-2"
    )
    add_effect(
        amender,
        act,
        "supplements",
        CHANGE,
        new_text="3. Mức ba.",
        provision="dieu-2-khoan-3",
    )
    return act


def test_addresses_read_as_they_are_cited():
    addresses = [provision_address(one) for one in parse_provisions(WITH_ATTACHED)]
    assert "dieu-2/khoan-1/diem-dd" in addresses
    assert "quy-dinh/dieu-1" in addresses
    assert "phu-luc-i" in addresses
    assert "chuong-i" in addresses


@given(st.lists(LINES, max_size=14))
def test_no_two_provisions_share_an_address(lines):
    found = [provision_address(one) for one in parse_provisions("\n".join(lines))]
    assert len(set(found)) == len(found)


@pytest.mark.parametrize(
    "own", ["pdf", "rss", "atom", "so-sanh", "bao-loi", "theo-doi"]
)
def test_no_other_address_of_a_page_is_taken_for_a_provision(own):
    import re

    assert not re.fullmatch(ProvisionConverter.regex, own)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("36", (36, "")),
        ("036", (36, "")),
        ("36A", (36, "a")),
        ("66.13", (66, ".13")),
        ("0", None),
        ("x", None),
    ],
    ids=["plain", "zero", "suffix", "count", "none", "letters"],
)
def test_numbers_of_addresses(typed, read):
    assert number_of(typed) == read


def test_what_is_not_known_gives_no_address():
    assert stable_address("Quyết định", None, "", 2024, "ubnd") == ""
    known = stable_address("Quyết định", 36, "a", 2018, "ubnd-lang-son")
    assert known == "/van-ban/quyet-dinh/36a/2018/ubnd-lang-son"


@pytest.mark.parametrize(
    "address",
    [
        QUERY,
        f"{QUERY}/",
        "/van-ban/quyet-dinh/01/2024",
        "/van-ban/Quyết-định/1/2024",
        "/van-ban/qd/1/2024",
        "/van-ban/quyet-dinh/1",
    ],
    ids=["plain", "slash", "zero", "marks", "short", "no-year"],
)
def test_a_number_leads_to_the_page_of_the_act(amended, client, address):
    answer = client.get(address)
    assert answer.status_code == 302
    assert answer["Location"] == f"/van-ban/{amended.slug}/"
    assert "public" in answer["Cache-Control"]


def test_it_keeps_the_day_and_follows_a_page_that_moves(amended, client):
    page = RegulationPage.objects.get(pk=amended.pk)
    page.slug = "khac"
    page.save_revision().publish()
    answer = client.get(f"{QUERY}?ngay=2024-05-31&x=1")
    assert answer["Location"] == "/van-ban/khac/?ngay=2024-05-31"


def test_the_address_in_the_data_leads_back(amended, client):
    data = client.get(f"/van-ban/{amended.slug}.json").json()
    assert client.get(data["stable_url"])["Location"] == f"/van-ban/{amended.slug}/"
    clause = next(p for p in data["provisions"] if p["anchor"] == "dieu-2-khoan-2")
    assert "<ins>bốn</ins> triệu" in client.get(clause["url"]).content.decode()


def other_province() -> Issuer:
    place = Locality.objects.create(name="Cao Bằng", kind="province")
    return Issuer.objects.create(
        abbreviation="UBND", name="UBND Cao Bằng", level="local", territory=place
    )


def test_of_several_the_reader_chooses_and_the_issuer_decides(amended, client):
    other = add_act("01/2024/QĐ-UBND", issuer=other_province())
    answer = client.get(QUERY)
    assert answer.status_code == 200
    page = answer.content.decode()
    for act in (amended, other):
        assert f'href="/van-ban/{act.slug}/"' in page
    chosen = client.get(f"{QUERY}/ubnd-cao-bang")
    assert chosen["Location"] == f"/van-ban/{other.slug}/"


@pytest.mark.parametrize(
    "address",
    [
        "/van-ban/quyet-dinh/1/2023",
        "/van-ban/khong-co/1/2024",
        "/van-ban/quyet-dinh/0/2024",
        "/van-ban/quyet-dinh/1a/2024",
        f"{QUERY}/ubnd-khac",
    ],
    ids=["year", "type", "zero", "suffix", "issuer"],
)
def test_an_unknown_number_is_404_with_help(amended, client, address):
    answer = client.get(address)
    assert answer.status_code == 404
    assert "/van-ban/?q=" in answer.content.decode()


def test_near_numbers_are_offered_and_drafts_never(amended, client):
    add_act("03/2024/QĐ-UBND", publish=False).unpublish()
    page = client.get("/van-ban/quyet-dinh/3/2024").content.decode()
    assert "01/2024/QĐ-UBND" in page
    assert "03-2024" not in page


def test_a_provision_on_a_day_has_a_page_of_its_own(amended, client):
    base = f"/van-ban/{amended.slug}/dieu-2/khoan-2/"
    now = client.get(base)
    assert "public" in now["Cache-Control"]
    page = now.content.decode()
    assert "<ins>bốn</ins>" in page
    assert "Mức một" not in page
    assert "02/2024/QĐ-UBND" in page
    assert f'<link rel="canonical" href="http://testserver{base}">' in page
    before = client.get(f"{base}?ngay=2024-05-31").content.decode()
    assert "ba triệu" in before
    assert f'href="http://testserver{base}?ngay=2024-05-31"' in before


def test_an_article_shows_what_lies_in_it_and_its_neighbours(amended, client):
    page = client.get(f"/van-ban/{amended.slug}/dieu-2/").content.decode()
    assert "Mức một" in page
    assert "Phạm vi" not in page
    for neighbour in ("dieu-1/", "dieu-15/"):
        assert f'href="/van-ban/{amended.slug}/{neighbour}"' in page


def test_an_anchor_leads_to_the_address(amended, client):
    answer = client.get(f"/van-ban/{amended.slug}/dieu-2-khoan-2/?ngay=2024-05-31")
    wanted = f"/van-ban/{amended.slug}/dieu-2/khoan-2/?ngay=2024-05-31"
    assert answer["Location"] == wanted


def test_a_provision_that_is_not_there_says_when_it_is(amended, client):
    address = f"/van-ban/{amended.slug}/dieu-2/khoan-3/"
    assert client.get(address).status_code == 200
    answer = client.get(f"{address}?ngay=2024-05-31")
    assert answer.status_code == 404
    page = answer.content.decode()
    assert f'href="{address}?ngay=2024-06-01"' in page
    assert f'href="/van-ban/{amended.slug}/dieu-2/?ngay=2024-05-31"' in page
    assert client.get(f"/van-ban/{amended.slug}/dieu-99/").status_code == 404


def test_an_act_without_text_has_no_provisions(front, client):
    act = add_act("05/2024/QĐ-UBND")
    answer = client.get(f"/van-ban/{act.slug}/dieu-1/")
    assert answer.status_code == 404
    assert f'href="/van-ban/{act.slug}/"' in answer.content.decode()


def test_a_longer_act_needs_no_more_queries(
    amended, client, django_assert_max_num_queries
):
    address = f"/van-ban/{amended.slug}/dieu-2/"
    client.get(address)
    with django_assert_max_num_queries(40) as few:
        client.get(address)
    more = "".join(f"Điều {n}. Thêm\nLời.\n" for n in range(16, 60))
    RegulationPage.objects.filter(pk=amended.pk).update(text=TEXT + more)
    for number in range(3, 8):
        amender = add_act(f"{number:02}/2024/QĐ-UBND")
        add_effect(amender, amended, "repeals", CHANGE, provision="dieu-2-khoan-1")
    with django_assert_max_num_queries(len(few)):
        client.get(address)
