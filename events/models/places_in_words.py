"""Where a conference is held, in words in which no place stands twice. Pure."""

from portal.vietnamese import fold


def says(text: str, place: str) -> bool:
    """Whether the text ends with that place, however it is written."""
    words, name = fold(text).split(), fold(place).split()
    return bool(name) and words[-len(name) :] == name


def in_one_line(*parts: str) -> str:
    """The parts between commas, without one that the words before end with."""
    line = ""
    for part in filter(None, map(str.strip, parts)):
        if not says(line, part):
            line = f"{line}, {part}" if line else part
    return line
