"""Parsers of cells that hold one or several of some choices."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from portal.tabular import parse_choice, parse_text


def one_of(choices: Mapping[str, Any]) -> Callable[[Any], Any]:
    """Reads the title of a choice."""
    return partial(parse_choice, choices=choices)


def several_of(choices: Mapping[str, Any]) -> Callable[[Any], tuple]:
    """Reads titles divided by semicolons, each once."""

    def parse(value: Any) -> tuple:
        names = parse_text(value).split(";")
        found = [parse_choice(name, choices) for name in names if name.strip()]
        return tuple(dict.fromkeys(found))

    return parse


def by_label(choices) -> dict[str, str]:
    """The values of a closed list by the words people see."""
    return {str(label): value for value, label in choices.choices}
