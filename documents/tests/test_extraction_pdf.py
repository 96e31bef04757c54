"""The text of printed PDFs, exactly: paragraphs whole, tables and appendices kept."""

import io

import pikepdf
import pytest

from documents.extraction import Finding, extract

from .extraction_files import PAGE_STYLE, handmade_pdf, latin_pdf, printed, said, stream

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
    assert read.findings == (
        Finding("running_heads_removed", {"page_numbers": 1, "heads": 0}),
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


def test_raised_digits_without_a_footnote_stay_digits():
    raised = "<sup style='font-size:8pt;line-height:0'>2</sup>"
    assert text_of(f"<p>Diện tích 15 m{raised} đất.</p>") == "Diện tích 15 m2 đất.\n"


def test_a_landscape_page_reads_upright():
    raw = latin_pdf(b"0 1 -1 0 400 0 cm " + said((72, 300, "Turned by its content")))
    assert extract(raw, filename="a.pdf").text == "Turned by its content\n"
    page = latin_pdf(
        b"0 1 -1 0 595 0 cm " + said((72, 500, "Turned by the page")),
        page=b"/Rotate 90",
    )
    assert extract(page, filename="a.pdf").text == "Turned by the page\n"


def test_text_set_sideways_is_left_out_and_said_so():
    upright = said((72, 700, "Text that runs to the right"))
    raw = latin_pdf(upright + b"q 0 1 -1 0 40 0 cm " + said((72, 20, "Stamp")) + b"Q")
    read = extract(raw, filename="a.pdf")
    assert read.text == "Text that runs to the right\n"
    assert read.findings == (Finding("turned_text_left_out", {"pages": 1}),)


def test_words_set_letter_by_letter_and_twice_for_bold_are_whole():
    letters = "".join(
        f"BT /F 12 Tf 1 0 0 1 {72 + 7.2 * n + shift} 700 Tm ({letter}) Tj ET\n"
        for n, letter in enumerate("mono")
        for shift in (0, 0.3)
    )
    raw = latin_pdf(letters.encode() + said((110, 700, "next")))
    assert extract(raw, filename="a.pdf").text == "mono next\n"


def test_accents_drawn_apart_join_their_letters():
    cmap = (
        b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange "
        b"<00> <ff> endcodespacerange 3 beginbfchar <41> <0061> <42> <0302> "
        b"<43> <0301> endbfchar endcmap end"
    )
    shown = b"BT /F 12 Tf 72 700 Td (A) Tj -6 0 Td (B) Tj 0 0 Td (C) Tj ET"
    raw = handmade_pdf(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R "
            b"/Resources << /Font << /F 4 0 R >> >> >>",
            4: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica "
            b"/ToUnicode 6 0 R >>",
            5: stream(shown),
            6: stream(cmap),
        }
    )
    assert extract(raw, filename="a.pdf").text == "ấ\n"


def test_divided_words_and_numbers_are_made_whole():
    raw = latin_pdf(
        said(
            (72, 700, "This line is quite long and ends in an inter-"),
            (72, 685, "national word, then a number split as 36/2018/"),
            (72, 670, "ABC-XYZ and a compound of science-"),
            (72, 655, "Art here."),
        )
    )
    assert extract(raw, filename="a.pdf").text == (
        "This line is quite long and ends in an international word, then a number "
        "split as 36/2018/ABC-XYZ and a compound of science-Art here.\n"
    )


def test_a_scan_is_accepted_and_flagged():
    picture = stream(
        b"\x80" * 100,
        b"/Type /XObject /Subtype /Image /Width 10 /Height 10 /BitsPerComponent 8 "
        b"/ColorSpace /DeviceGray",
    )
    stamp = said((72, 60, "Signed by the office"), (300, 20, "1"))
    raw = handmade_pdf(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R "
            b"/Resources << /Font << /F 4 0 R >> /XObject << /I 6 0 R >> >> >>",
            4: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            5: stream(b"q 595 0 0 842 0 0 cm /I Do Q " + stamp),
            6: picture,
        }
    )
    read = extract(raw, filename="ban-quet.pdf")
    assert (read.text, read.has_text_layer, read.pages) == ("", False, 1)
    assert read.findings == (Finding("no_text_layer"),)


def test_old_fonts_are_decoded_and_said_so():
    line = "Quy\xd5t \xae\xdenh v\xd2 vi\xd6c ban h\xb5nh quy \xae\xdenh"
    raw = latin_pdf(said((72, 700, line)))
    read = extract(raw, filename="a.pdf")
    assert read.text == "Quyết định về việc ban hành quy định\n"
    assert read.findings == (Finding("legacy_encoding", {"count": 1}),)


def test_a_font_without_meaning_is_reported():
    shown = b"BT /G 12 Tf 72 700 Td (abcdef) Tj ET " + said((72, 680, "Hello there"))
    read = extract(latin_pdf(shown), filename="a.pdf")
    assert read.text == "\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\nHello there\n"
    assert read.findings == (Finding("unreadable_characters", {"count": 6}),)


@pytest.mark.parametrize("revision", [2, 3, 4, 6])
def test_a_file_that_only_forbids_printing_is_read(revision):
    made = io.BytesIO()
    new = revision >= 4
    with pikepdf.open(io.BytesIO(latin_pdf(said((72, 700, "Hello there"))))) as pdf:
        lock = pikepdf.Encryption(
            owner="secret", user="", R=revision, aes=new, metadata=new
        )
        pdf.save(made, encryption=lock)
    read = extract(made.getvalue(), filename="a.pdf")
    assert read.text == "Hello there\n"
    assert read.findings == (Finding("restricted"),)
