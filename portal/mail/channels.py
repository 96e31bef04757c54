"""Short messages: SMS or Zalo, where a unit has a contract; by default nobody.

An adapter is a class with the two members of `Channel`; `SHORT_MESSAGE_CHANNEL`
names it, and `portal.mail.gateway` has one for any HTTP gateway. What it sends is a
background task, queued in the caller's transaction.
"""

import logging
from datetime import timedelta
from functools import cache
from typing import Protocol

from django.conf import settings
from django.utils import timezone
from django.utils.module_loading import import_string
from django_tasks import task

logger = logging.getLogger(__name__)
#: Pauses after attempts that failed because the channel was down.
PAUSES = (timedelta(minutes=1), timedelta(minutes=10), timedelta(hours=1))


class ChannelDown(Exception):
    """The provider could not be reached; the same message may be tried again."""


class MessageRefused(Exception):
    """The provider will never send this message; asking again is no use."""


class Channel(Protocol):
    """What can carry a short text to a telephone."""

    #: Whether messages can be sent at all; forms offer them only then.
    available: bool

    def send(self, phone: str, text: str) -> None:
        """Send the text to an E.164 number.

        Raises ChannelDown to be asked again, MessageRefused for a lasting no.
        """


class NoChannel:
    """The portal as installed: no provider, so no short messages."""

    available = False

    def send(self, phone: str, text: str) -> None:
        raise ChannelDown("no channel is set up")


class ShortMessages:
    """The channel that the settings name, asked for at each message."""

    @property
    def available(self) -> bool:
        return _channel(settings.SHORT_MESSAGE_CHANNEL).available

    def queue(self, phone: str, text: str) -> bool:
        """Queue the text in the caller's transaction; False where no channel is."""
        if not self.available:
            return False
        send_short_message.enqueue(phone, text)
        return True


@cache
def _channel(path: str) -> Channel:
    return import_string(path)()


@task()
def send_short_message(phone: str, text: str, attempt: int = 0) -> bool:
    """Send it, or ask for a later attempt; False when there will be none."""
    try:
        _channel(settings.SHORT_MESSAGE_CHANNEL).send(phone, text)
    except ChannelDown:
        if attempt >= len(PAUSES):
            return False
        later = send_short_message.using(run_after=timezone.now() + PAUSES[attempt])
        later.enqueue(phone, text, attempt + 1)
        return False
    except MessageRefused as refusal:
        # Without the number: whose message it was is nobody's business here.
        logger.warning("A short message was refused: %s", refusal)
        return False
    return True


short_messages = ShortMessages()
