"""An import inside a function carries its reason."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

ROOMS = ("portal", "home", "documents", "events", "questions")


def is_reason(line: str) -> bool:
    """A comment says why: more than what a linter is to leave alone.

    That two modules import each other is a wrong floor, and no reason.
    """
    said = re.sub(r"noqa(: [A-Z0-9, ]+)?", "", line.partition("#")[2])
    return bool(re.search(r"[a-z]{2}", said)) and "circ" not in said.lower()


def unexplained(source: str) -> Iterator[int]:
    """Lines of imports within functions with no comment on them nor above.

    Of imports that follow each other, the first speaks for all.
    """
    lines = source.splitlines()
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        for body in bodies(node):
            before: ast.stmt | None = None
            for statement in body:
                is_import = isinstance(statement, ast.Import | ast.ImportFrom)
                if is_import and before is None:
                    first = statement.lineno
                    own = lines[first - 1 : statement.end_lineno]
                    above = lines[first - 2].strip()
                    comment = above if above.startswith("#") else ""
                    if not any(map(is_reason, [comment, *own])):
                        yield first
                before = statement if is_import else None


def bodies(node: ast.AST) -> Iterator[list[ast.stmt]]:
    """Every block of statements in a function, not those of functions within it."""
    for name in ("body", "orelse", "finalbody"):
        if block := getattr(node, name, None):
            yield block
            for inner in block:
                if not isinstance(inner, ast.FunctionDef | ast.AsyncFunctionDef):
                    yield from bodies(inner)
    for handler in [*getattr(node, "handlers", ()), *getattr(node, "cases", ())]:
        yield from bodies(handler)


def test_each_import_inside_a_function_says_why():
    found = []
    for room in ROOMS:
        for path in sorted(Path(settings.BASE_DIR, room).rglob("*.py")):
            if not {"tests", "migrations"} & {*path.parts}:
                file = path.relative_to(settings.BASE_DIR).as_posix()
                lines = unexplained(path.read_text("utf-8"))
                found += [f"{file}:{line}" for line in lines]
    assert found == []


def test_what_counts_as_a_reason():
    source = """
def bare():
    import json

def linted():
    import json  # noqa: F401

def nested():
    with open("x"):
        try:
            import json
        except ImportError:
            import re

def around():
    import json  # a circular import

def beside():
    import json  # for builds alone

def above():
    # Only now: it needs the models.
    import json
    import re

class Config:
    async def ready(self):
        x = 1  # no reason of the next line
        import json
"""
    assert sorted(unexplained(source)) == [3, 6, 11, 13, 16, 29]
