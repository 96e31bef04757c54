"""What racers do with certificates: jobs of `events.tests.race`. No pytest in here."""

# Models and what needs them are imported in the functions: Django is set up later.
from datetime import timedelta


def attend(number: int, event: int, people: int) -> dict:
    """Have so many people come to a conference that is then closed."""
    from uuid import uuid4

    from events import seats
    from events.checkin import verbs
    from events.checkin.record import Shown
    from events.enums import ScanSource
    from events.models import CertificateSettings, EventPage
    from events.tests.scenario import AGREED, NOW, somebody

    page = EventPage.objects.get(pk=event)
    at = NOW + timedelta(hours=1)
    for one in range(people):
        row = seats.register(event, somebody(one), agreed=AGREED, key=uuid4(), now=NOW)
        shown = Shown("1-all", ScanSource.CODE, at)
        verbs.check_in(page, row.pk, shown, now=at, actor=None)
    verbs.close(page, now=at, actor=None)
    CertificateSettings.objects.create(
        event=page,
        signer="Người Minh Họa",
        signer_title="Trưởng ban tổ chức",
        hours=4,
        subject="lớp minh họa",
        signed_on=NOW.date(),
    )
    return {}


def issue(number: int, events: list[int]) -> dict:
    """Issue for one of the conferences, as others do for it and for the others."""
    from events.certificates import verbs
    from events.models import EventPage
    from events.tests.scenario import NOW

    page = EventPage.objects.get(pk=events[number % len(events)])
    try:
        made = verbs.issue(page, now=NOW + timedelta(hours=2), actor=None)
    except Exception as error:  # noqa: BLE001  any of them fails the test
        return {"errors": [repr(error)]}
    return {"made": [one.running for one in made]}


def reissue(number: int, each: int) -> dict:
    """Issue `each` certificates anew, nobody else's."""
    from events.certificates import verbs
    from events.enums import RevokeReason
    from events.models import Certificate
    from events.tests.scenario import NOW

    first = number * each + 1
    rows = Certificate.objects.filter(running__range=(first, first + each - 1))
    answers: dict[str, list] = {"made": [], "errors": []}
    for pk in rows.values_list("pk", flat=True):
        try:
            new = verbs.reissue(
                pk,
                reason=RevokeReason.WRONG_NAME,
                now=NOW + timedelta(hours=3),
                actor=None,
            )
        except Exception as error:  # noqa: BLE001  any of them fails the test
            answers["errors"].append(repr(error))
        else:
            answers["made"].append(new.running)
    return answers


def numbers(number: int) -> dict:
    """All numbers given out, in their order, and how many of them are valid."""
    from events.models import Certificate

    rows = Certificate.objects.numbered()
    return {
        "numbers": list(rows.values_list("running", flat=True)),
        "valid": rows.valid().count(),
    }


JOBS = {
    "attend": attend,
    "issue_certificates": issue,
    "reissue_certificates": reissue,
    "certificate_numbers": numbers,
}
