"""Django's own way of mailing, led into the same outbox."""

from email.mime.base import MIMEBase

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction

from portal.mail.errors import MailRefused
from portal.mail.letters import Letter
from portal.mail.outbox import Attachment, put

#: What Wagtail and Django write themselves: notices to editors, new passwords.
TEMPLATE = "system"


class OutboxBackend(BaseEmailBackend):
    """Queues what `send_mail` is given.

    Not post_office's own backend: that one takes the words of a letter for a
    template, and an editor's "{%" in a title would break or run in it.
    """

    def send_messages(self, email_messages: list[EmailMessage]) -> int:
        queued = 0
        for message in email_messages:
            try:
                _queue(message)
            except MailRefused:
                if not self.fail_silently:
                    raise
            else:
                queued += 1
        return queued


def _queue(message: EmailMessage) -> None:
    """One letter for each recipient: none sees the others, each has a state."""
    headers = {name: str(value) for name, value in message.extra_headers.items()}
    if message.reply_to:
        headers["Reply-To"] = ", ".join(message.reply_to)
    with transaction.atomic():
        for recipient in message.recipients():
            put(
                _letter(message),
                recipient,
                template=TEMPLATE,
                sender=message.from_email,
                headers=headers,
                attachments=[_attachment(part) for part in message.attachments],
            )


def _letter(message: EmailMessage) -> Letter:
    subject, body = str(message.subject), str(message.body)
    if message.content_subtype == "html":
        return Letter(subject, "", body)
    for content, mimetype in getattr(message, "alternatives", ()):
        if mimetype == "text/html":
            return Letter(subject, body, str(content))
    return Letter(subject, body, "")


def _attachment(part) -> Attachment:
    if isinstance(part, MIMEBase):
        return Attachment(
            part.get_filename() or "file",
            part.get_payload(decode=True),
            part.get_content_type(),
        )
    name, content, mimetype = part
    if isinstance(content, str):
        content = content.encode()
    return Attachment(name or "file", content, mimetype or "application/octet-stream")
