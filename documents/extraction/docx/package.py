"""The parts of a .docx, each checked before a tree is built of it."""

from __future__ import annotations

import posixpath
import zipfile
from dataclasses import dataclass
from typing import IO
from xml.etree.ElementTree import Element

from defusedxml import ElementTree as SafeTree

from documents.extraction.errors import (
    Damaged,
    Encrypted,
    ExtractionError,
    MacroDocument,
    NotADocument,
    TooComplex,
)
from documents.extraction.limits import Limits
from portal.office_files import (
    OfficeProblem,
    PackageLimits,
    has_macros,
    open_package,
    package_kind,
    survey_part,
)

_DEFAULT_MAIN = "word/document.xml"
_ERRORS = {"encrypted": Encrypted, "damaged": Damaged}


@dataclass(frozen=True, slots=True)
class Relationship:
    """A link from one part to another, or to something outside of the file."""

    kind: str
    target: str
    external: bool


def local(element: Element) -> str:
    """The name without its namespace: transitional and strict files differ there."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def value(element: Element | None, name: str = "val") -> str | None:
    """An attribute by its local name."""
    if element is None:
        return None
    return next(
        (found for key, found in element.attrib.items() if _named(key, name)), None
    )


def child(element: Element | None, name: str) -> Element | None:
    if element is None:
        return None
    return next((found for found in element if local(found) == name), None)


def children(element: Element | None, name: str) -> list[Element]:
    return [] if element is None else [e for e in element if local(e) == name]


def is_on(element: Element | None) -> bool:
    """A switch: present means on, unless it says otherwise."""
    return element is not None and value(element) not in ("0", "false", "off", "none")


class WordPackage:
    """An opened .docx; raises ExtractionError for what must not be opened."""

    def __init__(self, file: IO[bytes], limits: Limits):
        self._limits = limits
        try:
            self._zip = open_package(
                file,
                PackageLimits(limits.entries, limits.unpacked_bytes, limits.ratio),
            )
        except OfficeProblem as problem:
            raise _translated(problem) from problem
        if has_macros(self._zip):
            raise MacroDocument()
        kind = package_kind(self._zip)
        if kind != "docx":
            raise NotADocument(actual=kind)
        self.names = frozenset(self._zip.namelist())
        self.main = self._main_part()
        self.relations = self._relations(self.main)

    def tree(self, name: str) -> Element | None:
        """The root of a part, or None when there is no such part."""
        if name not in self.names:
            return None
        try:
            survey_part(self._zip, name, max_elements=self._limits.xml_elements)
            with self._zip.open(name) as part:
                return SafeTree.parse(part, forbid_dtd=True).getroot()
        except OfficeProblem as problem:
            raise _translated(problem) from problem
        except MemoryError:
            raise
        # A damaged entry raises whatever zlib, zipfile or expat make of it.
        except Exception as error:
            raise Damaged() from error

    def related(self, kind: str) -> Element | None:
        """The part the document names for a purpose: styles, numbering, footnotes."""
        for relation in self.relations.values():
            if relation.kind == kind and not relation.external:
                return self.tree(relation.target)
        return None

    def relations_of(self, kind: str) -> dict[str, Relationship]:
        """What a related part itself relates to."""
        for relation in self.relations.values():
            if relation.kind == kind and not relation.external:
                return self._relations(relation.target)
        return {}

    def _main_part(self) -> str:
        for relation in self._relations("").values():
            if relation.kind == "officeDocument" and relation.target in self.names:
                return relation.target
        if _DEFAULT_MAIN not in self.names:
            raise Damaged()
        return _DEFAULT_MAIN

    def _relations(self, name: str) -> dict[str, Relationship]:
        folder, base = posixpath.split(name)
        root = self.tree(posixpath.join(folder, "_rels", f"{base}.rels"))
        found = {}
        for element in children(root, "Relationship"):
            external = element.get("TargetMode") == "External"
            target = element.get("Target", "")
            if not external:
                joined = posixpath.join("/", folder, target)
                target = posixpath.normpath(joined).lstrip("/")
            kind = element.get("Type", "").rpartition("/")[2]
            found[element.get("Id", "")] = Relationship(kind, target, external)
        return found


def open_word(file: IO[bytes], limits: Limits) -> WordPackage:
    """The package of a file that starts like a ZIP."""
    if not zipfile.is_zipfile(file):
        raise Damaged()
    return WordPackage(file, limits)


def _translated(problem: OfficeProblem) -> ExtractionError:
    return _ERRORS.get(problem.code, TooComplex)(**problem.params)


def _named(key: str, name: str) -> bool:
    return key == name or key.endswith("}" + name)
