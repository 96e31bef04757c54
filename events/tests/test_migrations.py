"""Organisers keep what their group had when each gets a charge of their own."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from wagtail.models import GroupPagePermission

from events.models import EventIndexPage
from events.organising.assignments import ORGANISERS
from events.organising.permissions import visible_events
from events.tests.scenario import add_event
from home.setup import prepare_site

OLD, NEW = ("events", "0007_assignments"), ("events", "0008_assign_organisers")
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgres]


def migrate(*targets) -> None:
    MigrationExecutor(connection).migrate(list(targets))


@pytest.mark.parametrize("everything", [True, False])
def test_users_of_the_group_are_in_charge_of_what_it_could_edit(everything):
    prepare_site()
    latest = MigrationExecutor(connection).loader.graph.leaf_nodes()
    mine, other = (add_event(2, title=name, slug=name) for name in ("mot", "hai"))
    group = Group.objects.get(name=ORGANISERS)
    page = EventIndexPage.objects.get() if everything else mine
    rights = ("change_page", "publish_page")
    for permission in Permission.objects.filter(codename__in=rights):
        GroupPagePermission.objects.create(
            group=group, page=page, permission=permission
        )
    answer = Permission.objects.get(codename="change_datarequest")
    group.permissions.add(answer)
    desk, pages_only = (Group.objects.create(name=name) for name in ("Bàn", "Trang"))
    desk.permissions.add(answer)
    get_user_model().objects.create_user("cu").groups.add(group)

    migrate(OLD)
    migrate(NEW, *latest)

    user = get_user_model().objects.get(username="cu")
    seen = {mine.pk, other.pk} if everything else {mine.pk}
    assert set(visible_events(user).values_list("pk", flat=True)) == seen
    assert mine.permissions_for_user(user).can_publish()
    assert user.assignment.everything is everything
    assert not GroupPagePermission.objects.filter(group=group).exists()
    assert not group.permissions.filter(codename="change_datarequest").exists()
    see = "see_attendees"
    assert desk.permissions.filter(codename=see).exists()
    assert not pages_only.permissions.filter(codename=see).exists()
    newcomer = get_user_model().objects.create_user("moi")
    newcomer.groups.add(group)
    assert not visible_events(newcomer).exists()
