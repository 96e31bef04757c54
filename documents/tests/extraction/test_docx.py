"""The text of Word files, exactly: numbers counted, tables kept, revisions settled."""

import pytest

from documents.extraction import Remark, extract
from documents.extraction.docx.numbering import in_form
from documents.tests.extraction_files import (
    level,
    listed,
    notes,
    numbering,
    paragraph,
    styles,
    table,
    word,
)

LISTS = numbering(
    level(0, "decimal", "Điều %1."),
    level(1, "decimal", "%2."),
    level(2, "lowerLetter", "%3)"),
)


def read(body: str, **parts):
    return extract(word(body, parts=parts), filename="van-ban.docx")


def lines(body: str, **parts) -> list[str]:
    return read(body, **parts).text.splitlines()


def cell(text: str, properties: str) -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"


def test_the_numbers_word_shows_become_text():
    body = (
        listed("Phạm vi")
        + listed("Đối tượng áp dụng", 1)
        + listed("Cơ quan", 2)
        + paragraph("Đoạn xen giữa, không đánh số.")
        + listed("Tổ chức", 2)
        + listed("Giải thích", 1)
        + listed("Hiệu lực")
        + listed("Kể từ ngày ký", 1)
    )
    assert lines(body, numbering=LISTS) == [
        "Điều 1. Phạm vi",
        "1. Đối tượng áp dụng",
        "a) Cơ quan",
        "Đoạn xen giữa, không đánh số.",
        "b) Tổ chức",
        "2. Giải thích",
        "Điều 2. Hiệu lực",
        "1. Kể từ ngày ký",
    ]


def test_a_list_may_start_anew_elsewhere_and_count_in_other_forms():
    nums = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="9"/></w:lvlOverride></w:num>'
    )
    made = numbering(
        level(0, "upperRoman", "Chương %1", start=3),
        level(1, "decimal", "%1.%2."),
        nums=nums,
    )
    body = listed("A") + listed("B", 1) + listed("C") + listed("D", number=2)
    assert lines(body, numbering=made) == [
        "Chương III A",
        "III.1. B",
        "Chương IV C",
        "Chương IX D",
    ]


def test_numbering_may_come_from_a_style():
    made = styles(
        '<w:style w:type="paragraph" w:styleId="Dieu"><w:pPr><w:numPr>'
        '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Con"><w:basedOn w:val="Dieu"/>'
        "</w:style>"
    )
    styled = '<w:pPr><w:pStyle w:val="Con"/></w:pPr>'
    without = (
        '<w:pPr><w:pStyle w:val="Con"/><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>'
    )
    body = paragraph("Một", styled) + paragraph("Không số", without)
    body += paragraph("Hai", styled)
    assert lines(body, numbering=LISTS, styles=made) == [
        "Điều 1. Một",
        "Không số",
        "Điều 2. Hai",
    ]


@pytest.mark.parametrize(
    ("count", "form", "shown"),
    [
        (4, "upperRoman", "IV"),
        (1994, "lowerRoman", "mcmxciv"),
        (5000, "upperRoman", "5000"),
        (27, "lowerLetter", "aa"),
        (7, "decimalZero", "07"),
        (999_999, "lowerLetter", "999999"),
        (3, "chicago", "3"),
    ],
)
def test_forms_of_numbers(count, form, shown):
    assert in_form(count, form) == shown


def test_a_table_keeps_its_form():
    body = (
        paragraph("Phụ lục I")
        + table(
            ["TT", "Nội dung", "Mức chi"],
            ["1", f"<w:tc>{paragraph('Họp')}{paragraph('hội đồng | xét')}</w:tc>", "5"],
            [cell("Gộp ngang", '<w:gridSpan w:val="2"/>'), "6"],
            [cell("Gộp dọc", '<w:vMerge w:val="restart"/>'), "a", "7"],
            [cell("che", "<w:vMerge/>"), "b", "8"],
        )
        + paragraph("Sau bảng")
    )
    made = read(body)
    assert made.tables_kept == 1
    assert made.text == (
        "Phụ lục I\n"
        "| TT | Nội dung | Mức chi |\n"
        "| 1 | Họp hội đồng \\| xét | 5 |\n"
        "| Gộp ngang | | 6 |\n"
        "| Gộp dọc | a | 7 |\n"
        "| | b | 8 |\n"
        "Sau bảng\n"
    )


def test_a_masthead_is_read_and_not_drawn():
    masthead = table(
        ["ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
        ["Số: 99/2019/QĐ-UBND", "Độc lập - Tự do - Hạnh phúc"],
        borders="none",
    )
    plain = table(["Buổi", "Việc"], ["Sáng", "Đọc"], borders="none")
    assert lines(masthead + plain) == [
        "ỦY BAN NHÂN DÂN",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Số: 99/2019/QĐ-UBND",
        "Độc lập - Tự do - Hạnh phúc",
        "| Buổi | Việc |",
        "| Sáng | Đọc |",
    ]


def test_a_table_in_a_table_gives_its_words():
    inner = f"<w:tc>{table(['a', 'b'])}{paragraph('')}</w:tc>"
    made = read(table(["Ngoài", inner]))
    assert (made.text, made.tables_kept) == ("| Ngoài | a b |\n", 1)


def test_lines_broken_by_hand_join_where_the_sentence_runs_on():
    run = (
        "<w:p><w:r><w:t>Về việc ban hành</w:t><w:br/><w:t>quy định</w:t><w:br/>"
        "<w:t>1. Mục tiêu</w:t><w:tab/><w:t>chung</w:t></w:r></w:p>"
    )
    assert lines(run) == ["Về việc ban hành quy định", "1. Mục tiêu chung"]


def test_revisions_are_settled_and_hidden_text_goes():
    body = (
        "<w:p><w:r><w:t>Mức </w:t></w:r>"
        "<w:del><w:r><w:delText>cũ</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>mới</w:t></w:r></w:ins>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t> bí mật</w:t></w:r></w:p>"
    )
    made = read(body)
    assert made.text == "Mức mới\n"
    assert made.remarks == (
        Remark("tracked_changes", {"count": 2}),
        Remark("hidden_text", {"count": 1}),
    )


def test_footnotes_stand_after_the_text():
    call = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    body = (
        f"<w:p><w:r><w:t>Lợi ích</w:t></w:r>{call.format(5)}</w:p>"
        f"<w:p><w:r><w:t>Thù lao</w:t></w:r>{call.format(2)}</w:p>"
    )
    made = notes(_2="Ghi chú hai.", _5="Ghi chú năm.")
    assert lines(body, footnotes=made) == [
        "Lợi ích[1]",
        "Thù lao[2]",
        "[1] Ghi chú năm.",
        "[2] Ghi chú hai.",
    ]


def test_text_boxes_and_content_controls_are_read_once():
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    box = f"<w:txbxContent>{paragraph('Trong khung')}</w:txbxContent>"
    body = (
        f"<w:p {mc}><w:r><w:t>Ngoài khung</w:t><mc:AlternateContent>"
        f"<mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
        f"<w:sdt><w:sdtContent>{paragraph('Trong ô điền')}</w:sdtContent></w:sdt>"
        "<w:p><w:r><w:drawing/></w:r></w:p>"
    )
    made = read(body)
    assert made.text == "Ngoài khung\nTrong khung\nTrong ô điền\n"
    assert made.remarks == (Remark("pictures_left_out", {"count": 1}),)


def test_capitals_of_a_style_are_the_capitals_of_the_page():
    made = styles(
        '<w:style w:type="paragraph" w:styleId="Hoa"><w:rPr><w:caps/></w:rPr></w:style>'
    )
    styled = '<w:pPr><w:pStyle w:val="Hoa"/></w:pPr>'
    run = "<w:p><w:r><w:rPr><w:caps/></w:rPr><w:t>đề</w:t></w:r></w:p>"
    assert lines(paragraph("quy định", styled) + run, styles=made) == [
        "QUY ĐỊNH",
        "ĐỀ",
    ]


def test_text_is_composed_and_old_fonts_are_decoded():
    body = (
        paragraph("Sa\u0301ng kie\u0302\u0301n\u00a0\u200bvà  đổi mới")
        + paragraph("QuyÕt ®Þnh vÒ viÖc ban hµnh quy ®Þnh")
        + paragraph("\uf0b7 Gạch đầu dòng")
    )
    made = read(body)
    assert made.text == (
        "Sáng kiến và đổi mới\nQuyết định về việc ban hành quy định\n• Gạch đầu dòng\n"
    )
    assert made.remarks == (Remark("legacy_encoding", {"count": 1}),)


def test_the_page_count_is_what_the_program_saved():
    saved = {"docProps/app.xml": "<Properties><Pages>7</Pages></Properties>"}
    assert read(paragraph("Bảy trang"), **saved).pages == 7
    assert read(paragraph("Không rõ số trang")).pages is None


def test_a_strict_file_reads_like_any_other():
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    body = listed("Một").replace("w:", "x:")
    document = f'<x:document xmlns:x="{strict}"><x:body>{body}</x:body></x:document>'
    made = word("", parts={"numbering": LISTS, "word/document.xml": document})
    assert extract(made, filename="a.docx").text == "Điều 1. Một\n"


def test_a_word_file_of_pictures_has_no_text_layer():
    made = read("<w:p><w:r><w:drawing/></w:r></w:p>")
    assert (made.text, made.has_text_layer) == ("", False)
    assert made.remarks == (Remark("no_text_layer"),)


def test_what_would_act_by_itself_is_named():
    body = paragraph("Nội dung") + (
        "<w:p><w:r><w:instrText>DDEAUTO c:\\\\cmd</w:instrText></w:r></w:p>"
    )
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        'relationships"><Relationship Id="a" Type="x/attachedTemplate" '
        'Target="{}" TargetMode="External"/></Relationships>'
    )
    for target, kinds in (
        ("https://minh-hoa.example/a.dotm", ["dde_field", "remote_template"]),
        ("file:///C:/Mau/Normal.dotm", ["dde_field"]),
    ):
        made = read(
            body,
            settings="<settings/>",
            **{"word/_rels/settings.xml.rels": relations.format(target)},
        )
        assert made.text == "Nội dung\n"
        assert made.remarks == (Remark("active_content", {"kinds": kinds}),)
