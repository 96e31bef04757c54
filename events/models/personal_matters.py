"""Which questions of a form ask for what a conference has no need to know. Pure.

Papers of identity are refused; other personal matters are left to whoever answers.

The law on personal data lets an organiser ask for what the purpose needs. Identity
numbers, birthdays, homes, belief and health are not needed to take a seat.
"""

import re

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.vietnamese import fold


class Matter(models.TextChoices):
    """What a question seems to ask for, in the words of whoever wrote it."""

    IDENTITY = "identity", _("an identity paper, its number or picture")
    BIRTH = "birth", _("date or place of birth, or age")
    HOME = "home", _("a home address")
    ORIGIN = "origin", _("ethnic origin")
    BELIEF = "belief", _("belief or political conviction")
    HEALTH = "health", _("health")
    MONEY = "money", _("money and bank accounts")
    FAMILY = "family", _("family")
    BODY = "body", _("a likeness or bodily features")


#: What no conference asks for: a copy or number of these opens doors elsewhere.
REFUSED = frozenset({Matter.IDENTITY})

_PATTERNS = {
    Matter.IDENTITY: (
        r"cccd|cmnd|cmtnd|can cuoc|chung minh (?:nhan dan|thu)|ho chieu|passport|"
        r"dinh danh ca nhan|(?:so|ma) dinh danh|giay to (?:tuy than|ca nhan)|vneid|"
        r"ma so thue ca nhan|bang lai(?: xe)?|giay phep lai xe|"
        r"anh (?:the|chan dung|3 ?x ?4|4 ?x ?6)|c c c d|c m n d|"
        r"anh (?:chup )?(?:mat truoc|hai mat|2 mat)|"
        r"identity (?:card|number)|id (?:card|number)|citizen id|"
        r"(?:so|ma) (?:the )?(?:bhxh|bhyt)|so bao hiem|ma so bao hiem"
    ),
    Matter.BIRTH: (
        r"(?:ngay|thang|nam|noi) (?:thang )?(?:nam )?sinh|sinh (?:ngay|nam)|"
        r"bao nhieu tuoi|do tuoi|tuoi cua|date of birth|birthday"
    ),
    Matter.HOME: (
        r"dia chi (?:nha|thuong tru|tam tru|ca nhan|lien he ca nhan|noi o)|"
        r"noi (?:o|cu tru|thuong tru|tam tru)|thuong tru|ho khau|que quan|"
        r"nguyen quan|nha rieng|cho o"
    ),
    # An office for ethnic affairs is an address, not somebody's origin.
    Matter.ORIGIN: r"(?<!ban )(?<!phong )(?<!so )(?<!uy ban )(?<!bo )dan toc(?! va)",
    Matter.BELIEF: (
        r"ton giao|theo dao|tin nguong|dang vien|ngay vao dang|chinh kien|"
        r"quan diem chinh tri"
    ),
    Matter.HEALTH: (
        r"suc khoe|benh(?! vien| xa)|nhom mau|di ung|khuyet tat|thai san|mang thai|"
        r"tiem chung"
    ),
    Matter.MONEY: r"so tai khoan|tai khoan ngan hang|muc luong|thu nhap",
    Matter.FAMILY: r"hon nhan|vo chong|ho ten (?:vo|chong|con)|so con|gia canh",
    Matter.BODY: r"van tay|khuon mat|chieu cao|can nang",
}
_COMPILED = {
    matter: re.compile(rf"(?<![a-z0-9])(?:{pattern})(?![a-z0-9])")
    for matter, pattern in _PATTERNS.items()
}
_NOT_A_WORD = re.compile(r"[^a-z0-9]+")


def personal_matters(*texts: str) -> list[Matter]:
    """What a question's words, its hint and its choices seem to ask for, each once."""
    words = " ".join(_NOT_A_WORD.sub(" ", fold(text or "")) for text in texts)
    words = f" {' '.join(words.split())} "
    return [matter for matter, pattern in _COMPILED.items() if pattern.search(words)]
