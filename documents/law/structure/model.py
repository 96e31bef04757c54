"""A piece of an act, as found in its plain text."""

from dataclasses import dataclass

from documents.law.provisions import Level, Step


@dataclass(frozen=True, slots=True)
class Provision:
    """One piece of the text; joined in order, the pieces' `text` is the whole.

    `text` is this piece's own words with its heading line and line ends, without the
    pieces inside it. `anchor` is unique within the act; `parent` is the anchor of what
    contains it, empty at the top. `part` is the anchor word of the attached text or
    appendix it lies in, empty in the act itself. `path` names it within its part.
    """

    level: Level
    label: str
    title: str
    text: str
    start: int
    anchor: str
    parent: str = ""
    part: str = ""
    path: tuple[Step, ...] = ()

    @property
    def end(self) -> int:
        return self.start + len(self.text)
