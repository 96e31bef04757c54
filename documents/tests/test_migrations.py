"""What acts held before the library stands in it afterwards."""

import json
from datetime import date

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

OLD, NEW = ("documents", "0002_page_citations"), ("documents", "0003_library")


@pytest.fixture
def move():
    """Goes to a state of the room; all of the portal is as it was afterwards."""
    latest = MigrationExecutor(connection).loader.graph.leaf_nodes()

    def to(target):
        executor = MigrationExecutor(connection)
        executor.migrate([target])
        return executor.loader.project_state([target]).apps

    yield to
    # Later migrations take over the rows of this test too.
    MigrationExecutor(connection).migrate(latest)


def _act(apps, issuer, kind, number: int, **facts):
    """An act as the earlier portal stored it, without the tree around it."""
    content_type, _made = apps.get_model(
        "contenttypes", "ContentType"
    ).objects.get_or_create(app_label="documents", model="regulationpage")
    locale, _made = apps.get_model("wagtailcore", "Locale").objects.get_or_create(
        language_code="vi"
    )
    return apps.get_model("documents", "RegulationPage").objects.create(
        title=f"Văn bản mẫu {number}",
        slug=f"mau-{number}",
        path=f"9999{number:04}",
        depth=2,
        numchild=0,
        url_path=f"/mau-{number}/",
        content_type=content_type,
        locale=locale,
        issuer=issuer,
        type=kind,
        **facts,
    )


@pytest.mark.django_db(transaction=True)
def test_the_library_takes_over_what_acts_and_relations_said(move):
    old = move(OLD)
    kind = old.get_model("documents", "DocumentType").objects.create(
        abbreviation="MẪU", name="Mẫu"
    )
    issuer = old.get_model("documents", "Issuer").objects.create(
        abbreviation="MẪU", name="Cơ quan mẫu", level="local"
    )
    notes = '[{"type": "paragraph", "value": "<p>Ghi chú</p>", "id": "1"}]'
    acts = [
        _act(old, issuer, kind, 1, symbol="36/2018/QĐ-UBND"),
        _act(old, issuer, kind, 2, symbol="291/HD-SKHCN", signed_on=date(2020, 4, 17)),
        _act(old, issuer, kind, 3, symbol="Điều lệ"),
        _act(old, issuer, kind, 4, symbol="64/2025/QH15"),
    ]
    with connection.cursor() as cursor:  # historical states know no blocks
        cursor.execute(
            "UPDATE documents_regulationpage SET body = %s WHERE page_ptr_id = %s",
            [notes, acts[0].pk],
        )
    relations = old.get_model("documents", "RegulationRelation").objects
    for place, relation in enumerate(("amends", "based_on", "repeals")):
        relations.create(
            source=acts[1], target=acts[0], kind=relation, sort_order=place
        )

    new = move(NEW)
    rows = new.get_model("documents", "RegulationPage").objects
    names = ("symbol_folded", "number", "year", "is_normative", "confidence", "text")
    kept = [rows.filter(pk=act.pk).values_list(*names).get() for act in acts]
    assert kept == [
        ("36/2018/qd-ubnd", 36, 2018, True, "unknown", ""),
        ("291/hd-skhcn", 291, 2020, False, "unknown", ""),
        ("dieu le", None, None, False, "unknown", ""),
        ("64/2025/qh15", 64, 2025, True, "unknown", ""),
    ]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT body FROM documents_regulationpage WHERE page_ptr_id = %s",
            [acts[0].pk],
        )
        assert json.loads(cursor.fetchone()[0]) == json.loads(notes)
    effects = new.get_model("documents", "RegulationEffect").objects
    facts = effects.order_by("sort_order").values_list(
        "source_id", "target_id", "kind", "scope", "effective_on", "review"
    )
    source, target = acts[1].pk, acts[0].pk
    assert list(facts) == [
        (source, target, "amends", "part", None, "confirmed"),
        (source, target, "based_on", "whole", None, "confirmed"),
        (source, target, "repeals", "part", None, "confirmed"),
    ]
