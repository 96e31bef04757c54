"""A module of ours run in a process of its own, for files that a stranger made.

The child binds its memory and time before it reads; its end costs the portal nothing.
"""

import os
import subprocess
import sys
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[1]
# No secret of the web process reaches the child.
_ENVIRONMENT = {"PATH": os.defpath, "LANG": "C.UTF-8", "PYTHONHASHSEED": "0"}


def answer_of(module: str, *words: str, raw: bytes, seconds: float) -> bytes:
    """What `python -m module words` prints, given these bytes.

    Raises subprocess.SubprocessError where it fails or takes longer.
    """
    done = subprocess.run(  # noqa: S603  our own module, no shell
        [sys.executable, "-E", "-s", "-m", module, *words],
        input=raw,
        capture_output=True,
        cwd=_ROOT,
        env=_ENVIRONMENT,
        timeout=seconds,
        check=True,
    )
    return done.stdout
