"""Invented acts in an empty library, for tests."""

from datetime import date

from documents.law.structure import parse_provisions
from documents.models import (
    DocumentType,
    Issuer,
    RegulationEffect,
    RegulationIndexPage,
    RegulationPage,
)
from portal.tests import gathered

TEXT = """\
CƠ QUAN MẪU
Điều 1. Phạm vi
Áp dụng trong tỉnh.
Điều 2. Mức hỗ trợ
1. Mức một là năm triệu đồng.
2. Mức hai là ba triệu đồng.
Điều 15. Thi hành
Đơn vị thi hành.
Điều 15d. Theo dõi
Theo dõi mỗi quý.
Điều 15đ. Tổng kết
Tổng kết mỗi năm.
"""
STORED = tuple(parse_provisions(TEXT))


def add_act(symbol: str, *, publish: bool = True, **facts) -> RegulationPage:
    """An act of the province, published."""
    facts = {
        "title": f"Quy định mẫu {symbol}",
        "type": DocumentType.objects.get(abbreviation=facts.pop("kind", "QĐ")),
        "issuer": facts.pop("issuer", None) or Issuer.objects.get(abbreviation="UBND"),
        "signed_on": date(2024, 1, 2),
        **facts,
    }
    act = RegulationPage(symbol=symbol, **facts)
    with gathered.at_the_end():
        RegulationIndexPage.objects.get().add_child(instance=act)
        if publish:
            act.save_revision().publish()
    return act


def add_verified(symbol: str, start: date, **facts) -> RegulationPage:
    facts = {"confidence": "verified", "effective_from": start, "text": TEXT, **facts}
    return add_act(symbol, **facts)


def add_effect(source, target, kind: str, on: date | None, **facts) -> RegulationEffect:
    """A confirmed effect, of the whole act unless a provision is named."""
    facts = {
        "scope": "part" if facts.get("provision") else "whole",
        "review": "confirmed",
        **facts,
    }
    return RegulationEffect.objects.create(
        source=source, target=target, kind=kind, effective_on=on, **facts
    )


def lay_effects(ways: dict, rows: list[dict], **facts) -> None:
    """Drawn effects as rows; `ways` has the acts that each row's `way` goes between."""
    RegulationEffect.objects.bulk_create(
        RegulationEffect(
            source=ways[row["way"]][0],
            target=ways[row["way"]][1],
            provision=f"dieu-{n}",
            **facts,
            **{key: value for key, value in row.items() if key != "way"},
        )
        for n, row in enumerate(rows)
    )
