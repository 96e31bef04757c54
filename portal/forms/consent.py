"""What people read before they tick that they agree."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise


@dataclass(frozen=True, slots=True)
class ConsentText:
    """One version of the words: once shown it is evidence and never changes.

    `facts` are heading and sentence; a sentence may name what `explained` is given.
    `labels` are the sentences beside the boxes, by what is agreed to.
    """

    facts: tuple[tuple[Promise, Promise], ...]
    labels: Mapping[str, Promise]

    def explained(self, **names: object) -> list[tuple[str, str]]:
        return [(str(heading), str(text) % names) for heading, text in self.facts]
