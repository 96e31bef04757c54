"""The places every installation knows, loaded as often as one likes."""

from datetime import date

import pytest

from portal.models import Locality, LocalityKind
from portal.reference import load_localities

pytestmark = pytest.mark.django_db

LAST_OF_DISTRICTS, FIRST_OF_COMMUNES = date(2025, 6, 30), date(2025, 7, 1)


def test_communes_and_wards_are_there_from_july_2025():
    load_localities()
    below = Locality.objects.filter(parent__kind=LocalityKind.PROVINCE)
    now = below.valid_on(FIRST_OF_COMMUNES)
    assert now.filter(kind=LocalityKind.COMMUNE).count() == 61
    assert now.filter(kind=LocalityKind.WARD).count() == 4
    assert now.count() == 65
    before = below.valid_on(LAST_OF_DISTRICTS)
    assert set(before.values_list("kind", flat=True)) == {"district", "city"}


def test_a_second_run_adds_nothing_and_what_was_renamed_stays():
    load_localities()
    commune = Locality.objects.get(code="6385")
    commune.name = "Hữu Lũng mới"
    commune.save()
    assert load_localities() == 0
    commune.refresh_from_db()
    assert commune.name == "Hữu Lũng mới"
    assert not Locality.objects.filter(name="Hữu Lũng", kind="commune").exists()


def test_a_commune_somebody_entered_by_name_gets_its_code_and_first_day():
    province = Locality.objects.create(name="Lạng Sơn", kind="province")
    mine = Locality.objects.create(name="Hữu Lũng", kind="commune", parent=province)
    load_localities()
    mine.refresh_from_db()
    assert (mine.code, mine.valid_from) == ("6385", FIRST_OF_COMMUNES)
    assert mine.predecessors.get().kind == LocalityKind.DISTRICT


def test_a_district_says_what_followed_it():
    load_localities()
    district = Locality.objects.get(name="Hữu Lũng", kind="district")
    assert [str(place) for place in district.successors.all()] == ["Xã Hữu Lũng"]


def test_a_place_is_found_by_the_names_before_and_after_it():
    load_localities()
    district = Locality.objects.get(name="Hữu Lũng", kind="district")
    commune = Locality.objects.get(name="Cai Kinh")
    district.successors.add(commune)
    assert commune.other_names() == ["Hữu Lũng"]
    assert district.other_names() == ["Cai Kinh"]
    assert "huu lung" in commune.folded_names()
