"""What is missing in a chooser can be added there, by those who may add it."""

import pytest
from django.contrib.auth.models import Permission

from portal.models import Locality, Organisation, Person

pytestmark = pytest.mark.django_db
CASES = [
    (Person, {"full_name": "Nông Thị Minh Họa"}),
    (Organisation, {"name": "Trạm y tế minh họa"}),
    (Locality, {"name": "Xã Minh Họa", "kind": "commune"}),
]


def addresses(model) -> tuple[str, str]:
    base = f"/admin/{model.snippet_viewset.get_chooser_admin_base_path()}/"
    return base, f"{base}create/"


@pytest.mark.parametrize(("model", "facts"), CASES)
def test_who_may_add_adds_it_in_the_chooser(admin_client, model, facts):
    choose, create = addresses(model)
    assert 'id="tab-label-create"' in admin_client.get(choose).json()["html"]
    before = model.objects.count()
    answer = admin_client.post(create, facts).json()
    assert answer["step"] == "chosen"
    assert model.objects.count() == before + 1
    empty = admin_client.post(create, dict.fromkeys(facts, ""))
    assert empty.json()["step"] == "reshow_creation_form"


@pytest.mark.parametrize(("model", "facts"), CASES)
def test_who_may_not_is_not_offered_it(client, django_user_model, model, facts):
    user = django_user_model.objects.create_user("minhhoa")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(user)
    choose, create = addresses(model)
    assert 'id="tab-label-create"' not in client.get(choose).json()["html"]
    before = model.objects.count()
    client.post(create, facts)
    assert model.objects.count() == before


def test_two_people_of_one_name_are_told_apart(
    admin_client, django_assert_max_num_queries
):
    unit = Organisation.objects.create(name="Trạm y tế minh họa")
    for title in ("Trưởng trạm", "Điều dưỡng"):
        Person.objects.create(
            full_name="Nông Thị Minh Họa", title=title, organisation=unit
        )
    choose, _create = addresses(Person)
    admin_client.get(choose)
    with django_assert_max_num_queries(12):
        html = admin_client.get(choose).json()["html"]
    assert "Trưởng trạm, Trạm y tế minh họa" in html
    assert "Điều dưỡng, Trạm y tế minh họa" in html
