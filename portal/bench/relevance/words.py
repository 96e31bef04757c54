"""What invented documents are made of. Nothing here is a real act or person."""

import unicodedata
from itertools import product
from random import Random

from portal.vietnamese import is_syllable

ACTIONS = (
    "Quy định về", "Hướng dẫn thực hiện", "Kế hoạch triển khai", "Đề án phát triển",
    "Quy chế quản lý", "Phương án tổ chức", "Chương trình hỗ trợ", "Báo cáo đánh giá",
    "Thông báo kết quả", "Tổng kết công tác", "Kiểm tra việc", "Phê duyệt danh mục",
)  # fmt: skip
TOPICS = (
    "khám chữa bệnh từ xa", "trồng hồi hữu cơ", "chăn nuôi lợn đen",
    "dạy học trực tuyến", "xử lý rác thải nhựa", "phòng cháy rừng",
    "thu gom nước mưa", "ươm giống cây thông", "sửa chữa máy bơm", "lưu trữ hồ sơ số",
    "cấp giấy phép xây dựng", "đo đạc đất đai", "bảo tồn tiếng Tày", "dệt vải chàm",
    "nuôi ong lấy mật", "phơi sấy nông sản", "truyền thông dân số", "tiêm phòng dại",
    "sơ cứu đuối nước", "quản lý chợ phiên", "thống kê hộ nghèo", "vận hành trạm bơm",
    "chiếu sáng đường làng", "cải tạo ruộng bậc thang", "giám sát dịch bệnh",
    "luân chuyển sách thư viện", "đào tạo nghề mộc", "tư vấn pháp luật",
    "hòa giải cơ sở", "tiếp nhận hồ sơ một cửa", "sản xuất phân vi sinh",
    "tái chế bao bì", "thi đua khen thưởng", "chấm điểm mô hình",
    "kiểm kê tài sản công", "trồng rau thủy canh", "chống sạt lở bờ suối",
    "nhân giống na dai", "bảo quản vắc xin", "vẽ bản đồ số",
)  # fmt: skip
OBJECTS = (
    "cho học sinh bán trú", "cho trạm y tế xã", "cho hợp tác xã",
    "cho người cao tuổi", "cho cán bộ thôn bản", "cho giáo viên mầm non",
    "cho hộ kinh doanh", "cho phụ nữ nông thôn", "cho thanh niên khởi nghiệp",
    "cho người khuyết tật", "cho tổ dân phố", "cho nông hộ nhỏ",
    "của Ủy ban nhân dân cấp xã", "của Hội đồng nhân dân tỉnh",
    "của phòng chuyên môn", "của Sở Khoa học và Công nghệ", "của đơn vị sự nghiệp",
    "của trường phổ thông",
)  # fmt: skip
PLACES = (
    "tại thôn Nà Mẫu", "tại xã Đồng Mẫu", "tại bản Khuổi Thử", "tại phường Tân Mẫu",
    "tại xã Vân Thử", "tại thị trấn Lộc Mẫu", "tại xã Bình Thử", "tại xã Hòa Mẫu",
    "tại cụm Kỳ Thử", "tại xã Quý Mẫu", "tại thôn Lũng Mẫu", "tại xã Hữu Thử",
    "tại xã Tràng Mẫu", "tại xã Thụy Thử", "tại khu Phố Mẫu", "tại xã Mỹ Thử",
)  # fmt: skip
# One spelling apart in marks alone: whoever types the marks means this one.
TWINS = (
    ("bàn giao ca trực", "bán giao cá trúc"), ("mở lớp học đêm", "mỡ lợp hóc đếm"),
    ("tu bổ đường mòn", "tủ bò dưỡng môn"), ("kho lúa giống", "khó lửa giòng"),
    ("đội thăm cây", "dõi thấm cấy"), ("cân muối hạt", "cần muỗi hát"),
    ("sửa đê cũ", "sữa dê củ"), ("thợ hàn bình", "thơ hạn bính"),
)  # fmt: skip
FACTS = (
    "định mức {n} kg mỗi sào", "kinh phí {n} nghìn đồng mỗi ca", "thùng nhựa {n} lít",
    "chu kỳ {n} ngày một lần", "khoảng cách {n} mét", "nhóm {n} người luân phiên",
    "nhiệt độ {n} độ khi sấy", "sổ tay {n} trang khổ nhỏ", "bể lọc {n} ngăn",
    "lịch trực {n} buổi mỗi tháng",
)  # fmt: skip
TOOLS = (
    "bạt phủ", "xe đẩy", "cân điện tử", "máy thái rau", "đồng hồ nước", "tủ mát",
    "loa cầm tay", "bảng mã vạch", "giàn tre", "khay xốp", "vòi phun sương", "thẻ màu",
    "mành lưới", "lò đất", "cối đá", "ống dẫn",
)  # fmt: skip
_ONSETS = "b c ch d đ g h kh l m n ng nh ph r s t th tr v x"
_RHYMES = (
    "a ai am an ang anh ao ăn âm ân ây e en eo ê êm ên i im in inh o oi om on ong ô ôi "
    "ôm ôn ông ơ ơi ơn u ui un ung ư ưa ưng iên iêu ương uôn uông oan oang"
)
_TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")


def _syllables() -> tuple[str, ...]:
    """All simple syllables; in prose a few are common and most are rare."""
    every = (
        unicodedata.normalize("NFC", f"{onset}{rhyme[0]}{tone}{rhyme[1:]}")
        for onset, rhyme, tone in product(_ONSETS.split(), _RHYMES.split(), _TONES)
    )
    return tuple(filter(is_syllable, every))


SYLLABLES = _syllables()


def sentence(chance: Random) -> str:
    """A dozen syllables that mean nothing, as unevenly common as in real prose."""
    count = len(SYLLABLES)
    places = (int(count ** chance.random()) - 1 for _ in range(12))
    said = " ".join(SYLLABLES[place * 577 % count] for place in places)
    return f"{said.capitalize()}."
