"""The glossary is the gate: a domain word that is not there is not in the code."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

ROOMS = ("portal", "home", "documents", "events", "questions")
_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")


def words_of(name: str) -> list[str]:
    """RegulationEffect and regulation_effect are two words: regulation, effect."""
    return [word.lower() for word in _WORD.findall(name)]


def files_of(room: str) -> Iterator[Path]:
    for path in sorted(Path(settings.BASE_DIR, room).rglob("*.py")):
        if not {"tests", "migrations", "__pycache__"} & {*path.parts}:
            yield path


def glossary_terms() -> list[str]:
    """The English of its rows, in their order."""
    glossary = Path(settings.BASE_DIR, "docs", "glossary.md").read_text("utf-8")
    rows = [line.split("|") for line in glossary.splitlines() if line.startswith("|")]
    heads = ("English", "---", "status of a normative act")
    return [row[1].strip() for row in rows if row[1].strip() not in heads]


def known_words() -> set[str]:
    """The English of the glossary's rows, and what any Django engineer would say."""
    found = {word for term in glossary_terms() for word in words_of(term)}
    engineering = Path(__file__).with_name("engineering_words.txt").read_text("utf-8")
    return found | {*engineering.split()}


def is_known(word: str, known: set[str]) -> bool:
    """In the singular or the plural, whichever of them is listed."""
    forms = {word, f"{word}s", word.removesuffix("s"), word.removesuffix("es")}
    if word.endswith("ies"):
        forms.add(f"{word[:-3]}y")
    return bool(forms & known)


def names_of(path: Path) -> Iterator[str]:
    """Of the file, its folders and its public classes, models among them."""
    yield from path.relative_to(settings.BASE_DIR).with_suffix("").parts[1:]
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            yield node.name


def identifiers_of(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        match node:
            case ast.ClassDef(name=name) | ast.FunctionDef(name=name):
                yield name
            case ast.Name(id=name) | ast.arg(arg=name) | ast.Attribute(attr=name):
                yield name


def test_each_term_stands_in_the_glossary_once():
    terms = [part for term in glossary_terms() for part in re.split(" · ", term)]
    assert {term for term in terms if terms.count(term) > 1} == set()


@pytest.mark.parametrize("room", ROOMS)
def test_every_word_that_names_something_is_in_the_glossary(room):
    known = known_words()
    missing = {
        word: name
        for path in files_of(room)
        for name in names_of(path)
        for word in words_of(name)
        if not is_known(word, known)
    }
    assert missing == {}


# Words of our own where engineers have one: on the right what they say.
RETIRED = {
    "beats": "heartbeats",
    "heir": "successor",
    "ledger": "journal",
    "reckoned": "estimated",
    "standing": "status",
    "told": "notice, message, or what it is",
    "turnstile": "queue, lock",
    "visit": "request",
}
RETIRED_NAMES = {
    "what_happens": "agenda",
    "who_speaks": "speakers",
    "what_to_read": "materials",
}


@pytest.mark.parametrize("room", ROOMS)
def test_no_retired_word_stands_in_the_code(room):
    found = {
        (path.relative_to(settings.BASE_DIR).as_posix(), name)
        for path in files_of(room)
        for name in [*names_of(path), *identifiers_of(path)]
        if name in RETIRED_NAMES or {*words_of(name)} & RETIRED.keys()
    }
    assert found == set()


# Nouns that end like gerunds, and the verb that is the file's one public function.
NOUNS = {"alt_findings", "headings", "listing", "listings", "numbering", "ranking"}
NOUNS |= {
    "readings",
    "registration_settings",
    "seating",
    "settings",
    "spelling",
    "wording",
}


@pytest.mark.parametrize("room", ROOMS)
def test_no_file_is_named_by_a_gerund(room):
    names = {path.stem for path in files_of(room)}
    assert {name for name in names if name.endswith(("ing", "ings"))} <= NOUNS


@pytest.mark.parametrize("room", ROOMS)
def test_no_two_classes_of_a_room_have_one_name(room):
    seen: dict[str, str] = {}
    twins = set()
    for path in files_of(room):
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.ClassDef) and node.name != "Command":
                file = path.relative_to(settings.BASE_DIR).as_posix()
                if node.name in seen:
                    twins.add((node.name, seen[node.name], file))
                seen[node.name] = file
    assert twins == set()
