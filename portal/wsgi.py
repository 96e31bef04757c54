"""The WSGI entry point that gunicorn serves."""

import os
from typing import Any

import django
from django.core.handlers.wsgi import WSGIHandler, WSGIRequest
from django.utils.http import parse_header_parameters

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.production")


class Utf8Request(WSGIRequest):
    """A request that is read as UTF-8, whatever codec it names.

    Django decodes by any that Python has, some of which are no text encodings: it then
    fails while it makes the request, where no answer of ours is reached.
    `CharacterSetMiddleware` refuses those.
    """

    def _set_content_type_params(self, meta: dict[str, Any]) -> None:
        header = meta.get("CONTENT_TYPE", "")
        self.content_type, self.content_params = parse_header_parameters(header)


class Handler(WSGIHandler):
    """Django's, with requests of ours."""

    request_class = Utf8Request


django.setup(set_prefix=False)
application = Handler()
