"""How well a page answers a number that was asked for."""

from collections import Counter

from portal.search.numbers import Number

#: What owning the very number is worth: more than anything words can be.
OWNED = 1_000
#: A number is like another if so many of its letters are in it.
_ALIKE = 0.7


class NumberRanker:
    """How well a page answers a number: owns it, owns one like it, or cites it."""

    def __init__(self, number: Number) -> None:
        ladder = number.ladder()
        self.key = ladder[-1]
        self.owned = [
            (f" s{key} ", OWNED * (0.3 + 0.7 * place / len(ladder)))
            for place, key in enumerate(ladder, 1)
        ][::-1]
        self.cited = [f" c{key} " for key in ladder[1:]][::-1]

    def score(self, keys: str) -> float:
        for key, worth in self.owned:
            if key in keys:
                like = self._likeness(keys) if worth < OWNED else 0.0
                if key == self.owned[-1][0] and like < _ALIKE:
                    # Another number altogether that begins with the same digits.
                    break
                return worth + 40 * like
        for place, key in enumerate(self.cited):
            if key in keys:
                return 30.0 - place
        return 0.0

    def _likeness(self, keys: str) -> float:
        """Of pages that own only its beginning: ubnd is more like ubdn than hdnd.

        The share of its letters that the page's number has.
        """
        own = max((k[1:] for k in keys.split() if k.startswith("s")), key=len)
        shared = (Counter(self.key) & Counter(own)).total()
        return shared / len(self.key) - 0.01 * abs(len(own) - len(self.key))
