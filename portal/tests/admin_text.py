"""What somebody reads on a screen of the admin, and the English in it."""

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

#: What a screen reader says, or a tooltip, of a thing without text.
_SAID = ("aria-label", "title", "placeholder", "alt", "data-w-tooltip-content-value")
_UNSEEN = {"script", "style", "svg", "code", "textarea", "noscript"}
# Hidden until a script has written a number into it.
_COUNTER = "data-side-panel-toggle-counter"
_LINKED = ("href", "data-workflow-action-url", "data-url")

#: No Vietnamese syllable is written like one of these.
ENGLISH = frozenset(
    Path(__file__).with_name("english_words.txt").read_text("utf-8").split()
)


class _Screen(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.links: set[str] = set()
        self._unseen: list[str] = []
        self._props = False

    def handle_starttag(self, tag: str, attrs) -> None:
        given = dict(attrs)
        if tag in _UNSEEN or {_COUNTER, "hidden"} <= given.keys():
            self._unseen.append(tag)
        self._props = tag == "script" and given.get("id") == "wagtail-sidebar-props"
        self.texts += [given[name] for name in _SAID if given.get(name)]
        if tag == "input" and given.get("type") in ("submit", "button"):
            self.texts.append(given.get("value") or "")
        self.links |= {given[name] for name in _LINKED if given.get(name)}

    def handle_endtag(self, tag: str) -> None:
        if self._unseen and self._unseen[-1] == tag:
            self._unseen.pop()

    def handle_data(self, data: str) -> None:
        if self._props:
            for name, value in _pairs(json.loads(data)):
                if name == "label":
                    self.texts.append(value)
                elif name == "url":
                    self.links.add(value)
            self._props = False
        elif not self._unseen:
            self.texts.append(data)


def _pairs(value) -> Iterator[tuple[str, str]]:
    """Every text in JSON with the name it stands under."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if isinstance(inner, str):
                yield name, inner
            else:
                yield from _pairs(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _pairs(inner)


def read(html: str) -> tuple[list[str], set[str]]:
    """The texts of a screen, its menu's too, and where its links lead."""
    screen = _Screen()
    screen.feed(html)
    return [text for text in screen.texts if text.strip()], screen.links


def english(text: str) -> list[str]:
    """The English words of a text; a piece of an address or file name is none."""
    words = [word.strip("“”\"'()[]{}<>,;:!?.…*+→") for word in text.split()]
    plain = [word for word in words if re.fullmatch(r"[A-Za-z]+", word)]
    return [word for word in plain if word.lower() in ENGLISH]
