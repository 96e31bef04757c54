"""JSON: a list of objects, each a row, its keys the headings."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from portal.tabular.delimited import decode
from portal.tabular.errors import TableRefused
from portal.tabular.model import Grid, Limits, Unreadable

_PLAIN = (str, int, float, bool, type(None))


def read_objects(raw: bytes, limits: Limits) -> Iterator[Grid]:
    """The one grid of a JSON list; row 0 holds the keys. Raises TableRefused."""
    # Every object of a list costs far more memory than the brace that opens it.
    if raw.count(b"{") > 4 * (limits.rows + 1):
        raise TableRefused("too_many_rows", limit=limits.rows)
    if raw.count(b"[") + raw.count(b",") + raw.count(b":") > 8 * limits.cells:
        raise TableRefused("too_many_cells", limit=limits.cells)
    records = _records(raw)
    if not records:
        raise TableRefused("no_rows")
    if len(records) > limits.rows:
        raise TableRefused("too_many_rows", limit=limits.rows)
    if sum(map(len, records)) > limits.cells:
        raise TableRefused("too_many_cells", limit=limits.cells)
    keys = list(dict.fromkeys(key for record in records for key in record))
    if len(keys) > limits.columns:
        raise TableRefused("too_many_columns", limit=limits.columns)
    rows: list[tuple[int, list[Any]]] = [(0, list(keys))]
    for number, record in enumerate(records, 1):
        cells = [_cell(record.get(key)) for key in keys]
        if any(cell is not None for cell in cells):
            rows.append((number, cells))
    yield Grid(rows, lettered=False)


def _records(raw: bytes) -> list[dict[str, Any]]:
    text, _ = decode(raw)
    try:
        found = json.loads(text, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        raise TableRefused("bad_json", line=error.lineno, at=error.colno) from error
    # A number of ten thousand digits, a list in a list in a list …
    except (ValueError, RecursionError) as error:
        raise TableRefused("bad_json", line=1, at=1) from error
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise TableRefused("json_no_list")
    return found


def _cell(value: Any) -> Any:
    if isinstance(value, list) and all(isinstance(one, _PLAIN) for one in value):
        value = "; ".join(str(one) for one in value if one is not None)
    if not isinstance(value, _PLAIN):
        return Unreadable("nested_value", json.dumps(value, ensure_ascii=False)[:80])
    if isinstance(value, str):
        # A lone half of a surrogate pair can be neither shown nor stored.
        value = value.encode("utf-8", "replace").decode("utf-8")
        return value if value.strip() else None
    return value


def _no_constant(name: str) -> None:
    raise ValueError(name)
