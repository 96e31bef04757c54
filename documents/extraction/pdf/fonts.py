"""Bytes of a content stream to characters and widths, by the font they are set in."""

from __future__ import annotations

from pypdf.errors import LimitReachedError
from pypdf.generic import DictionaryObject, IndirectObject
from pypdf.generic._font import Font

from portal.vietnamese import (
    LegacyEncoding,
    decode_tcvn3,
    encoding_of_font,
    has_modern_letters,
)

UNKNOWN = "\ufffd"
# Two letters of TCVN3, ư and ã, whose glyphs fonts call by the names of signs.
_LETTERS = {0xAD: "\u00ad", 0xB7: "\u00b7"}
_SIGNS = str.maketrans({"\u2212": "\u00ad", "\u2219": "\u00b7"})
_CALLED = frozenset("-\u2010\u2022\u2212\u2219")


class Fonts:
    """The fonts of a document, each read once however many pages use it."""

    def __init__(self) -> None:
        self._by_reference: dict[tuple[int, int], Face] = {}

    def of(self, resources: DictionaryObject) -> dict[str, Face]:
        """The fonts a page or form may name."""
        fonts = resources.get("/Font")
        fonts = fonts.get_object() if fonts is not None else None
        if not isinstance(fonts, DictionaryObject):
            return {}
        return {name: self._face(fonts.raw_get(name)) for name in fonts}

    def _face(self, reference: object) -> Face:
        key = None
        if isinstance(reference, IndirectObject):
            key = (reference.idnum, reference.generation)
            if key in self._by_reference:
                return self._by_reference[key]
        face = Face(reference)
        if key:
            self._by_reference[key] = face
        return face


class Face:
    """One font; what cannot be read of it shows as U+FFFD, half an em wide."""

    def __init__(self, reference: object):
        self._font: Font | None = None
        #: The encoding the font is named for, unless the file maps it to Unicode.
        self.legacy: LegacyEncoding | None = None
        self._is_capital = False
        self._cache: dict[bytes, tuple[str, float, int, int]] = {}
        # What each code of one byte shows, once one is asked for.
        self._letters: list[str] = []
        # Only a Type 3 font measures in units of its own.
        self._unit = 1.0
        if reference is None:
            return
        try:
            resource = reference.get_object()  # type: ignore[attr-defined]
            if resource.get("/Subtype") == "/Type3":
                self._unit = abs(float(resource["/FontMatrix"][0])) * 1000
            font = Font.from_font_resource(resource)
            self._font = font if font.interpretable else None
            self._read_name(resource)
        except (MemoryError, LimitReachedError):
            raise
        # A damaged font must not cost the rest of the page.
        except Exception:  # noqa: BLE001
            self._font = None

    def _read_name(self, resource: DictionaryObject) -> None:
        """What the font's name says of its codes; its maps may say otherwise."""
        font = self._font
        name = str(resource.get("/BaseFont", "")).lstrip("/")
        if font is None or not (legacy := encoding_of_font(name)):
            return
        maps = [font.character_map]
        if not isinstance(font.encoding, str):
            maps.append(font.encoding)
        if any(has_modern_letters("".join(map(str, one.values()))) for one in maps):
            return
        self.legacy = legacy
        if legacy is LegacyEncoding.TCVN3 and not isinstance(font.encoding, str):
            _name_letters(font.encoding)
        # A capital font (.VnTimeH) shows small codes as capitals.
        self._is_capital = name.endswith("H")

    def decode(self, raw: bytes) -> tuple[str, float, int, int]:
        """Text, width in thousandths, number of characters, number of spaces."""
        known = self._cache.get(raw)
        if known is None:
            known = self._decode(raw)
            if len(raw) <= 4 and len(self._cache) < 20_000:
                self._cache[raw] = known
        return known

    def _decode(self, raw: bytes) -> tuple[str, float, int, int]:
        font = self._font
        if font is None:
            return UNKNOWN * len(raw), 500.0 * len(raw), len(raw), 0
        if isinstance(font.encoding, str):
            try:
                codes = raw.decode(font.encoding, "surrogatepass")
            except UnicodeDecodeError:
                codes = raw.decode(font.encoding, "replace")
            text = "".join([font.character_map.get(char, char) for char in codes])
            if self.legacy is LegacyEncoding.TCVN3:
                text = text.translate(_SIGNS)
            spaces = 0
        else:
            codes = raw.decode("latin-1")
            if not self._letters:
                self._letters = _letters_of(font.encoding, font.character_map)
                if self.legacy is LegacyEncoding.TCVN3:
                    self._letters = [one.translate(_SIGNS) for one in self._letters]
            text = "".join([self._letters[code] for code in raw])
            spaces = raw.count(b" ")
        if self.legacy is LegacyEncoding.TCVN3:
            text = decode_tcvn3(text)
            text = text.upper() if self._is_capital else text
        return text, font.get_text_width(codes) * self._unit, len(codes), spaces


def _letters_of(encoding: dict[int, str], maps: dict[str, str]) -> list[str]:
    """What the 256 codes of one byte show."""
    shown = (encoding.get(code, chr(code)) for code in range(256))
    return ["".join([maps.get(char, char) for char in letters]) for letters in shown]


def _name_letters(encoding: dict[int, str]) -> None:
    """Give letters of TCVN3 back the codes that the file says are signs."""
    for code, letter in _LETTERS.items():
        if encoding.get(code) in _CALLED:
            encoding[code] = letter


NO_FACE = Face(None)
"""What text is set in when no font was named."""
