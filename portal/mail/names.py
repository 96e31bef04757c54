"""What letters are called where people read of them."""

from collections.abc import Mapping

from django.utils.functional import Promise

Words = str | Promise

_names: dict[str, Words] = {}


def name_letters(names: Mapping[str, Words]) -> None:
    """Give letters, by the path of their templates, the names that people read."""
    _names.update(names)


def letter_name(template: str) -> Words:
    """The name of the letter made from a template; of one long gone its path."""
    return _names.get(template, template)
