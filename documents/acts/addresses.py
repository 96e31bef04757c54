"""Addresses that stay: of an act by type, number and year, of each of its provisions.

`/van-ban/nghi-dinh/13/2012` leads to the act wherever its page lies; below the page
`dieu-5/khoan-2/` is a provision.
"""

import re

from documents.law.provisions import ATTACHED_TEXTS, Level, anchor_path, part_slug
from documents.law.structure import Provision
from documents.law.symbols import parse_symbol
from portal.slugs import ascii_slug

_STEPS = "|".join(sorted((str(level) for level in Level if level.rank), reverse=True))
_PARTS = "|".join(
    [*map(part_slug, ATTACHED_TEXTS), Level.ATTACHMENT.value, Level.APPENDIX.value]
)
_STEP = rf"(?:{_STEPS})-[0-9a-z-]+"
_PART = rf"(?:{_PARTS})(?:-[0-9a-z-]+)?"
_NUMBER = re.compile(r"(\d{1,5})(\.\d{1,2}|[a-zđ]{0,3})")


class ProvisionConverter:
    """What may be a provision in an address: never a page's other addresses."""

    regex = rf"(?:{_PART}/)?{_STEP}(?:/{_STEP}){{0,4}}|{_PART}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


def provision_address(provision: Provision) -> str:
    """Below the act's page: `dieu-5/khoan-2/diem-dd`, `quy-dinh/dieu-1`."""
    part = provision.part
    if provision.anchor == part:
        return part
    local = provision.anchor.removeprefix(f"{part}--") if part else provision.anchor
    steps = [step.anchor for step in anchor_path(local)]
    # An anchor that was taken has a number behind it, which no step has.
    own = "/".join(steps) if "-".join(steps) == local else local
    return f"{part}/{own}" if part else own


def issuer_address(abbreviation: str, territory: str | None) -> str:
    """`ubnd-lang-son`, of a central issuer `bkhcn`."""
    return ascii_slug(f"{abbreviation} {territory or ''}")


def address_of_issuer(issuer) -> str:
    """The same of an issuer as a row."""
    territory = issuer.territory
    return issuer_address(issuer.abbreviation, territory and territory.name)


def number_of(text: str) -> tuple[int, str] | None:
    """Number and suffix of an address: `36a`, `66.13`; None for what is no number."""
    found = _NUMBER.fullmatch(text.lower())
    return (int(found[1]), found[2]) if found and int(found[1]) else None


def stable_address(
    kind: str, number: int | None, suffix: str, year: int | None, issuer: str
) -> str:
    """`/van-ban/quyet-dinh/36/2018/ubnd-lang-son`; empty where a part is not known."""
    if not (number and year):
        return ""
    return f"/van-ban/{ascii_slug(kind)}/{number}{suffix}/{year}/{issuer}".rstrip("/")


def address_of(act) -> str:
    """The stable address of an act of the library, which no other act shares."""
    issuer = address_of_issuer(act.issuer)
    symbol = parse_symbol(act.symbol)
    suffix = symbol.suffix if symbol else ""
    return stable_address(act.type.name, act.number, suffix, act.year, issuer)
