"""The hues every drawing is made of: one indigo, one gold of hoa hồi."""

C950, C900, C800, C700 = "#0B1230", "#121C42", "#1B2858", "#253877"
C600, C500, C300 = "#2F4A96", "#4B68B4", "#9FB2DE"
C200, C100 = "#C8D3EC", "#E3E9F5"
H800, H700, H500, H400, H300, H100 = (
    "#573811",
    "#74490F",
    "#B98231",
    "#D7A550",
    "#E8C98F",
    "#F6EAD2",
)
WHITE = "#FFFFFF"

# Footer hills, back to front; the last one is the ground the footer stands on.
HILLS_LIGHT = ("#DCE3F2", "#B4C2E4", "#6E86C4", "#253877", C950)
HILLS_DARK = ("#1A2450", "#243067", "#1B2556", "#131B42", C950)

# Hero mountains, back to front, each darker than the one behind.
KARST = ("#324899", "#2A3F88", "#223271", "#17234F", "#0F1838")
