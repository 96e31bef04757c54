"""What is counted, in each process, and put together from all of them."""

import os
from collections.abc import Iterator
from datetime import datetime

from prometheus_client import CollectorRegistry, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

from portal import health
from portal.models.mail import MailRecord, MailState

#: Where the processes of one server leave their numbers; see portal/gunicorn.py.
FOLDER = "PROMETHEUS_MULTIPROC_DIR"
_GRAVITY = {
    health.State.GOOD: 0,
    health.State.UNSET: 0,
    health.State.LATE: 1,
    health.State.BROKEN: 2,
}

_own = CollectorRegistry()
ANSWERS = Histogram(
    "portal_answer_seconds",
    "Time from request to answer.",
    ("view", "method", "status"),
    registry=_own,
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30),
)


def text(now: datetime) -> bytes:
    """Everything in Prometheus' own lines."""
    found = CollectorRegistry()
    if os.environ.get(FOLDER):
        MultiProcessCollector(found)
    else:
        found.register(_Copied())
    found.register(HealthCollector(now))
    return generate_latest(found)


class _Copied(Collector):
    """The numbers of this process, where there is no other."""

    def collect(self) -> Iterator:
        return iter(_own.collect())


class HealthCollector(Collector):
    """What the administrators' screen of health says, as numbers."""

    def __init__(self, now: datetime) -> None:
        self._now = now

    def collect(self) -> Iterator[GaugeMetricFamily]:
        how = GaugeMetricFamily(
            "portal_health", "0 good, 1 late, 2 broken.", labels=("check",)
        )
        found = health.findings(self._now)
        for finding in found:
            how.add_metric([finding.key], _GRAVITY[finding.state])
        yield how
        # Without a database, or before its tables are there, no letters are counted.
        if any(finding.key == "outbox" for finding in found):
            yield self._letters()

    @staticmethod
    def _letters() -> GaugeMetricFamily:
        letters = GaugeMetricFamily(
            "portal_letters", "Letters kept, by state.", labels=("state",)
        )
        for state in (MailState.WAITING, MailState.FAILED):
            count = MailRecord.objects.in_state(state).count()
            letters.add_metric([state.name.lower()], count)
        return letters
