"""The messages that Python code and Django templates ask gettext for."""

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

from django.utils.translation.template import templatize

#: A message's name in a catalogue: (context or None, msgid).
Key = tuple[str | None, str]

TEMPLATE_SUFFIXES = frozenset({".html", ".txt", ".xml", ".svg", ".ics"})
SKIPPED_FOLDERS = frozenset(
    {
        "__pycache__",
        "locale",
        "migrations",
        "node_modules",
        "project_template",
        "static",
        "test",
        "tests",
    }
)
#: Where each function takes its context (or None), msgid and plural form (or None).
_FUNCTIONS = {
    "_": (None, 0, None),
    "gettext": (None, 0, None),
    "gettext_lazy": (None, 0, None),
    "gettext_noop": (None, 0, None),
    "ngettext": (None, 0, 1),
    "ngettext_lazy": (None, 0, 1),
    "pgettext": (0, 1, None),
    "pgettext_lazy": (0, 1, None),
    "npgettext": (0, 1, 2),
    "npgettext_lazy": (0, 1, 2),
}


@dataclass
class MessageUse:
    """Where a message stands, and its plural form if anyone counts with it."""

    plural: str | None = None
    files: set[str] = field(default_factory=set)


Messages = dict[Key, MessageUse]


def extract_python(text: str) -> Iterator[tuple[Key, str | None]]:
    """Each message that Python code names literally, with its plural form or None."""
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "id", getattr(node.func, "attr", None))
        if name in _FUNCTIONS:
            context, msgid, plural = (
                _literal(node, place) for place in _FUNCTIONS[name]
            )
            if msgid:
                yield (context, msgid), plural


def extract_template(text: str) -> Iterator[tuple[Key, str | None]]:
    """Each message of a Django template, with its plural form or None."""
    # Brackets free the tokenizer from indentation, which means nothing here.
    calls = BytesIO(f"({templatize(text)}\n)".encode())
    # Babel is for development: who only compiles messages has none.
    from babel.messages.extract import extract

    for _line, message, _comments, context in extract(
        "python", calls, options={"encoding": "utf-8"}
    ):
        msgid, plural = (message, None) if isinstance(message, str) else message[:2]
        if msgid:
            yield (context, msgid), plural


def extract_file(path: Path) -> Iterator[tuple[Key, str | None]]:
    """Each message of a Python file or a template, with its plural form or None."""
    text = path.read_text(encoding="utf-8")
    return extract_python(text) if path.suffix == ".py" else extract_template(text)


def source_files(folder: Path) -> Iterator[Path]:
    """The Python files and templates under a folder, tests and migrations aside."""
    for path in sorted(folder.iterdir()):
        if path.is_dir():
            if path.name not in SKIPPED_FOLDERS and not path.name.startswith("."):
                yield from source_files(path)
        elif path.suffix == ".py":
            if path.name != "tests.py" and not path.name.startswith("test_"):
                yield path
        elif path.suffix in TEMPLATE_SUFFIXES and "templates" in path.parts:
            yield path


def extract_folders(folders: Iterable[Path], base: Path) -> Messages:
    """Every message under the folders; file names are given relative to `base`."""
    messages: Messages = {}
    for folder in folders:
        for path in source_files(folder):
            for key, plural in extract_file(path):
                source = messages.setdefault(key, MessageUse())
                source.plural = source.plural or plural
                source.files.add(path.relative_to(base).as_posix())
    return messages


def _literal(call: ast.Call, place: int | None) -> str | None:
    """The argument at a place, if it is a plain string."""
    if place is None or place >= len(call.args):
        return None
    value = getattr(call.args[place], "value", None)
    return value if isinstance(value, str) else None
