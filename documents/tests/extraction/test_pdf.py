"""The text of printed PDFs, exactly: paragraphs whole, tables and appendices kept."""

import pytest

from documents.extraction import Remark, extract
from documents.law.structure import parse_provisions
from documents.tests.extraction_files import PAGE_STYLE, latin_pdf, printed, said

ACT = """
<table class=plain><tr>
<td style="width:40%"><b>ỦY BAN NHÂN DÂN<br>TỈNH MINH HỌA</b><br>
Số: 99/2019/QĐ-UBND</td>
<td style="font-size:11pt"><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>
Độc lập - Tự do - Hạnh phúc</b><br><i>Minh Họa, ngày 10 tháng 12 năm 2019</i></td>
</tr></table>
<p class=c><b>QUYẾT ĐỊNH</b></p>
<p class=c><b>Ban hành Quy định về hoạt động sáng kiến trên địa bàn tỉnh
(văn bản minh họa, nội dung tự đặt ra)</b></p>
<p>Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015 và các văn bản
khác có liên quan;</p>
<p>Theo đề nghị của Giám đốc Sở Khoa học và Công nghệ.</p>
<p class=c><b>QUYẾT ĐỊNH:</b></p>
<p><b>Điều 1.</b> Ban hành kèm theo Quyết định này Quy định về hoạt động sáng kiến. Mọi
cơ quan, tổ chức, cá nhân thực hiện theo quy định tại khoản 2 Điều 5 của Quy định này và
Điều 7. Các trường hợp khác do Ủy ban nhân dân tỉnh xem xét, quyết định.</p>
<p><b>Điều 2.</b> Tác giả có quyền:</p>
<p>1. Được ghi tên trong văn bản công nhận sáng kiến do cơ quan, tổ chức có thẩm quyền
ban hành theo quy định;</p>
<p>đ) Quyền khác theo Nghị quyết số 14/2019/NQ-HĐND.</p>
<table class=plain style="margin-top:1cm"><tr>
<td style="text-align:left;font-size:11pt;width:50%"><b>Nơi nhận:</b><br>- Như Điều 2;
<br>- Lưu: VT.</td>
<td><b>TM. ỦY BAN NHÂN DÂN<br>CHỦ TỊCH</b><br><br><b>Người ký minh họa</b></td>
</tr></table>
<div style="page-break-before:always"></div>
<p class=c><b>Phụ lục I</b></p><p class=c><b>MỨC CHI</b></p>
<table class=ruled><tr><th>TT</th><th>Nội dung</th><th>Mức chi (đồng)</th></tr>
<tr><td>1</td><td>Chi thù lao cho các thành viên hội đồng sáng kiến cấp tỉnh, gồm cả chủ
tịch, thư ký và ủy viên</td><td>500.000</td></tr>
<tr><td rowspan=2>2</td><td>Chi khác</td><td>100.000</td></tr>
<tr><td colspan=2>Theo thực tế</td></tr></table>
<p>Ghi chú: mức chi tối đa.</p>
"""

ACT_TEXT = """\
ỦY BAN NHÂN DÂN
TỈNH MINH HỌA
Số: 99/2019/QĐ-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Minh Họa, ngày 10 tháng 12 năm 2019
QUYẾT ĐỊNH
Ban hành Quy định về hoạt động sáng kiến trên địa bàn tỉnh (văn bản minh họa, nội dung tự đặt ra)
Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015 và các văn bản khác có liên quan;
Theo đề nghị của Giám đốc Sở Khoa học và Công nghệ.
QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Quy định về hoạt động sáng kiến. Mọi cơ quan, tổ chức, cá nhân thực hiện theo quy định tại khoản 2 Điều 5 của Quy định này và Điều 7. Các trường hợp khác do Ủy ban nhân dân tỉnh xem xét, quyết định.
Điều 2. Tác giả có quyền:
1. Được ghi tên trong văn bản công nhận sáng kiến do cơ quan, tổ chức có thẩm quyền ban hành theo quy định;
đ) Quyền khác theo Nghị quyết số 14/2019/NQ-HĐND.
Nơi nhận:
- Như Điều 2;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Người ký minh họa
Phụ lục I
MỨC CHI
| TT | Nội dung | Mức chi (đồng) |
| 1 | Chi thù lao cho các thành viên hội đồng sáng kiến cấp tỉnh, gồm cả chủ tịch, thư ký và ủy viên | 500.000 |
| 2 | Chi khác | 100.000 |
| | Theo thực tế | |
Ghi chú: mức chi tối đa.
"""  # noqa: E501  a paragraph is a line


def text_of(body: str, style: str = PAGE_STYLE) -> str:
    return extract(printed(body, style), filename="van-ban.pdf").text


@pytest.mark.parametrize("variant", [None, "pdf/ua-1"], ids=["plain", "tagged"])
def test_an_act_comes_out_line_by_line(variant):
    read = extract(printed(ACT, pdf_variant=variant), filename="Quyết định.PDF")
    assert read.text == ACT_TEXT
    assert (read.kind, read.pages, read.has_text_layer) == ("pdf", 2, True)
    assert read.tables_kept == 1
    assert read.remarks == (
        Remark("running_heads_removed", {"page_numbers": 1, "heads": 0}),
    )


def test_the_hash_and_size_are_the_files_own(tmp_path):
    raw = latin_pdf(said((72, 700, "Some text")))
    path = tmp_path / "a.pdf"
    path.write_bytes(raw)
    by_path = extract(path, filename="a.pdf")
    assert by_path == extract(raw, filename="a.pdf")
    with path.open("rb") as file:
        file.read(3)
        assert extract(file, filename="a.pdf") == by_path
    assert by_path.size == len(raw)
    assert len(by_path.sha256) == 64


def test_a_paragraph_runs_on_over_the_page():
    filler = "<p>Đoạn văn trước.</p>" * 3
    long = "Quy định này áp dụng đối với cơ quan, tổ chức và cá nhân. " * 60
    lines = text_of(f"{filler}<p>{long}</p><p>Điều 2. Hiệu lực</p>").splitlines()
    assert lines == ["Đoạn văn trước."] * 3 + [long.strip(), "Điều 2. Hiệu lực"]


def test_provisions_start_their_lines_when_paragraphs_are_not_indented():
    style = PAGE_STYLE.replace("text-indent: 1.27cm", "text-indent: 0")
    clause = "Cơ quan chủ trì có trách nhiệm tổ chức hội nghị phổ biến sáng kiến, "
    body = "".join(
        f"<p>{mark} {clause}hướng dẫn và kiểm tra việc thực hiện ở đơn vị mình.</p>"
        for mark in ("Điều 15đ.", "1.", "2.", "a)", "đ)", "-", "10.")
    )
    lines = text_of(body, style).splitlines()
    assert [line.split(" C")[0] for line in lines] == [
        "Điều 15đ.", "1.", "2.", "a)", "đ)", "-", "10."
    ]  # fmt: skip


def test_running_heads_go_and_repeated_text_stays():
    style = PAGE_STYLE + (
        "@page { @top-left { content: 'CÔNG BÁO/Số 12/Ngày 01-02-2020' }"
        "@bottom-center { content: 'Trang ' counter(page) '/' counter(pages) } }"
    )
    page = "<p>Nội dung lặp lại ở mỗi trang.</p><p>Thân văn bản.</p>"
    broken = "<div style='page-break-before:always'></div>"
    assert text_of(broken.join([page] * 5), style) == (
        "Nội dung lặp lại ở mỗi trang.\nThân văn bản.\n" * 5
    )


def test_a_table_over_two_pages_has_its_heading_once():
    rows = "".join(f"<tr><td>{n}</td><td>Việc {n}</td></tr>" for n in range(1, 80))
    head = "<thead><tr><th>TT</th><th>Nội dung</th></tr></thead>"
    read = extract(
        printed(f"<table class=ruled>{head}<tbody>{rows}</table>"), filename="b.pdf"
    )
    expected = ["| TT | Nội dung |"] + [f"| {n} | Việc {n} |" for n in range(1, 80)]
    assert read.text.splitlines() == expected
    assert read.tables_kept == 1
    assert read.pages > 1


def test_a_footnote_interrupts_no_sentence():
    note = (
        "<div style='position:absolute;bottom:0;font-size:10pt'>"
        "<sup style='font-size:6pt'>1</sup> Chú thích minh họa.</div>"
    )
    call = "<sup style='font-size:8pt;line-height:0'>1</sup>"
    filler = "<p>Đoạn văn đứng trước.</p>" * 20
    body = f"{note}{filler}<p>Lợi ích thiết thực{call} cho đơn vị 5 m{call}.</p>"
    assert text_of(body).splitlines()[-2:] == [
        "Lợi ích thiết thực[1] cho đơn vị 5 m[1].",
        "[1] Chú thích minh họa.",
    ]


def foot(words: str) -> str:
    """Small lines at the foot of a page."""
    return f"<div style='position:absolute;bottom:0;font-size:9pt'>{words}</div>"


@pytest.mark.parametrize("closed", ["”.", "."])
def test_a_quotation_in_a_footnote_runs_over_a_page(closed):
    """As in consolidated texts: the note quotes articles of the amending act."""
    mark = "<sup style='font-size:6pt'>1</sup> "
    call = "<sup style='font-size:8pt;line-height:0'>1</sup>"
    page = "<div style='page-break-before:always'></div>"
    filler = "<p>Đoạn văn đứng trước.</p>" * 20
    first = foot(f"{mark}Điều 2 của Luật minh họa quy định như sau:<br>“Điều 2. Một.")
    second = foot(f"Điều 3. Trách nhiệm thi hành của luật kia{closed}")
    body = f"<p>Điều 1. Phạm vi{call}</p>{first}{filler}{page}{second}{filler}"
    text = text_of(body)
    assert text.splitlines()[-1] == (
        "[1] Điều 2 của Luật minh họa quy định như sau: “Điều 2. Một. "
        f"Điều 3. Trách nhiệm thi hành của luật kia{closed}"
    )
    assert [one.anchor for one in parse_provisions(text)] == ["dieu-1"]


def test_small_print_after_a_finished_footnote_is_no_part_of_it():
    mark = "<sup style='font-size:6pt'>1</sup> "
    call = "<sup style='font-size:8pt;line-height:0'>1</sup>"
    page = "<div style='page-break-before:always'></div>"
    filler = "<p>Đoạn văn đứng trước.</p>" * 20
    notes = foot(f"{mark}Chú thích đã trọn."), foot("Ghi chú nhỏ của biểu.")
    body = f"<p>Lời{call}.</p>{notes[0]}{filler}{page}{notes[1]}{filler}"
    assert text_of(body).splitlines()[-2:] == [
        "Ghi chú nhỏ của biểu.",
        "[1] Chú thích đã trọn.",
    ]


def test_raised_digits_without_a_footnote_stay_digits():
    raised = "<sup style='font-size:8pt;line-height:0'>2</sup>"
    assert text_of(f"<p>Diện tích 15 m{raised} đất.</p>") == "Diện tích 15 m2 đất.\n"


def test_the_text_of_an_act_parses_to_its_provisions():
    assert [one.anchor for one in parse_provisions(ACT_TEXT)] == [
        "mo-dau",
        "dieu-1",
        "dieu-2",
        "dieu-2-khoan-1",
        "dieu-2-khoan-1-diem-dd",
        "ket-thuc",
        "phu-luc-i",
    ]


NOTED = "Người nộp hồ sơ{0} có trách nhiệm kê khai đúng; diện tích 25 m{1} trở lên."


def test_bare_numbers_of_notes_leave_the_sentence():
    def raised(digit: int) -> str:
        return f'<span style="font-size:7pt;vertical-align:4pt">{digit}</span>'

    sentence = NOTED.format(raised(3), raised(2))
    found = extract(printed(f"<p>{sentence}</p>"), filename="a.pdf")
    assert found.text == NOTED.format("", "2") + "\n"


def test_a_running_head_of_two_lines_goes():
    head = (
        "@page { margin-top: 3.5cm; @top-center { white-space: pre;"
        ' content: "CÔNG BÁO MINH HỌA\\A\\A Số mẫu " counter(page) } }'
    )
    body = "".join(
        f'<p style="page-break-after:always">Điều {n}. Nội dung mẫu của điều {n}.</p>'
        for n in range(1, 6)
    )
    found = extract(printed(body, style=PAGE_STYLE + head), filename="a.pdf")
    assert "CÔNG BÁO" not in found.text
    assert "Số mẫu" not in found.text
    assert found.text.count("Điều") == 5
