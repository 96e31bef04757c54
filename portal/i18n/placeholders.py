"""What a translation must keep of its message: placeholders, tags, edge newlines."""

import re
from collections import Counter

_PERCENT = re.compile(
    r"%(?:\((?P<name>\w+)\))?[-#0+]*\d*(?:\.\d+)?(?P<kind>[sdifgrxc])|%%"
)
_BRACE = re.compile(r"\{[\w.\[\]]*(?:![rsa])?(?::[^{}]*)?\}")
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")


def placeholders(text: str) -> Counter[str]:
    """The %-style and {}-style fields of a text, each with how often it stands."""
    found = [match[0] for match in _PERCENT.finditer(text)]
    return Counter(found + _BRACE.findall(text))


def faults(message: str, translation: str) -> list[str]:
    """Every way in which the translation breaks a promise of the message.

    For a plural message, `message` is its plural form: a Vietnamese catalogue has
    one form, and it stands for every number.
    """
    found = []
    if _fields(message) != _fields(translation):
        found.append("placeholders differ")
    if _has_fields(message) and "%" in _PERCENT.sub("", translation):
        found.append("a lone % in a text with placeholders")
    if sorted(_TAG.findall(message)) != sorted(_TAG.findall(translation)):
        found.append("tags differ")
    if message.startswith("\n") != translation.startswith("\n"):
        found.append("a newline at the start differs")
    if message.endswith("\n") != translation.endswith("\n"):
        found.append("a newline at the end differs")
    return found


def _fields(text: str) -> tuple[list[str], Counter[str]]:
    """Unnamed fields in their order, named ones in any: what formatting relies on."""
    found = placeholders(text)
    unnamed = [match[0] for match in _PERCENT.finditer(text) if match["kind"]]
    unnamed = [field for field in unnamed if "(" not in field]
    named = Counter({field: n for field, n in found.items() if field not in unnamed})
    named.pop("%%", None)
    return unnamed, named


def _has_fields(text: str) -> bool:
    return any(match["kind"] for match in _PERCENT.finditer(text))
