"""The ticket as a picture to keep on a phone: drawn, so that no browser is needed."""

from functools import cache
from io import BytesIO

from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from PIL import Image, ImageDraw, ImageFont

from events.tickets.ticket import Ticket, qr_rows
from portal.art import mark, palette, weave
from portal.assets.fonts import source
from portal.vietnamese import nfc

WIDTH, MARGIN = 1080, 84
QR_SIZE, QUIET = 696, 96
TOOTH, PERIOD = 20, 40
_INSIDE = WIDTH - 2 * MARGIN
_LEADING = 1.48
_SOFT = "#C8D3EC"


@cache
def _font(style: str, size: int) -> ImageFont.FreeTypeFont:
    # The basic layout: the letters of Vietnamese are single ones, in NFC.
    return ImageFont.truetype(source(style), size, layout_engine=ImageFont.Layout.BASIC)


def draw(ticket: Ticket, *, portal: str, unit: str) -> bytes:
    """The PNG of a ticket that opens a door, as wide as a phone shows sharply."""
    body = _Column(palette.C800)
    body.house(portal, unit)
    if ticket.event.subject:
        body.words(ticket.event.subject, "Regular", 38, palette.H300, after=4)
    body.words(ticket.event.title, "Bold", 56, palette.WHITE, after=36)
    body.strip()
    for label, value in ticket.lines:
        body.words(label, "Regular", 32, _SOFT)
        body.words(value, "Bold", 42, palette.WHITE, after=22)
    if ticket.event.is_sample:
        body.words(pgettext("reader", "sample"), "Regular", 30, _SOFT)
    stub = _stub(ticket)
    height = body.y + 24
    whole = Image.new("RGB", (WIDTH, height + stub.height), palette.WHITE)
    whole.paste(body.picture.crop((0, 0, WIDTH, height)), (0, 0))
    whole.paste(stub, (0, height))
    _tear(ImageDraw.Draw(whole), height)
    out = BytesIO()
    whole.quantize(64, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


class _Column:
    """Lines written one under the other; `y` is where the next one goes."""

    def __init__(self, ground: str) -> None:
        self.picture = Image.new("RGB", (WIDTH, 3000), ground)
        self.pen = ImageDraw.Draw(self.picture)
        self.y = MARGIN

    def house(self, portal: str, unit: str) -> None:
        for faces, tone in zip(
            mark.faces(1.9), (palette.H400, palette.H300), strict=True
        ):
            for face in faces:
                points = [(x + MARGIN + 38, y + self.y + 46) for x, y in face]
                self.pen.polygon(points, tone)
        for text, style in ((portal, "Bold"), (unit, "Regular")):
            self.pen.text((MARGIN + 104, self.y), text, _SOFT, _font(style, 31))
            self.y += 46
        self.y += 40

    def words(
        self, text: str, style: str, size: int, tone: str, *, after: int = 0
    ) -> None:
        font = _font(style, size)
        for line in _lines(nfc(text), font, _INSIDE):
            self.pen.text((MARGIN, self.y), line, tone, font)
            self.y += round(size * _LEADING)
        self.y += after

    def strip(self) -> None:
        cell = 4
        for column in range(_INSIDE // (cell * len(weave.STRIP[0]))):
            for line, row in enumerate(weave.STRIP):
                for start, length in weave.runs(row):
                    left = MARGIN + (column * len(row) + start) * cell
                    top = self.y + line * cell
                    box = (left, top, left + length * cell - 1, top + cell - 1)
                    self.pen.rectangle(box, palette.H400)
        self.y += cell * len(weave.STRIP) + 36


def _stub(ticket: Ticket) -> Image.Image:
    rows = qr_rows(ticket.url)
    cell = QR_SIZE // len(rows)
    side = cell * len(rows)
    stub = Image.new("RGB", (WIDTH, QUIET + side + 300), palette.WHITE)
    pen = ImageDraw.Draw(stub)
    left = (WIDTH - side) // 2
    for line, row in enumerate(rows):
        for start, length in weave.runs(row):
            x, y = left + start * cell, QUIET + line * cell
            pen.rectangle((x, y, x + length * cell - 1, y + cell - 1), palette.C950)
    _centred(pen, QUIET + side + 40, ticket.code, _font("Bold", 72), palette.C950)
    number = _("No. %(number)s") % {"number": ticket.number}
    _centred(pen, QUIET + side + 152, number, _font("Regular", 36), "#4A5270")
    hint = _("Can be read without a network")
    _centred(pen, QUIET + side + 208, hint, _font("Regular", 32), "#4A5270")
    return stub


def _tear(pen: ImageDraw.ImageDraw, top: int) -> None:
    for left in range(0, WIDTH, PERIOD):
        pen.polygon(
            [(left, top - 1), (left + PERIOD, top - 1), (left + TOOTH, top + TOOTH)],
            palette.C800,
        )


def _centred(pen, y: int, text: str, font, tone: str) -> None:
    pen.text(((WIDTH - font.getlength(text)) / 2, y), text, tone, font)


def _lines(text: str, font, width: int) -> list[str]:
    """The words in lines no wider than the ticket; a word too long is cut through."""
    lines: list[str] = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if font.getlength(longer) <= width:
            lines[-1] = longer
            continue
        if lines[-1]:
            lines.append("")
        for letter in word:
            if font.getlength(lines[-1] + letter) > width:
                lines.append("")
            lines[-1] += letter
    return lines
