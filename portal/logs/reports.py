"""Faults sent to a Sentry of the office's own, without what people wrote."""

from typing import Any

from django.core.exceptions import ImproperlyConfigured

from portal.logs.keys import masked
from portal.logs.request_ids import current

#: Of a request that failed this is told; of a person nothing.
_KEPT = ("method",)


def report_to(address: str) -> None:
    """Send faults to the Sentry at this DSN; raises where its library is missing."""
    try:
        import sentry_sdk  # not every server has it: requirements-watch.txt
    except ImportError as fault:
        raise ImproperlyConfigured(
            "SENTRY_DSN is set: pip install -r requirements-watch.txt"
        ) from fault
    sentry_sdk.init(
        dsn=address,
        before_send=discreet,
        send_default_pii=False,
        include_local_variables=False,
        max_request_body_size="never",
        max_breadcrumbs=0,
        traces_sample_rate=0.0,
    )


def discreet(event: Any, hint: dict[str, Any]) -> Any:
    """The event with class and place of the fault; its words may be a person's.

    Addresses keep no secret part, and of the request only its method is left.
    """
    asked = event.get("request") or {}
    kept = {key: asked[key] for key in _KEPT if key in asked}
    if url := asked.get("url"):
        kept["url"] = masked(str(url))
    event["request"] = kept
    for fault in (event.get("exception") or {}).get("values", ()):
        fault["value"] = ""
    for name in ("user", "extra", "breadcrumbs", "server_name"):
        event.pop(name, None)
    if entry := event.get("logentry"):
        # As it stands in the code, without what was filled in.
        event["logentry"] = {"message": masked(str(entry.get("message", "")))}
    event.pop("message", None)
    if "transaction" in event:
        event["transaction"] = masked(str(event["transaction"]))
    event.setdefault("tags", {})["request_id"] = current()
    return event
