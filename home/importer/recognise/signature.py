"""The writer's name alone under the last paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence

from home.importer.article import Block
from home.importer.recognise.names import is_name

_PREFIX = re.compile(
    r"^(?:(?:tin|bài|ảnh|tin,? bài|tin,? ảnh|bài,? ảnh|bài và ảnh|tin và ảnh)\s*:?\s+"
    r"|tác giả\s*:?\s+|th?s\.\s*|ts\.\s*)",
    re.IGNORECASE,
)


def signature_of(blocks: Sequence[Block]) -> str:
    """The name, when the last line of the text is nothing else."""
    texts = [block for block in blocks if block.kind != "image"]
    if len(texts) < 2 or texts[-1].kind != "text":
        return ""
    line = texts[-1].text.strip(" .()–-")
    name = _PREFIX.sub("", line)
    return line if is_name(name) else ""
