"""From what a page says of itself to the rows it is found by."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from portal.search.analyser import analysed_words, composed, folded_line
from portal.search.descriptions import Description
from portal.search.entry_keys import MOST_PARTS, entry_key
from portal.search.numbers import cited_keys, dated_keys, own_keys

LONGEST_TEXT = 300_000
#: Between phrases in a line of tokens: no needle has two spaces.
PHRASE_END = "  "
_OTHER, _CODED = re.compile(r"[^a-z0-9]"), re.compile(r"_([0-9a-f]{1,6})_")


@dataclass(slots=True)
class Entry:
    """A `SearchEntry` on its way to an engine, and the text it will show.

    Columns have its names. A rebuild makes tens of thousands of them, which as models
    would take as long as reading their texts.
    """

    id: int
    page_id: int
    title: str
    url: str
    facets: str
    kind: str
    symbol: str
    dated: date | None
    is_sample: bool
    text: str
    folded: str
    keys: str
    context: str
    exact: str = ""
    asked: str = ""
    asked_as: str = ""
    part: int = 0
    is_file: bool = False

    @property
    def body(self) -> str:
        return folded_line(self.text)


def facet_token(name: str, value: object) -> str:
    """A filter's value as a token no word of a text can be: it has an underscore."""
    coded = _OTHER.sub(lambda char: f"_{ord(char[0]):x}_", str(value).lower())
    return f"{_OTHER.sub('', name)}_{coded}"


def facet_value(token: str) -> str:
    """The value of such a token again, in small letters."""
    return _CODED.sub(lambda code: chr(int(code[1], 16)), token.partition("_")[2])


def facet_tokens(described: Description, day: date | None) -> str:
    pairs = [("muc", described.kind), *((("nam", day.year),) if day else ())]
    pairs += [(name, v) for name, values in described.facets.items() for v in values]
    return " ".join(dict.fromkeys(facet_token(name, value) for name, value in pairs))


def entries_of(
    described: Description,
    *,
    slot: int,
    page: int,
    title: str,
    url: str,
    day: date | None,
    is_sample: bool = False,
    asked_as: str = "",
) -> Iterator[Entry]:
    """The page's own row, then one for each part; together they hold its words once.

    `asked_as` are phrases readers ask for it with, one a line: of its own row alone.
    """
    title, text = composed(title), composed(described.text)[:LONGEST_TEXT]
    facets = facet_tokens(described, day)
    owned = [*own_keys(described.symbol, day), *dated_keys(day)]
    shared: dict[str, Any] = {
        "page_id": page,
        "facets": facets,
        "kind": described.kind,
        "symbol": described.symbol,
        "dated": day,
        "is_sample": is_sample,
    }
    words = analysed_words(title)
    folded = _line(plain for plain, _exact in words)
    also = folded_line(composed(f"{described.also} {described.symbol}"))
    yield Entry(
        id=entry_key(slot, day, page),
        title=title,
        url=url,
        text=text,
        folded=folded,
        exact=_line(exact for _plain, exact in words),
        keys=_line(dict.fromkeys([*owned, *cited_keys(f"{title}\n{text}")])),
        context=also,
        asked=PHRASE_END.join(map(folded_line, composed(asked_as).splitlines())),
        asked_as=composed(asked_as),
        **shared,
    )
    context = _line([also, folded])
    for number, part in enumerate(described.parts[:MOST_PARTS], 1):
        heading, text = composed(part.title), composed(part.text)[:LONGEST_TEXT]
        yield Entry(
            id=entry_key(slot, day, page, number),
            part=number,
            title=heading,
            url=f"{url}{part.url}" if part.url.startswith("#") else part.url,
            is_file=part.is_file,
            text=text,
            folded=folded_line(heading),
            keys=_line(dict.fromkeys([*owned, *cited_keys(f"{heading}\n{text}")])),
            context=context,
            **shared,
        )


def _line(words: Iterable[str]) -> str:
    return " ".join(filter(None, words))
