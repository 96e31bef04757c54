"""Where a request comes from, as far as it can be known."""

from ipaddress import IPv6Address, ip_address

from django.conf import settings
from django.http import HttpRequest


def client_address(request: HttpRequest) -> str:
    """The visitor's address: the last one that a proxy of ours did not write itself.

    Anybody can send X-Forwarded-For, so no more of its last entries are believed
    than there are proxies of ours (`TRUSTED_PROXIES`).
    """
    direct = request.META.get("REMOTE_ADDR", "")
    hops = settings.TRUSTED_PROXIES
    if not hops:
        return direct
    chain = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    # A shorter chain than expected came past a proxy, not through it.
    claimed = chain[-hops].strip() if len(chain) >= hops else ""
    return claimed if _parsed(claimed) else direct


def client_group(request: HttpRequest) -> str:
    """The address, or of an IPv6 one the network that belongs to one household."""
    text = client_address(request)
    address = _parsed(text)
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped:
            return str(address.ipv4_mapped)
        return str(IPv6Address(int(address) >> 64 << 64))
    return str(address or text)


def _parsed(text: str):
    try:
        return ip_address(text)
    except ValueError:
        return None
