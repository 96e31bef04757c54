"""How an act and its provisions are named when somebody cites them."""

import re
from datetime import date
from functools import lru_cache

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from documents.law.provisions import ATTACHED_TEXTS, Level, anchor_path, part_slug
from portal.vietnamese.dates import short_date

_APPENDIX = re.compile(r"phu-luc(?:-([0-9a-z]+))?")
_ATTACHED = {part_slug(name): name.capitalize() for name in ATTACHED_TEXTS}


def provision_words(anchor: str) -> str:
    """khoản 2 Điều 4 for `dieu-4-khoan-2`; empty for what is no such provision."""
    return _provision_words(anchor, get_language() or "")


# A long act asks for hundreds, and all acts for nearly the same ones.
@lru_cache(maxsize=4096)
def _provision_words(anchor: str, language: str) -> str:
    words = {
        Level.PART: _("Part %(label)s"),
        Level.CHAPTER: _("Chapter %(label)s"),
        Level.SECTION: _("Section %(label)s"),
        Level.SUBSECTION: _("Subsection %(label)s"),
        Level.ARTICLE: _("Article %(label)s"),
        Level.CLAUSE: _("clause %(label)s"),
        Level.POINT: _("point %(label)s"),
    }
    path = anchor_path(anchor.rpartition("--")[2])
    named = [
        words[step.level] % {"label": step.label.replace("-", " ")} for step in path
    ]
    return " ".join(reversed(named))


def place_words(anchor: str) -> str:
    """khoản 2 Điều 4 của Quy chế: also which of the act's texts it stands in.

    An act and what it promulgates both have an Điều 1.
    """
    words = provision_words(anchor)
    part = _part_words(anchor.rpartition("--")[0])
    if not (words and part):
        return words
    return _("%(provision)s of the %(attached)s") % {
        "provision": words,
        "attached": part,
    }


def _part_words(part: str) -> str:
    if appendix := _APPENDIX.fullmatch(part):
        label = (appendix[1] or "").upper()
        return (_("Appendix %(label)s") % {"label": label}).strip()
    if part == Level.ATTACHMENT:
        words = _("Attached text")
        return words[:1].lower() + words[1:]
    return _ATTACHED.get(part, "")


def capitalised(words: str) -> str:
    """The same at the start of a sentence."""
    return words[:1].upper() + words[1:]


def act_words(act, on: date | None = None) -> str:
    """Quyết định số 36/2018/QĐ-UBND ngày 19/04/2018 của UBND tỉnh: as prose cites."""
    words = _("%(type)s No. %(symbol)s") % {"type": act.type.name, "symbol": act.symbol}
    if act.signed_on:
        words = _("%(act)s of %(day)s") % {
            "act": words,
            "day": short_date(act.signed_on),
        }
    words = _("%(act)s by %(issuer)s") % {"act": words, "issuer": act.issuer_names}
    if act.is_sample:
        words = _("%(act)s (sample)") % {"act": words}
    if on:
        words = _("%(act)s, as it stood on %(day)s") % {
            "act": words,
            "day": short_date(on),
        }
    return words


def attached_words(act) -> tuple[str, str]:
    """The anchor word of the text an act promulgates, and the words that name it."""
    label = act.attached_label.strip()
    if not label:
        return "", ""
    return part_slug(label), _("%(attached)s issued with") % {"attached": label}
