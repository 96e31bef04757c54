"""A card drawn by Pillow: no browser, a few hundredths of a second, 1200 × 630."""

from functools import cache
from io import BytesIO

from fontTools.ttLib import TTFont
from PIL import Image, ImageDraw, ImageFont, ImageOps

from portal.art import icons, karst, mark, palette, signs, weave
from portal.assets.fonts import source
from portal.share_cards import outlines
from portal.share_cards.cards import HEIGHT, WIDTH, ShareCard
from portal.share_cards.fitted_lines import balanced, fitted
from portal.vietnamese import nfc

MARGIN = 72
PANEL = 440
#: Of a drawn sign so many of its units are shown across the panel.
_SIGN_ACROSS = 124
#: Drawn so much larger and made small again: Pillow's edges are jagged.
FINE = 2
_CELL = 4
_BOTTOM = 560


def draw(
    card: ShareCard, *, portal: str, unit: str, cover: Image.Image | None
) -> bytes:
    """The file of the card: PNG, or JPEG where it shows a photograph.

    Letters that the typeface lacks (emoji, other scripts) are left out.
    """
    beside = cover or (sign_picture(card.sign) if card.sign else None)
    picture = (_plain() if beside else _ground(card.ground)).copy()
    right = WIDTH - MARGIN
    if beside:
        panel = ImageOps.fit(beside.convert("RGB"), (PANEL, HEIGHT))
        picture.paste(panel, (WIDTH - PANEL, 0))
        _upright_strip(picture, WIDTH - PANEL - _CELL * 5)
        right = WIDTH - PANEL - 20 - MARGIN // 2
    _write(picture, card, portal, unit, right)
    out = BytesIO()
    if cover:
        picture.save(out, "JPEG", quality=86, subsampling=0, optimize=True)
    else:
        flat = picture.quantize(96, dither=Image.Dither.NONE)
        flat.save(out, "PNG", optimize=True)
    return out.getvalue()


def _write(picture: Image.Image, card: ShareCard, portal: str, unit: str, right: int):
    pen = ImageDraw.Draw(picture)
    width = right - MARGIN
    _house(pen, portal, unit, width)
    y = 190.0 if card.kicker else 180.0
    if card.kicker:
        y = _lines(pen, y, card.kicker, "Bold", 30, palette.H300, width, most=1) + 6
    if card.number:
        size = _shrunk(card.number, 80, 48, width)
        y = _lines(pen, y, card.number, "Bold", size, palette.WHITE, width, most=2) + 8
    size = _title_size(card, width)
    y = _lines(pen, y, card.title, "Bold", size, palette.WHITE, width, most=3) + 24
    # The star over the hills stands free.
    _facts(pen, y, card, 860 if card.ground == "hills" else width)


def _house(pen: ImageDraw.ImageDraw, portal: str, unit: str, width: int) -> None:
    for tone, faces in zip((palette.H500, palette.H400), mark.faces(1.8), strict=True):
        for face in faces:
            pen.polygon([(x + MARGIN + 38, y + 94) for x, y in face], tone)
    rows = ((portal, "Bold", palette.WHITE, 58), (unit, "Regular", palette.C200, 94))
    for text, style, tone, y in rows:
        font = _font(style, 26)
        for line in fitted(known(text), font.getlength, width - 94, 1):
            pen.text((MARGIN + 94, y), line, tone, font)


def _title_size(card: ShareCard, width: int) -> int:
    """As large as lets the title stand whole, down to what a phone still shows."""
    first = 46 if card.number else 64 if width > 800 else 56
    for size in (first, first - 8):
        font = _font("Bold", size)
        if len(fitted(known(card.title), font.getlength, width, 4)) <= 3:
            return size
    return first - 8


def _facts(pen: ImageDraw.ImageDraw, y: float, card: ShareCard, width: int) -> None:
    font = _font("Regular", 34)
    x = float(MARGIN)
    for line in card.lines:
        text = known(line.text)
        indent = 54 if line.icon else 0
        needed = indent + font.getlength(text)
        # One row where all fit into one, as date and place mostly do.
        if x > MARGIN and (not line.icon or x + needed > MARGIN + width):
            x, y = float(MARGIN), y + 52
        if y + 44 > _BOTTOM:
            return
        if line.icon:
            strokes = icons.STROKES[line.icon]
            corner = (x, y + 3)
            outlines.icon(pen, strokes, palette.WHITE, size=40, at=corner)
        for row in fitted(text, font.getlength, width - indent, 1):
            tone = palette.WHITE if line.icon else palette.C200
            pen.text((x + indent, y), row, tone, font)
        x += needed + 46


def _lines(pen, y, text, style, size, tone, width, *, most) -> float:
    font = _font(style, size)
    lines = fitted(known(text), font.getlength, width, most)
    for line in balanced(lines, font.getlength, width):
        pen.text((MARGIN, y), line, tone, font)
        y += round(size * 1.3)
    return y


def _shrunk(text: str, size: int, least: int, width: int) -> int:
    while size > least and _font("Bold", size).getlength(known(text)) > width:
        size -= 4
    return size


@cache
def _font(style: str, size: int) -> ImageFont.FreeTypeFont:
    # The basic layout: the letters of Vietnamese are single ones, in NFC.
    return ImageFont.truetype(source(style), size, layout_engine=ImageFont.Layout.BASIC)


@cache
def _letters() -> frozenset[int]:
    return frozenset(TTFont(source("Bold"), lazy=True).getBestCmap())


def known(text: str) -> str:
    """The text in the letters that the typeface has, on one line."""
    letters = _letters()
    kept = ("-" if c == "\u2011" else c for c in nfc(text))
    return " ".join("".join(c for c in kept if ord(c) in letters or c == "\n").split())


@cache
def _plain() -> Image.Image:
    return Image.new("RGB", (WIDTH, HEIGHT), palette.C800)


@cache
def _ground(name: str) -> Image.Image:
    sheet = Image.new("RGB", (WIDTH * FINE, HEIGHT * FINE), palette.C800)
    pen = ImageDraw.Draw(sheet)
    if name == "hills":
        # The head of a conference's page, its foot at the foot of the picture.
        scale = FINE * WIDTH / karst.WIDE * 1.2
        top = HEIGHT * FINE - karst.BANNER_TALL * scale
        left = (WIDTH * FINE) - karst.WIDE * scale
        outlines.paint(pen, karst.banner(), scale=scale, x=left, y=top)
    else:
        tones = ("#203067", palette.C700)
        for tone, faces in zip(tones, mark.faces(15.2 * FINE), strict=True):
            for face in faces:
                points = [(x + 1030 * FINE, y + 500 * FINE) for x, y in face]
                pen.polygon(points, tone)
    picture = sheet.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
    _strip(picture, HEIGHT - 20 if name == "hills" else HEIGHT - 56)
    return picture


@cache
def sign_picture(field: str) -> Image.Image:
    """The sign of a field of work at the foot of the panel, its ground above."""
    scale = PANEL * FINE / _SIGN_ACROSS
    size = (round(signs.WIDTH * scale), round(signs.HEIGHT * scale))
    sheet = Image.new("RGB", size, palette.C800)
    outlines.paint(ImageDraw.Draw(sheet), signs.sign(field), scale=scale, x=0, y=0)
    panel = Image.new("RGB", (PANEL * FINE, HEIGHT * FINE), sheet.getpixel((0, 0)))
    corner = ((PANEL * FINE - size[0]) // 2, HEIGHT * FINE - size[1])
    panel.paste(sheet, corner)
    return panel.reduce(FINE)


def _strip(picture: Image.Image, top: int) -> None:
    pen = ImageDraw.Draw(picture)
    for left in range(0, WIDTH, _CELL * len(weave.STRIP[0])):
        for line, row in enumerate(weave.STRIP):
            for start, length in weave.runs(row):
                x, y = left + start * _CELL, top + line * _CELL
                box = (x, y, x + length * _CELL - 1, y + _CELL - 1)
                pen.rectangle(box, palette.H400)


def _upright_strip(picture: Image.Image, left: int) -> None:
    rows = len(weave.STRIP) * _CELL
    strip = Image.new("RGB", (WIDTH, rows), palette.C800)
    _strip(strip, 0)
    picture.paste(strip.crop((0, 0, HEIGHT, rows)).rotate(90, expand=True), (left, 0))
