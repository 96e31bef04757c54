"""Organisers keep what their group had: each is in charge of it in their own name."""

from django.db import migrations

GROUP = "Người tổ chức hội nghị"
ATTENDEE_RIGHTS = ("export_registration", "change_datarequest")
# Belong to those who run every conference, not to the group of all organisers.
OF_ALL = (
    "delete_organisation",
    "change_datarequest",
    "add_holiday",
    "change_holiday",
    "delete_holiday",
    "view_holiday",
)


def let_groups_see(apps, schema_editor):
    """A right of its own from now on: to those whose work it was, not to editors."""
    content_type, _made = apps.get_model(
        "contenttypes", "ContentType"
    ).objects.get_or_create(app_label="events", model="registration")
    groups = apps.get_model("auth", "Group").objects.filter(
        permissions__codename__in=ATTENDEE_RIGHTS
    )
    groups = groups.exclude(name=GROUP).distinct()
    if not groups:
        return
    # Permissions are otherwise made after all migrations.
    see, _made = apps.get_model("auth", "Permission").objects.get_or_create(
        content_type=content_type,
        codename="see_attendees",
        defaults={"name": "Can see attendees"},
    )
    for group in groups:
        group.permissions.add(see)


def assign_organisers(apps, schema_editor):
    groups = apps.get_model("auth", "Group").objects
    organisers = groups.filter(name=GROUP).first()
    if organisers is None:
        return
    on_pages = apps.get_model("wagtailcore", "GroupPagePermission").objects
    held = list(on_pages.filter(group=organisers))
    changed = [
        one.page_id for one in held if one.permission.codename == "change_page"
    ]
    charge = reach(apps, changed)
    if any(charge.values()):
        for user in organisers.user_set.all():
            assign(apps, user, organisers, held, charge)
    on_pages.filter(group=organisers).delete()
    for permission in organisers.permissions.filter(codename__in=OF_ALL):
        organisers.permissions.remove(permission)


def reach(apps, pages: list[int]) -> dict:
    """What can be edited below these pages: everything, or series and conferences."""
    paths = list(
        apps.get_model("wagtailcore", "Page")
        .objects.filter(pk__in=pages)
        .values_list("path", flat=True)
    )
    rooms = apps.get_model("events", "EventIndexPage").objects
    return {
        "everything": any(
            room.startswith(path)
            for room in rooms.values_list("path", flat=True)
            for path in paths
        ),
        "series": list(
            apps.get_model("events", "ConferenceSeriesPage").objects.filter(
                pk__in=pages
            )
        ),
        "events": list(
            apps.get_model("events", "EventPage").objects.filter(pk__in=pages)
        ),
    }


def assign(apps, user, organisers, held: list, charge: dict) -> None:
    """A row for the user, and a group with the rights that all had in common."""
    name = f"Phụ trách hội nghị: {user.username}"[:140]
    groups = apps.get_model("auth", "Group").objects
    group = groups.create(
        name=f"{name} {user.pk}" if groups.filter(name=name).exists() else name
    )
    group.permissions.set(organisers.permissions.all())
    user.groups.add(group)
    on_pages = apps.get_model("wagtailcore", "GroupPagePermission").objects
    on_pages.bulk_create(
        on_pages.model(
            group=group, page_id=one.page_id, permission_id=one.permission_id
        )
        for one in held
    )
    row = apps.get_model("events", "Assignment").objects.create(
        user=user, everything=charge["everything"], group=group
    )
    row.series.set(charge["series"])
    row.events.set(charge["events"])


class Migration(migrations.Migration):
    dependencies = [
        ("contenttypes", "0002_remove_content_type_name"),
        ("events", "0007_assignments"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [
        migrations.RunPython(let_groups_see, migrations.RunPython.noop),
        migrations.RunPython(assign_organisers, migrations.RunPython.noop),
    ]
