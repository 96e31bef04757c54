"""The decisions and provisions an initiative names, as its page shows them."""

from dataclasses import dataclass
from datetime import date

from documents.acts.names import capitalised, provision_words
from documents.citing.cards import cards_by_key
from documents.citing.links import RegulationCard
from documents.models.provisions import RegulationProvision


@dataclass(frozen=True, slots=True)
class Decision:
    """Who decided what and when; `card` where the library has the decision."""

    what: str
    by: str
    on: date | None
    symbol: str
    card: RegulationCard | None


@dataclass(frozen=True, slots=True)
class Basis:
    """A provision it rests on: its name, its address, its words as stored."""

    card: RegulationCard
    url: str
    provision: str
    note: str
    text: str


class CitedRegulations:
    """The regulations an initiative names, in three queries for all of them."""

    def __init__(self, page, *, on: date, root_path: str) -> None:
        self._decisions = [*page.recognitions.all(), *page.assessments.all()]
        self._basis = list(page.legal_basis.all())
        keys = {row.decision_id for row in self._decisions}
        keys |= {row.regulation_id for row in self._basis}
        self._cards = cards_by_key(keys - {None}, on=on, root_path=root_path)

    def decisions(self) -> list[Decision]:
        """Recognitions, then assessments of reach."""
        return [
            Decision(
                what=row.get_reach_display() if hasattr(row, "reach") else "",
                by=row.by,
                on=row.on,
                symbol=row.decision_symbol,
                card=self._cards.get(row.decision_id),
            )
            for row in self._decisions
        ]

    def basis(self) -> list[Basis]:
        """What it rests on, as far as the public may read it."""
        rows = [row for row in self._basis if row.regulation_id in self._cards]
        texts = _texts(rows) if any(row.provision for row in rows) else {}
        return [self._one(row, texts) for row in rows]

    def _one(self, row, texts: dict) -> Basis:
        card = self._cards[row.regulation_id]
        return Basis(
            card=card,
            url=f"{card.url}#{row.provision}" if row.provision else card.url,
            provision=capitalised(provision_words(row.provision)),
            note=row.note,
            text=texts.get((row.regulation_id, row.provision), ""),
        )


def _texts(rows: list) -> dict[tuple[int, str], str]:
    stored = RegulationProvision.objects.filter(
        regulation_id__in={row.regulation_id for row in rows},
        anchor__in={row.provision for row in rows if row.provision},
    )
    names = ("regulation_id", "anchor", "heading", "text")
    return {
        (regulation, anchor): "\n".join(filter(None, (heading, text)))
        for regulation, anchor, heading, text in stored.values_list(*names)
    }
