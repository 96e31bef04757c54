"""The description for programs: whole, and true of what is answered."""

import pytest
from django.urls import reverse
from hypothesis import HealthCheck, given, settings

from documents.tests.act_factories import add_effect, add_verified
from documents.tests.initiative_factories import add_initiative
from guides.open_data import bulk
from guides.open_data.addresses import addresses
from guides.open_data.collections import COLLECTIONS
from guides.tests.test_open_data import NIGHT

pytestmark = pytest.mark.django_db
EXAMPLES = 12


@pytest.fixture
def described(front, client) -> dict:
    """The description, of a portal that has something of each kind."""
    from datetime import date

    act = add_verified("36/2018/QĐ-UBND", date(2018, 6, 1))
    amender = add_verified("06/2020/QĐ-UBND", date(2020, 6, 1))
    add_effect(amender, act, "repeals", date(2020, 6, 1), provision="dieu-1")
    add_initiative(title="Phiếu tự kiểm")
    bulk.make_all(NIGHT)
    return client.get(reverse("openapi")).json()


def test_every_address_that_the_page_names_is_described(described):
    named = {
        one.url.replace("{dia-chi}", "{slug}") for one in addresses() if not one.is_page
    }
    files = {
        reverse("bulk_file", args=[f"{one.name}.{ending}"])
        for one in COLLECTIONS
        for ending in ("csv", "jsonl")
    }
    assert set(described["paths"]) == named | files


def test_it_says_its_licence_and_names_each_operation_once(described):
    assert described["openapi"].startswith("3.1")
    assert described["info"]["license"]["url"].startswith("http")
    names = [one["get"]["operationId"] for one in described["paths"].values()]
    assert len(set(names)) == len(names)


def test_what_it_promises_is_what_is_answered(described, wsgi):
    """Drawn parameters, strange ones among them; the same ones every time."""
    schemathesis = pytest.importorskip("schemathesis")
    from schemathesis import checks

    known = checks.load_all_checks() or checks.CHECKS.get_all()
    wanted = {
        "not_a_server_error",
        "status_code_conformance",
        "content_type_conformance",
        "response_headers_conformance",
        "response_schema_conformance",
    }
    chosen = [check for check in known if check.__name__ in wanted]
    assert len(chosen) == len(wanted)
    schema = schemathesis.openapi.from_wsgi(reverse("openapi"), wsgi)
    seen = set()
    for found in schema.get_all_operations():
        operation = found.ok()
        _hold(operation, chosen)
        seen.add(operation.path)
    # Its own address schemathesis leaves out: it was read to get here.
    assert seen | {reverse("openapi")} == set(described["paths"])


def _hold(operation, chosen) -> None:
    @given(case=operation.as_strategy())
    @settings(
        max_examples=EXAMPLES,
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    def holds(case) -> None:
        # What is packed is unpacked by no in-process client.
        case.call_and_validate(checks=chosen, headers={"Accept-Encoding": "identity"})

    holds()


def test_the_act_of_the_example_is_answered_as_described(described, client):
    path = "/van-ban/36-2018-qd-ubnd.json"
    act = client.get(path).json()
    required = described["components"]["schemas"]["Act"]["required"]
    assert set(required) == set(act)
