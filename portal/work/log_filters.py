"""Logs of background work without the words of exceptions: they may name people."""

import logging


class WithoutTraceback(logging.Filter):
    """Leaves of an exception its class and the line of ours that it came from."""

    def filter(self, record: logging.LogRecord) -> bool:
        if record.exc_info and (fault := record.exc_info[1]):
            record.msg = f"{record.getMessage()} ({whereabouts(fault)})"
            record.args = ()
            record.exc_info = record.exc_text = None
        return True


def whereabouts(fault: BaseException) -> str:
    """The class of an exception and where it was raised."""
    trace = fault.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    place = ""
    if trace:
        code = trace.tb_frame.f_code
        place = f" in {code.co_qualname} line {trace.tb_lineno}"
    return f"{type(fault).__qualname__}{place}"
