"""The portal's commands by a process that has read its code: each in a copy of it.

A command of its own takes three seconds to read the code, and a moment to do its work.
"""

import json
import os
import random
import subprocess
import sys
import tempfile
import traceback

from portal.tests import kept


class Commands:
    """Commands run with this environment, one after the other."""

    def __init__(self, environment: dict[str, str]) -> None:
        self._ready = subprocess.Popen(
            [sys.executable, "-m", __name__],
            cwd=kept.HOUSE,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def run(self, *words: str) -> str:
        """Run `manage.py` with these words; return what it printed.

        Raises CalledProcessError where it failed; what it said then stands on stderr.
        """
        asked, answers = self._ready.stdin, self._ready.stdout
        assert asked and answers
        asked.write(json.dumps(words) + "\n")
        asked.flush()
        code, printed = json.loads(answers.readline())
        if code:
            raise subprocess.CalledProcessError(code, words, printed)
        return printed

    def close(self) -> None:
        self._ready.communicate()


def answer() -> None:
    """For each line of words on stdin a line on stdout: exit code, what was printed."""
    import django
    from django.db import connections
    from django.urls import get_resolver

    django.setup()
    _ = get_resolver().url_patterns
    connections.close_all()
    for line in sys.stdin:
        with tempfile.TemporaryFile("w+") as printed:
            child = os.fork()
            if not child:
                os.dup2(printed.fileno(), sys.stdout.fileno())
                os._exit(_done(json.loads(line)))
            _child, status = os.waitpid(child, 0)
            printed.seek(0)
            code = os.waitstatus_to_exitcode(status)
            sys.stdout.write(json.dumps([code, printed.read()]) + "\n")
        sys.stdout.flush()


def _done(words: list[str]) -> int:
    """Run a command; 0 where it was done."""
    from django.core.management import execute_from_command_line

    # Else each copy would draw the same.
    random.seed()
    try:
        execute_from_command_line(["manage.py", *words])
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(bool(end.code))
    except Exception:  # noqa: BLE001  the copy ends with it
        traceback.print_exc()
        return 1
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
    return 0


if __name__ == "__main__":
    answer()
