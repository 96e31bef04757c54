"""Slips in e-mail addresses that arrive nowhere. Pure."""

#: Endings nobody has, and what is meant.
_SLIPS = {
    "gmail.con": "gmail.com",
    "gmail.co": "gmail.com",
    "gmail.cm": "gmail.com",
    "gmail.vn": "gmail.com",
    "gmail.com.vn": "gmail.com",
    "gmai.com": "gmail.com",
    "gmal.com": "gmail.com",
    "gmial.com": "gmail.com",
    "gamil.com": "gmail.com",
    "gmail.comm": "gmail.com",
    "yahoo.con": "yahoo.com",
    "yaho.com": "yahoo.com",
    "hotmail.con": "hotmail.com",
    "outlook.con": "outlook.com",
    "langson.gov.com": "langson.gov.vn",
    "langson.gov": "langson.gov.vn",
}


def meant(address: str) -> str:
    """The address that is probably meant; empty for one without a known slip."""
    name, _at, domain = address.rpartition("@")
    right = _SLIPS.get(domain.casefold(), "")
    return f"{name}@{right}" if right else ""
