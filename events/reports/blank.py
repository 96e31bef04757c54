"""The words of the portal's own Word templates: the report, the letter of invitation.

Number and day are left to the clerk, judgement to the office.
"""

from functools import cache
from io import BytesIO

from events.enums import PaperKind
from events.reports import office_paper

_DOTS = "…" * 24


@cache
def template(kind: PaperKind) -> bytes:
    """The template of a kind, as a Word file to fill in or to edit."""
    write = _report if kind == PaperKind.REPORT else _invitation
    out = BytesIO()
    write().save(out)
    return out.getvalue()


def _report():
    document = office_paper.paper()
    office_paper.head(document, "Số:          /BC-{{ ky_hieu }}")
    office_paper.title(document, "BÁO CÁO", "Kết quả {{ ten }}")
    office_paper.text(
        document,
        "Thực hiện Kế hoạch số …/KH-{{ ky_hieu }} năm {{ nam }}, {{ thoi_gian }}, "
        "{{ don_vi_to_chuc }} tổ chức {{ ten }}. {{ don_vi_to_chuc }} báo cáo kết quả "
        "như sau:",
    )
    office_paper.section(document, "I. CÔNG TÁC TỔ CHỨC")
    office_paper.text(
        document, "1. Thời gian, địa điểm: {{ thoi_gian_day_du }}, tại {{ dia_diem }}."
    )
    office_paper.text(document, "{%p if cac_lop|length > 1 %}")
    office_paper.text(document, "{%p for lop in cac_lop %}")
    office_paper.text(
        document,
        "- {{ lop.ten }}: {{ lop.ngay }}, {{ lop.dia_diem }}; có mặt {{ lop.co_mat "
        "}} người.",
    )
    office_paper.text(document, "{%p endfor %}")
    office_paper.text(document, "{%p endif %}")
    office_paper.text(document, "2. Báo cáo viên: {{ bao_cao_vien_lien }}.")
    office_paper.text(document, "3. Nội dung: {{ noi_dung|join('; ') }}.")
    office_paper.text(document, "{%p if van_ban %}")
    office_paper.text(document, "Văn bản được giới thiệu ({{ so_van_ban }} văn bản):")
    office_paper.text(document, "{%p for van in van_ban %}")
    office_paper.text(document, "- {{ van }}.")
    office_paper.text(document, "{%p endfor %}")
    office_paper.text(document, "{%p endif %}")
    office_paper.section(document, "II. KẾT QUẢ")
    office_paper.text(
        document,
        "1. Số người dự: {% if moi|int %}mời {{ moi }} người của {{ so_don_vi }} đơn "
        "vị; {% endif %}đăng ký {{ dang_ky }} người; có mặt {{ co_mat }} người, trong "
        "đó {{ co_mat_da_dang_ky }} người đã đăng ký ({{ ty_le }}%) và "
        "{{ den_truc_tiep }} người đến trực tiếp; vắng {{ vang }} người.",
    )
    office_paper.table(document, "Đối tượng", "doi_tuong", office_paper.OF_GROUPS)
    office_paper.centred(
        document, "(Chi tiết theo đơn vị tại Phụ lục kèm theo)", italic=True
    )
    office_paper.text(document, "{%p if phieu %}")
    office_paper.text(
        document,
        "2. Ý kiến người dự: {{ phieu }} người trả lời phiếu hỏi "
        "({{ phieu_ty_le }}% số có mặt); {{ phieu_dung_duoc }} người cho biết nội dung "
        "dùng được ngay hoặc phần lớn vào công việc.",
    )
    office_paper.text(document, "{%p endif %}")
    office_paper.section(document, "III. ĐÁNH GIÁ, KIẾN NGHỊ")
    for line in ("1. Ưu điểm: ", "2. Hạn chế: ", "3. Kiến nghị: "):
        office_paper.text(document, line + _DOTS, is_open=True)
    office_paper.text(document, "{%p if minh_hoa %}")
    office_paper.text(document, "{{ minh_hoa }}", italic=True)
    office_paper.text(document, "{%p endif %}")
    office_paper.signature(document, ("- Như trên;", "- Lưu: VT."))
    document.add_page_break()
    office_paper.centred(document, "PHỤ LỤC", bold=True)
    office_paper.centred(document, "Số người dự theo đơn vị", bold=True)
    office_paper.centred(
        document,
        "(Kèm theo Báo cáo số …/BC-{{ ky_hieu }} ngày … tháng {{ thang }} năm "
        "{{ nam }} của {{ don_vi_to_chuc }})",
        italic=True,
        below=8,
    )
    office_paper.table(document, "Đơn vị", "theo_don_vi", office_paper.OF_AGENCIES)
    return document


def _invitation():
    document = office_paper.paper()
    office_paper.head(document, "Số:          /GM-{{ ky_hieu }}")
    office_paper.title(document, "GIẤY MỜI", "Dự {{ ten }}")
    office_paper.centred(document, "Kính gửi: {{ kinh_gui }}")
    office_paper.text(
        document,
        "{{ don_vi_to_chuc }} trân trọng kính mời Quý cơ quan, đơn vị cử người dự "
        "{{ ten }}, cụ thể như sau:",
    )
    office_paper.text(document, "1. Thời gian: {{ thoi_gian_day_du }}.")
    office_paper.text(document, "2. Địa điểm: {{ dia_diem }}.")
    office_paper.text(
        document,
        "3. Thành phần: {{ thanh_phan }}{% if so_nguoi %}, không quá {{ so_nguoi "
        "}} người{% endif %}.",
    )
    office_paper.text(document, "{%p if muc_dich %}")
    office_paper.text(document, "4. Mục đích: {{ muc_dich|join('; ') }}.")
    office_paper.text(document, "{%p endif %}")
    office_paper.text(document, "{%p if noi_dung %}")
    office_paper.text(
        document, "{{ 5 if muc_dich else 4 }}. Nội dung: {{ noi_dung|join('; ') }}."
    )
    office_paper.text(document, "{%p endif %}")
    office_paper.text(document, "{%p if lien_ket %}")
    office_paper.text(
        document,
        "Quý cơ quan, đơn vị đăng ký danh sách người dự tại địa chỉ: {{ lien_ket "
        "}}{% if han_dang_ky %}, trước {{ han_dang_ky }}{% endif %}.",
        is_open=True,
    )
    office_paper.text(document, "{%p endif %}")
    office_paper.text(document, "{%p if lien_he or dien_thoai %}")
    office_paper.text(
        document,
        "Đầu mối liên hệ: {{ lien_he }}{% if dien_thoai %}, điện thoại {{ "
        "dien_thoai }}{% endif %}{% if thu_dien_tu %}, thư điện tử {{ thu_dien_tu "
        "}}{% endif %}.",
    )
    office_paper.text(document, "{%p endif %}")
    office_paper.text(
        document,
        "Rất mong Quý cơ quan, đơn vị quan tâm, tạo điều kiện để người được cử "
        "tham dự đầy đủ./.",
    )
    office_paper.text(document, "{%p if minh_hoa %}")
    office_paper.text(document, "{{ minh_hoa }}", italic=True)
    office_paper.text(document, "{%p endif %}")
    office_paper.signature(document, ("- Như trên;", "- Lưu: VT."))
    return document
