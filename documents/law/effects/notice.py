"""How long after its signing an act may take effect at the earliest, by law."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class LevelOfIssuer(StrEnum):
    """Whose act it is, as the laws on making acts tell issuers apart."""

    CENTRAL = "central"
    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"


@dataclass(frozen=True, slots=True)
class Notice:
    """At least so many days after signing; `source` is the clause that says so."""

    days: int
    source: str


# From the day on which each law took effect, the newest first.
_LAWS = (
    (
        date(2025, 4, 1),
        "khoản 1 Điều 53 Luật số 64/2025/QH15",
        {
            LevelOfIssuer.CENTRAL: 45,
            LevelOfIssuer.PROVINCE: 10,
            LevelOfIssuer.DISTRICT: 10,
            LevelOfIssuer.COMMUNE: 10,
        },
    ),
    (
        date(2016, 7, 1),
        "khoản 1 Điều 151 Luật số 80/2015/QH13",
        {
            LevelOfIssuer.CENTRAL: 45,
            LevelOfIssuer.PROVINCE: 10,
            LevelOfIssuer.DISTRICT: 7,
            LevelOfIssuer.COMMUNE: 7,
        },
    ),
)


def notice_required(tier: LevelOfIssuer, signed_on: date) -> Notice | None:
    """What the law of that day asks for; None for acts older than the laws known here.

    Those made by a shortened procedure may take effect at once: a shorter time is a
    thing to look at, no mistake.
    """
    for begins, source, days in _LAWS:
        if signed_on >= begins:
            return Notice(days[tier], source)
    return None
