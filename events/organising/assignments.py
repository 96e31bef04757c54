"""A person is put in charge of conferences; what they may do follows by itself."""

from collections.abc import Iterable

from django.contrib.auth.models import AbstractBaseUser, Group, Permission
from django.db import transaction
from wagtail.log_actions import log
from wagtail.models import GroupPagePermission, Page

from events.models import Assignment, Charge, EventIndexPage

# The group with what all organisers share: lists, pictures, files.
ORGANISERS = "Người tổ chức hội nghị"
ASSIGNED = "events.assign"

_ON_PAGES = (
    "add_page",
    "change_page",
    "publish_page",
    "lock_page",
    "unlock_page",
)
# Whoever answers requests about personal data looks for people in all conferences.
OF_ANSWERERS = (
    "change_datarequest",
    *(f"{verb}_holiday" for verb in ("add", "change", "delete", "view")),
)


@transaction.atomic
def assign(user: AbstractBaseUser, charge: Charge, *, actor=None) -> None:
    """Give the user this charge in place of the one they had; an empty one ends it."""
    if not charge:
        Assignment.objects.filter(user=user).delete()
        user.groups.remove(*Group.objects.filter(name=ORGANISERS))
    else:
        row, _created = Assignment.objects.update_or_create(
            user=user,
            defaults={
                "everything": charge.everything,
                "sees_attendees": charge.sees_attendees,
            },
        )
        row.series.set(charge.series)
        row.events.set(charge.events)
        row.localities.set(charge.localities)
        user.groups.add(*Group.objects.filter(name=ORGANISERS))
        follow(row)
    log(
        instance=user,
        action=ASSIGNED,
        user=actor,
        data={"conferences": charge.conferences().count() if charge else 0},
    )


def follow(row: Assignment) -> None:
    """Bring the rights over pages in line with the charge."""
    charge = row.charge
    if row.group is None:
        name = f"Phụ trách hội nghị: {row.user.get_username()}"[:140]
        taken = Group.objects.filter(name=name).exists()
        row.group = Group.objects.create(name=f"{name} {row.pk}" if taken else name)
        row.save(update_fields=["group"])
    row.user.groups.add(row.group)
    row.group.permissions.set(
        Permission.objects.filter(
            codename__in=_rights(charge),
            content_type__app_label__in=("wagtailadmin", "events", "portal"),
        )
    )
    wanted = {
        (page, permission) for page in _pages(charge) for permission in _on_pages()
    }
    held = GroupPagePermission.objects.filter(group=row.group)
    kept = set()
    for one in held:
        pair = (one.page_id, one.permission_id)
        if pair in wanted:
            kept.add(pair)
        else:
            one.delete()
    GroupPagePermission.objects.bulk_create(
        GroupPagePermission(group=row.group, page_id=page, permission_id=permission)
        for page, permission in sorted(wanted - kept)
    )


def follow_places() -> None:
    """A conference got a place, or another one: who is in charge there follows."""
    rows = Assignment.objects.filter(localities__isnull=False).distinct()
    for row in rows.select_related("user", "group"):
        follow(row)


def _rights(charge: Charge) -> tuple[str, ...]:
    rights = ("access_admin",)
    if charge.sees_attendees:
        rights += ("export_registration",)
        if charge.everything:
            rights += ("delete_organisation", *OF_ANSWERERS)
    return rights


def _pages(charge: Charge) -> Iterable[int]:
    """The pages whose branches the charge reaches, none of them inside another."""
    if charge.everything:
        return EventIndexPage.objects.values_list("pk", flat=True)
    events = charge.conferences().order_by().values_list("pk", flat=True)
    pages = Page.objects.filter(pk__in=[*charge.series, *events]).order_by("path")
    found, above = [], None
    for pk, path in pages.values_list("pk", "path"):
        if above is None or not path.startswith(above):
            found.append(pk)
            above = path
    return found


def _on_pages() -> list[int]:
    return list(
        Permission.objects.filter(
            codename__in=_ON_PAGES, content_type__app_label="wagtailcore"
        ).values_list("pk", flat=True)
    )
