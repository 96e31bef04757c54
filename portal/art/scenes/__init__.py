"""Flat drawings of the places the portal tells of, made by code.

They stand where a photograph is not to be had, and say so: every description
begins "Hình vẽ minh họa". The same code gives the same bytes, on every machine
with the same Pillow.
"""

from collections.abc import Callable
from dataclasses import dataclass

from portal.art.scenes import classroom, clinic, desk, hall, meeting, orchard, venue
from portal.art.scenes.canvas import HEIGHT, WIDTH, Canvas
from portal.art.scenes.palette import C100

__all__ = ["HEIGHT", "SCENES", "WIDTH", "Scene", "render"]


@dataclass(frozen=True)
class Scene:
    """One drawing: its name, who draws it, and what it shows, in Vietnamese."""

    name: str
    title: str
    alt: str
    draw: Callable[[Canvas], None]
    # The middle, width and height of what a cropped copy must keep.
    focus: tuple[int, int, int, int]


_SCENES = (
    Scene(
        "hall",
        "Hội trường trong buổi phổ biến sáng kiến",
        "Hình vẽ minh họa: báo cáo viên đứng ở bục nói trước hội trường đông người, "
        "sau lưng là màn chiếu sơ đồ ba bước; hai người ngồi ở bàn bên phải, một người "
        "dự giơ tay hỏi.",
        hall.draw,
        (700, 400, 700, 520),
    ),
    Scene(
        "classroom",
        "Tiết học với phiếu tự kiểm",
        "Hình vẽ minh họa: cô giáo đến bên bàn một học sinh, chỉ vào phiếu học tập; "
        "ở bàn gần nhất, hai học sinh đánh dấu từng bước đã làm trên phiếu.",
        classroom.draw,
        (560, 460, 560, 600),
    ),
    Scene(
        "clinic",
        "Trạm y tế dùng thẻ màu gọi khám",
        "Hình vẽ minh họa: ở trạm y tế xã, nhân viên trao thẻ màu vàng cho một người "
        "phụ nữ; một cụ ông và hai mẹ con ngồi chờ, mỗi người cầm thẻ của mình.",
        clinic.draw,
        (960, 460, 520, 560),
    ),
    Scene(
        "desk",
        "Sổ theo dõi ở bộ phận một cửa",
        "Hình vẽ minh họa: cán bộ bộ phận một cửa chỉ cho người dân dòng ghi hồ sơ "
        "của ông, tô màu vàng, trên cuốn sổ theo dõi mở giữa bàn.",
        desk.draw,
        (940, 500, 620, 560),
    ),
    Scene(
        "orchard",
        "Hái hoa hồi bằng sào có túi hứng",
        "Hình vẽ minh họa: người phụ nữ đứng dưới đất dùng sào có túi hứng để hái hoa "
        "hồi; cạnh chị là mẹt hồi đang phơi, xa hơn có người gánh hồi về, phía sau là "
        "núi đá vôi.",
        orchard.draw,
        (1080, 480, 520, 560),
    ),
    Scene(
        "venue",
        "Trước cửa nơi tổ chức hội nghị",
        "Hình vẽ minh họa: nhà hai tầng mái ngói dưới chân núi đá vôi, có bậc thềm và "
        "lối dốc cho xe lăn; nhiều người đi qua sân vào cửa chính.",
        venue.draw,
        (800, 480, 560, 520),
    ),
    Scene(
        "meeting",
        "Họp bàn về hồ sơ sáng kiến",
        "Hình vẽ minh họa: năm người ngồi quanh bàn trải nhiều tờ giấy, một người vừa "
        "nói vừa chỉ vào dòng tô vàng trên bảng theo dõi, những người khác nghe "
        "và ghi.",
        meeting.draw,
        (800, 480, 560, 560),
    ),
)

SCENES = {scene.name: scene for scene in _SCENES}


def render(name: str) -> bytes:
    """The drawing ``name`` as PNG, ``WIDTH`` by ``HEIGHT``; KeyError if unknown."""
    scene = SCENES[name]
    canvas = Canvas(C100)
    scene.draw(canvas)
    return canvas.png()
