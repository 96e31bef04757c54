"""How well labelled texts are read: counts of one class, with recall and precision."""

from dataclasses import dataclass


@dataclass(slots=True)
class Score:
    """Labelled, those of them found, those found `right` in everything, and inventions.

    A measure that knows no half-right ones counts what it finds as right.
    """

    labelled: int = 0
    found: int = 0
    right: int = 0
    wrong: int = 0

    @property
    def recall(self) -> float:
        """Part of what is labelled that is found; 1 when nothing is labelled."""
        return self.found / self.labelled if self.labelled else 1.0

    @property
    def precision(self) -> float:
        """Part of what was found that is labelled; 1 when nothing was found."""
        every = self.found + self.wrong
        return self.found / every if every else 1.0

    def __add__(self, other: "Score") -> "Score":
        return Score(
            self.labelled + other.labelled,
            self.found + other.found,
            self.right + other.right,
            self.wrong + other.wrong,
        )
