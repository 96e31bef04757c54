"""How a line of the log is written: for people, or as JSON for a collector."""

import json
import logging
from datetime import UTC, datetime

from portal.logs.keys import masked
from portal.logs.request_ids import current


class PlainLine(logging.Formatter):
    """For people, with tracebacks; secret parts of addresses are stars."""

    def format(self, record: logging.LogRecord) -> str:
        return masked(super().format(record))


class JsonLine(logging.Formatter):
    """One object a line. Of an exception only its class and where it came from.

    Its words stay out: a database repeats in them what somebody typed.
    """

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, str | list[str]] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(
                "T", "seconds"
            ),
            "level": record.levelname,
            "logger": record.name,
            "message": masked(record.getMessage()),
        }
        if name := current():
            line["request_id"] = name
        if record.exc_info and record.exc_info[1] is not None:
            line["fault"] = type(record.exc_info[1]).__qualname__
            line["trace"] = _places(record.exc_info[1])
        return json.dumps(line, ensure_ascii=False)


def _places(fault: BaseException) -> list[str]:
    """Module, function and line of each call, the innermost last."""
    places, trace = [], fault.__traceback__
    while trace:
        code = trace.tb_frame.f_code
        module = trace.tb_frame.f_globals.get("__name__", "?")
        places.append(f"{module}.{code.co_qualname}:{trace.tb_lineno}")
        trace = trace.tb_next
    return places
