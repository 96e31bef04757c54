"""The colours of the drawings: dips of indigo and hồi, and what people need."""

C950, C900, C800, C700 = "#0B1230", "#121C42", "#1B2858", "#253877"
C600, C500, C400, C300 = "#2F4A96", "#4B68B4", "#7890CB", "#9FB2DE"
C200, C100, C50 = "#C8D3EC", "#E3E9F5", "#F1F4FA"

H800, H700, H600, H500 = "#573811", "#74490F", "#94611B", "#B98231"
H400, H300, H200, H100, H50 = "#D7A550", "#E8C98F", "#F0DBB4", "#F6EAD2", "#FBF5E8"

PAPER, WHITE, PEACH = "#FDFCFA", "#FFFFFF", "#B23A62"

# Skin as (light, shade); hair as (mass, light). Both stay inside the warm half.
SKIN_FAIR = ("#EBC39B", "#D6A277")
SKIN_WARM = ("#E2B084", "#C78F61")
SKIN_TAN = ("#CF9A6C", "#AE794C")
SKINS = (SKIN_FAIR, SKIN_WARM, SKIN_TAN)

HAIR_INK = ("#15162B", "#333A60")
HAIR_BROWN = ("#2B2118", "#54402C")
HAIR_SOFT = ("#1F1A1E", "#453C46")
HAIR_GREY = ("#8D93A8", "#BCC2D3")
HAIR_WHITE = ("#C9CEDC", "#ECEFF6")


def rgb(colour: str) -> tuple[int, int, int]:
    """The three channels of ``#RRGGBB``."""
    return tuple(int(colour[i : i + 2], 16) for i in (1, 3, 5))


def mix(first: str, second: str, share: float) -> str:
    """``first`` with ``share`` (0 to 1) of ``second`` stirred in."""
    pairs = zip(rgb(first), rgb(second), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def shaded(colour: str, share: float = 0.3) -> str:
    """``colour`` in shadow: warm cloth goes brown, cool cloth indigo."""
    red, _, blue = rgb(colour)
    if red > blue + 24:
        return mix(colour, H800, share)
    return mix(colour, C700 if red > 150 else C950, share)


def lit(colour: str, share: float = 0.22) -> str:
    """``colour`` where the window's light falls on it."""
    return mix(colour, "#FFF6E2", share)
