"""The plain text the demonstration is written in, turned into body blocks. Pure.

A text is a head of `name: value` lines, `---`, and a body. A head line that begins
with two spaces continues the value before it; `- ` begins a further item of a list.

    ## Heading            ### Subheading
    A paragraph with **bold**, *italics* and [a link](trang:slug-of-page),
    or one to [an address](/of/ours/) that is no page.
    - a list              1. a numbered list
    > a quotation         > — who said it
    | Head | Number# |    rows of a table; `|: caption` names it
    !note Heading         a callout (note, warning, ok), to the next empty line
    !hinh name | caption  a picture; two or more lines in a row are a gallery
    !tep name | text      a file to download
"""

import html
import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby

Resolve = Callable[[str, str], int]

_LINK = re.compile(r"\[([^\]]+)\]\((?:(trang|tep|https?|mailto):([^)]+)|(/[^)]*))\)")
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_ITALIC = re.compile(r"\*(.+?)\*")
_ORDERED = re.compile(r"^\d+\. ")
_CALLOUT = re.compile(r"^!(note|warning|ok) (.+)$")


@dataclass(frozen=True)
class Text:
    """A parsed text: its head, and the words of its body."""

    head: dict[str, str]
    body: str

    def lines(self, name: str) -> list[str]:
        """A head entry that holds a list."""
        return [item for item in self.head.get(name, "").split("\n") if item]


def parse(source: str) -> Text:
    top, _, body = f"\n{source}".partition("\n---\n")
    head: dict[str, str] = {}
    name = ""
    for line in top.splitlines():
        if line.startswith("- "):
            head[name] += f"\n{line.removeprefix('- ')}"
        elif line.startswith("  "):
            head[name] = f"{head[name]} {line.strip()}".strip()
        elif line:
            name, _, value = line.partition(":")
            head[name] = value.strip()
    return Text(head, body)


def blocks(body: str, resolve: Resolve) -> list[dict]:
    """The raw data of a body's StreamField.

    `resolve(kind, name)` gives the key of what the text names: kind is "trang"
    (a page by its slug), "tep" (a file) or "hinh" (a picture).
    """
    chunks = [chunk.strip() for chunk in re.split(r"\n\s*\n", body) if chunk.strip()]
    made: list[dict] = []
    for kind, group in groupby(chunks, _kind):
        if kind == "rich":
            value = "".join(_rich(chunk, resolve) for chunk in group)
            made.append({"type": "paragraph", "value": value})
        else:
            made += [_MAKERS[kind](chunk, resolve) for chunk in group]
    return made


def _kind(chunk: str) -> str:
    if chunk.startswith("##"):
        return "heading"
    if chunk.startswith("> "):
        return "quote"
    if chunk.startswith("|"):
        return "table"
    if chunk.startswith("!hinh "):
        return "pictures"
    if chunk.startswith("!tep "):
        return "file"
    return "callout" if _CALLOUT.match(chunk.splitlines()[0]) else "rich"


def inline(words: str, resolve: Resolve) -> str:
    """One line as rich text: escaped, with its links and emphasis."""

    def link(match: re.Match) -> str:
        text, kind, target, address = match.groups()
        if address:
            return f'<a href="{address}">{text}</a>'
        if kind == "trang":
            return f'<a linktype="page" id="{resolve(kind, target)}">{text}</a>'
        if kind == "tep":
            return f'<a linktype="document" id="{resolve(kind, target)}">{text}</a>'
        return f'<a href="{kind}:{target}">{text}</a>'

    linked = _LINK.sub(link, html.escape(words, quote=False))
    return _ITALIC.sub(r"<i>\1</i>", _BOLD.sub(r"<b>\1</b>", linked))


def _rich(chunk: str, resolve: Resolve) -> str:
    lines = chunk.splitlines()
    for tag, starts in (("ul", re.compile(r"^- ")), ("ol", _ORDERED)):
        if starts.match(lines[0]):
            items = _joined(lines, starts)
            inner = "".join(f"<li>{inline(item, resolve)}</li>" for item in items)
            return f"<{tag}>{inner}</{tag}>"
    return f"<p>{inline(' '.join(lines), resolve)}</p>"


def _joined(lines: list[str], starts: re.Pattern) -> list[str]:
    """List items; a line without a marker continues the one before."""
    items: list[str] = []
    for line in lines:
        if starts.match(line):
            items.append(starts.sub("", line))
        else:
            items[-1] += f" {line.strip()}"
    return items


def _heading(chunk: str, resolve: Resolve) -> dict:
    marks, _, text = chunk.partition(" ")
    level = "h3" if marks == "###" else "h2"
    return {"type": "heading", "value": {"text": text, "level": level}}


def _quote(chunk: str, resolve: Resolve) -> dict:
    lines = [line.removeprefix("> ") for line in chunk.splitlines()]
    by = [line.removeprefix("— ") for line in lines if line.startswith("— ")]
    words = " ".join(line for line in lines if not line.startswith("— "))
    value = {"text": words, "attribution": by[0] if by else ""}
    return {"type": "quote", "value": value}


def _table(chunk: str, resolve: Resolve) -> dict:
    caption, rows = "", []
    for line in chunk.splitlines():
        if line.startswith("|:"):
            caption = line.removeprefix("|:").strip()
        else:
            rows.append([cell.strip() for cell in line.strip("|").split("|")])
    heads, *data = rows
    kinds = ["number" if head.endswith("#") else "rich_text" for head in heads]
    columns = [
        {"type": kind, "heading": head.rstrip("#")}
        for kind, head in zip(kinds, heads, strict=True)
    ]
    cells = [
        {
            "values": [
                cell if kind == "number" else inline(cell, resolve)
                for kind, cell in zip(kinds, row, strict=True)
            ]
        }
        for row in data
    ]
    value = {"columns": columns, "rows": cells, "caption": caption}
    return {"type": "table", "value": value}


def _callout(chunk: str, resolve: Resolve) -> dict:
    first, *rest = chunk.splitlines()
    kind, title = _CALLOUT.match(first).groups()
    text = f"<p>{inline(' '.join(rest), resolve)}</p>"
    return {"type": "callout", "value": {"kind": kind, "title": title, "text": text}}


def _pictures(chunk: str, resolve: Resolve) -> dict:
    values = []
    for line in chunk.splitlines():
        name, _, caption = line.removeprefix("!hinh ").partition("|")
        picture = resolve("hinh", name.strip())
        values.append(
            {"image": picture, "alt": "", "caption": caption.strip(), "credit": ""}
        )
    if len(values) == 1:
        return {"type": "image", "value": values[0]}
    return {"type": "gallery", "value": {"images": values}}


def _file(chunk: str, resolve: Resolve) -> dict:
    name, _, title = chunk.removeprefix("!tep ").partition("|")
    value = {"document": resolve("tep", name.strip()), "title": title.strip()}
    return {"type": "document", "value": value}


_MAKERS = {
    "heading": _heading,
    "quote": _quote,
    "table": _table,
    "callout": _callout,
    "pictures": _pictures,
    "file": _file,
}
