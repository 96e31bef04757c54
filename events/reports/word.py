"""A Word template filled in, and what is wrong with one that somebody has edited."""

import difflib
import re
from collections.abc import Mapping
from io import BytesIO
from typing import Any

from django.utils.translation import gettext as _
from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError, UndefinedError
from jinja2.sandbox import ImmutableSandboxedEnvironment, SecurityError

from portal.office_files import (
    OfficeProblem,
    has_macros,
    is_ole,
    is_zip,
    ole_kind,
    open_package,
    package_kind,
    survey_part,
)

MOST_BYTES = 5 * 1024 * 1024
_MOST_ELEMENTS = 200_000
_IMPOSSIBLE = (ArithmeticError, LookupError, TypeError, ValueError)
_NO_ATTRIBUTE = re.compile(r"has no attribute '([^']+)'")
_FIELD = re.compile(r"{{(?:(?!{{).)*?}}|{%(?:(?!{%).)*?%}|{#(?:(?!{#).)*?#}")
_HALVES = re.compile(r"{{|}}|{%|%}")
_NOT_DEFINED = re.compile(r"'([^']+)' is undefined")


class TemplateProblem(Exception):
    """The template cannot be used; `message` says what to mend in Word."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


def fill(template: bytes, values: Mapping[str, Any]) -> bytes:
    """The paper as a Word file. Raises TemplateProblem."""
    document = DocxTemplate(BytesIO(template))
    try:
        document.render(dict(values), _environment())
    except TemplateSyntaxError as error:
        raise TemplateProblem(_unfinished(error.message or "")) from error
    except UndefinedError as error:
        raise TemplateProblem(_unknown(str(error), values)) from error
    except (
        SecurityError,
        TemplateError,
        *_IMPOSSIBLE,
    ) as error:
        raise TemplateProblem(
            _("The template calculates something that cannot be calculated here.")
        ) from error
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def check(name: str, raw: bytes, example: Mapping[str, Any]) -> None:
    """Raise TemplateProblem unless the file can be filled in with such values.

    All fields nobody knows are named at once, each with the nearest that is known.
    """
    _check_file(name, raw)
    try:
        document = DocxTemplate(BytesIO(raw))
        document.init_docx()
        unfinished = _left_open(document)
        named = document.get_undeclared_template_variables(_environment())
    except TemplateSyntaxError as error:
        raise TemplateProblem(_unfinished(error.message or "")) from error
    # Whatever Word left out of a package, python-docx finds in its own way.
    except Exception as error:
        raise TemplateProblem(
            _("The file cannot be read. Save it in Word as “.docx” and send it again.")
        ) from error
    if unfinished:
        raise TemplateProblem(_unfinished(unfinished))
    if wrong := sorted(named - set(example)):
        raise TemplateProblem(_wrong_fields(wrong, example))
    fill(raw, example)


def too_large() -> str:
    text = _("The file is larger than %(size)s MB: take large pictures out of it.")
    return text % {"size": MOST_BYTES >> 20}


def _check_file(name: str, raw: bytes) -> None:
    if len(raw) > MOST_BYTES:
        raise TemplateProblem(too_large())
    if is_ole(raw[:8]):
        if ole_kind(raw) == "encrypted":
            raise TemplateProblem(
                _("The file is locked with a password. Take the password off in Word.")
            )
        raise TemplateProblem(
            _(
                "“%(name)s” is of the old kind “.doc”. Open it in Word, choose “Save "
                "as”, the kind “Word Document (.docx)”, and send that file."
            )
            % {"name": name}
        )
    if not is_zip(raw[:4]):
        raise TemplateProblem(_not_word(name))
    try:
        package = open_package(BytesIO(raw))
        if package_kind(package) != "docx":
            raise TemplateProblem(_not_word(name))
        if has_macros(package):
            raise TemplateProblem(
                _("The file carries macros. Save it in Word as “.docx”, without them.")
            )
        for part in package.namelist():
            if part.endswith((".xml", ".rels")):
                survey_part(package, part, max_elements=_MOST_ELEMENTS)
    except OfficeProblem as problem:
        raise TemplateProblem(
            _("The file is damaged or made to be unpacked without end; it is not kept.")
        ) from problem


def _environment() -> ImmutableSandboxedEnvironment:
    """What a template is filled in by: it reaches the values and nothing else."""
    return ImmutableSandboxedEnvironment(autoescape=True, undefined=StrictUndefined)


def _not_word(name: str) -> str:
    return _("“%(name)s” is no Word file: a template is a “.docx”.") % {"name": name}


def _left_open(document: DocxTemplate) -> str:
    """The beginning of the first paragraph with half a field; empty where none has.

    The library looks for the other half further on, and would leave out silently
    whatever stands between.
    """
    for paragraph in document.docx.element.body.iter(qn("w:p")):
        text = "".join(part.text or "" for part in paragraph.iter(qn("w:t")))
        if _HALVES.search(_FIELD.sub("", text)):
            return f"“{text[:80]}”"
    return ""


def _unfinished(error: str) -> str:
    return _(
        "A field of the template is not written out: each begins with “{{” and ends "
        "with “}}”, and every “for” or “if” has its “endfor” or “endif”. Word for "
        "whoever knows templates: %(error)s"
    ) % {"error": error}


def _unknown(said: str, known: Mapping[str, Any]) -> str:
    """Of a field within a row, which only shows once the row is written."""
    found = _NO_ATTRIBUTE.search(said) or _NOT_DEFINED.search(said)
    within = {
        name
        for value in known.values()
        if isinstance(value, list)
        for row in value
        if isinstance(row, Mapping)
        for name in row
    }
    names = [found[1]] if found else []
    return _wrong_fields(names, {**known, **dict.fromkeys(within)})


def _wrong_fields(wrong: list[str], known: Mapping[str, Any]) -> str:
    named = []
    for name in wrong:
        near = difflib.get_close_matches(name, list(known), n=1, cutoff=0.6)
        if near:
            names = {"name": name, "near": near[0]}
            named.append(_("“%(name)s” (did you mean “%(near)s”?)") % names)
        else:
            named.append(f"“{name}”")
    return _("The template names what this paper does not have: %(names)s.") % {
        "names": ", ".join(named)
    }
