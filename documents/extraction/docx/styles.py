"""What styles give a paragraph or a table without the document saying it again."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from documents.extraction.docx.package import child, children, is_on, value

_SIDES = ("top", "left", "start", "bottom", "right", "end", "insideH", "insideV")
# Styles built on one another: deeper than this is a circle.
_MAX_CHAIN = 30


class Styles:
    """The styles part, asked by style id."""

    def __init__(self, root: Element | None):
        styles = children(root, "style")
        self._by_id = {value(style, "styleId") or "": style for style in styles}
        self._default = next(
            (
                value(style, "styleId") or ""
                for style in styles
                if value(style, "type") == "paragraph"
                and value(style, "default") in ("1", "true")
            ),
            "",
        )

    def numbering(self, style: str | None) -> tuple[str | None, str | None, str]:
        """The list of a paragraph style, its level, and the style that says so."""
        for name, element in self._chain(style or self._default):
            properties = child(child(element, "pPr"), "numPr")
            if properties is not None:
                number = value(child(properties, "numId"))
                return number, value(child(properties, "ilvl")), name
        return None, None, ""

    def has_capitals(self, style: str | None) -> bool:
        """Whether a style shows small letters as capitals."""
        for _, element in self._chain(style or self._default):
            capitals = child(child(element, "rPr"), "caps")
            if capitals is not None:
                return is_on(capitals)
        return False

    def table_has_borders(self, style: str | None) -> bool:
        for _, element in self._chain(style or ""):
            borders = child(child(element, "tblPr"), "tblBorders")
            if borders is not None:
                return has_visible_side(borders)
        return False

    def _chain(self, style: str) -> list[tuple[str, Element]]:
        chain: list[tuple[str, Element]] = []
        element = self._by_id.get(style)
        while element is not None and len(chain) < _MAX_CHAIN:
            chain.append((style, element))
            style = value(child(element, "basedOn")) or ""
            element = self._by_id.get(style)
        return chain


def has_visible_side(borders: Element | None) -> bool:
    """Whether any line of a table's or a cell's border is drawn."""
    return any(
        value(child(borders, side)) not in (None, "nil", "none") for side in _SIDES
    )
