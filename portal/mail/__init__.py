"""Letters: written in the transaction that causes them, sent by the worker.

`queue` makes the rows, `deliver_due` takes them to the mail server, `state` tells an
organiser what became of one, `forget` removes those of a person.
"""

from portal.mail.delivery import Delivered, deliver_due
from portal.mail.enclosures import attached_when_sent
from portal.mail.errors import BadAddress, BadAttachment, BadHeader, MailRefused
from portal.mail.outbox import Attachment, queue
from portal.mail.records import MailStatus, forget, retry, state, states
from portal.models.mail import MailProblem, MailState

__all__ = [
    "Attachment",
    "BadAddress",
    "BadAttachment",
    "BadHeader",
    "Delivered",
    "MailProblem",
    "MailRefused",
    "MailState",
    "MailStatus",
    "attached_when_sent",
    "deliver_due",
    "forget",
    "queue",
    "retry",
    "state",
    "states",
]
