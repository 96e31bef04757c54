"""Icons: a 24 grid, strokes of 2, square caps, mitre joins, the colour of the words.

None stands alone: a word is beside each, so software that reads aloud skips them.
"""

STROKES = {
    "arrow-left": "M20 12H5M11 6l-6 6 6 6",
    "arrow-right": "M4 12h15M13 6l6 6-6 6",
    "bolt": "M13 3L6 13h5l-1 8 8-11h-5z",
    "calendar": "M4 6h16v14H4zM4 10h16M8 3v5M16 3v5",
    "check": "M4 12.5l5 5L20 6.5",
    "chevron-down": "M6 9l6 6 6-6",
    "chevron-left": "M15 6l-6 6 6 6",
    "chevron-right": "M9 6l6 6-6 6",
    "clock": "M12 3a9 9 0 1 0 .01 0zM12 7v5.5l3.5 2",
    "close": "M6 6l12 12M18 6L6 18",
    "copy": "M8 8h12v12H8zM5 16H4V4h12v1",
    "download": "M12 4v11M7 10.5l5 5 5-5M4 20h16",
    "external": "M10 5H5v14h14v-5M13 4h7v7M20 4l-9 9",
    "file": "M6 3h8l4 4v14H6zM13.5 3v5H18",
    "history": "M4 5v5h5M4.6 9.6A8.5 8.5 0 1 1 3.6 14M12 8v5l3.5 2",
    "info": "M12 3a9 9 0 1 0 .01 0zM12 11v6M12 7v1",
    "keep": "M6 3h12v18l-6-4.5L6 21z",
    "lock": "M5 11h14v10H5zM8 11V7.5a4 4 0 0 1 8 0V11M12 15v2.5",
    "keyboard": "M3 6h18v12H3zM6.5 10h1M10.5 10h1M14.5 10h1M7 14.5h10",
    "link": "M10 14l4-4M8.5 11L6 13.5a3.2 3.2 0 0 0 4.5 4.5L13 15.5"
    "M15.5 13l2.5-2.5A3.2 3.2 0 0 0 13.5 6L11 8.5",
    "mail": "M3.5 6h17v12h-17zM4 6.5l8 6.5 8-6.5",
    "menu": "M4 6h16M4 12h16M4 18h10",
    "moon": "M20 14.5A8.5 8.5 0 1 1 9.5 4 7 7 0 0 0 20 14.5z",
    "nonet": "M3 4l17 17M2.5 9.5a14 14 0 0 1 4-2.6M10.5 5.6a14 14 0 0 1 11 3.9"
    "M6 13.5a9 9 0 0 1 3.6-2.3M14.5 11.5a9 9 0 0 1 3.5 2M12 18.5v.5",
    "pdf": "M6 3h8l4 4v14H6zM12 9v7M9 13.5l3 3 3-3",
    "pencil": "M4 20l1-4.5L15.5 5l3.5 3.5L8.5 19zM13 7.5l3.5 3.5",
    "people": "M9 5a3.5 3.5 0 1 0 .01 0zM2.5 20v-2a5 5 0 0 1 5-5h3a5 5 0 0 1 5 5v2"
    "M16 5.5a3.3 3.3 0 0 1 0 6.2M18.5 14a5 5 0 0 1 3 4.5V20",
    "phone": "M6 3h4l1.5 5L9 10a12 12 0 0 0 5 5l2-2.5 5 1.5v4"
    "a3 3 0 0 1-3 3A15 15 0 0 1 3 6a3 3 0 0 1 3-3z",
    "pin": "M12 21.5C8 17 5.5 13.5 5.5 10a6.5 6.5 0 0 1 13 0"
    "c0 3.5-2.5 7-6.5 11.5zM12 8a2 2 0 1 0 .01 0z",
    "plus": "M12 4v16M4 12h16",
    "print": "M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z",
    "refresh": "M20 5v5h-5M4 19v-5h5M19.5 10A8 8 0 0 0 6 6.5L4 9"
    "M4.5 14A8 8 0 0 0 18 17.5l2-2.5",
    "scan": "M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4M3 12h18",
    "search": "M10.5 4a6.5 6.5 0 1 0 .01 0zM15.5 15.5L20.5 20.5",
    "sound": "M4 9.5h3.5L12 5.5v13l-4.5-4H4zM15.5 9a4.5 4.5 0 0 1 0 6"
    "M18 6.5a8 8 0 0 1 0 11",
    "scales": "M12 4v16M6 20h12M4 7h16M4 7l-2.5 6.5h5zM20 7l-2.5 6.5h5z",
    "steps": "M3 20h5v-5h5v-5h5V5h3",
    "stop": "M7 7h10v10H7z",
    "swatch": "M12 2.5l9.5 9.5-9.5 9.5L2.5 12zM12 7.5l4.5 4.5-4.5 4.5L7.5 12z",
    "ticket": "M3 6h18v4a2 2 0 0 0 0 4v4H3v-4a2 2 0 0 0 0-4z"
    "M14 6v2.5M14 11v2M14 15.5V18",
    "undo": "M9 5L4 10l5 5M4.5 10H15a5 5 0 0 1 0 10h-3",
    "wifi": "M2.5 9.5a14 14 0 0 1 19 0M6 13.2a9 9 0 0 1 12 0"
    "M9.3 16.8a4.2 4.2 0 0 1 5.4 0"
    "M12 20v.5",
    "wifi-off": "M2.5 9.5a14 14 0 0 1 4.5-2.9M12 6a14 14 0 0 1 9.5 3.5"
    "M6 13.2a9 9 0 0 1 4-2.1M9.3 16.8a4.2 4.2 0 0 1 5.4 0M12 20v.5M4 3l17 18",
    "warning": "M12 3.5L22 20.5H2zM12 10v5M12 17v1",
}

# Signs of legal force: shape and words, never colour alone.
SIGNS = {
    "ok": '<path d="M12 2a10 10 0 1 0 .01 0z" fill="currentColor" stroke="none"/>'
    '<path class="sign-cut" d="M7.5 12.5l3.2 3.2L16.5 9"/>',
    "part": '<path d="M12 3a9 9 0 1 0 .01 0z"/>'
    '<path d="M12 3v18a9 9 0 0 0 0-18z" fill="currentColor" stroke="none"/>',
    "off": '<path d="M12 3a9 9 0 1 0 .01 0zM6 18L18 6"/>',
    "soon": '<path d="M12 3a9 9 0 1 0 .01 0zM12 7.5V12l3.5 2.5"/>',
    "chk": '<path d="M12 3a9 9 0 1 0 .01 0z" stroke-dasharray="3 3.3"/>'
    '<path d="M12 10.5a1.5 1.5 0 1 0 .01 0z" fill="currentColor" stroke="none"/>',
}


def shapes(name: str) -> str:
    """The inside of an icon; an unknown name is a mistake, not an empty square."""
    if name in SIGNS:
        return SIGNS[name]
    return f'<path d="{STROKES[name]}"/>'


def icon(name: str) -> str:
    """The icon for use inside a page, sized by CSS."""
    return (
        '<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">'
        f"{shapes(name)}</svg>"
    )
