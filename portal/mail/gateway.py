"""Short messages by any gateway that takes an HTTP request.

What it wants is said by the environment: the address, headers as JSON, and a body in
which `{phone}`, `{phone_national}` and `{text}` are filled in, as JSON or as a form.
"""

import json
import string
from urllib.error import HTTPError, URLError
from urllib.parse import quote_plus
from urllib.request import HTTPRedirectHandler, Request, build_opener

from django.conf import settings

from portal.mail.channels import ChannelDown, MessageRefused

SECONDS = 15
_JSON = "application/json"
_FORM = "application/x-www-form-urlencoded"


class HttpGateway:
    """Available where `SHORT_MESSAGE_URL` is set; sends one request for one message."""

    @property
    def available(self) -> bool:
        return bool(settings.SHORT_MESSAGE_URL)

    def send(self, phone: str, text: str) -> None:
        """Raise ChannelDown to be asked again, MessageRefused for a lasting no.

        Neither names the telephone or the text.
        """
        body, kind = filled(settings.SHORT_MESSAGE_BODY, phone, text)
        headers = {"Content-Type": kind, **settings.SHORT_MESSAGE_HEADERS}
        url = settings.SHORT_MESSAGE_URL
        request = Request(url, data=body, headers=headers, method="POST")  # noqa: S310  the operator's own setting
        try:
            with build_opener(_NoRedirect).open(request, timeout=SECONDS):
                return
        except HTTPError as answer:
            answer.close()
            if answer.code in _LATER or answer.code >= 500:
                raise ChannelDown(f"the gateway answered {answer.code}") from None
            raise MessageRefused(f"the gateway answered {answer.code}") from None
        except (URLError, OSError):
            raise ChannelDown("the gateway could not be reached") from None


#: Too early, too many, timed out: the same message may be tried again.
_LATER = frozenset({408, 425, 429})


class _NoRedirect(HTTPRedirectHandler):
    """Nobody else is to learn a telephone number."""

    def redirect_request(self, *args, **kwargs):
        return None


def filled(template: str, phone: str, text: str) -> tuple[bytes, str]:
    """The body and its type: JSON where the template is, else a form. Pure."""
    values = {
        "phone": phone,
        "phone_national": f"0{phone[3:]}" if phone.startswith("+84") else phone,
        "text": text,
    }
    if template.lstrip().startswith(("{", "[")):
        return json.dumps(_in_json(json.loads(template), values)).encode(), _JSON
    quoted = {name: quote_plus(value) for name, value in values.items()}
    return _put(template, quoted).encode(), _FORM


def _in_json(part, values: dict[str, str]):
    """Filled in after the template was read, so that no sign can break out of it."""
    if isinstance(part, dict):
        return {name: _in_json(value, values) for name, value in part.items()}
    if isinstance(part, list):
        return [_in_json(value, values) for value in part]
    return _put(part, values) if isinstance(part, str) else part


def _put(template: str, values: dict[str, str]) -> str:
    return string.Formatter().vformat(template, (), values)
