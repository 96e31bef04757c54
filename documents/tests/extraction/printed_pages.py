"""Pages set in the very lines a real act was printed in: where one ends is known."""

from __future__ import annotations

from html import escape

from documents.extraction import extract
from documents.tests.extraction_files import PAGE_STYLE, printed

#: After the last line of a paragraph that fills the width by chance.
FULL = "¶"

_STYLE = (
    PAGE_STYLE
    + """
@page { @top-center { content: none } margin: 2.2cm 2cm 2cm 2.5cm }
body { font-size: 11pt; margin: 0 }
pre { font-family: Printed; margin: 0 }
pre td { white-space: pre }
div { white-space: nowrap; text-indent: 0 }
main + main { break-before: page }
.wide { text-align-last: justify }
sup { font-size: 7pt; line-height: 0; vertical-align: 4pt }
section { position: absolute; bottom: 0; font-size: 8.5pt; line-height: 1.4 }
section sup { font-size: 6pt; vertical-align: 2.8pt }
"""
)


def set_in_lines(*paragraphs: str, indent: bool = True) -> str:
    """The HTML of paragraphs whose printed lines stand one below the other.

    All lines but the last are as wide as the page; that one too if `FULL` ends it.
    `^3^` is a small raised 3.
    """
    return "".join(_paragraph(one.strip(), indent) for one in paragraphs)


def _paragraph(text: str, indent: bool) -> str:
    lines = [line.strip() for line in text.removesuffix(FULL).split("\n")]
    last = len(lines) - 1
    found = []
    for at, line in enumerate(lines):
        wide = "wide" if at < last or text.endswith(FULL) else ""
        inset = "text-indent:1.27cm" if indent and not at else ""
        words = "".join(
            f"<sup>{part}</sup>" if odd % 2 else part
            for odd, part in enumerate(escape(line, quote=False).split("^"))
        )
        found.append(f"<div class='{wide}' style='{inset}'>{words}</div>")
    return "".join(found)


def foot(*notes: str, indent: bool = False) -> str:
    """Small lines at the foot of a page, each note in the lines it was printed in."""
    return f"<section>{set_in_lines(*notes, indent=indent)}</section>"


def printed_page(text: str, *, plain: bool = True) -> bytes:
    """A PDF of one page of plain lines, or of HTML, their spaces kept."""
    words = escape(text) if plain else text
    return printed(f"<pre>{words}</pre>", style=_STYLE)


def read_pages(*pages: str, style: str = "") -> list[str]:
    """The lines of text read from a PDF of these pages."""
    body = "".join(f"<main>{page}</main>" for page in pages)
    raw = printed(body, style=_STYLE + style)
    return extract(raw, filename="van-ban.pdf").text.splitlines()


def joined(text: str) -> str:
    """A paragraph given in lines, as one line."""
    return " ".join(line.strip() for line in text.removesuffix(FULL).split("\n"))
