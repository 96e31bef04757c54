"""The sample form "Phiếu mô tả sáng kiến" as a Word file."""

from django.core.files.base import ContentFile

from portal.demo import word_file as word
from portal.models import PortalDocument

TITLE = "Phiếu mô tả sáng kiến (mẫu minh họa)"
FILE_NAME = "phieu-mo-ta-sang-kien-mau-minh-hoa.docx"
SECTIONS = (
    ("1. Tên sáng kiến", "Một dòng, nói được việc gì và cho ai."),
    (
        "2. Người làm",
        "Tên đơn vị, nhóm tác giả, phần đóng góp (tổng đủ 100%).",
    ),
    ("3. Chỗ vướng", "Khi làm việc …, chúng tôi thường …, nên mất …"),
    ("4. Cách làm cũ", "Trước đây xử lý thế nào, vì sao chưa ổn."),
    ("5. Cách làm mới", "Kể theo bước; bước nào cần dụng cụ gì, ai làm."),
    ("6. Kết quả đo được", "Ghi số trước, số sau và cách đo vào bảng."),
    ("7. Điều kiện áp dụng", "Cần người, thời gian, tiền, thiết bị gì."),
    ("8. Giới hạn và bài học", "Nơi nào không hợp; điều gì đã thử mà bỏ."),
    (
        "9. Minh chứng kèm theo",
        "Liệt kê từng tờ; bỏ thông tin riêng của người khác.",
    ),
)
MEASURES = ("Số đo", "Trước", "Sau", "Cách đo, thời gian", "Người xác nhận")
NOTE = (
    "Mẫu này do cổng soạn để tập viết, không thay biểu mẫu trong văn bản hiện hành. "
    "Xóa các dòng gợi ý trước khi in."
)


def store() -> PortalDocument:
    """The form in the document library; made when it is not there yet."""
    found = PortalDocument.objects.filter(title=TITLE).first()
    return found or PortalDocument.objects.create(
        title=TITLE, file=ContentFile(word_file(), name=FILE_NAME)
    )


def word_file() -> bytes:
    """The form as .docx; the same bytes each time."""
    pieces = [word.paragraph(TITLE, "Title"), word.paragraph(NOTE, "Hint")]
    for heading, hint in SECTIONS:
        pieces += [word.paragraph(heading, "Heading1"), word.paragraph(hint, "Hint")]
        is_measured = heading.startswith("6.")
        pieces.append(word.table(MEASURES, 3) if is_measured else word.paragraph(""))
    return word.word_file(TITLE, pieces)
