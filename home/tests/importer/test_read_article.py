"""Saved pages, as text and as HTML, to articles."""

import base64
from datetime import date

import pytest

from home.importer.errors import ImportRefused
from home.importer.read_article import read_article
from home.tests.importer.files import jpeg

LEAKED = r"Description: C:\Users\mau\AppData\Local\INetCache\Content.Word\z12_f8.jpg"
PAGE = f"""Skip to main content
CHÀO MỪNG NĂM MỚI, MỪNG ĐẤT NƯỚC VÀO XUÂN!\u00a0
Chế độ ban đêm In trang Xuất PDF Đọc nội dung
-A A +A

Trung tâm Minh Họa mở lớp tập huấn viết báo cáo sáng kiến tại xã: Ví Dụ và Thí Dụ

Từ ngày 5 - 7/4/2021, Trung tâm Minh Họa mở lớp tập huấn tại hai xã Ví Dụ và Thí Dụ.

\u00a0

{LEAKED}

Lớp học tại xã Ví Dụ

     Báo cáo viên của lớp là bà Trần Thị Mẫu, Phó Giám đốc Trung tâm Minh Họa. Tham dự có gần 90 học viên.

     Lớp phổ biến Quyết định số 01/2020/QĐ-UBND ngày 31/2/2020 của UBND tỉnh./.

Mai Hoa
"""  # noqa: E501 (lines as a browser saves them)


def read(text: str, name: str = "trang.txt", **options):
    return read_article(text.encode(), name, **options)


def codes(article) -> list[str]:
    return [finding.code for finding in article.findings]


def test_a_page_saved_as_text_becomes_an_article():
    article = read(PAGE)
    assert article.title == (
        "Trung tâm Minh Họa mở lớp tập huấn viết báo cáo sáng kiến "
        "tại xã: Ví Dụ và Thí Dụ"
    )
    assert article.lead == (
        "Từ ngày 5 - 7/4/2021, Trung tâm Minh Họa mở lớp tập huấn tại hai xã "
        "Ví Dụ và Thí Dụ."
    )
    assert article.body == [
        "Báo cáo viên của lớp là bà Trần Thị Mẫu, Phó Giám đốc Trung tâm Minh Họa. "
        "Tham dự có gần 90 học viên.",
        "Lớp phổ biến Quyết định số 01/2020/QĐ-UBND ngày 31/2/2020 của UBND tỉnh./.",
    ]
    assert article.captions == ["Lớp học tại xã Ví Dụ"]
    assert [(d.start, d.end) for d in article.event_dates] == [
        (date(2021, 4, 5), date(2021, 4, 7))
    ]
    assert article.localities == ["Ví Dụ", "Thí Dụ"]
    assert [(s.name, s.title, s.organisation) for s in article.speakers] == [
        ("Trần Thị Mẫu", "Phó Giám đốc", "Trung tâm Minh Họa")
    ]
    assert (article.attendance.number, article.attendance.qualifier) == (90, "gần")
    assert [c.symbol for c in article.citations] == ["01/2020/QĐ-UBND"]
    assert article.author == "Mai Hoa"
    assert codes(article) == [
        "leak_removed",
        "chrome_removed",
        "impossible_date",
        "no_publication_date",
        "picture_missing",
    ]


def test_the_caption_stands_on_the_place_of_its_lost_picture():
    picture = read(PAGE).blocks[0]
    assert (picture.kind, picture.caption) == ("image", "Lớp học tại xã Ví Dụ")


def test_a_leak_is_named_without_the_folders_it_betrays():
    leak = next(f for f in read(PAGE).findings if f.code == "leak_removed")
    assert leak.excerpt == "z12_f8.jpg"


LEAD = "Sáng nay, Trung tâm Minh Họa khai giảng lớp tập huấn đầu tiên của năm nay."
REST = "Lớp học kéo dài ba buổi, mỗi buổi có phần thực hành viết báo cáo theo nhóm."
TITLE = "Khai giảng lớp tập huấn viết báo cáo sáng kiến"


@pytest.mark.parametrize(
    "furniture",
    [
        "Nhảy đến nội dung",
        "Bỏ qua nội dung chính",
        "Trang chủ » Tin tức » Hoạt động của Trung tâm",
        "Trang chủ / Tin tức / Tin hoạt động",
        "Quyết tâm hoàn thành thắng lợi nhiệm vụ năm 2021",
        "NHIỆT LIỆT CHÀO MỪNG NGÀY THÀNH LẬP TỈNH 4/11!",
        "CỔNG THÔNG TIN ĐIỆN TỬ TRUNG TÂM MINH HỌA",
        "Trang chủ | Giới thiệu | Tin tức | Văn bản | Liên hệ",
        "Giới thiệu\nTổ chức bộ máy\nTin hoạt động\nVăn bản mới\nThư viện",
        "Cỡ chữ: A- A A+\nChia sẻ: Facebook Zalo",
        "Thứ hai, 11/01/2021",
    ],
)
def test_what_stands_above_the_title_is_stripped(furniture):
    article = read(f"{furniture}\n\n{TITLE}\n\n{LEAD}\n\n{REST}\n")
    assert (article.title, article.lead, article.body) == (TITLE, LEAD, [REST])


@pytest.mark.parametrize(
    "furniture",
    [
        "Lượt xem: 1.234",
        "In trang   Gửi email   Chia sẻ",
        "Tin liên quan\nHội thảo về cà phê\nCuộc thi sáng tạo trẻ",
        "Các tin khác:\nTriển lãm sáng kiến đã khép lại.",
        "Bản quyền thuộc Trung tâm Minh Họa\nĐịa chỉ: số 1, xã Ví Dụ.",
        "Ý kiến bạn đọc\nHọ tên\nNội dung",
        "Đang online: 12\nHôm nay: 340\nTổng số lượt truy cập: 120.345",
    ],
)
def test_what_follows_the_article_is_stripped(furniture):
    article = read(f"{TITLE}\n\n{LEAD}\n\n{REST}\n\n{furniture}\n")
    assert (article.title, article.lead, article.body) == (TITLE, LEAD, [REST])


def test_a_title_in_capitals_is_kept_and_reported():
    title = "HỘI NGHỊ TỔNG KẾT PHONG TRÀO SÁNG KIẾN NĂM 2021"
    article = read(f"{title}\n\n{LEAD}\n\n{REST}")
    assert article.title == title
    assert "capitals_title" in codes(article)


def test_a_lead_without_its_full_stop_is_not_the_title():
    title = "HỘI NGHỊ TẬP HUẤN SỞ HỮU TRÍ TUỆ TẠI XÃ VÍ DỤ"
    lead = (
        "Ngày 26/5, tại nhà văn hóa xã, Trung tâm Minh Họa phối hợp với các đơn vị mở "
        "hội nghị tập huấn về sở hữu trí tuệ cho gần một trăm học viên của xã"
    )
    article = read(f"{title}\n27/5/2021 8:15:00 AM\n{lead}\n{REST}")
    assert (article.title, article.lead, article.body) == (title, lead, [REST])
    assert article.published_on == date(2021, 5, 27)
    assert [d.start for d in article.event_dates] == [date(2021, 5, 26)]
    assert "year_assumed" in codes(article)


def test_a_slogan_in_capitals_is_not_preferred_to_the_title():
    slogan = "TRUNG TÂM MINH HỌA QUYẾT TÂM HOÀN THÀNH THẮNG LỢI NHIỆM VỤ CẢ NĂM 2022"
    assert read(f"{slogan}\n\n{TITLE}\n\n{LEAD}\n\n{REST}").title == TITLE


def test_a_title_that_opens_like_a_slogan_is_still_the_title():
    title = "Phát huy vai trò của đội ngũ trí thức trong hoạt động sáng kiến"
    assert read(f"Nhảy đến nội dung\n{title}\n\n{LEAD}\n\n{REST}").title == title


def test_without_a_title_the_first_sentence_lends_one():
    article = read(f"{LEAD} {REST}\n\n{REST}")
    assert article.title == LEAD.rstrip(".")
    assert "no_title" in codes(article)


def test_publication_facts_under_the_title():
    article = read(
        f"{TITLE}\nThứ sáu, 29/01/2021 - 08:30\nTác giả: Mai Hoa\n\n{LEAD}\n\n{REST}"
        "\n\nNguồn: Báo Minh Họa"
    )
    assert article.published_on == date(2021, 1, 29)
    assert (article.author, article.source) == ("Mai Hoa", "Báo Minh Họa")
    assert article.body == [REST]


def test_lines_wrapped_at_a_column_are_one_paragraph():
    wrapped = (
        "Lớp học kéo dài ba buổi, mỗi buổi có phần thực hành viết báo cáo,\n"
        "học viên được chia thành các nhóm nhỏ để cùng sửa bài cho nhau và\n"
        "trình bày lại trước lớp."
    )
    article = read(f"{TITLE}\n\n{LEAD}\n\n{wrapped}")
    assert article.body == [" ".join(wrapped.split("\n"))]


def test_other_leaks_of_word():
    article = read(
        f"{TITLE}\n\n{LEAD}\n\nNormal 0 false false false EN-US X-NONE X-NONE\n\n"
        f"<!--StartFragment-->{REST}<!--EndFragment-->\n\nSK1.png\n\n"
        r"Xem bản D:\chung\bao cao.docx tại phòng."
        "\n\nTải mẫu tại https://minhhoa.vn/mau/a.png nhé."
    )
    assert article.body == [
        REST,
        "Xem bản tại phòng.",
        "Tải mẫu tại https://minhhoa.vn/mau/a.png nhé.",
    ]
    removed = [f.excerpt for f in article.findings if f.code == "leak_removed"]
    assert removed == ["SK1.png", "bao cao.docx"]


HTML = f"""<!DOCTYPE html><html><head><title>{TITLE} | Trung tâm Minh Họa</title>
<meta property="article:published_time" content="2022-03-17T08:00:00+07:00">
<style>p{{color:red}}</style><script>alert(1)</script></head>
<body class="one-sidebar sidebar-first">
<div id="header"><a href="#x" class="skip-link">Nhảy đến nội dung</a>
<ul class="main-menu"><li><a href="/">Trang chủ</a></li></ul></div>
<table><tr><td><h3>Chuyên mục</h3><ul><li><a href="1">Tin hoạt động của Sở</a></li>
<li><a href="2">Tin tuyên truyền chung</a></li><li><a href="3">Tin công nghệ</a></li>
</ul></td><td><h1 onclick="x()">{TITLE}</h1>
<p><strong>{LEAD}</strong></p>
<table class="tplCaption"><tr><td><img alt="{LEAKED}" src="trang_files/a.jpg"></td></tr>
<tr><td><em>Quang cảnh lớp học. Ảnh: Thu Hà</em></td></tr></table>
<h3>Nội dung</h3>
<ul><li>Phần một: <b>cấu trúc</b></li><li>Phần hai</li></ul>
<table><tr><th>Ngày</th><th>Việc</th></tr>
<tr><td>17/3</td><td>Lý thuyết</td></tr></table>
<p>Đọc <a href="https://minhhoa.vn/x">tài liệu</a>, không bấm
<a href="javascript:alert(1)">vào đây</a><img src="x" width="1" onerror="alert(1)">.</p>
<p>{REST}<br>{REST}</p>
<iframe src="https://minhhoa.vn"></iframe><svg onload="alert(1)"><text>hình</text></svg>
<div class="related"><h3>Tin liên quan</h3><p>{REST}</p></div></td></tr></table>
<footer>Bản quyền thuộc Trung tâm</footer></body></html>"""


def test_a_saved_html_page_becomes_blocks():
    article = read(HTML, "trang.html")
    assert (article.title, article.lead) == (TITLE, LEAD)
    assert article.published_on == date(2022, 3, 17)
    image, heading, first, second, table, links, *rest = article.blocks
    assert (image.caption, image.credit) == ("Quang cảnh lớp học", "Thu Hà")
    assert image.alt == ""
    assert (heading.kind, heading.text) == ("heading", "Nội dung")
    assert [(b.kind, b.text) for b in (first, second)] == [
        ("item", "Phần một: cấu trúc"),
        ("item", "Phần hai"),
    ]
    assert first.runs[1].bold and first.runs[1].text == "cấu trúc"
    assert table.rows == (("Ngày", "Việc"), ("17/3", "Lý thuyết"))
    assert table.has_header
    assert [run.href for run in links.runs] == ["", "https://minhhoa.vn/x", ""]
    assert [block.text for block in rest] == [REST, REST]


def test_nothing_of_scripts_and_styles_reaches_the_text():
    text = "\n".join(read(HTML, "trang.html").body)
    assert not {"alert", "color:red", "javascript", "hình"} & set(text.split())


def test_a_page_that_names_its_sidebar_for_the_article_still_reads():
    page = f"<div class='sidebar'><h1>{TITLE}</h1><p>{LEAD}</p><p>{REST}</p></div>"
    article = read(page, "trang.html")
    assert (article.title, article.lead, article.body) == (TITLE, LEAD, [REST])


def test_a_picture_embedded_in_the_page_is_taken():
    data = base64.b64encode(jpeg()).decode()
    page = (
        f"<h1>{TITLE}</h1><p>{LEAD}</p><p><img src='data:image/jpeg;base64,{data}' "
        f"alt='Học viên ngồi quanh bàn'></p><p>{REST}</p>"
    )
    image = read(page, "trang.html").blocks[0]
    assert (image.data, image.alt) == (jpeg(), "Học viên ngồi quanh bàn")


@pytest.mark.parametrize(
    "source",
    [
        "data:text/html;base64,PHNjcmlwdD4=",
        "data:image/jpeg;base64,!!!",
        "http://x/a.jpg",
    ],
)
def test_no_other_address_is_followed(source):
    page = f"<h1>{TITLE}</h1><p>{LEAD}</p><img src='{source}'><p>{REST}</p>"
    article = read(page, "trang.html")
    assert article.blocks[0].data == b""
    assert "picture_missing" in codes(article)


def test_a_page_saved_as_one_file_brings_its_pictures():
    page = f"<h1>{TITLE}</h1><p>{LEAD}</p><img src='https://minhhoa.vn/a.jpg'><p>{REST}</p>"
    archive = (
        "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=XX\r\n\r\n"
        "--XX\r\nContent-Type: text/html; charset=utf-8\r\n"
        "Content-Transfer-Encoding: base64\r\n\r\n"
        f"{base64.encodebytes(page.encode()).decode()}\r\n"
        "--XX\r\nContent-Type: image/jpeg\r\nContent-Transfer-Encoding: base64\r\n"
        "Content-Location: https://minhhoa.vn/a.jpg\r\n\r\n"
        f"{base64.encodebytes(jpeg()).decode()}\r\n--XX--\r\n"
    )
    article = read(archive, "trang.mhtml")
    assert (article.title, article.lead) == (TITLE, LEAD)
    assert article.blocks[0].data == jpeg()


def test_text_in_an_old_font_code_is_converted_inside_html():
    page = (
        "<h1>Trung tâm Minh Họa mở lớp</h1><p>Së Minh Häa tæ chøc héi nghÞ tËp huÊn "
        "vÒ s&#184;ng kiÕn t¹i ba x·, cã h¬n 40 ng&shy;êi dù.</p>"
    )
    article = read(page, "trang.html")
    assert article.title == "Trung tâm Minh Họa mở lớp"
    assert article.lead == (
        "Sở Minh Họa tổ chức hội nghị tập huấn về sáng kiến tại ba xã, "
        "có hơn 40 người dự."
    )
    assert "recoded" in codes(article)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("<p>&nbsp;</p>", "a.html"),
        ("<h1>Chỉ có một tiêu đề mà thôi</h1>", "a.html"),
        ("<ul>" + "<li><a href='x'>Tin tức chung</a></li>" * 40 + "</ul>", "a.html"),
        ("-----\n=====\n", "a.txt"),
    ],
)
def test_a_page_without_an_article_is_refused(text, name):
    with pytest.raises(ImportRefused) as refusal:
        read(text, name)
    assert refusal.value.code == "no_article"


def test_markup_nested_ten_thousand_deep_is_read():
    page = "<div>" * 10_000 + f"<h1>{TITLE}</h1><p>{LEAD}</p><p>{REST}</p>"
    assert read(page, "trang.html").title == TITLE


@pytest.mark.parametrize(
    "bomb",
    [
        "<div>" * 30_000,
        "<p>" + "< " * 110_000,
        "<p>" + "&" * 110_000,
        "<p>" + "chữ " * 200_000,
        "dòng\n" * 20_000,
    ],
)
def test_what_only_looks_like_a_page_is_refused_before_it_takes_minutes(bomb):
    with pytest.raises(ImportRefused) as refusal:
        read(bomb, "trang.html" if bomb.startswith("<") else "trang.txt")
    assert refusal.value.code == "too_complex"
