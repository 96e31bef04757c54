"""Words around a day that say whether a gathering was on it."""

from __future__ import annotations

import re

CUE = re.compile(
    r"(?:ngày|hôm|sáng|chiều|tối|trưa|đêm|từ|vào|hai ngày|ba ngày|m[ùồ]ng"
    r"|(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật),?)"
    r"\s*(?:(?:hôm )?(?:nay|qua)[\s,]*)?(?:(?:thứ \w+|chủ nhật)[\s,]*)?\(?$",
    re.IGNORECASE,
)
# 6-10 and 11.8 are days only right after such a word: else a range, or a number.
DAY_CUE = re.compile(
    r"(?:ngày|hôm|sáng|chiều|tối|trưa|đêm)\s+(?:(?:hôm )?(?:nay|qua)[\s,]+)?"
    r"(?:(?:thứ \w+|chủ nhật)[\s,]+)?\(?"
    r"(?:\d{1,2}\s*(?:,|;|và|đến|tới|-|–)\s*(?:ngày\s+)?){0,4}$"
    r"|(?:diễn ra |tổ chức |^|[.\n(]\s*)từ\s+\d{1,2}\s*(?:đến|tới)\s+(?:ngày\s+)?$",
    re.IGNORECASE,
)
# 5-7, 9/4/2021 and 5-7 và 9 tháng 4: the month of them all is still to come.
MONTH_LATER = re.compile(
    r"(?:\s*(?:,|;|và|-|–|đến)\s*(?:ngày\s+)?\d{1,2}){1,4}\s*(?:/|tháng)", re.IGNORECASE
)
# A day by which something is due, or from which it holds, is no day of an event.
DEADLINE = re.compile(
    r"(?:trước|hạn|nhất|kể từ|lực từ|sinh|hết|chậm|chót(?: là)?|tức(?: là)?|nhằm)"
    r"\s+(?:ngày\s+)?(?:m[ùồ]ng\s+)?$|(?:dự kiến|sẽ)\s[^.;,]{0,30}$"
    # What an anniversary or an act says of itself.
    r"|(?:kỷ niệm|kỉ niệm|chào mừng|hưởng ứng|thành lập|truyền thống)\s[^.,;]*(?<!sáng)"
    r"(?<!chiều)(?<!vào)(?<!từ)(?:\sngày\s+|\s\(\s*)$"
    r"|(?:Quyết định|Kế hoạch|Công văn|Nghị quyết|Chỉ thị|Thông báo|Giấy mời|Tờ trình)"
    r"\s[^.,;]*ngày\s+$",
    re.IGNORECASE,
)
EVENT_WORDS = re.compile(
    r"hội nghị|hội thảo|tập huấn|tọa đàm|khai mạc|bế mạc|diễn ra|tổ chức|buổi lễ"
    r"|lễ |cuộc thi|hội thi|họp|kiểm tra|làm việc|triển lãm|ngày hội|lớp",
    re.IGNORECASE,
)
# The day of an act is none of a gathering: "Ngày 07/8, Ban Tổ chức đã ban hành".
ACT = re.compile(r"(?<!Ban )(?:tổ chức|khai mạc|diễn ra|họp)|(?P<act>đã ban hành)")
