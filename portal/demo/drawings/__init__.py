"""Flat drawings of the places the portal tells of, kept as files.

They stand where a photograph is not to be had, and say so: every description
begins "Hình vẽ minh họa". All are 1600 by 900.
"""

from dataclasses import dataclass
from importlib import resources

WIDTH, HEIGHT = 1600, 900


@dataclass(frozen=True)
class Drawing:
    """One drawing: its name, its title and what it shows, in Vietnamese."""

    name: str
    title: str
    alt: str
    # The middle, width and height of what a cropped copy must keep.
    focus: tuple[int, int, int, int]

    def content(self) -> bytes:
        """The file, WebP."""
        return (resources.files(__name__) / f"{self.name}.webp").read_bytes()


_DRAWINGS = (
    Drawing(
        "hall",
        "Hội trường trong buổi phổ biến sáng kiến",
        "Hình vẽ minh họa: báo cáo viên đứng ở bục nói trước hội trường đông người, "
        "sau lưng là màn chiếu sơ đồ ba bước; hai người ngồi ở bàn bên phải, một người "
        "dự giơ tay hỏi.",
        (700, 400, 700, 520),
    ),
    Drawing(
        "classroom",
        "Tiết học với phiếu tự kiểm",
        "Hình vẽ minh họa: cô giáo đến bên bàn một học sinh, chỉ vào phiếu học tập; "
        "ở bàn gần nhất, hai học sinh đánh dấu từng bước đã làm trên phiếu.",
        (560, 460, 560, 600),
    ),
    Drawing(
        "clinic",
        "Trạm y tế dùng thẻ màu gọi khám",
        "Hình vẽ minh họa: ở trạm y tế xã, nhân viên trao thẻ màu vàng cho một người "
        "phụ nữ; một cụ ông và hai mẹ con ngồi chờ, mỗi người cầm thẻ của mình.",
        (960, 460, 520, 560),
    ),
    Drawing(
        "desk",
        "Sổ theo dõi ở bộ phận một cửa",
        "Hình vẽ minh họa: cán bộ bộ phận một cửa chỉ cho người dân dòng ghi hồ sơ "
        "của ông, tô màu vàng, trên cuốn sổ theo dõi mở giữa bàn.",
        (940, 500, 620, 560),
    ),
    Drawing(
        "orchard",
        "Hái hoa hồi bằng sào có túi hứng",
        "Hình vẽ minh họa: người phụ nữ đứng dưới đất dùng sào có túi hứng để hái hoa "
        "hồi; cạnh chị là mẹt hồi đang phơi, xa hơn có người gánh hồi về, phía sau là "
        "núi đá vôi.",
        (1080, 480, 520, 560),
    ),
    Drawing(
        "venue",
        "Trước cửa nơi tổ chức hội nghị",
        "Hình vẽ minh họa: nhà hai tầng mái ngói dưới chân núi đá vôi, có bậc thềm và "
        "lối dốc cho xe lăn; nhiều người đi qua sân vào cửa chính.",
        (800, 480, 560, 520),
    ),
    Drawing(
        "meeting",
        "Họp bàn về hồ sơ sáng kiến",
        "Hình vẽ minh họa: năm người ngồi quanh bàn trải nhiều tờ giấy, một người vừa "
        "nói vừa chỉ vào dòng tô vàng trên bảng theo dõi, những người khác nghe "
        "và ghi.",
        (800, 480, 560, 560),
    ),
)

DRAWINGS = {drawing.name: drawing for drawing in _DRAWINGS}
