"""What people are told when a file gives no text, or gives it with a remark."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from documents.extraction.errors import ExtractionError
from documents.extraction.result import Remark
from portal.forms.uploads import KINDS

ERRORS = {
    "empty_file": _("The file is empty."),
    "missing_file": _("The file is no longer in the store. Upload it again."),
    "too_large": _("The file is larger than %(limit)s MB."),
    "not_a_document": _(
        "This is neither a PDF nor a Word file (.docx); it seems to be %(actual)s."
    ),
    "wrong_type": _(
        "The name says .%(named)s but the content is %(actual)s. Give the file its "
        "right name and upload it again."
    ),
    "old_word": _(
        "This is a Word 97–2003 file (.doc). Open it in Word, save it as .docx, and "
        "upload that."
    ),
    "encrypted": _("The file is locked with a password. Upload one without it."),
    "macros": _(
        "The Word file carries macros, so it is not accepted. Save it as .docx without "
        "macros."
    ),
    "too_many_pages": _(
        "The file has %(pages)s pages; text is taken from files of at most %(limit)s. "
        "Split it and upload the parts."
    ),
    "too_complex": _(
        "The file unpacks to far more than a document holds, so it was not read."
    ),
    "damaged": _("The file is damaged and cannot be read."),
    "timed_out": _("Reading the file took longer than %(seconds)s seconds."),
    "out_of_memory": _("Reading the file would take more than %(limit)s MB of memory."),
    "ocr_unavailable": _("This server has no software to recognise text in scans."),
    "ocr_failed": _("No text could be recognised in this scan."),
}

FINDINGS = {
    "no_text_layer": _("The file is a scan without a text layer: it has no full text."),
    "pages_without_text": _("%(count)s pages are scans without text: %(pages)s."),
    "pages_not_read": _("%(count)s pages could not be read: %(pages)s."),
    "recognised_text": _(
        "The text of %(pages)s pages was recognised from a scan; check it against the "
        "original."
    ),
    "active_content": _(
        "The file contains active content (%(kinds)s). It was not run; consider "
        "publishing a clean copy."
    ),
    "restricted": _(
        "The file opens without a password but forbids copying or printing."
    ),
    "running_heads_removed": _(
        "Page numbers and running heads were left out of the text."
    ),
    "legacy_encoding": _(
        "%(count)s lines were typed in an old font (TCVN3 or VNI) and converted; check "
        "them."
    ),
    "unreadable_characters": _(
        "%(count)s characters have no meaning outside of the file's own fonts; check "
        "the text."
    ),
    "turned_text_left_out": _("Text set sideways was left out on %(pages)s pages."),
    "tracked_changes": _(
        "The Word file has tracked changes: the text is as if all were accepted."
    ),
    "hidden_text": _("Hidden text was left out."),
    "pictures_left_out": _("%(count)s pictures were left out of the text."),
}

ACTIVE = {
    "activex": _("ActiveX control"),
    "dde_field": _("DDE field"),
    "embedded_document": _("embedded document"),
    "embedded_file": _("attached file"),
    "import_data": _("data import"),
    "javascript": _("JavaScript"),
    "launch": _("launching a program"),
    "media": _("media player"),
    "remote_template": _("remote template"),
    "submit_form": _("form submission"),
    "xfa_form": _("XFA form"),
}


def error_text(error: ExtractionError) -> str:
    """The sentence for a file that was not read."""
    return str(ERRORS[error.code]) % _shown(error.params)


def remark_text(remark: Remark) -> str:
    """The sentence for a remark on the text."""
    return str(FINDINGS[remark.code]) % _shown(remark.params)


def _shown(params: Mapping[str, Any]) -> dict[str, Any]:
    shown = dict(params)
    if "actual" in shown:
        shown["actual"] = KINDS.get(shown["actual"], gettext("an unknown kind of file"))
    if "kinds" in shown:
        shown["kinds"] = ", ".join(str(ACTIVE[kind]) for kind in shown["kinds"])
    if isinstance(shown.get("pages"), list):
        shown["pages"] = ", ".join(map(str, shown["pages"]))
    return shown
