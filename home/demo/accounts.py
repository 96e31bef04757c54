"""The people one can sign in as on the first day."""

import os
import secrets
from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

from events.models import Charge
from events.organising.assignments import assign
from home.setup import EDITORS, MODERATORS, ORGANISERS
from portal.demo import LOGINS
from portal.models import Locality

# Name, group (None: may do everything), who it is.
ACCOUNTS = (
    ("quantri", None, "Quản trị viên"),
    ("bientap", EDITORS, "Biên tập viên"),
    ("duyet", MODERATORS, "Người duyệt"),
    ("huulung", ORGANISERS, "Người tổ chức, huyện Hữu Lũng"),
)
# What the organiser of the demonstration is in charge of.
PLACE = "Hữu Lũng"


def create() -> None:
    """Make the accounts that are missing and keep their passwords in a file.

    With DEMO_PASSWORD set that password serves all, and is written nowhere.
    """
    shared = os.environ.get("DEMO_PASSWORD", "")
    users = get_user_model().objects
    lines = []
    for username, group, role in ACCOUNTS:
        if users.filter(username=username).exists():
            continue
        password = shared or secrets.token_urlsafe(9)
        user = users.create_user(username, password=password, first_name=role)
        if group == ORGANISERS:
            assign(user, Charge(localities=_places(PLACE)))
        elif group:
            user.groups.add(Group.objects.get(name=group))
        else:
            user.is_staff = user.is_superuser = True
            user.save()
        shown = "DEMO_PASSWORD" if shared else password
        lines.append(f"  {username:<10}{shown:<16}{role}\n")
    if lines:
        _keep(settings.VAR_DIR / LOGINS, lines)


def _places(name: str) -> tuple[int, ...]:
    """The district that was, and the commune of its name."""
    return tuple(Locality.objects.filter(name=name).values_list("pk", flat=True))


def _keep(path: Path, lines: list[str]) -> None:
    """Write the file anew, readable by its owner alone from its first byte."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.writelines(lines)
