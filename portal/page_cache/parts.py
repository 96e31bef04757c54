"""Parts that many pages and lists share, drawn once until somebody publishes."""

from collections.abc import Hashable, Mapping
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
    values: Mapping[str, Any] = field(compare=False, repr=False)


@until_published(maxsize=1024)
def drawn(part: KeptPart) -> SafeString:
    """The template filled; it sees the values alone, no request."""
    return render_to_string(part.template, dict(part.values))
