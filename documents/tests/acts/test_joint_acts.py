"""Acts that several issued together: entered, shown, found, counted once.

Number and issuers are those of Thông tư liên tịch 93/2006/TTLT-BTC-BKHCN (Bộ Tài chính
and Bộ Khoa học và Công nghệ, 2006), as later acts cite it; other facts are made up.
"""

import json
import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.test.utils.form_data import inline_formset

from documents.models import Issuer, JointIssuer, RegulationPage
from documents.models.issuers import issuers_of, with_known_issuers
from documents.tests.act_factories import TEXT, add_act, add_effect, add_verified
from documents.tests.act_forms import add, draft, edit, shown
from portal.search.rebuild import rebuild

pytestmark = pytest.mark.django_db
MOST_QUERIES = 11
JOINT = "93/2006/TTLT-BTC-BKHCN"


def issuer(code: str) -> Issuer:
    return Issuer.objects.get(abbreviation=code, territory=None)


def beside(code: str, **facts) -> JointIssuer:
    return JointIssuer(issuer=issuer(code), **facts)


def joint(symbol: str = JOINT, **facts) -> RegulationPage:
    """An invented act of two ministries, signed for each."""
    facts = {
        "kind": "TTLT",
        "issuer": issuer("BTC"),
        "signer": "Người Ký Mẫu A",
        "signer_title": "Thứ trưởng",
        "joint_issuers": [beside("BKHCN", signer="Người Ký Mẫu B")],
        "gazette_number": "15 + 16",
        "gazette_on": date(2024, 2, 20),
        **facts,
    }
    return add_act(symbol, **facts)


@pytest.fixture
def editor(front, admin_client):
    return admin_client


def test_an_editor_enters_who_issued_it_together(editor):
    rows = [
        {"issuer": issuer("BKHCN").pk, "signer": "Người Ký Mẫu B", "ORDER": 1},
        {"issuer": issuer("BNV").pk, "signer_title": "Thứ trưởng", "ORDER": 2},
    ]
    fields = {"issuer": issuer("BTC").pk, "joint_issuers": inline_formset(rows)}
    add(editor, symbol=JOINT, gazette_number="15 + 16", **fields)
    act = draft(RegulationPage.objects.get())
    names = ["Bộ Tài chính", "Bộ Khoa học và Công nghệ", "Bộ Nội vụ"]
    assert [one.name for one in act.issuers] == names
    assert act.gazette_number == "15 + 16"
    act.save_revision().publish()
    keys = [issuer("BKHCN").pk, issuer("BNV").pk]
    assert RegulationPage.objects.get().joint_keys == " ".join(map(str, keys))


@pytest.mark.parametrize("codes", [["BTC"], ["BKHCN", "BKHCN"]])
def test_an_issuer_named_twice_is_refused(editor, codes):
    rows = [
        {"issuer": issuer(code).pk, "ORDER": place}
        for place, code in enumerate(codes, 1)
    ]
    fields = {"issuer": issuer("BTC").pk, "joint_issuers": inline_formset(rows)}
    response = add(editor, symbol=JOINT, **fields)
    assert "được nêu hai lần" in shown(response)
    assert not RegulationPage.objects.exists()


def test_a_gazette_before_the_signing_is_refused(editor):
    days = {"signed_on": "2024-01-02", "gazette_on": "2024-01-01"}
    response = add(editor, symbol="36/2018/QĐ-UBND", **days)
    assert "Công báo không thể đăng văn bản trước ngày ký" in shown(response)
    add(editor, symbol="36/2018/QĐ-UBND", **days | {"gazette_on": "2024-01-02"})
    assert RegulationPage.objects.exists()


def test_a_number_names_the_issuers_that_are_missing(editor):
    act = joint(joint_issuers=[])
    response = edit(editor, act, issuer=act.issuer_id, type=act.type_id)
    page = shown(editor.get(response.url))
    assert "Bộ Khoa học và Công nghệ (BKHCN)" in page
    whole = joint("94/2006/TTLT-BTC-BKHCN")
    kept = inline_formset([{"issuer": issuer("BKHCN").pk, "ORDER": 1}])
    fields = {"issuer": whole.issuer_id, "type": whole.type_id, "joint_issuers": kept}
    response = edit(editor, whole, **fields)
    assert "(BKHCN)" not in shown(editor.get(response.url))


def test_the_page_names_issuers_signers_and_gazette(front, client):
    page = client.get(joint(text="Điều 1. Phạm vi\nÁp dụng.\n").url).content.decode()
    for words in (
        "Thông tư liên tịch · Bộ Tài chính, Bộ Khoa học và Công nghệ",
        "<dd>Bộ Tài chính</dd><dd>Bộ Khoa học và Công nghệ</dd>",
        "<dd>Người Ký Mẫu A, Thứ trưởng <small>Bộ Tài chính</small></dd>",
        "<dd>Người Ký Mẫu B <small>Bộ Khoa học và Công nghệ</small></dd>",
        "<dd>Số 15 + 16, ngày 20/02/2024</dd>",
    ):
        assert words in page


def test_one_page_tells_two_issuers_a_later_part_and_a_replaced_phrase(front, client):
    """As guidance of two ministries reads once a later one has changed words of it."""
    start, day = date(2024, 2, 1), date(2024, 6, 1)
    act = joint(
        text=TEXT,
        confidence="verified",
        effective_from=start,
        effective_quote="Có hiệu lực từ ngày 01/02/2024, trừ Điều 15.",
    )
    later = add_verified("02/2024/TTLT-BTC-BKHCN", day, text="", kind="TTLT")
    add_effect(act, act, "postpones", None, provision="dieu-15", until=date(2031, 1, 1))
    words = {"phrase": "năm triệu", "new_text": "bảy triệu"}
    add_effect(later, act, "replaces_phrase", day, provision="dieu-2", **words)

    def page(on: str) -> str:
        html = client.get(f"{act.url}?ngay={on}").content.decode()
        return " ".join(re.sub("<[^>]+>", "", html).split()).replace("\xa0", " ")

    before, after = page("2024-05-31"), page("2024-06-01")
    for html in (before, after):
        assert "Bộ Tài chính, Bộ Khoa học và Công nghệ" in html
        assert "Người Ký Mẫu B" in html
        assert "Điều 15: chưa có hiệu lực" in html
    assert "năm triệu đồng" in before and "bảy triệu" not in before
    assert "bảy triệu đồng" in after
    assert later.symbol in after


def test_without_text_the_page_names_them_too(front, client):
    page = re.sub("<[^>]+>", "", client.get(joint().url).content.decode())
    assert "Bộ Tài chính, Bộ Khoa học và Công nghệ" in page
    assert "Số 15 + 16, ngày 20/02/2024" in page


def test_the_page_of_a_provision_names_each_issuer(front, client):
    act = joint(text="Điều 1. Phạm vi\nÁp dụng chung.\n")
    page = client.get(f"{act.url}dieu-1/").content.decode()
    assert "<span>Bộ Tài chính, Bộ Khoa học và Công nghệ</span>" in page


def test_each_issuer_finds_it_and_it_counts_once(front, client):
    joint()
    add_act("01/2024/QĐ-UBND")
    add_act("05/2006/TT-BTC", kind="TT", issuer=issuer("BTC"))
    counts = {"BTC": 2, "BKHCN": 1, "BNV": None}
    for code, wanted in counts.items():
        query = {"co-quan": issuer(code).pk}
        found = client.get("/van-ban/", query).context["result_count"]
        assert found == (wanted or 0)
    both = {"co-quan": [issuer("BTC").pk, issuer("BKHCN").pk]}
    response = client.get("/van-ban/", both)
    assert response.context["result_count"] == 2
    assert len(response.context["regulations"]) == 2
    data = client.get("/van-ban.json").json()
    assert data["count"] == 3
    offered = {row["title"]: row["count"] for row in data["facets"]["co-quan"]}
    assert offered["Bộ Tài chính"] == 2
    assert offered["Bộ Khoa học và Công nghệ"] == 1


def test_a_status_and_an_issuer_narrow_together(front, client):
    act = add_verified(
        JOINT,
        date(2024, 3, 1),
        kind="TTLT",
        issuer=issuer("BTC"),
        joint_issuers=[beside("BKHCN")],
    )
    query = {"hieu-luc": "in_force", "co-quan": issuer("BKHCN").pk}
    assert list(client.get("/van-ban/", query).context["regulations"]) == [act]


def test_the_admin_list_finds_it_under_each(editor):
    act = joint()
    for code in ("BTC", "BKHCN"):
        url = f"/admin/regulations/?issuer={issuer(code).pk}"
        assert act.symbol in shown(editor.get(url))
    assert act.symbol not in shown(
        editor.get(f"/admin/regulations/?issuer={issuer('BNV').pk}")
    )


@pytest.mark.parametrize(
    "query", ["BKHCN 93", "bộ khoa học và công nghệ", "bo tai chinh", "BTC"]
)
def test_search_knows_each_issuer_long_and_short(front, client, query):
    joint()
    rebuild()
    assert JOINT in client.get("/tim-kiem/", {"q": query}).content.decode()


def test_programs_read_all_of_them(front, client):
    act = joint()
    data = client.get(f"/van-ban/{act.slug}.json").json()
    assert data["issuer"] == {"name": "Bộ Tài chính", "territory": None}
    signed = [(row["name"], row["signer"]) for row in data["issuers"]]
    assert signed == [
        ("Bộ Tài chính", "Người Ký Mẫu A"),
        ("Bộ Khoa học và Công nghệ", "Người Ký Mẫu B"),
    ]
    assert (data["gazette_number"], data["gazette_on"]) == ("15 + 16", "2024-02-20")
    page = client.get(act.url).content.decode()
    scripts = re.findall(
        r"<script type=.application/ld.json.[^>]*>(.*?)</script>", page
    )
    linked = [one for text in scripts for one in _things(json.loads(text))]
    [law] = [one for one in linked if one.get("@type") == "Legislation"]
    assert [body["name"] for body in law["legislationPassedBy"]] == [
        "Bộ Tài chính",
        "Bộ Khoa học và Công nghệ",
    ]
    assert law["isPartOf"]["issueNumber"] == "15 + 16"


def _things(data) -> list[dict]:
    if isinstance(data, list):
        return data
    return data.get("@graph", [data])


def test_queries_do_not_grow_with_joint_acts(front, client):
    joint()
    client.get("/van-ban/")  # fills what is kept between requests
    with CaptureQueriesContext(connection) as one:
        client.get("/van-ban/?sap-xep=moi")
    for number in range(10, 15):
        joint(f"{number}/2006/TTLT-BTC-BKHCN")
    with CaptureQueriesContext(connection) as six:
        response = client.get("/van-ban/?sap-xep=so")
    assert response.context["result_count"] == 6
    assert len(six) <= len(one) <= MOST_QUERIES
    assert "Bộ Khoa học và Công nghệ" in response.text


def test_the_list_asks_for_no_issuer_it_has_counted(
    front, client, django_assert_num_queries
):
    joint()
    (act,) = RegulationPage.objects.for_results(date(2026, 7, 1))
    names = {str(pk): name for pk, name in Issuer.objects.values_list("pk", "name")}
    with_known_issuers([act], names)
    with django_assert_num_queries(0):
        assert [one.name for one in issuers_of(act)] == [
            "Bộ Tài chính",
            "Bộ Khoa học và Công nghệ",
        ]
