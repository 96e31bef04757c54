"""Elements of Akoma Ntoso: made with the standard library, as UTF-8."""

import re
from xml.etree.ElementTree import Element, SubElement, tostring

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
# What no XML 1.0 may contain, even escaped.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean(words: str) -> str:
    """The words in one line, without signs that XML has no place for."""
    return " ".join(_FORBIDDEN.sub("", words).split())


def sub(parent: Element, tag: str, words: str = "", **attributes: str) -> Element:
    """A child of the element, with its words; attributes that are empty are left out.

    `from_` stands for an attribute named as a word of Python.
    """
    named = {
        name.rstrip("_"): clean(value) for name, value in attributes.items() if value
    }
    child = SubElement(parent, tag, named)
    if words:
        child.text = clean(words)
    return child


def document(root: Element) -> bytes:
    """The whole as a file. Elements have no prefix: the root names their space once."""
    root.set("xmlns", NAMESPACE)
    return tostring(root, encoding="utf-8", xml_declaration=True)
