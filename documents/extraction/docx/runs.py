"""The words of one Word paragraph, as a reader of the printed page sees them."""

from __future__ import annotations

from collections import Counter
from xml.etree.ElementTree import Element

from documents.extraction.docx.package import child, is_on, local, value

# What stands in the file and not on the page.
_UNSEEN = {"del", "moveFrom", "pPr", "rPr", "instrText", "delText", "delInstrText"}
_BREAKS = {"cr": "\n", "noBreakHyphen": "-", "tab": "\t", "ptab": "\t"}
_NOTES = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}
_REVISIONS = {"ins", "del", "moveFrom", "moveTo"}
_PICTURES = {"drawing", "pict", "object"}


class Runs:
    """Reads paragraphs; keeps what stands outside of the line of text.

    `seen` counts revisions, pictures and hidden runs; `notes` are the footnotes
    called, in order; `boxes` the text boxes met since they were last taken.
    """

    def __init__(self) -> None:
        self.seen: Counter[str] = Counter()
        self.notes: list[tuple[str, str]] = []
        self._boxes: list[Element] = []

    def text(self, paragraph: Element) -> str:
        """The paragraph's words, with \\n where its author broke the line."""
        return "".join(self._read(paragraph))

    def take_boxes(self) -> list[Element]:
        boxes, self._boxes = self._boxes, []
        return boxes

    def _read(self, element: Element) -> list[str]:
        pieces: list[str] = []
        for part in element:
            name = local(part)
            if name in _REVISIONS:
                self.seen["revisions"] += 1
            if name in _UNSEEN:
                continue
            if name == "r":
                pieces.append(self._run(part))
            elif name == "AlternateContent":
                pieces += self._read_alternative(part)
            elif name == "t":
                pieces.append(part.text or "")
            else:
                pieces += self._read(part)
        return pieces

    def _run(self, run: Element) -> str:
        properties = child(run, "rPr")
        if is_on(child(properties, "vanish")):
            self.seen["hidden"] += 1
            return ""
        text = "".join(self._piece(part) for part in run)
        return text.upper() if is_on(child(properties, "caps")) else text

    def _piece(self, part: Element) -> str:
        name = local(part)
        if name == "t":
            return part.text or ""
        if name in _BREAKS:
            return _BREAKS[name]
        if name == "br":
            return "\n" if value(part, "type") in (None, "textWrapping") else " "
        if name == "sym":
            return _symbol(value(part, "char"))
        if name in _NOTES:
            self.notes.append((_NOTES[name], value(part, "id") or ""))
            return f"[{len(self.notes)}]"
        if name == "AlternateContent":
            return "".join(self._read_alternative(part))
        if name in _PICTURES:
            self._keep_boxes(part)
        return ""

    def _read_alternative(self, element: Element) -> list[str]:
        """One of two ways to say the same: the newer, else the older."""
        chosen = child(element, "Choice")
        if chosen is None:
            chosen = child(element, "Fallback")
        if chosen is None:
            return []
        return [self._piece(part) for part in chosen]

    def _keep_boxes(self, picture: Element) -> None:
        boxes = [e for e in picture.iter() if local(e) == "txbxContent"]
        self._boxes += boxes
        if not boxes:
            self.seen["pictures"] += 1


def _symbol(code: str | None) -> str:
    """A character of a symbol font, by its hexadecimal code."""
    try:
        number = int(code or "", 16)
    except ValueError:
        return ""
    return chr(number) if 0x20 <= number < 0xD800 or 0xE000 <= number <= 0xFFFD else ""
