"""Looks over a sheet before it is read: is it too much, and what would not show."""

from __future__ import annotations

import re
import zipfile

from portal.office_files import OfficeProblem, survey_part
from portal.tabular.errors import TableRefused
from portal.tabular.model import Limits

_CHUNK = 1024 * 1024
# Longer than any of the tags below, which may fall on the edge of two chunks.
_OVERLAP = 64
# Formatting alone leaves tags behind, so more of them are let pass than cells.
_TAGS_A_CELL = 20
_VALUE = re.compile(rb"<(?:\w{1,16}:)?(?:v|is)[\s>]")
_FORMULA = re.compile(rb"<(?:\w{1,16}:)?f[\s/>]")
_ENCODING = re.compile(rb"encoding\s*=\s*[\"']([^\"']+)", re.IGNORECASE)
_ROW = re.compile(rb"<(?:\w{1,16}:)?row\s([^<>]{1,900})>")
_HIDDEN = re.compile(rb"\bhidden=\"(?:1|true)\"")
_NUMBER = re.compile(rb"\br=\"(\d{1,7})\"")
_ROW_OVERLAP = 1_024
_REFERENCE = re.compile(r"([A-Z]{1,3})(\d{1,7})")


def survey_sheet(
    package: zipfile.ZipFile, name: str, limits: Limits
) -> set[tuple[int, int]]:
    """The cells whose formula nobody has calculated yet, by row and column.

    Raises TableRefused for more cells than the limits allow, before openpyxl makes an
    object of any.
    """
    try:
        if not _has_formulas(package, name, limits):
            return set()
        finder = _FormulaFinder()
        survey_part(
            package,
            name,
            max_elements=limits.cells * _TAGS_A_CELL,
            start=finder.start,
            end=finder.end,
            text=finder.text,
        )
    except OfficeProblem as problem:
        code = "damaged" if problem.code == "damaged" else "too_complex"
        raise TableRefused(code) from problem
    # A damaged entry makes zipfile and zlib raise their own errors.
    except (zipfile.BadZipFile, OSError, ValueError, LookupError, EOFError) as error:
        raise TableRefused("damaged") from error
    return finder.uncalculated


def hidden_rows(package: zipfile.ZipFile, name: str) -> frozenset[int]:
    """The numbers of the rows that the sheet does not show; raises TableRefused."""
    found = set()
    rest = b""
    try:
        with package.open(name) as part:
            while chunk := part.read(_CHUNK):
                window = rest + chunk
                for row in _ROW.finditer(window):
                    number = _NUMBER.search(row[1])
                    if number and _HIDDEN.search(row[1]):
                        found.add(int(number[1]))
                rest = window[-_ROW_OVERLAP:]
    # A damaged entry makes zipfile and zlib raise their own errors.
    except (zipfile.BadZipFile, OSError, ValueError, LookupError, EOFError) as error:
        raise TableRefused("damaged") from error
    return frozenset(found)


def _has_formulas(package: zipfile.ZipFile, name: str, limits: Limits) -> bool:
    """Count tags and values in the bytes as they stand, which costs next to nothing."""
    tags = values = 0
    formulas = False
    rest = b""
    with package.open(name) as part:
        while chunk := part.read(_CHUNK):
            if not tags:
                _check_encoding(chunk[:200])
            window = rest + chunk
            tags += chunk.count(b"<")
            values += len(_VALUE.findall(window)) - len(_VALUE.findall(rest))
            formulas = formulas or bool(_FORMULA.search(window))
            rest = window[-_OVERLAP:]
            if tags > limits.cells * _TAGS_A_CELL or values > limits.cells:
                raise TableRefused("too_many_cells", limit=limits.cells)
    return formulas


def _check_encoding(head: bytes) -> None:
    """Counting bytes is right in UTF-8 alone, and Excel writes nothing else."""
    declared = _ENCODING.search(head)
    known = declared is None or declared[1].lower() in (b"utf-8", b"us-ascii", b"ascii")
    if b"\x00" in head or head.startswith((b"\xff", b"\xfe")) or not known:
        raise TableRefused("too_complex")


class _FormulaFinder:
    """Handlers for the elements of a sheet, in the order they come."""

    def __init__(self) -> None:
        self.uncalculated: set[tuple[int, int]] = set()
        self._row = self._column = 0
        self._formula = self._has_value = self._in_value = self._gives_text = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "row":
            number = attributes.get("r", "")
            self._row = int(number) if number.isdecimal() else self._row + 1
            self._column = 0
        elif name == "c":
            place = _REFERENCE.fullmatch(attributes.get("r", ""))
            self._column = _column(place[1]) if place else self._column + 1
            self._formula = self._has_value = False
            self._gives_text = attributes.get("t") == "str"
        elif name == "f":
            self._formula = True
        elif name == "v":
            self._in_value = True
            # A formula may well give no letters: then its value is there, and empty.
            self._has_value = self._gives_text

    def text(self, text: str) -> None:
        self._has_value = self._has_value or self._in_value

    def end(self, name: str) -> None:
        if name == "v":
            self._in_value = False
        elif name == "c" and self._formula and not self._has_value:
            self.uncalculated.add((self._row, self._column))


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
