"""What each piece of evidence for a page is worth."""

from typing import NamedTuple


class Weights(NamedTuple):
    """What each piece of evidence is worth; searched for on the open natural queries.

    Around these values the bench hardly moves: none is tuned to a single query.
    """

    title: float = 10.0
    dense: float = 3.0
    depth: float = 7.0
    context: float = 6.0
    pairs: float = 12.0
    pairs_title: float = 1.0
    pairs_body: float = 4.0
    pairs_context: float = 7.0
    whole_title: float = 6.0
    whole_body: float = 12.0
    whole_context: float = 12.0
    all_in_title: float = 6.0
    cover: float = 1.7
    of_kind: float = 3.0
    other_kind: float = 0.55
    asking: float = 0.8
    of_hub: float = 20.0
    near_hub: float = 4.0
    of_group: float = 1.0
    of_state: float = 12.0
    better_state: float = 1.0
    asked: float = 14.0
    asked_whole: float = 14.0
    other_phrase: float = 0.5
    meant: float = 18.0
    day: float = 20.0
    also: float = 0.6
    long: float = 0.2


W = Weights()
