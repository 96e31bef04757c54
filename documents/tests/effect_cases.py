"""Invented acts for the tests of effects, and strategies that make more of them."""

from datetime import date, timedelta

from hypothesis import strategies as st

from documents.law.effects import Effect, EffectKind, Regulation, ReviewState, Scope
from documents.law.structure import parse_provisions

ACT = """\
ỦY BAN NHÂN DÂN TỈNH MẪU
Điều 1. Phạm vi
Áp dụng trong tỉnh.
Điều 2. Mức hỗ trợ
1. Mức một là năm triệu đồng.
2. Mức hai gồm:
a) ba triệu đồng;
b) hai triệu đồng.
3. Mức ba.
Điều 15. Thi hành
Chánh Văn phòng chịu trách nhiệm.
"""
STORED = parse_provisions(ACT)
START = date(2030, 1, 1)


def day(number: int) -> date:
    return START + timedelta(days=number)


def effect(kind: EffectKind, on: int | None, provision: str = "", **facts) -> Effect:
    """A confirmed effect on the act, `on` days after its start."""
    facts = {
        "id": facts.pop("id", f"{kind}-{on}-{provision}"),
        "source": "amender",
        "target": "act",
        "scope": Scope.PART if provision else Scope.WHOLE,
        "review": ReviewState.CONFIRMED,
        **facts,
    }
    when = None if on is None else day(on)
    return Effect(kind=kind, on=when, provision=provision, **facts)


def act(*effects: Effect, **facts) -> Regulation:
    return Regulation(
        **{"id": "act", "effective_from": START, "effects": effects} | facts
    )


days = st.integers(-5, 60).map(day)
maybe_days = st.none() | days
ANCHORS = [
    "", "dieu-1", "dieu-2", "dieu-2-khoan-1", "dieu-2-khoan-2", "dieu-2-khoan-2-diem-a",
    "dieu-2-khoan-2a", "dieu-15", "dieu-15d", "dieu-15dd", "dieu-99-khoan-1",
    "phu-luc-i", "lung-tung",
]  # fmt: skip
WORDINGS = [
    "", "Điều 2. Mức mới\n1. Một.\n2. Hai:\na) x;\nb) y.", "2. Chữ mới", "chữ",
    "Điều 15đ. Thêm\n1. Việc thêm.", "2a. Khoản thêm:\na) một;", "a) điểm mới",
    "“Điều 9. Trích”\n\n",
]  # fmt: skip
provisions = st.sampled_from(ANCHORS)
wordings = st.none() | st.sampled_from(WORDINGS)
effects = st.builds(
    Effect,
    id=st.integers(1, 10_000),
    kind=st.sampled_from(EffectKind),
    source=st.sampled_from(["one", "two", "act"]),
    target=st.sampled_from(["act", "act", "other"]),
    scope=st.sampled_from(Scope),
    provision=provisions,
    on=maybe_days,
    until=maybe_days,
    review=st.sampled_from(ReviewState),
    new_text=wordings,
    source_signed_on=maybe_days,
    source_ended_on=maybe_days,
    source_held=st.none() | st.tuples(days, maybe_days),
)
effect_lists = st.lists(effects, max_size=8, unique_by=lambda one: one.id)
