"""What a citation found in prose consists of."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from documents.law.provisions import ProvisionRef
from documents.law.symbols import Symbol


class Problem(StrEnum):
    """A slip that shows without any library."""

    WRONG_MARKS = "wrong_marks"
    IMPOSSIBLE_DATE = "impossible_date"
    SHORT_YEAR = "short_year"
    YEAR_MISMATCH = "year_mismatch"


@dataclass(frozen=True, slots=True)
class Citation:
    """One mention of a numbered document.

    `text[start:end]` is `as_printed`, the number alone; `whole_start` and `whole_end`
    take in the type word, date and issuer around it, and `date_start`, `date_end` the
    date (equal when there is none). All are offsets into the text that was searched.

    `issuer` is as printed ("UBND tỉnh Lạng Sơn"), `issuer_code` its abbreviation where
    known, `issuer_territory` the place when it is named.
    `printed_codes` are the codes as they stand where those of `symbol` differ: QD of a
    QĐ. `quoted` means the mention stands inside quoted text, such as an amending act's
    new wording.
    """

    symbol: Symbol
    as_printed: str
    start: int
    end: int
    whole_start: int
    whole_end: int
    type_word: str = ""
    date: dt.date | None = None
    date_as_printed: str = ""
    date_start: int = 0
    date_end: int = 0
    issuer: str = ""
    issuer_code: str = ""
    issuer_territory: str = ""
    provisions: tuple[ProvisionRef, ...] = ()
    printed_codes: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    quoted: bool = False
