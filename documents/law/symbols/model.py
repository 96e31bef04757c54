"""A document's number and symbol (số, ký hiệu) as a value."""

from dataclasses import dataclass
from enum import StrEnum

from portal.vietnamese import fold


class SymbolForm(StrEnum):
    """How the parts are put together."""

    NORMATIVE = "normative"  # 36/2018/QĐ-UBND
    LAW = "law"  # 64/2025/QH15
    PARTY = "party"  # 57-NQ/TW
    ADMINISTRATIVE = "administrative"  # 291/HD-SKHCN, 03/VBHN-VPQH
    LETTER = "letter"  # 1234/SKHCN-QLKH, 285/CCTTHC, of older acts 64/CP


@dataclass(frozen=True, slots=True)
class Symbol:
    """The parts of `36a/2018/QĐ-UBND`. `str()` gives the canonical form.

    Of `66.13/2026/NQ-CP` the suffix is `.13`.

    A symbol is no key: two provinces may both have a `20/2024/NQ-HĐND`. A law has no
    type, nor has an official letter, whose `unit` is who drafted it, if it says so.
    Joint issuers stay together in `issuer` (`BTC-BKHCN`).
    """

    form: SymbolForm
    number: int
    suffix: str = ""
    year: int | None = None
    type: str = ""
    issuer: str = ""
    unit: str = ""

    def __str__(self) -> str:
        number = f"{self.number:02d}{self.suffix}"
        if self.form is SymbolForm.PARTY:
            return f"{number}-{self.type}/{self.issuer}"
        codes = "-".join(self.codes)
        return "/".join([number, *self._year_part, codes])

    @property
    def codes(self) -> tuple[str, ...]:
        """Type, issuers and unit, those that are there."""
        return tuple(filter(None, (self.type, *self.issuers, self.unit)))

    @property
    def issuers(self) -> tuple[str, ...]:
        """The abbreviation of each issuer, the leading one first."""
        return tuple(filter(None, self.issuer.split("-")))

    @property
    def is_lone(self) -> bool:
        """Whether one code is all there is, as in 285/CCTTHC."""
        return self.form is SymbolForm.LETTER and not self.unit

    @property
    def folded(self) -> str:
        """Equal for numbers that differ in marks or case only: QĐ and QD, HĐ and HD.

        Compare canonical forms first; this is for what they did not find.
        """
        return fold(str(self))

    @property
    def slug(self) -> str:
        """The number as part of a web address: `36-2018-qd-ubnd`.

        Numbers that only a mark tells apart share it, as do issuers of one symbol:
        the page adds the territory, the year or a count.
        """
        suffix = _ascii(self.suffix)
        count = f"-{suffix}" if self.suffix.startswith(".") else suffix
        return "-".join(
            [f"{self.number:02d}{count}", *self._year_part, *map(_ascii, self.codes)]
        )

    @property
    def _year_part(self) -> tuple[str, ...]:
        return () if self.year is None else (str(self.year),)


def _ascii(code: str) -> str:
    return "".join(c for c in fold(code) if c.isascii() and c.isalnum())
