"""What a search by POST found is kept for a while, and by its own name alone."""

from datetime import UTC, datetime, timedelta

from django.test import RequestFactory

from portal.search_results import KEPT, keep, kept

NOW = datetime(2030, 3, 1, 2, tzinfo=UTC)


def test_it_is_there_until_its_time_is_over():
    request = RequestFactory().get("/")
    request.session = {}
    assert kept(request, "mot", now=NOW) is None
    keep(request, "mot", {"rows": [3]}, now=NOW)
    assert kept(request, "hai", now=NOW) is None
    assert kept(request, "mot", now=NOW + KEPT - timedelta(seconds=1)) == {"rows": [3]}
    assert kept(request, "mot", now=NOW + KEPT) is None
    keep(request, "mot", {"rows": []}, now=NOW + KEPT)
    assert kept(request, "mot", now=NOW + KEPT) == {"rows": []}
