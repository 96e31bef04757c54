"""The text of an act on a day as elements of Akoma Ntoso.

Of the same lines as the page: what is repealed, held or still to begin says so by its
`status` and its `period`.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from xml.etree.ElementTree import Element

from documents.acts.akoma_ntoso.elements import clean, sub
from documents.acts.akoma_ntoso.names import ELEMENTS, provision_id
from documents.acts.lines import Run, ShownProvision, Table, TextLine, shown_provision
from documents.law.effects import Consolidation, Effect, TextState
from documents.law.effects.consolidated import ConsolidatedProvision
from documents.law.provisions import Level

NO_TEXT = "no-text"
_OUTSIDE = (Level.PREAMBLE, Level.CLOSING)


def period_id(effect: Effect) -> str:
    """Of the days on which an effect holds back what it names."""
    return f"period_{effect.id}"


def holding(piece: ConsolidatedProvision) -> Effect | None:
    """What keeps the piece from applying that day, if something does."""
    return piece.suspended_by or piece.begins_by


def parts_of(text: Consolidation) -> Iterator[tuple[str, list[ConsolidatedProvision]]]:
    """The act itself (""), then each text it promulgates and each appendix."""
    parts: dict[str, list[ConsolidatedProvision]] = {"": []}
    for part, pieces in groupby(text.provisions, lambda piece: piece.provision.part):
        parts.setdefault(part, []).extend(pieces)
    yield from parts.items()


def add_act_text(act: Element, pieces: Sequence[ConsolidatedProvision]) -> None:
    """`preamble`, `body` and `conclusions`, which a body has however short it is."""
    opening = [piece for piece in pieces if piece.provision.level is Level.PREAMBLE]
    closing = [piece for piece in pieces if piece.provision.level is Level.CLOSING]
    body = [piece for piece in pieces if piece.provision.level not in _OUTSIDE]
    if opening and body:
        _outside(act, "preamble", opening)
    element = sub(act, "body")
    if body:
        _add_hierarchy(element, body)
    else:
        # A letter or a notice has no articles, and of some acts there is no text.
        whole = sub(element, "hcontainer", name="text" if opening else NO_TEXT)
        _add_lines(sub(whole, "content"), _lines(opening))
    if closing:
        _outside(act, "conclusions", closing)


def add_attached_text(
    document: Element, pieces: Sequence[ConsolidatedProvision]
) -> None:
    """`mainBody` with what stands under the heading, and `conclusions`."""
    closing = [piece for piece in pieces if piece.provision.level is Level.CLOSING]
    body = sub(document, "mainBody")
    opening = [p for p in pieces if p.provision.level not in (*ELEMENTS, Level.CLOSING)]
    _add_lines(body, _lines(opening))
    _add_hierarchy(body, [p for p in pieces if p.provision.level in ELEMENTS])
    if not len(body):
        sub(body, "p")
    if closing:
        _outside(document, "conclusions", closing)


def attached_heading(pieces: Sequence[ConsolidatedProvision]) -> str:
    """The heading line of an attached text or an appendix; empty without one."""
    first = pieces[0].provision
    return shown_provision(first).heading if first.anchor == first.part else ""


def _outside(
    parent: Element, tag: str, pieces: Sequence[ConsolidatedProvision]
) -> None:
    element = sub(parent, tag, eId=provision_id(pieces[0].provision))
    _add_lines(element, _lines(pieces))
    if not len(element):
        sub(element, "p")


def _lines(pieces: Iterable[ConsolidatedProvision]) -> Iterator[TextLine | Table]:
    for piece in pieces:
        yield from shown_provision(piece.provision).lines


def _add_hierarchy(top: Element, pieces: Sequence[ConsolidatedProvision]) -> None:
    containing = {piece.parent for piece in pieces}
    known: dict[str, Element] = {}
    for piece in pieces:
        element = _provision(
            known.get(piece.parent, top), piece, piece.anchor in containing
        )
        known[piece.anchor] = element


def _provision(
    parent: Element, piece: ConsolidatedProvision, contains: bool
) -> Element:
    level = piece.provision.level
    tag = ELEMENTS[level][0] if level in ELEMENTS else "hcontainer"
    element = sub(
        parent,
        tag,
        eId=provision_id(piece.provision),
        name=level.value if tag == "hcontainer" else "",
        **_state(piece),
    )
    number, heading, lines = _headed(piece, shown_provision(piece.provision))
    if number:
        sub(element, "num", number)
    if heading:
        sub(element, "heading", heading)
    if not contains:
        _add_lines(sub(element, "content"), lines)
    elif lines:
        _add_lines(sub(element, "intro"), lines)
    return element


def _state(piece: ConsolidatedProvision) -> dict[str, str]:
    held = holding(piece)
    state = {"period": f"#{period_id(held)}"} if held else {}
    if held:
        state["refersTo"] = "#suspended" if piece.suspended_by else "#later"
    if piece.state is TextState.REPEALED:
        return state | {"status": "removed"}
    if piece.suspended_by:
        return state | {"status": "temporarilyRemoved"}
    return state | ({"status": "incomplete"} if piece.pending else {})


def _headed(
    piece: ConsolidatedProvision, shown: ShownProvision
) -> tuple[str, str, list[TextLine | Table]]:
    """The number, the title and the other lines, as they are printed."""
    provision, lines = piece.provision, list(shown.lines)
    if not shown.tag:
        first = lines[0] if lines else None
        if not isinstance(first, TextLine):
            return provision.label, "", lines
        rest = TextLine("", first.runs, first.plain)
        return first.label or provision.label, "", [rest, *lines[1:]]
    heading, title = clean(shown.heading), clean(provision.title)
    if title and heading.endswith(title):
        number = heading.removesuffix(title).rstrip()
        return number, title, lines
    first = lines[0] if lines else None
    if title and isinstance(first, TextLine) and _words(first) == title:
        return heading, title, lines[1:]
    return heading or provision.label, "", lines


def _add_lines(parent: Element, lines: Iterable[TextLine | Table]) -> None:
    for line in lines:
        if isinstance(line, TextLine):
            sub(parent, "p", _words(line))
        else:
            _add_table(parent, line)


def _words(line: TextLine) -> str:
    return clean(f"{line.label} {line.plain or _joined(line.runs)}")


def _joined(runs: Iterable[Run]) -> str:
    return "".join(words for _marked, words in runs)


def _add_table(parent: Element, table: Table) -> None:
    element = sub(parent, "table")
    row = sub(element, "tr")
    for cell in table.headings:
        sub(sub(row, "th"), "p", _joined(cell))
    for cells in table.rows:
        row = sub(element, "tr")
        for _label, runs in cells:
            sub(sub(row, "td"), "p", _joined(runs))
