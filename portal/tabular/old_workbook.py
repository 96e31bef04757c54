"""Workbooks of LibreOffice (.ods) and of Excel 97–2003 (.xls).

Both are read by a child process that binds its memory and time first: either format
can name a cell so far away that the sheet between fills any memory.
"""

from __future__ import annotations

import io
import json
import subprocess
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date, datetime, time
from typing import Any

from portal.child_process import answer_of
from portal.office_files import OfficeProblem, PackageLimits, is_zip, open_package
from portal.tabular.errors import Note, TableRefused
from portal.tabular.model import MEGABYTE, Grid, Limits

_ENTRIES = 2_000
_SECONDS = 20
_MOMENTS = {"datetime": datetime, "date": date, "time": time}


def read_old(raw: bytes, limits: Limits) -> Iterator[Grid]:
    """The visible sheets that have something in them; raises TableRefused."""
    if is_zip(raw):
        _check_package(raw, limits)
    reply = _ask(raw, limits)
    if "error" in reply:
        raise TableRefused(reply["error"], **reply["params"])
    titles = [sheet["title"] for sheet in reply["sheets"]]
    for sheet in reply["sheets"]:
        rows = [(number, list(map(_value, cells))) for number, cells in sheet["rows"]]
        others = [title for title in titles if title != sheet["title"]]
        notes = [Note("hidden_unknown")]
        if others:
            notes.append(Note("other_sheets", {"sheets": others}))
        yield Grid(rows, sheet["title"], tuple(notes))


def _check_package(raw: bytes, limits: Limits) -> None:
    try:
        allowed = PackageLimits(_ENTRIES, limits.unpacked_bytes, ratio=1_000)
        open_package(io.BytesIO(raw), allowed).close()
    except OfficeProblem as problem:
        code = "too_complex" if problem.code == "too_many_entries" else problem.code
        limit = limits.unpacked_bytes // MEGABYTE
        raise TableRefused(code, limit=limit) from problem


def _ask(raw: bytes, limits: Limits) -> dict[str, Any]:
    order = json.dumps(asdict(limits))
    module = "portal.tabular.old_workbook_worker"
    try:
        return json.loads(answer_of(module, order, raw=raw, seconds=_SECONDS))
    # Out of memory or of time, or of a kind that no program writes.
    except (subprocess.SubprocessError, ValueError) as error:
        raise TableRefused("too_complex") from error


def _value(cell: Any) -> Any:
    if not isinstance(cell, list):
        return cell
    kind, text = cell
    return _MOMENTS[kind].fromisoformat(text)
