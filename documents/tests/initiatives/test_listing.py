"""Find by need: every filter by address, counts that hold, few queries."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from documents.models import (
    InitiativeBenefit,
    InitiativePage,
    InitiativeRecognition,
    ScopeAssessment,
)
from documents.models.initiative_enums import ReplicationStatus, Review
from documents.tests.act_factories import add_act
from documents.tests.initiative_factories import (
    add_initiative,
    add_place,
    add_replication,
    add_unit,
)
from documents.tests.initiatives.contributions.test_board import add_need
from portal.models import Locality, Organisation
from portal.tests.prepared import lay_down

MOST_QUERIES = 15
#: With words the one search is asked too, with the bound of its own page.
MOST_SEARCHED = 26


def add_showcase() -> None:
    new = add_unit("Trường THCS Ba Sơn")
    old = add_unit("Trường THCS Tân Thanh cũ", continued_by=new)
    hill, market = add_place("Đồi Thông"), add_place("Chợ Bãi")
    pages = {
        "sheets": add_initiative(
            title="Bộ phiếu tự kiểm",
            problem="Học sinh bỏ cả bài khi vướng một bước.",
            kinds=["technical", "operation"],
            unit=old,
            locality=hill,
            first_applied_on=date(2019, 9, 5),
            cost=0,
            effort="hours",
            rows={"recognitions": [InitiativeRecognition(by="Trường")]},
        ),
        "cards": add_initiative(
            title="Thẻ màu trong tủ thuốc",
            problem="Thuốc hết hạn lẫn với thuốc còn hạn.",
            field="y-te",
            kinds=["management"],
            locality=market,
            first_applied_on=date(2022, 3, 1),
            cost=500_000,
            effort="days",
            rows={
                "benefits": [
                    InitiativeBenefit(
                        kind="quality",
                        what="Hộp thuốc quá hạn",
                        baseline=Decimal(12),
                        result=Decimal(1),
                        unit="hộp",
                    )
                ],
                "assessments": [ScopeAssessment(reach="province", by="Tỉnh")],
            },
        ),
        "new": add_initiative(title="Sổ một trang", unit=new, field="hanh-chinh"),
    }
    add_replication(pages["cards"])
    add_replication(pages["sheets"], review=Review.PENDING)
    add_replication(pages["sheets"], status=ReplicationStatus.TRIAL)


@pytest.fixture
def showcase(front):
    lay_down(add_showcase)
    pages = {page.title: page for page in InitiativePage.objects.all()}
    units = {unit.name: unit for unit in Organisation.objects.all()}
    places = {place.name: place for place in Locality.objects.all()}
    return {
        "sheets": pages["Bộ phiếu tự kiểm"],
        "cards": pages["Thẻ màu trong tủ thuốc"],
        "new": pages["Sổ một trang"],
        "old_unit": units["Trường THCS Tân Thanh cũ"],
        "new_unit": units["Trường THCS Ba Sơn"],
        "hill": places["Đồi Thông"],
        "market": places["Chợ Bãi"],
    }


def found(client, **query) -> dict:
    return client.get("/sang-kien.json", query).json()


def titles(client, **query) -> set[str]:
    return {row["title"] for row in found(client, **query)["results"]}


SHEETS, CARDS, NEW = "Bộ phiếu tự kiểm", "Thẻ màu trong tủ thuốc", "Sổ một trang"


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"q": "bo ca bai"}, {SHEETS}),
        ({"q": "THUỐC hết hạn"}, {CARDS}),
        ({"q": "thcs ba son"}, {SHEETS, NEW}),
        ({"q": "tan thanh cu"}, {SHEETS, NEW}),
        ({"linh-vuc": "y-te"}, {CARDS}),
        ({"linh-vuc": ["y-te", "giao-duc"]}, {CARDS, SHEETS}),
        ({"loai": "operation"}, {SHEETS}),
        ({"cap": "province"}, {CARDS}),
        ({"cap": "base"}, {SHEETS}),
        ({"nam": "2019"}, {SHEETS}),
        ({"chi-phi": "0"}, {SHEETS}),
        ({"chi-phi": "duoi-1-trieu"}, {SHEETS, CARDS}),
        ({"thoi-gian": "days"}, {CARDS}),
        ({"nhan-rong": "co"}, {CARDS}),
        ({"linh-vuc": "khong-co"}, set()),
        ({"don-vi": "999999", "noi": "abc", "nam": "²"}, set()),
    ],
)
def test_each_filter_finds_what_it_says(showcase, client, query, expected):
    assert titles(client, **query) == expected


def test_old_and_new_name_of_a_unit_both_filter(showcase, client):
    for name in ("old_unit", "new_unit"):
        assert titles(client, **{"don-vi": showcase[name].pk}) == {SHEETS, NEW}


def test_a_place_filters(showcase, client):
    assert titles(client, noi=showcase["hill"].pk) == {SHEETS}


def test_counts_say_what_each_choice_leaves(showcase, client):
    answer = found(client, **{"linh-vuc": "y-te"})
    counts = {i["value"]: i["count"] for i in answer["facets"]["linh-vuc"]}
    assert (counts["y-te"], counts["giao-duc"], counts["hanh-chinh"]) == (1, 1, 1)
    kinds = {i["value"]: i["count"] for i in answer["facets"]["loai"]}
    assert kinds == {"technical": 0, "management": 1, "operation": 0, "application": 0}
    for item in answer["facets"]["loai"]:
        left = found(client, **{"linh-vuc": "y-te", "loai": item["value"]})
        assert left["count"] == item["count"]


def test_a_whole_question_finds_the_nearest(showcase, client):
    answer = found(client, q="Tại sao học sinh hay bỏ bài khi gặp khó ở nhà?")
    assert answer["nearest"]
    assert [row["title"] for row in answer["results"]] == [SHEETS]


@pytest.mark.parametrize(
    ("typed", "read_as"),
    [("thẻ màu trong tủ thuốc", None), ("the mau trong tu thuoc", None)]
    + [("ther mauf trong tur thuoocs", "thẻ màu trong tủ thuốc")]
    + [("the mau trong tu thuco", "the mau trong tu thuoc")],
)
def test_words_find_initiatives_alone_however_they_are_typed(
    showcase, client, typed, read_as
):
    add_act("09/2025/QĐ-UBND", title=CARDS)
    answer = found(client, q=typed)
    assert answer["results"][0]["title"] == CARDS
    assert (answer["read_as"], answer["complete"]) == (read_as, True)
    shown = client.get("/sang-kien/", {"q": typed}).text.replace("\xa0", " ")
    assert f"<mark>{CARDS}</mark>" in shown
    assert "09/2025" not in shown.split("<main", 1)[1].split("</main", 1)[0]


def test_a_card_shows_the_passage_where_title_and_problem_do_not_say_it(
    showcase, client
):
    page = showcase["cards"]
    page.solution = "Dán thẻ màu lên ngăn kéo gỗ lim."
    page.save_revision().publish()
    shown = client.get("/sang-kien/?q=ngan+keo+go+lim").text.replace("\xa0", " ")
    assert "<mark>ngăn kéo gỗ lim</mark>" in shown
    assert 'class="result-words"' not in client.get("/sang-kien/?q=the+mau").text


def test_what_is_withdrawn_is_not_found(showcase, client):
    showcase["cards"].unpublish()
    assert CARDS not in titles(client, q="the mau trong tu thuoc")


def test_filters_are_links_and_survive_being_shared(showcase, client):
    page = client.get(
        "/sang-kien/?q=thuoc&linh-vuc=y-te&loai=management&sap-xep=chi-phi"
    )
    shown = page.content.decode()
    assert CARDS.split()[0] in shown
    assert '<input type="hidden" name="linh-vuc" value="y-te">' in shown
    assert 'href="/sang-kien/?q=thuoc&amp;loai=management&amp;sap-xep=chi-phi"' in shown
    for name, value in (("linh-vuc", "y-te"), ("loai", "management")):
        assert f'type="checkbox" name="{name}" value="{value}" checked' in shown
    assert "/sang-kien/rss/?q=thuoc&amp;linh-vuc=y-te" in shown


def test_a_card_says_problem_proof_and_what_it_takes(showcase, client):
    page = client.get("/sang-kien/?linh-vuc=y-te").content.decode()
    card = page.partition('class="row row--initiative"')[2].partition("</li>")[0]
    told = ("lẫn với", "12\u00a0hộp", "1\u00a0hộp", "500.000 đồng", "Vài ngày")
    for words in told:
        assert words in card
    assert "Đã áp dụng tại 1 đơn vị khác" in card


def test_sorting(showcase, client):
    costs = [r["cost_vnd"] for r in found(client, **{"sap-xep": "chi-phi"})["results"]]
    assert costs == [0, 500_000, None]
    first = found(client, **{"sap-xep": "nhan-rong"})["results"][0]
    assert (first["title"], first["applied_elsewhere"]) == (CARDS, 1)


def test_the_feed_takes_the_same_filters(showcase, client):
    feed = client.get("/sang-kien/rss/?linh-vuc=y-te").content.decode()
    assert CARDS in feed
    assert SHEETS not in feed


def test_the_list_by_place_links_to_the_filter(showcase, client):
    page = client.get("/sang-kien/theo-dia-ban/").content.decode()
    assert f"/sang-kien/?noi={showcase['hill'].pk}" in page
    assert SHEETS in page
    assert "Chợ Bãi" in page


@pytest.mark.parametrize(
    "query",
    ["q=%00", "q=" + "a+" * 600, "q=%25_%5C", "trang=99999", "trang=-1", "loai=%00"]
    + ["q=<script>alert(1)</script>", "sap-xep=x", "nam=99999999999999999999"],
)
def test_nonsense_in_the_address_is_answered(showcase, client, query):
    response = client.get(f"/sang-kien/?{query}")
    assert response.status_code == 200
    assert "<script>alert" not in response.content.decode()
    assert client.get(f"/sang-kien.json?{query}").status_code == 200


@pytest.mark.parametrize(
    "path", ["/sang-kien/", "/sang-kien/?q=mau", "/sang-kien.json"]
)
def test_queries_do_not_grow_with_the_showcase(front, client, path):
    seen = []
    for number in (1, 6):
        for _one in range(number):
            page = add_initiative(
                unit=add_unit("Đơn vị"),
                rows={"benefits": [InitiativeBenefit(kind="time", what="Phút")]},
            )
            add_replication(page)
        client.get(path)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get(path)
        seen.append(len(queries))
    assert seen[0] == seen[1] <= (MOST_SEARCHED if "q=" in path else MOST_QUERIES)


def test_whoever_finds_nothing_sees_what_others_look_for(showcase, client):
    """Two open needs at the end of the list; one that was met is not looked for."""
    names = ("Nước rửa tay", "Sổ hẹn chung", "Bảo quản măng")
    for name, state in zip(names, ("open", "met", "open"), strict=True):
        add_need(title=name, state=state)
    page = client.get("/sang-kien/").content.decode()
    end = page.split('id="chua-thay"')[1].split("</section>")[0]
    assert [name in end for name in names] == [True, False, True]
    assert "nhu-cau/gui/" in end
