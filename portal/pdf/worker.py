"""The child process: an HTML document from standard input, its PDF to standard output.

`python -m portal.pdf.worker http://the.portal/ < document > pdf`

It knows the settings and loads no application: 60 MB before it draws, where the process
that asks has 180. It reads no row: whoever asks has written the document out.
"""

from __future__ import annotations

import os
import sys


def main() -> None:
    base_url = sys.argv[1]
    # Only the kind of a fault is told: what it says may quote the document.
    try:
        # Needs Pango; and what fails to load is told as everything else is.
        from portal.pdf import render

        html = sys.stdin.buffer.read().decode()
        sys.stdout.buffer.write(render(html, base_url))
    except Exception as error:  # noqa: BLE001  whatever it is, the process ends
        os.write(2, type(error).__name__.encode())
        raise SystemExit(1) from None


if __name__ == "__main__":
    main()
