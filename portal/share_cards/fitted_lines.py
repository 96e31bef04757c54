"""Words fitted into a width: pure functions of a text and a measure."""

from collections.abc import Callable

Measure = Callable[[str], float]
ELLIPSIS = "…"


def in_lines(text: str, measure: Measure, width: float) -> list[str]:
    """The words in lines no wider than `width`; a word too long is cut through."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if measure(longer) <= width:
            lines[-1] = longer
            continue
        if lines[-1]:
            lines.append("")
        for letter in word:
            # One letter stands even where it is too wide: else this would not end.
            if lines[-1] and measure(lines[-1] + letter) > width:
                lines.append("")
            lines[-1] += letter
    return lines if lines != [""] else []


def fitted(text: str, measure: Measure, width: float, most: int) -> list[str]:
    """At most so many lines; what does not fit is cut at a word, with an ellipsis."""
    # A word of ten thousand letters is not measured letter by letter.
    lines = in_lines(text[: 200 * most], measure, width)
    if len(lines) <= most and len(text) <= 200 * most:
        return lines
    kept, last = lines[: most - 1], lines[most - 1]
    while last and measure(last + ELLIPSIS) > width:
        head, space, _word = last.rpartition(" ")
        last = head if space else last[:-1]
    return [*kept, last.rstrip(" ,;:.–-") + ELLIPSIS]


def balanced(lines: list[str], measure: Measure, width: float) -> list[str]:
    """The same words in as many lines, none much longer than the others."""
    text, best = " ".join(lines), lines
    for percent in range(95, 50, -5):
        narrower = in_lines(text, measure, width * percent / 100)
        if len(narrower) > len(lines) or " ".join(narrower) != text:
            break
        best = narrower
    return best
