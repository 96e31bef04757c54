"""What somebody may type who means no good, or whose keyboard means it."""

HOSTILE = [
    '"',
    "*",
    "(",
    "NEAR(a b)",
    "a OR b",
    "--",
    "\0",
    "a\0b",
    "🎉",
    "שלום עולם",
    " ",
    "\u202e\u200b",
    "<script>alert(1)</script>",
    "<b>sáng</b>",
    "' OR 1=1; DROP TABLE portal_searchentry --",
    "%s %d {} {0}",
    "_ _ _",
    "muc_van",
    "từ " * 600,
    "a" * 1_000_000,
    "99999999999999999999/2018/QĐ-UBND",
    "0/0/0",
    "31/02/0000",
    "tháng 99/2018",
    "İıſß",
    "trang:*",
    "!& | <-> :*",
]

#: Other parameters that no link of ours has.
HOSTILE_PARAMETERS = [
    {"trang": "99999"},
    {"trang": "-1"},
    {"trang": "x"},
    {"muc": "khong-co"},
    {"noi": "x", "nam": ["0", "9999999"], "co-quan": "\0"},
    {"hieu-luc": "khong-co"},
    {"sap-xep": "khong-co"},
]
