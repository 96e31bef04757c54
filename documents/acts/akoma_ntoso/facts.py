"""What Akoma Ntoso is told of an act, as plain values."""

from dataclasses import dataclass
from datetime import date

from documents.acts.akoma_ntoso.names import WorkName
from documents.law.effects import Effect


@dataclass(frozen=True, slots=True)
class ActFacts:
    """What is known of the act; addresses are whole, days that nobody knows are None.

    Only title and status may be empty. Of a joint act `beside` has slug and name of
    each issuer after the leading one, which alone is in the act's name: by the naming
    convention that has one actor. `kept_on` is the day of this record,
    `effective_from` a day somebody has checked.
    """

    name: WorkName
    symbol: str
    title: str
    issuer: str
    page: str
    portal: str
    kept_on: date
    signed_on: date | None = None
    effective_from: date | None = None
    expires_on: date | None = None
    status: str = ""
    status_label: str = ""
    beside: tuple[tuple[str, str], ...] = ()

    @property
    def issuers(self) -> list[tuple[str, str, str]]:
        """Identifier, slug and name of each."""
        every = ((self.name.actor, self.issuer), *self.beside)
        names = ("issuer", *(f"issuer_{place}" for place in range(2, len(every) + 1)))
        return [(name, *one) for name, one in zip(names, every, strict=True)]


@dataclass(frozen=True, slots=True)
class Modification:
    """A confirmed effect on the act: by which other, and where the text has it."""

    effect: Effect
    symbol: str
    page: str
    place: str = ""

    @property
    def by(self) -> str:
        return f"by_{self.effect.source}"
