"""What a browser sends from the attendee's pages."""

from uuid import uuid4

from django.utils import timezone

from portal import guard


def typed(number: int = 1, **values) -> dict:
    """The registration form filled in; the same number is the same person."""
    sent = {
        "name": f"Người Minh Họa {chr(ord('A') + number)}",
        "phone": f"0912 345 {number:03d}",
        "organisation": f"Đơn vị minh họa {number}",
        "position": "",
        "audience": "official",
        "email": "",
        "note": "",
        "taking_part": "on",
        "key": str(uuid4()),
        **guard.filled("registration", timezone.now()),
        **values,
    }
    return {name: value for name, value in sent.items() if value is not None}
