"""A brake for programs that read: counted in the cache, for a GET never writes."""

import hmac
import math
from datetime import UTC, datetime

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest

from portal.guard.address import client_group
from portal.guard.attempts import Limit


def too_often(action: str, request: HttpRequest, now: datetime, limit: Limit) -> int:
    """Seconds to wait; 0 within the limit. Nothing of the visitor is kept.

    Each process counts alone unless a shared cache is configured, and a cache that is
    down lets everybody through: this is a brake, not a lock.
    """
    seconds = limit.per.total_seconds()
    window = int(now.timestamp() // seconds)
    visitor = f"{action}:{window}:{client_group(request)}".encode()
    secret = settings.SECRET_KEY.encode()
    key = f"reading:{hmac.digest(secret, visitor, 'sha256').hex()}"
    if cache.add(key, 1, timeout=seconds + 1):
        return 0
    try:
        times = cache.incr(key)
    except ValueError:  # it has just run out
        return 0
    if times is None or times <= limit.times:
        return 0
    ends = datetime.fromtimestamp((window + 1) * seconds, UTC)
    return max(1, math.ceil((ends - now).total_seconds()))
