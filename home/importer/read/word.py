"""A .docx to blocks: mammoth reads it, the same allow-list as for pages cleans it."""

from __future__ import annotations

from io import BytesIO

import mammoth

from home.importer.article import Finding
from home.importer.errors import ImportRefused
from home.importer.read.archive import check_word
from home.importer.read.markup import Page, read_markup

STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => p.subtitle:fresh
p[style-name='Caption'] => p.caption:fresh
p[style-name='caption'] => p.caption:fresh
p[style-name='Chú thích'] => p.caption:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='List Paragraph'] => p:fresh
r[style-name='Strong'] => strong
u => em
"""
PICTURE = "cid:word-"


def read_word(raw: bytes) -> tuple[Page, dict[str, bytes], list[Finding]]:
    """Blocks, pictures by their source, and findings; raises ImportRefused."""
    check_word(raw)
    pictures: dict[str, bytes] = {}

    def keep_picture(image):
        source = f"{PICTURE}{len(pictures) + 1}"
        with image.open() as stream:
            pictures[source] = stream.read()
        return {"src": source}

    try:
        result = mammoth.convert_to_html(
            BytesIO(raw),
            style_map=STYLES,
            convert_image=mammoth.images.img_element(keep_picture),
        )
    # mammoth trusts the parts it reads and raises whatever they make it raise.
    except Exception as error:
        raise ImportRefused("broken_word") from error
    findings = [
        Finding("word_part_skipped", message.message)
        for message in result.messages
        if message.type == "error"
    ]
    return read_markup(result.value), pictures, findings
