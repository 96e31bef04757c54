"""The child process: a PDF from standard input, its first page to standard output.

`python -m guides.first_pages.worker WIDTH < file.pdf` prints a line of JSON (width,
height, page_count), then a picture in WebP. Ends with 1 where the file cannot be drawn.
"""

from __future__ import annotations

import io
import json
import sys

from documents.extraction.bounds import bind

_MEMORY = 1024 * 1024 * 1024
_SECONDS = 15
#: A page of any shape is drawn within this many times its width.
_TALLEST = 3
_QUALITY = 82


def main() -> None:
    bind(_MEMORY, _SECONDS)
    # What reads a stranger's file is loaded within the limits.
    import pypdfium2 as pdfium

    width = int(sys.argv[1])
    try:
        document = pdfium.PdfDocument(sys.stdin.buffer.read())
        document.init_forms()
        page = document[0]
        across, down = page.get_size()
        scale = min(width / across, width * _TALLEST / down)
        image = page.render(scale=scale).to_pil().convert("RGB")
    except (pdfium.PdfiumError, ValueError, ZeroDivisionError, MemoryError, IndexError):
        raise SystemExit(1) from None
    content = io.BytesIO()
    image.save(content, "WEBP", quality=_QUALITY)
    head = {
        "width": image.width,
        "height": image.height,
        "page_count": len(document),
    }
    sys.stdout.buffer.write(json.dumps(head).encode() + b"\n" + content.getvalue())


if __name__ == "__main__":
    main()
