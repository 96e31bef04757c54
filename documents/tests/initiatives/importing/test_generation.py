"""Invented initiatives: labelled, and read like any other."""

import pytest
from django.core.management import CommandError, call_command

from documents.models import InitiativePage, Replication
from documents.tests.initiative_factories import add_initiative


def test_a_generated_showcase_is_read_like_any_other(front, client):
    real = add_initiative(title="Sáng kiến thật")
    call_command("generate_initiatives", "40", "--seed", "3", verbosity=0)
    made = InitiativePage.objects.filter(code__startswith="SK-SINH-")
    assert made.count() == 40
    assert all(page.is_sample and page.live for page in made)
    assert Replication.objects.counted().exists()
    answer = client.get("/sang-kien.json").json()
    assert answer["count"] == 41
    assert client.get(made.last().url).status_code == 200
    assert client.get(real.url).status_code == 200
    after = add_initiative(title="Viết sau khi sinh")
    assert client.get(after.url).status_code == 200
    with pytest.raises(CommandError):
        call_command("generate_initiatives", "1")
    assert InitiativePage.find_problems() == ([], [], [], [], [])


def test_the_same_seed_gives_the_same_ones(front):
    def titles(seed: int) -> list[str]:
        call_command("generate_initiatives", "15", "--seed", str(seed), verbosity=0)
        found = InitiativePage.objects.order_by("pk")
        made = list(found.values_list("title", flat=True))
        for page in found:
            Replication.objects.filter(initiative=page).delete()
            page.delete()
        return made

    assert titles(5) == titles(5)
    assert titles(5) != titles(6)
