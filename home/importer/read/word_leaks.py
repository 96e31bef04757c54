"""What Word leaves behind in a pasted text: paths, picture names, style sheets.

A leak that stood for a picture becomes an image block without a picture, so that
the caption under it still finds its place; every other leak is cut out. Each is
named to the editor, who alone knows whether something is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from home.importer.article import Block, Finding

_IMAGE = r"(?:jpe?g|jfif|png|gif|bmp|tiff?|webp|wmf|emf|heic|svg)"
_LABEL = r"(?:(?:description|mô tả|alt|title|hình ảnh|picture)\s*:\s*)"
# A path may hold spaces; it ends with its extension, or at the next space.
_PATH = (
    r"(?:file:/{2,3})?(?<![a-z])(?:[a-z]:(?:\\|/(?=[^\s/]+/))"
    r"|\\\\[\w$.-]+\\|~?/(?:users|home)/)"
    rf"(?:[^\n<>|\"*?]{{0,240}}?\.(?:{_IMAGE}|docx?|xlsx?|pptx?|pdf|html?|tmp)(?!\w)|\S*)"
)
_CACHE = (
    r"\S{0,200}(?:INetCache|Content\.(?:Word|MSO|IE5|Outlook)|msohtmlclip)\S{0,300}?"
    rf"(?:\.{_IMAGE}(?!\w)|(?=\s|$))"
)
_FILE = rf"(?<![\w/.@-])[\w()%~-]{{1,100}}\.{_IMAGE}(?![\w/])"
LEAK = re.compile(
    rf"{_LABEL}?(?:{_PATH}|{_CACHE})|{_LABEL}?{_FILE}", re.IGNORECASE | re.UNICODE
)
_IMAGE_NAME = re.compile(rf"\.{_IMAGE}\W*$", re.IGNORECASE)
# Lines that only a word processor writes.
RESIDUE = re.compile(
    r"^(?:normal\s+0(?:\s+(?:false|true|[a-z]{2}-[a-z]{2}|x-none))+"
    r"|(?:false\s+)*[a-z]{2}-[a-z]{2}\s+x-none.*|x-none.*|microsoftinternetexplorer4"
    r"|st1\\?:.*|[vow]\\?:\*.*|\.shape\s*\{.*|/\*\s*style definitions\s*\*/.*"
    r"|(?:table|p|li|div|span)\.mso\w+.*|\{?mso-[\w-]+\s*:.*"
    r"|@(?:font-face|page|list)\b.*|<\?xml.*|</?[ovwm]:\w+.*"
    r"|<!--\[.*|-->|(?:start|end)fragment)$",
    re.IGNORECASE,
)
_FRAGMENT = re.compile(
    r"<!--\s*(?:Start|End)Fragment\s*-->|<!\[(?:if|endif)[^>]*>", re.IGNORECASE
)


def clean_leaks(blocks: Iterable[Block]) -> tuple[list[Block], list[Finding]]:
    """Blocks without leaks, and a finding for each."""
    kept: list[Block] = []
    findings: list[Finding] = []
    for block in blocks:
        if block.kind == "image":
            kept.append(_clean_image(block, findings))
        elif block.kind == "table":
            kept.append(_clean_table(block, findings))
        elif RESIDUE.match(block.text):
            findings.append(Finding("word_residue", block.text))
        else:
            kept.extend(_clean_text(block, findings))
    return kept, findings


def strip_leaks(text: str) -> str:
    """The text without paths and picture names, for places that hold only text."""
    return " ".join(_FRAGMENT.sub(" ", LEAK.sub(" ", text)).split())


def _harmless(leak: str) -> str:
    """The file's name alone: the folders above it name somebody's account."""
    return re.split(r"[\\/]", leak.strip())[-1].rsplit(":", 1)[-1].strip()


def _clean_image(block: Block, findings: list[Finding]) -> Block:
    """An alt text with a leak in it describes nothing: it goes as a whole."""
    if not LEAK.search(block.alt):
        return block
    findings.append(Finding("leak_removed", _harmless(block.alt)))
    return replace(block, alt="")


def _clean_table(block: Block, findings: list[Finding]) -> Block:
    cells = [cell for row in block.rows for cell in row]
    findings += [
        Finding("leak_removed", _harmless(match[0]))
        for cell in cells
        for match in LEAK.finditer(cell)
    ]
    rows = tuple(tuple(map(strip_leaks, row)) for row in block.rows)
    return replace(block, rows=rows)


def _clean_text(block: Block, findings: list[Finding]) -> list[Block]:
    """The text around the leaks; a picture's leak at its edge leaves a picture."""
    text = block.text
    leaks = [m.span() for m in LEAK.finditer(text) if m[0].strip()]
    marks = [m.span() for m in _FRAGMENT.finditer(text)]
    if not leaks and not marks:
        return [block]
    names = [_harmless(text[low:high]) for low, high in leaks]
    findings += [Finding("leak_removed", name) for name in names]
    cuts = sorted([*leaks, *marks])
    rest = block.keep(_complement(cuts, len(text)))
    # Between two leaks at most an "và" is left, which says nothing by itself.
    empty = len(rest.text.split()) < 2 if leaks else not rest.text
    pieces = [] if empty else [rest]
    for low, high in leaks:
        if not _IMAGE_NAME.search(text[low:high]):
            continue
        picture = Block(kind="image", hints=block.hints)
        if empty or not any(map(str.isalnum, text[high:])):
            pieces.append(picture)
        elif not any(map(str.isalnum, text[:low])):
            pieces.insert(0, picture)
    return pieces


def _complement(spans: list[tuple[int, int]], length: int) -> list[tuple[int, int]]:
    position = 0
    kept = []
    for low, high in spans:
        if low > position:
            kept.append((position, low))
        position = max(position, high)
    return [*kept, (position, length)]
