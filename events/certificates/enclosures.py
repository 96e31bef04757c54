"""The certificate that goes with its letter, drawn when the letter is sent."""

from collections.abc import Iterator

from events.certificates import sheet
from events.enums import NoticeKind
from events.models import Certificate
from portal.mail import Attachment, attached_when_sent


@attached_when_sent(f"events/{NoticeKind.CERTIFICATE}")
def enclosures(about: str) -> Iterator[Attachment]:
    """Of the certificate that is valid by then; revoked meanwhile, nothing."""
    number = about.partition(":")[2]
    rows = Certificate.objects.valid().filter(registration=number).exclude(name="")
    found = rows.select_related("registration__event", "printed").first()
    if found and (content := sheet.paper_of(found.registration.event, [found])):
        name = f"giay-chung-nhan-{found.number.replace('/', '-')}.pdf"
        yield Attachment(name, content, "application/pdf")
