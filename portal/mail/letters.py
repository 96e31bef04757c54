"""A letter's words: subject, plain text and HTML from three templates."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.template import Context
from django.template.loader import get_template
from django.utils import translation

from portal.models.settings import SiteSettings


@dataclass(frozen=True)
class Letter:
    subject: str
    text: str
    html: str


def write_letter(template: str, context: Mapping[str, Any]) -> Letter:
    """Write the letter in the portal's language, whichever its sender's screen speaks.

    `email/<template>.subject.txt` and `.txt` are plain words, `.html` is escaped.
    """
    words = {**_everywhere(), **context}
    with translation.override(settings.LANGUAGE_CODE):
        subject = _render(f"email/{template}.subject.txt", words).strip()
        text = _render(f"email/{template}.txt", words).strip() + "\n"
        html = _render(f"email/{template}.html", {**words, "subject": subject})
    return Letter(subject, text, html)


def _render(name: str, words: Mapping[str, Any]) -> str:
    plain = name.endswith(".txt")
    template = get_template(name).template
    return template.render(Context(dict(words), autoescape=not plain))


def _everywhere() -> dict[str, str]:
    """Who writes, in every letter."""
    unit = SiteSettings.of_default_site()
    return {
        "portal_name": unit.portal_name,
        "unit_name": unit.unit_name,
        "unit_phone": unit.phone,
        "site_url": settings.SITE_URL,
    }
