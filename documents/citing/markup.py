"""HTML as runs of plain words, each letter of which knows its place in the source.

Pure. The source is never written anew: whoever changes something cuts it at a place
found here, so all the rest stays as it was, byte for byte.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from html import unescape
from html.parser import HTMLParser
from os.path import commonprefix

_is_block = re.compile(
    r"address|article|aside|blockquote|caption|d[dlt]|details|div|figcaption|figure"
    r"|footer|h[1-6r]|header|li|main|nav|[ou]l|p|pre|section|summary|t[dhr]|table"
    r"|tbody|tfoot|thead"
).fullmatch
_is_void = re.compile(
    r"area|base|[bh]r|col|embed|img|input|link|meta|source|track|wbr"
).fullmatch
# A link inside these is impossible, or would not be what the words are for.
_is_closed_to_links = re.compile(
    r"a|button|code|h[1-6]|pre|script|select|style|svg|textarea"
).fullmatch
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^>]*?(/?)>")
_CLOSING = re.compile(r"(?:</(?:b|i|em|strong|span)>)+")
_OPENING = re.compile(r"(?:<(?:b|i|em|strong|span)(?: [^<>]*)?>)+\Z")


@dataclass(frozen=True, slots=True)
class SourceSpan:
    """`text[start:end]` of a run stands in `source[source_start:source_end]`.

    In a verbatim piece both are the same letters; any other is an entity or a line
    break, which is only taken whole.
    """

    start: int
    end: int
    source_start: int
    source_end: int
    verbatim: bool = True
    linkable: bool = True


@dataclass(frozen=True, slots=True)
class Run:
    """The words between two borders of paragraphs, list items or cells."""

    text: str
    pieces: tuple[SourceSpan, ...]

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """Where `text[start:end]`, which is not empty, stands in the source."""
        first, last = self._piece(start), self._piece(end - 1)
        source_start, source_end = first.source_start, last.source_end
        if first.verbatim:
            source_start += start - first.start
        if last.verbatim:
            source_end -= last.end - end
        return source_start, source_end

    def is_linkable(self, start: int, end: int) -> bool:
        """Whether a link may stand around `text[start:end]`."""
        inside = (p for p in self.pieces if p.end > start and p.start < end)
        return all(piece.linkable for piece in inside)

    def _piece(self, position: int) -> SourceSpan:
        index = bisect_right(self.pieces, position, key=lambda piece: piece.start)
        return self.pieces[index - 1]


def plain_run(text: str) -> Run:
    """Text that is no HTML, as one run."""
    return Run(text, (SourceSpan(0, len(text), 0, len(text)),))


def runs(source: str) -> list[Run]:
    """The runs of an HTML fragment, in order; any input is read as browsers would."""
    reader = _Reader(source)
    reader.feed(source)
    reader.close()
    reader.end_run()
    return reader.runs


def wrappable_span(source: str, start: int, end: int) -> tuple[int, int] | None:
    """The span, widened by tags at its ends so that one element can hold it."""
    closing = _CLOSING.match(source, end)
    opening = _OPENING.search(source[:start])
    wider_end = closing.end() if closing else end
    wider_start = opening.start() if opening else start
    candidates = (
        (start, end),
        (start, wider_end),
        (wider_start, end),
        (wider_start, wider_end),
    )
    return next((span for span in candidates if _balanced(source[slice(*span)])), None)


def _balanced(fragment: str) -> bool:
    open_tags: list[str] = []
    for found in _TAG.finditer(fragment):
        name = found[2].lower()
        if found[1]:
            if not open_tags or open_tags.pop() != name:
                return False
        elif not _is_void(name) and not found[3]:
            open_tags.append(name)
    return not open_tags


class _Reader(HTMLParser):
    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=False)
        self.runs: list[Run] = []
        self._source = source
        self._lines = [0, *(found.end() for found in re.finditer("\n", source))]
        self._open: list[str] = []
        self._words: list[str] = []
        self._length = 0
        self._pieces: list[SourceSpan] = []

    def end_run(self) -> None:
        text = "".join(self._words)
        if text.strip():
            self.runs.append(Run(text, tuple(self._pieces)))
        self._words, self._pieces, self._length = [], [], 0

    def handle_starttag(self, tag: str, attrs: list) -> None:
        if _is_block(tag):
            self.end_run()
        if tag == "br":
            length = len(self.get_starttag_text() or "")
            self._add("\n", self._place(), length, verbatim=False)
        elif not _is_void(tag):
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list) -> None:
        self.handle_starttag(tag, attrs)
        # "<b/>" opens an element to a browser, "<svg/>" does not: nobody writes either.
        if self._open and tag == self._open[-1]:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        if _is_block(tag):
            self.end_run()
        if tag in self._open:
            while self._open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        self._add(data, self._place(), len(data), verbatim=True)

    def handle_entityref(self, name: str) -> None:
        self._add_reference(f"&{name}")

    def handle_charref(self, name: str) -> None:
        self._add_reference(f"&#{name}")

    def _add_reference(self, written: str) -> None:
        """One letter as a rule; "&nbsp36" is a space and two letters of the text."""
        place = self._place()
        end = place + len(written)
        if self._source[end : end + 1] == ";":
            written += ";"
        text = unescape(written)
        tail = len(commonprefix([written[::-1], text[::-1]]))
        head, cut = text[: len(text) - tail], len(written) - tail
        self._add(head, place, cut, verbatim=False)
        self._add(written[cut:], place + cut, tail, verbatim=True)

    def _place(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def _add(self, text: str, place: int, length: int, *, verbatim: bool) -> None:
        if not text:
            return
        start = self._length
        self._length += len(text)
        linkable = not any(map(_is_closed_to_links, self._open))
        self._words.append(text)
        self._pieces.append(
            SourceSpan(start, self._length, place, place + length, verbatim, linkable)
        )
