"""Who sits or walks in a picture, seen from behind."""

from dataclasses import dataclass

from portal.art.scenes.palette import HAIR_INK, SKIN_WARM


@dataclass(frozen=True)
class Person:
    """One seated person: who they are, and which way they look."""

    hair: str = "crop"
    hair_tones: tuple[str, str] = HAIR_INK
    skin: tuple[str, str] = SKIN_WARM
    top: str = "#2F4A96"
    collar: str = "shirt"
    turn: float = 0
    broad: float = 1
    cloth: str = "#E3E9F5"
