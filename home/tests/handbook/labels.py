"""The words that stand on screens: catalogues, ours and Wagtail's, names of ours."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import polib
import wagtail
from django.conf import settings

from events.letters.placeholders import ALL as PLACEHOLDERS
from events.organising.assignments import ORGANISERS
from home.setup import BESIDE, EDITORS, MODERATORS, ROOMS

#: What has its Vietnamese name in the code or the database, and is shown by it.
_NAMES = (
    *(f"{{{one.name}}}" for one in PLACEHOLDERS),
    EDITORS,
    MODERATORS,
    ORGANISERS,
    *(title for _t, title, _s in (*ROOMS, *BESIDE)),
)
#: A text of which less than this is written would be any text.
_LITERAL = 6
_PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w+\}|%[sd]")


def _catalogues() -> Iterator[Path]:
    yield from Path(settings.BASE_DIR, "locale").glob("**/vi/LC_MESSAGES/*.po")
    yield from Path(wagtail.__file__).parent.glob("**/locale/vi/LC_MESSAGES/*.po")


@cache
def _words() -> tuple[frozenset[str], tuple[re.Pattern[str], ...]]:
    exact, patterns = {name.lower() for name in _NAMES}, []
    for path in _catalogues():
        for entry in polib.pofile(str(path)):
            if entry.obsolete:
                continue
            for text in (entry.msgstr, *entry.msgstr_plural.values()):
                plain = " ".join(text.split()).lower()
                if not _PLACEHOLDER.search(plain):
                    exact.add(plain)
                elif len(_PLACEHOLDER.sub("", plain)) >= _LITERAL:
                    parts = map(re.escape, _PLACEHOLDER.split(plain))
                    patterns.append(re.compile(".+".join(parts)))
    return frozenset(exact), tuple(patterns)


def stands_on_a_screen(label: str) -> bool:
    """Whether a label is one of them as it is, or with something filled in.

    Case does not count: labels of fields begin with a capital where Wagtail shows them.
    """
    exact, patterns = _words()
    plain = " ".join(label.split()).lower()
    return plain in exact or any(one.fullmatch(plain) for one in patterns)
