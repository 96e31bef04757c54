"""The same words as people type them: without marks, in Telex, with a slip. Pure."""

from random import Random

from portal.search.telex import telex
from portal.vietnamese import fold

_MODERN_TO_OLD = {"òa": "oà", "ủy": "uỷ", "ụy": "uỵ"}
_I_Y = (("Kỳ", "Kì"), ("Quý", "Quí"), ("Mỹ", "Mĩ"), ("xử lý", "xử lí"), ("lý", "lí"))


def partly(text: str, chance: Random) -> str:
    """About every second word without its marks."""
    return " ".join(w if chance.random() < 0.5 else fold(w) for w in text.split())


def slipped(text: str, chance: Random) -> str | None:
    """One slip in one longer word: swapped, left out or doubled; None without one."""
    parts = text.split()
    long = [at for at, word in enumerate(parts) if len(word) > 3 and word.islower()]
    if not long:
        return None
    at = chance.choice(long)
    word, where = parts[at], chance.randrange(1, len(parts[at]) - 1)
    slip = chance.randrange(3)
    if slip == 0:
        changed = word[:where] + word[where + 1] + word[where] + word[where + 2 :]
    elif slip == 1:
        changed = word[:where] + word[where + 1 :]
    else:
        changed = word[:where] + word[where] + word[where:]
    if fold(changed) == fold(word):
        return None
    parts[at] = changed
    return " ".join(parts)


def telexed(text: str, _chance: Random) -> str:
    """In the keys of Telex, with no keyboard to turn them into letters."""
    return " ".join(telex(word.lower()) for word in text.split())


def old_tones(text: str, _chance: Random) -> str | None:
    """Tone marks where they were put before; None where that is the same."""
    changed = text
    for modern, old in _MODERN_TO_OLD.items():
        changed = changed.replace(modern, old)
    return changed if changed != text else None


def i_for_y(text: str, _chance: Random) -> str | None:
    """Kì for Kỳ; None where there is no such word."""
    changed = text
    for one, other in _I_Y:
        changed = changed.replace(one, other)
    return changed if changed != text else None


def badly(symbol: str, chance: Random) -> str:
    """Swapped letters, missing marks, other order, other dashes."""
    plain = fold(symbol)
    number, year, codes = plain.split("/")
    return chance.choice(
        (
            plain,
            f"{number} {year} {codes.replace('-', ' ')}",
            f"{codes.replace('-', ' ')} {int(number)}/{year}",
            f"{number} / {year} / {codes.upper()}",
            symbol.replace("-", "–").replace("Đ", "Ð"),
            f"{number}/{year}/{codes[:-2]}{codes[-1]}{codes[-2]}",
            f"số {symbol.lower()}",
        )
    )
