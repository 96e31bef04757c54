"""What units send to the showcase, and who decides on it; for tests."""

from django.contrib.auth.models import Group
from django.utils import timezone

from home.setup import MODERATORS
from portal import guard
from portal.models import User

REPLICATION = {
    "status": "applied",
    "unit": "Trường Tiểu học Mẫu",
    "started_on": "05/09/2024",
    "result": "Nộp bài đúng hạn.",
    "name": "Hoàng Thị Mẫu",
    "email": "mau@example.vn",
    "phone": "0912 345 678",
    "consent": "on",
}


def send_replication(client, page, **fields):
    """Fill in the form of an initiative's page as a person does."""
    stamp = guard.filled("replication", timezone.now())
    given = {**REPLICATION, **fields}
    sent = {name: value for name, value in given.items() if value is not None}
    return client.post(f"{page.url}ap-dung/", {**stamp, **sent})


def add_moderator(name: str = "nguoi-duyet") -> User:
    """Somebody of the group that decides."""
    user = User.objects.create_user(name, password="x", is_staff=True)
    user.groups.add(Group.objects.get(name=MODERATORS))
    return user
