"""The words people agree to before they tick a box."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise


@dataclass(frozen=True, slots=True)
class ConsentText:
    """One version of the words: `facts` are heading and sentence, `boxes` by purpose.

    A text that has been shown is evidence: changed words are a new version beside it.
    """

    facts: tuple[tuple[Promise, Promise], ...]
    boxes: Mapping[str, Promise]

    def explained(self, **names: str | int) -> list[tuple[str, str]]:
        """Headings and sentences, with the names and numbers that sentences take."""
        return [(str(heading), str(text) % names) for heading, text in self.facts]
