"""Numbers, dates and digits as a careful reader says them."""

from datetime import date

_DIGITS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]
_AFTER_TENS = _DIGITS[:1] + ["mốt", "hai", "ba", "tư", "lăm"] + _DIGITS[6:]
_AFTER_TEN = _DIGITS[:5] + ["lăm"] + _DIGITS[6:]
_AFTER_LINH = _DIGITS[:4] + ["tư"] + _DIGITS[5:]
_GROUPS = ["", "nghìn", "triệu", "tỷ"]

LARGEST_SPOKEN = 999_999_999_999


def spoken_number(number: int) -> str:
    """A whole number up to 999 tỷ in words: 2018 is hai nghìn không trăm mười tám.

    Raises ValueError beyond that.
    """
    if abs(number) > LARGEST_SPOKEN:
        raise ValueError("too large to be read out")
    if number < 0:
        return f"âm {spoken_number(-number)}"
    if number == 0:
        return _DIGITS[0]
    words: list[str] = []
    for power in range(len(_GROUPS) - 1, -1, -1):
        group = number // 1000**power % 1000
        if group:
            words += _spoken_group(group, full=bool(words))
            words.append(_GROUPS[power])
    return " ".join(words).strip()


def spoken_digits(digits: str) -> str:
    """Digit after digit, as a telephone number is read."""
    return " ".join(_DIGITS[int(char)] for char in digits if char.isdecimal())


def spoken_date(day: date) -> str:
    """mười chín tháng tư năm hai nghìn không trăm mười tám (without "ngày")."""
    return f"{spoken_number(day.day)} {spoken_month(day.month)} {spoken_year(day.year)}"


def spoken_month(month: int) -> str:
    return "tháng tư" if month == 4 else f"tháng {spoken_number(month)}"


def spoken_year(year: int) -> str:
    return f"năm {spoken_number(year)}"


def _spoken_group(group: int, *, full: bool) -> list[str]:
    """Three digits; `full` names the hundreds even when there are none."""
    hundreds, tens, units = group // 100, group // 10 % 10, group % 10
    words = [_DIGITS[hundreds], "trăm"] if hundreds or full else []
    if tens == 0 and units:
        words += ["linh", _AFTER_LINH[units]] if words else [_DIGITS[units]]
    elif tens == 1:
        words += ["mười"] + ([_AFTER_TEN[units]] if units else [])
    elif tens:
        words += [_DIGITS[tens], "mươi"] + ([_AFTER_TENS[units]] if units else [])
    return words
