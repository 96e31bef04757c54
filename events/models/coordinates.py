"""Where a place is on the map: two numbers as maps on a phone copy them. Pure."""

import re
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

_PAIR = re.compile(r"\s*\(?\s*(-?\d{1,2}\.\d+)\s*[,;\s]\s*(-?\d{1,3}\.\d+)\s*\)?\s*")
MAP = "https://www.openstreetmap.org/"


class Coordinates(NamedTuple):
    """Degrees north and east, as they were written."""

    north: str
    east: str

    @property
    def map_link(self) -> str:
        north, east = self
        return f"{MAP}?mlat={north}&mlon={east}#map=17/{north}/{east}"


def parse(text: str) -> Coordinates | None:
    """Both numbers of “21.84780, 106.75760”; None for what is no such pair."""
    if not (pair := _PAIR.fullmatch(text)):
        return None
    found = Coordinates(*pair.groups())
    on_earth = abs(float(found.north)) <= 90 and abs(float(found.east)) <= 180
    return found if on_earth else None


def validate(text: str) -> None:
    """Raise ValidationError unless it is empty or a pair."""
    if text.strip() and parse(text) is None:
        raise ValidationError(
            _("Write latitude and longitude as the map copies them: 21.8478, 106.7576.")
        )
