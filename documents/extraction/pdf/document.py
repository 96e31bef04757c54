"""Opens a PDF, or says why not; and what in it would act by itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from pypdf import PageObject, PdfReader
from pypdf import overwrite_configuration as configure
from pypdf.errors import DependencyError, LimitReachedError, PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, StreamObject

from documents.extraction.errors import (
    Damaged,
    Encrypted,
    ExtractionError,
    TooComplex,
    TooManyPages,
)
from documents.extraction.limits import MEGABYTE, Limits

_STREAM = 40 * MEGABYTE
_ACTIONS = {
    "/JavaScript": "javascript",
    "/Launch": "launch",
    "/ImportData": "import_data",
    "/SubmitForm": "submit_form",
    "/Rendition": "media",
    "/RichMediaExecute": "media",
}
_ANNOTATIONS = {
    "/FileAttachment": "embedded_file",
    "/RichMedia": "media",
    "/Screen": "media",
    "/3D": "media",
}
_MAX_ANNOTATIONS = 200
_MAX_ACTIONS = 20


def open_pdf(file: IO[bytes], limits: Limits) -> PdfReader:
    """A reader whose pages may be read; raises ExtractionError."""
    configure(
        disable_legacy_handling=True,
        jbig2dec_binary=None,
        maximum_declared_stream_length=limits.max_bytes,
        array_based_stream_maximum_output_length=_STREAM,
        zlib_maximum_output_length=_STREAM,
        lzw_maximum_output_length=_STREAM,
        run_length_maximum_output_length=_STREAM,
        brotli_maximum_output_length=_STREAM,
        page_tree_maximum_entries=max(20_000, limits.max_pages * 4),
        page_tree_maximum_page_entries=500_000,
    )
    try:
        reader = PdfReader(file)
        if reader.is_encrypted and not reader.decrypt(""):
            raise Encrypted()
        pages = len(reader.pages)
    except (ExtractionError, MemoryError):
        raise
    except LimitReachedError as error:
        raise TooComplex() from error
    except DependencyError as error:
        raise Encrypted() from error
    # A damaged file makes pypdf raise far more than its own errors.
    except Exception as error:
        raise Damaged() from error
    if not pages:
        raise Damaged()
    if pages > limits.max_pages:
        raise TooManyPages(pages=pages, limit=limits.max_pages)
    return reader


def forget_streams(reader: PdfReader) -> None:
    """Drop what was unpacked: pypdf keeps it all, and a long act fills the memory."""
    for key, thing in list(reader.resolved_objects.items()):
        if isinstance(thing, StreamObject) and thing.get("/Type") != "/ObjStm":
            del reader.resolved_objects[key]


def active_kinds(reader: PdfReader, pages: list[PageObject]) -> list[str]:
    """What would run, open or attach something; nothing of it is touched."""
    kinds: set[str] = set()
    root = _dictionary(reader.trailer.get("/Root"))
    names = _dictionary(root.get("/Names"))
    if names.get("/JavaScript") is not None:
        kinds.add("javascript")
    if names.get("/EmbeddedFiles") is not None or root.get("/AF") is not None:
        kinds.add("embedded_file")
    if _dictionary(root.get("/AcroForm")).get("/XFA") is not None:
        kinds.add("xfa_form")
    kinds |= set(_actions(root.get("/OpenAction")))
    kinds |= set(_triggers(root))
    for page in pages:
        kinds |= set(_triggers(page))
        for annotation in _array(page.get("/Annots"))[:_MAX_ANNOTATIONS]:
            found = _dictionary(annotation)
            kinds |= set(_actions(found.get("/A"))) | set(_triggers(found))
            kind = _ANNOTATIONS.get(str(found.get("/Subtype")))
            if kind:
                kinds.add(kind)
    return sorted(kinds)


def _triggers(owner: DictionaryObject) -> Iterator[str]:
    """Actions that wait for an event."""
    for action in list(_dictionary(owner.get("/AA")).values())[:_MAX_ACTIONS]:
        yield from _actions(action)


def _actions(action: object) -> Iterator[str]:
    """An action and those chained to it."""
    for _ in range(_MAX_ACTIONS):
        found = _dictionary(action)
        kind = _ACTIONS.get(str(found.get("/S")))
        if kind:
            yield kind
        elif found.get("/JS") is not None:
            yield "javascript"
        action = found.get("/Next")
        if isinstance(_resolved(action), ArrayObject):
            action = next(iter(_array(action)), None)
        if action is None:
            return


def _dictionary(thing: object) -> DictionaryObject:
    found = _resolved(thing)
    return found if isinstance(found, DictionaryObject) else DictionaryObject()


def _array(thing: object) -> ArrayObject:
    found = _resolved(thing)
    return found if isinstance(found, ArrayObject) else ArrayObject()


def _resolved(thing: object) -> object:
    try:
        return thing.get_object() if hasattr(thing, "get_object") else thing
    except (PyPdfError, RecursionError, ValueError, KeyError, TypeError):
        return None
