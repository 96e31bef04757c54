"""What a document number looks like: as a reader types one, and within prose.

Both know the same orders: 36/2018/QĐ-UBND, 291/HD-SKHCN, 57-NQ/TW, and of older acts
93/2006/TTLT/BTC-BKHCN, 64 TC/TCT, 64-CP, 299/TTg. A reader's
line is cleaned first and is the number; in prose the letters have to look like codes,
and spaces and line breaks may stand inside.
"""

import re

_CODE = r"[^\W\d_](?:[^\W\d_]|[&.](?=[^\W\d_])){0,14}\d{0,2}"
# Resolutions of the Government that stand for laws count behind a point: 66.13/2026.
_COUNT = r"\.\d{1,2}(?=[ ]?/[ ]?20\d\d[ ]?/[ ]?[Nn][Qq])"
_DIGITS = rf"(?P<number>\d{{1,5}})(?P<suffix>{_COUNT}|[a-zđ]{{0,3}})"
NUMBER = re.compile(
    rf"""{_DIGITS}(?:
        /(?P<year>\d{{2,5}})/(?P<dated>{_CODE}(?:[-/]{_CODE}){{0,5}})
      | /(?P<undated>{_CODE}(?:[-/]{_CODE}){{0,5}})
      | -(?P<kind>{_CODE})/(?P<owner>{_CODE}(?:-{_CODE}){{0,3}})
      | [ ]?(?P<spaced>{_CODE}[-/]{_CODE}(?:-{_CODE}){{0,3}})
      | -(?P<lone>{_CODE})
    )""",
    re.VERBOSE,
)

_UPPER = "A-ZĐĂÂÊÔƠƯ"
_BREAK = r"[ \t]{0,3}(?:\r?\n[ \t]{0,8})?"
_CODE_END = r"(?:(?![^\W_])|(?=ngày|của))"
_LOUD = (
    r"(?:(?:UBTVQH|QH|HĐNN)[ ]\d{1,2}(?![\w/])"
    rf"|(?:TTg|QyĐ|CTr|TTr|[{_UPPER}](?:[{_UPPER}]|[&.](?=[{_UPPER}])){{0,14}}\d{{0,2}})"
    rf"{_CODE_END})"
)
_ANY = rf"(?:{_LOUD}|[{_UPPER}a-zđư]{{1,8}}\d{{0,2}}{_CODE_END})"
_NEXT = rf"(?:-{_ANY}|[ ]?-{_BREAK}{_LOUD})"
_MORE = rf"(?:-(?:\r?\n[ \t]{{0,8}})?{_LOUD}){{0,3}}"
NUMBER_IN_PROSE = re.compile(
    rf"""(?:(?<![\w/])(?<!\d[.,])(?<!\w-)|(?<=[Ss]ố)|(?<=(?<!\w)[Ss]))
    \d{{1,5}}(?:{_COUNT}|[a-zđ]{{0,3}})
    (?: [ ]?/{_BREAK}\d{{2,5}}[ ]?/{_BREAK}{_ANY}(?:{_NEXT}|/{_LOUD})?{_MORE}
      | [ ]?/{_BREAK}{_ANY}(?:{_NEXT}|/{_LOUD}){_MORE}
      | [ ]?-[ ]?{_LOUD}[ ]?/{_BREAK}{_LOUD}{_MORE}
      | [ ]?{_LOUD}/{_LOUD}{_MORE}
      | [/-]{_LOUD}
    )(?!/|-\w)""",
    re.VERBOSE,
)
