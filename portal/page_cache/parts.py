"""Parts that many pages and lists share, drawn once until somebody publishes."""

from collections.abc import Hashable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from portal.page_cache.values import until_published


@dataclass(frozen=True)
class KeptPart:
    """A template and what it is filled with; `key` and `day` tell its results apart."""

    template: str
    key: Hashable
    day: date
    values: dict[str, Any] = field(compare=False, repr=False)


def _fill(part: KeptPart) -> SafeString:
    """The template filled; it sees the values alone, no request."""
    html = render_to_string(part.template, part.values)
    # What is kept by its key holds on to the key: not to pages and rows as well.
    part.values.clear()
    return html


drawn = until_published(maxsize=1024)(_fill)
#: Of long ones, the text of an act, so many and no more.
drawn_long = until_published(maxsize=32)(_fill)
