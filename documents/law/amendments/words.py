"""Words that instructions are made of."""

HIDDEN = "\x00"
"""Stands for every character of a quotation while verbs are looked for."""


# How far before its verb an instruction's words may begin: bounds the work for each.
LEAD_WINDOW = 400

TYPE = (
    r"(?:Luật|Bộ\s+luật|Pháp\s+lệnh|Nghị\s+định|Nghị\s+quyết|Quyết\s+định|Chỉ\s+thị|Lệnh"
    r"|Thông\s+tư(?:\s+liên\s+tịch)?|Văn\s+bản|Quy\s+định|Quy\s+chế|Điều\s+lệ)"
)
MARK = r"(?:\(?\d{1,3}[.)/]|[a-zđ]\))"
"""What an item of a list begins with, be it of a list in one line."""

UNIT = (
    r"(?:điểm|khoản|điều|chương|mục|tiểu\s+mục|phần|phụ\s+lục|tên|tiêu\s+đề|đoạn|mẫu"
    r"|cụm\s+từ|từ)"
)
