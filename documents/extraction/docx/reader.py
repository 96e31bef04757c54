"""A .docx as lines and remarks."""

from __future__ import annotations

import re
from typing import IO
from xml.etree.ElementTree import Element

from documents.extraction.docx.body import Body, note_lines
from documents.extraction.docx.numbering import ListNumbering
from documents.extraction.docx.package import (
    WordPackage,
    child,
    children,
    local,
    open_word,
)
from documents.extraction.docx.styles import Styles
from documents.extraction.errors import Damaged
from documents.extraction.limits import Limits
from documents.extraction.lines import Cleaner, as_text, letters
from documents.extraction.partial_result import Reading

_ACTIVE = {
    "oleObject": "embedded_file",
    "package": "embedded_file",
    "control": "activex",
    "aFChunk": "embedded_document",
}
_DDE = re.compile(r"\bDDE(?:AUTO)?\b")
_APP = "docProps/app.xml"
_MAX_PAGES_CLAIMED = 100_000


def read_word(file: IO[bytes], limits: Limits) -> Reading:
    """The text of a .docx; raises ExtractionError."""
    package = open_word(file, limits)
    main = package.tree(package.main)
    if main is None:
        raise Damaged()
    styles = Styles(package.related("styles"))
    cleaner = Cleaner()
    body = Body(ListNumbering(package.related("numbering"), styles), styles, cleaner)
    lines = list(body.lines(child(main, "body")))
    lines += _notes(package, styles, cleaner, body)
    text = as_text(lines)
    reading = Reading("docx", text, pages=_pages(package), tables=body.tables)
    reading.has_text_layer = letters(text) > 0
    if not reading.has_text_layer:
        reading.text = ""
        reading.note("no_text_layer")
    seen = body.runs.seen
    if kinds := _active_kinds(package, main):
        reading.note("active_content", kinds=kinds)
    if seen["revisions"]:
        reading.note("tracked_changes", count=seen["revisions"])
    if seen["hidden"]:
        reading.note("hidden_text", count=seen["hidden"])
    if seen["pictures"] and reading.has_text_layer:
        reading.note("pictures_left_out", count=seen["pictures"])
    if cleaner.legacy_lines:
        reading.note("legacy_encoding", count=cleaner.legacy_lines)
    return reading


def _notes(
    package: WordPackage, styles: Styles, cleaner: Cleaner, body: Body
) -> list[str]:
    """Footnotes after the text, under the marks they have in it."""
    called = list(body.runs.notes)
    if not called:
        return []
    texts = {}
    for kind in {kind for kind, _ in called}:
        reader = Body(
            ListNumbering(package.related("numbering"), styles), styles, cleaner
        )
        texts[kind] = note_lines(package.related(kind), reader)
    found = [
        (number, texts[kind].get(key, ""))
        for number, (kind, key) in enumerate(called, 1)
    ]
    return [f"[{number}] {text}" for number, text in found if text]


def _active_kinds(package: WordPackage, main: Element) -> list[str]:
    kinds = {
        _ACTIVE[relation.kind]
        for relation in package.relations.values()
        if relation.kind in _ACTIVE
    }
    settings = package.relations_of("settings").values()
    if any(r.kind == "attachedTemplate" and _is_remote(r.target) for r in settings):
        kinds.add("remote_template")
    instructions = (e.text or "" for e in main.iter() if local(e) == "instrText")
    if any(_DDE.search(text) for text in instructions):
        kinds.add("dde_field")
    return sorted(kinds)


def _is_remote(target: str) -> bool:
    """Fetched from elsewhere on opening; a template on the author's disk is not."""
    return target.lower().startswith(("http:", "https:", "ftp:", "\\\\"))


def _pages(package: WordPackage) -> int | None:
    """What the program that saved the file counted, if it did."""
    for element in children(package.tree(_APP), "Pages"):
        text = (element.text or "").strip()
        if text.isdecimal() and len(text) <= 6 and 0 < int(text) < _MAX_PAGES_CLAIMED:
            return int(text)
    return None
