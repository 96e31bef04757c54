"""What things are called in Akoma Ntoso: the act (FRBR), and each provision (eId).

By the naming convention of OASIS (akn-nc 1.0): `/akn/vn/act/quyet-dinh/ubnd/…` is the
work, `…/vie:2024-06-01` its text on a day, `art_5__clause_2__point_dd` a provision.
"""

from dataclasses import dataclass
from datetime import date

from documents.law.provisions import Level, Step, path_anchor
from documents.law.structure import Provision

COUNTRY, LANGUAGE = "vn", "vie"

#: The element of a level, and its short name in identifiers.
ELEMENTS = {
    Level.PART: ("part", "part"),
    Level.CHAPTER: ("chapter", "chp"),
    Level.SECTION: ("section", "sec"),
    Level.SUBSECTION: ("subsection", "subsec"),
    Level.ARTICLE: ("article", "art"),
    Level.CLAUSE: ("clause", "clause"),
    Level.POINT: ("point", "point"),
}


@dataclass(frozen=True, slots=True)
class WorkName:
    """What tells an act from all others: `kind`, `actor` and `number` are slugs.

    `day` is that of signing, or the year alone where no more is known, or empty.
    """

    kind: str
    actor: str
    day: str
    number: str

    @property
    def work(self) -> str:
        steps = ("akn", COUNTRY, "act", self.kind, self.actor, self.day, self.number)
        return "/" + "/".join(filter(None, steps))

    def expression(self, on: date) -> str:
        """The text as it is read on that day."""
        return f"{self.work}/{LANGUAGE}:{on.isoformat()}"

    @property
    def original(self) -> str:
        """The text as it was signed."""
        return f"{self.work}/{LANGUAGE}@"


def provision_id(provision: Provision) -> str:
    """One for each anchor: `att_quy-dinh__art_5__clause_2`, `chp_II`, `preamble`."""
    path = provision.path
    levels = [step.level for step in path]
    start = levels.index(Level.ARTICLE) if Level.ARTICLE in levels else 0
    steps = [_step(step) for step in path[start:]]
    if not steps and provision.anchor == provision.part:
        return part_id(provision.part)
    own = path_anchor(path, provision.part) if path else ""
    # An anchor that was taken has a number behind it.
    rest = provision.anchor.removeprefix(own) if own else _local(provision)
    name = "__".join(steps) + rest.replace("--", "-")
    return f"{part_id(provision.part)}__{name}" if provision.part else name


def part_id(part: str) -> str:
    """Of the attached text or the appendix."""
    return f"att_{part}"


def _step(step: Step) -> str:
    short = ELEMENTS[step.level][1] if step.level in ELEMENTS else step.level.value
    label = step.label.replace("đ", "dd").replace("Đ", "DD")
    return f"{short}_{'-'.join(label.split())}"


def _local(provision: Provision) -> str:
    name = provision.anchor.removeprefix(f"{provision.part}--")
    outside = {Level.PREAMBLE: "preamble", Level.CLOSING: "conclusions"}
    level = provision.level
    return name.replace(level.value, outside.get(level, level.value), 1)
