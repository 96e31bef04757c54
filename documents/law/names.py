"""The abbreviations that document numbers are made of, as plain facts.

`documents/data/*.csv` hold them; the library's snippets start from the same files.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from importlib import resources

from portal.vietnamese import fold


class Normative(StrEnum):
    """When a type of document is a normative act (văn bản quy phạm pháp luật)."""

    ALWAYS = "always"
    BY_ISSUER = "by_issuer"
    WITH_YEAR = "with_year"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class TypeFact:
    abbreviation: str
    name: str
    normative: Normative


@dataclass(frozen=True, slots=True)
class IssuerFact:
    abbreviation: str
    name: str
    level: str
    also_written: tuple[str, ...]

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every way prose names this issuer."""
        return (self.name, self.abbreviation, *self.also_written)


@cache
def document_types() -> Mapping[str, TypeFact]:
    """Types by abbreviation."""
    return {
        row["abbreviation"]: TypeFact(
            row["abbreviation"], row["name"], Normative(row["normative"])
        )
        for row in _rows("document_types.csv")
    }


@cache
def issuers() -> Mapping[str, IssuerFact]:
    """Issuers by abbreviation."""
    return {
        row["abbreviation"]: IssuerFact(
            row["abbreviation"],
            row["name"],
            row["level"],
            tuple(filter(None, row["also_written"].split("|"))),
        )
        for row in _rows("issuers.csv")
    }


@cache
def known_names() -> tuple[TypeFact | IssuerFact, ...]:
    """Every type and issuer there is an abbreviation of, types first."""
    return (*document_types().values(), *issuers().values())


@cache
def folded_codes() -> tuple[str, ...]:
    """Every abbreviation as it looks without marks and case."""
    return tuple(fold(fact.abbreviation) for fact in known_names())


@cache
def folded_types() -> frozenset[str]:
    """Types as they look without marks: QĐ typed as QD is still seen as a type."""
    return frozenset(map(fold, document_types()))


def is_known(code: str) -> bool:
    """Whether the code is a real abbreviation, marks and case included.

    HD and HĐ both are, so neither is a misprint of the other; QD is not.
    """
    return code in document_types() or code in issuers()


# Their numbers are still cited; nothing new is issued by them.
FORMER_ISSUERS = frozenset({"HĐBT", "HĐNN", "UB"})
# Central bodies, of today and of before, that a province cites and does not list.
_CENTRAL_CODES = frozenset(
    """
    BCA BQP BNG BTP BKHĐT BCT BNN BNNPTNT BNNMT BGTVT BXD BTNMT BTTTT BLĐTBXH BVHTTDL
    BGDĐT BYT BKHCNMT BDTTG UBDT NHNN TTCP VPCP VPQH TANDTC VKSNDTC KTNN TCT TLĐ
    """.split()  # noqa: SIM905  a list of quoted codes would be a page long
)


def is_issuer(code: str) -> bool:
    """Whether the code abbreviates an issuer of today or of before."""
    return code in issuers() or code in FORMER_ISSUERS or code in _CENTRAL_CODES


@cache
def _known_by_fold() -> Mapping[str, frozenset[str]]:
    alike: dict[str, set[str]] = {}
    for code in (*document_types(), *issuers()):
        alike.setdefault(fold(code), set()).add(code)
    return {folded: frozenset(codes) for folded, codes in alike.items()}


@lru_cache(maxsize=2048)
def looks_known(code: str) -> bool:
    """Whether the code is a real abbreviation but for marks and case."""
    return fold(code) in _known_by_fold()


@lru_cache(maxsize=2048)
def with_marks(code: str) -> str:
    """The one abbreviation this code lacks the marks of: QĐ for QD.

    Empty for a real abbreviation, and where two would fit.
    """
    if is_known(code):
        return ""
    alike = _known_by_fold().get(fold(code), frozenset())
    return next(iter(alike)) if len(alike) == 1 else ""


@cache
def _written() -> Mapping[str, str]:
    codes = (*document_types(), *issuers(), *FORMER_ISSUERS)
    return {code.lower(): code for code in codes}


def written(code: str) -> str:
    """The code in its proper case: qđ is QĐ, TTG is TTg; marks are never added."""
    known = _written().get(code.lower())
    return known or (code.upper() if code.islower() else code)


def _rows(name: str) -> list[dict[str, str]]:
    source = resources.files("documents") / "data" / name
    with (
        resources.as_file(source) as path,
        path.open(encoding="utf-8", newline="") as file,
    ):
        return list(csv.DictReader(file))
