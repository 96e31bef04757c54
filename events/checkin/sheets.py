"""The sign-in list cut into sheets of A4: pure, in millimetres."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

#: Of one sheet, between the margins and above the foot.
HEIGHT = 252
#: The head of the first sheet; the heading of the table is on every one.
TITLE, HEADING = 58, 14
PERSON, GROUP, SUBTOTAL = 12, 7, 7
#: Two signatures with room for a seal; they never stand alone on a sheet.
SIGNATURES = 46
BLANKS = 15


@dataclass(frozen=True, slots=True)
class Signer:
    """Somebody who is to sign. `id` is the registration's."""

    id: int
    name: str
    position: str
    phone: str
    agency: str


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A line of the table: the head of a group, a person, a sum, or left empty."""

    kind: str
    height: int
    number: int = 0
    text: str = ""
    signer: Signer | None = None
    people: int = 0


@dataclass(slots=True)
class SignSheet:
    """One sheet; its code leads to `address`, where it is marked from the paper."""

    number: int
    rows: list[SheetRow] = field(default_factory=list)
    signatures: bool = False
    address: str = ""

    @property
    def ids(self) -> list[int]:
        return [row.signer.id for row in self.rows if row.signer]


def lines(signers: Sequence[Signer], *, others: str, blanks: int = BLANKS):
    """All lines of the list: agency by agency, then empty ones for who comes new."""
    number = 0
    for agency, members in _grouped(signers):
        yield SheetRow("group", GROUP, text=agency)
        for signer in members:
            number += 1
            yield SheetRow("person", PERSON, number, signer=signer)
        yield SheetRow("sum", SUBTOTAL, people=len(members))
    if blanks:
        yield SheetRow("group", GROUP, text=others)
    for _blank in range(blanks):
        number += 1
        yield SheetRow("blank", PERSON, number)
    yield SheetRow("total", SUBTOTAL, people=len(signers))


def sheets(rows: Iterable[SheetRow]) -> list[SignSheet]:
    """The lines on as many sheets as they need, signatures on the last.

    The head of a group is followed by somebody of it on the same sheet; the
    signatures by at least one line above them.
    """
    left = HEIGHT - TITLE - HEADING
    made = [SignSheet(1)]
    rows = list(rows)
    for place, row in enumerate(rows):
        after = rows[place + 1].height if row.kind == "group" else 0
        if row.height + after > left and made[-1].rows:
            made.append(SignSheet(len(made) + 1))
            left = HEIGHT - HEADING
        made[-1].rows.append(row)
        left -= row.height
    if left < SIGNATURES:
        # The last line goes over with them.
        last = made[-1].rows.pop()
        made.append(SignSheet(len(made) + 1, [last]))
    made[-1].signatures = True
    return made


def _grouped(signers: Sequence[Signer]) -> list[tuple[str, list[Signer]]]:
    found: list[tuple[str, list[Signer]]] = []
    for signer in signers:
        if not found or found[-1][0] != signer.agency:
            found.append((signer.agency, []))
        found[-1][1].append(signer)
    return found
