"""Whatever the file: an article or a named refusal, and never a leaked path."""

import json
import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from home.importer.errors import ImportRefused
from home.importer.read_article import read_article
from home.importer.wording import REFUSALS, explain, to_json

NAMES = st.sampled_from(["trang.txt", "trang.html", "trang.mhtml", "bài.docx", ""])
PIECES = st.sampled_from(
    [
        "Sở Minh Họa mở lớp tập huấn tại xã: Ví Dụ và Thí Dụ",
        "đồng chí Trần Văn Mẫu, Phó Giám đốc Sở Minh Họa phát biểu; ",
        "Từ ngày 25 - 28/01/2021, có hơn 600 đại biểu tham dự. ",
        "số 06/2020/QD-UBND ngày 10/12/219",
        "CHÀO MỪNG!",
        "-A A +A",
        "Trang chủ » Tin tức",
        "Tin liên quan",
        "<p>",
        "</td>",
        "<table><tr><td>",
        "<img src='data:image/png;base64,AAAA'>",
        "<li><b>",
        "\n",
        "\n\n",
        "\u00a0",
        "\u0301",
        "«",
        "Ph\u00e7 bi\u0014n",
    ]
)


@given(st.binary(max_size=400) | st.text(max_size=400).map(str.encode), NAMES)
@example(b"\xfe\xff", "trang.txt")
@settings(max_examples=150, deadline=None)
def test_any_bytes_are_read_or_refused_in_words(raw, name):
    try:
        read_article(raw, name)
    except ImportRefused as refusal:
        assert refusal.code in REFUSALS
        assert "%(" not in explain(refusal)


@given(st.lists(PIECES, max_size=30).map("".join), NAMES)
@settings(max_examples=150, deadline=None)
def test_any_mixture_of_page_parts_is_read_or_refused(text, name):
    try:
        printed = to_json(read_article(text.encode(), name))
    except ImportRefused:
        return
    assert json.loads(json.dumps(printed)) == printed
    assert all(row["message"] for row in printed["findings"])


PATHS = st.builds(
    "{}{}{}{}".format,
    st.sampled_from(["Description: ", "", "Mô tả: "]),
    st.sampled_from(["C:\\Users\\mau\\", "D:\\Ảnh 2021\\", "file:///C:/Users/mau/"]),
    st.sampled_from(["INetCache\\Content.Word\\", "Hội nghị\\", ""]),
    st.sampled_from(["z12_a8.jpg", "SK 1.PNG", "clip_image001.jpg", "báo cáo.docx"]),
)


@given(PATHS, st.sampled_from(["{}", "Ảnh {} đây.", "{} Lớp học", "Lớp học {}"]))
@settings(max_examples=100, deadline=None)
def test_no_path_survives(path, place):
    page = (
        "Trung tâm Minh Họa mở lớp tập huấn viết báo cáo sáng kiến\n\n"
        "Sáng nay, Trung tâm Minh Họa khai giảng lớp tập huấn đầu tiên của năm.\n\n"
        f"{place.format(path)}\n\nHọc viên được thực hành viết báo cáo theo từng nhóm."
    )
    printed = json.dumps(to_json(read_article(page.encode(), "a.txt")))
    assert not re.search(r"[CD]:|Users|INetCache", printed)


@pytest.mark.parametrize("code", REFUSALS)
def test_every_refusal_can_be_said(code):
    data = {"size": 9, "limit": 8, "extension": ".exe", "kind": "PDF"}
    assert "%(" not in explain(ImportRefused(code, **data))
