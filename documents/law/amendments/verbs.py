"""The verbs with which an act changes another."""

import re
from enum import StrEnum

from documents.law.amendments.words import TYPE, UNIT


class Verb(StrEnum):
    AMEND = "amend"
    ADD = "add"
    REPEAL = "repeal"
    REPLACE = "replace"
    SUSPEND = "suspend"
    CORRECT = "correct"
    POSTPONE = "postpone"
    EXTEND = "extend"


TERMS = frozenset({Verb.SUSPEND, Verb.POSTPONE, Verb.EXTEND})
"""Verbs that change when an act applies, and no word of it."""

# Of what its execution is stopped, or its day moved: an act or a part of one, not a
# sentence, a decision of a court or the term of a permit.
_OF_ACT = (
    r"(?:các\s+(?:văn\s+bản|quyết\s+định|nghị\s+quyết|chỉ\s+thị|thông\s+tư|quy\s+định)(?!\w)"
    r"[^.;:\n]{0,300}?(?<!\w)(?:sau(?:\s+đây)?|dưới\s+đây|gồm)\s*:"
    r"|(?:(?:của|đối\s+với|các|toàn\s+bộ|một\s+phần|một\s+số|nội\s+dung|quy\s+định"
    rf"|tại|trong|sau\s+đây)\s+)*(?:{UNIT}|{TYPE}\s+số)(?!\w))"
)
_AMEND = (
    r"sửa\s+đổi(?:\s*(?:,|và|,\s*và)?\s*bổ\s+sung)?(?:\s*(?:,|và)\s*thay\s+thế)?"
    r"|điều\s+chỉnh"
    r"|sửa\s+lại(?=\s+(?:như\s+sau|thành|là)(?!\w))|sửa(?=\s+(?:thành|là)(?!\w))"
    r"|sửa(?=\s+(?:lại\s+)?(?:cụm\s+từ|từ|chữ|điểm|khoản|điều|tên|tiêu\s+đề)(?!\w))"
)
FORCE = r"hiệu\s+lực(?:\s+(?:thi\s+hành|áp\s+dụng))?"
TIME = r"(?:thời\s+(?:điểm|hạn|gian)|ngày)"
_SUSPEND = (
    r"(?<=bị\s)(?:tạm\s+)?đình\s+chỉ(?:\s+(?:thi\s+hành|thực\s+hiện))?|"
    rf"(?:tạm\s+)?(?:ngưng|ngừng)\s+{FORCE}|tạm\s+dừng\s+{FORCE}"
    r"|(?:(?:tạm\s+)?đình\s+chỉ|tạm\s+(?:ngưng|ngừng|dừng))(?:\s+việc)?"
    rf"\s+(?:thi\s+hành|thực\s+hiện|áp\s+dụng)(?=\s+{_OF_ACT})"
)
# "Lùi thời điểm có hiệu lực", "hoãn thi hành", "điều chỉnh ngày có hiệu lực".
_POSTPONE = (
    rf"(?:lùi|hoãn)\s+(?:lại\s+)?(?:{TIME}\s+)?(?:bắt\s+đầu\s+)?(?:có\s+)?"
    rf"(?:{FORCE}|(?:việc\s+)?(?:thi\s+hành|áp\s+dụng|thực\s+hiện)(?=\s+{_OF_ACT}))"
    rf"|(?:điều\s+chỉnh|sửa\s+đổi|thay\s+đổi)\s+{TIME}\s+(?:bắt\s+đầu\s+)?có\s+{FORCE}"
)
_AGREED = r"thống\s+nhất|nhất\s+trí|đồng\s+ý|chấp\s+thuận|quyết\s+định|cho\s+phép|cho"
_CONSENT = rf"(?:(?:{_AGREED}|tiếp\s+tục)\s+)*"
# What would have ended applies up to a day.
_UP_TO = r"(?=[^.;:\n]{0,600}?(?<!\w)đến\s+hết\s+(?:ngày|tháng|năm)\s+\d)"
_EXTEND = (
    rf"(?:kéo\s+dài|gia\s+hạn)\s+(?:thêm\s+)?(?:{TIME}\s+)?(?:có\s+)?"
    rf"(?:{FORCE}|(?:thi\s+hành|áp\s+dụng|thực\s+hiện))"
    # "Kéo dài thời hạn miễn thuế được quy định tại Nghị quyết số …"
    # "Kéo dài đến hết ngày … thời hạn áp dụng Nghị quyết số …"
    rf"|(?:kéo\s+dài|gia\s+hạn)(?=\s+(?:cho\s+)?đến\s+hết\s+(?:ngày|tháng|năm)\s+\d[^.;:\n]{{0,30}}?\s+{TIME}"
    rf"\s+(?:{FORCE}|thi\s+hành|áp\s+dụng|thực\s+hiện)\s+{_OF_ACT})"
    rf"|kéo\s+dài\s+thời\s+(?:hạn|gian)(?=[^.;:\n]{{1,200}}?(?<!\w)(?:quy\s+định\s+(?:tại|trong)"
    rf"|ban\s+hành\s+kèm\s+theo)\s+(?:các\s+)?(?:{UNIT}|{TYPE}\s+số)){_UP_TO}"
)
_GOES_ON = (
    rf"(?:(?:{_AGREED})\s+)*tiếp\s+tục\s+(?:thực\s+hiện|áp\s+dụng)(?=\s+(?:các\s+)?(?:{TYPE}\s+số"
    rf"|{TYPE}\s[^.;:\n]{{0,200}}?(?<!\w)sau(?!\w))){_UP_TO}"
)
_STILL = rf"tiếp\s+tục\s+(?:được\s+)?(?:có\s+{FORCE}|áp\s+dụng|thực\s+hiện){_UP_TO}"

VERB = re.compile(
    rf"""(?<!\w)(?:
        (?P<passive>(?P<done>đã\s+)?(?:được|bị)\s+)?
        (?:(?P<postpone>{_CONSENT}(?:{_POSTPONE}))
         |(?P<extend>{_CONSENT}(?:{_EXTEND})|{_GOES_ON})
         |(?P<amend>{_AMEND})
         |(?P<add>bổ\s+sung(?:\s+thêm)?)
         |(?P<repeal>(?:thu\s+hồi\s*(?:,|và)\s*)?(?:bãi|hủy|huỷ)\s*bỏ|bỏ|(?:hủy|huỷ)(?=\s+{TYPE}\s+số)
           |chấm\s+dứt\s+{FORCE}(?=\s+(?:(?:của|đối\s+với)\s+)?(?:các\s+)?{TYPE}\s+số))
         |(?P<replace>thay(?:\s*thế)?)
         |(?P<correct>đính\s+chính)
         |(?P<suspend>{_SUSPEND}))
      | (?P<moved>(?<!đã\s)(?:được\s+)?(?:(?P<later>lùi(?:\s+lại)?)|kéo\s+dài|gia\s+hạn)
         (?:\s+(?:thêm\s+)?{TIME}(?:\s+(?:có\s+{FORCE}|áp\s+dụng|thực\s+hiện|thi\s+hành))?)?
         (?=\s+(?:thêm|đến|từ\s+ngày|sang))|{_STILL})
      | (?P<expired>(?:chấm\s+dứt|hết)\s+hiệu\s+lực(?:\s+thi\s+hành)?
         |không\s+còn\s+hiệu\s+lực)
    )(?!\w)""",
    re.VERBOSE | re.IGNORECASE,
)
"""A verb; `moved` and `expired` follow what they are about, as a passive one does."""


def verb_of(match: re.Match[str]) -> Verb:
    """The verb that a match of `VERB` is."""
    if match["moved"]:
        return Verb.POSTPONE if match["later"] else Verb.EXTEND
    for verb in Verb:
        if verb is not Verb.REPEAL and match[verb.value]:
            return verb
    return Verb.REPEAL
