"""The words that stand before a name: honorifics, degrees and crafts."""

from __future__ import annotations

import re

DEGREES = r"(?:(?:GS|PGS|TSKH|TS|ThS|Ths|BS|KS|CN|CVCC|NGƯT|NGND)[.,]*\s*)*"
# Somebody's craft stands for the position where nothing else is told.
_CRAFT = (
    r"(?:[Kk]ỹ sư|[Bb]ác s[ĩỹ]|[Nn]ghệ nhân|[Nn]hà báo|[Ll]uật sư|[Nn]ông dân"
    r"|[Nn]hà thơ|[Nn]hạc s[ĩỹ]|[Hh]ọa s[ĩỹ])"
    r"(?:\s(?!(?:là|và|của|do|có|đã)\s)[a-zà-ỹ]{2,7}){0,2}"
)
# These name a person only before a family name: "em", "anh" and the like say much else.
_FAMILIAR = (
    r"(?:(?:[Cc]ác\s+)?(?:[Ee]m(?: học sinh)?|[Aa]nh|[Cc]hị|[Cc]háu|[Cc]ụ|[Hh]ội viên"
    r"|[Hh]ọc sinh|[Tt]hí sinh|[Ss]inh viên|[Bb]ạn|[Tt]ác giả)(?!\w)"
    r"|(?:của|gồm|do)(?=\s+[^\W\d_]+\s+(?:Thị|Văn)\s))"
)
HONORIFIC = (
    r"(?:(?:[Cc]ác\s+)?(?:[Đđ]ồng chí|[Đđ]/c|Đ/C|[Ôô]ng|[Bb]à|[Tt]hầy(?: giáo)?"
    r"|[Cc]ô(?: giáo)?|[Nn]hà giáo(?! Việt Nam)|[Tt]iến s[ĩỹ]|[Tt]hạc s[ĩỹ]"
    r"|[Gg]iáo sư"
    r"|(?:[Đđ]ại|[Tt]hượng|[Tt]rung|[Tt]hiếu) (?:tá|tướng|úy|uý))(?!\w)"
    rf"|{_CRAFT}(?!\w)|(?:PGS|GS|TSKH|TS|ThS|Ths|BS|KS|KTS|NGƯT|NGND|NSƯT)\."
    r"|(?:PGS|GS|TS|ThS|KS|BS)(?=\s[^\W\d_]))"
)
_INTRODUCED = r"[Bb]áo cáo viên[^.;:]{0,40}?(?:\s+(?:là|gồm(?: có)?|do)\s+|\s*:\s*)"
# "Các đ/c lãnh đạo huyện: Trần Văn Mẫu": who they are stands before the colon.
_GROUP = r"(?:\s(?!(?:là|và|của|do|có|đã|nói|cho)\s)[a-zà-ỹđ]{2,7}){1,5}\s*:\s*"
PERSON = re.compile(
    rf"(?<!\w)(?:{HONORIFIC}(?:{_GROUP}|\s*:?\s*)|(?P<familiar>{_FAMILIAR}\s*:?\s*)|{_INTRODUCED})"
    rf"(?:{HONORIFIC}\s*)*{DEGREES}"
)
CRAFT_BEFORE = re.compile(rf"({_CRAFT})\s*$")
