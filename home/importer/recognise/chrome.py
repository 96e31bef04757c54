"""The furniture of a portal page: what a line must look like to be none of the article.

All comparison is on folded text (lower case, no marks, single spaces), so that the
lists below read `chế độ ban đêm` as `che do ban dem`. A line goes when

- it consists of nothing but the labels of LABELS (toolbar, menu, sharing);
- it opens like a skip link, a breadcrumb, a counter or a masthead, or like what a
  portal asks of its readers (INVITATION);
- it is a festive line above the title: a slogan, or capitals with a greeting;
- it stands after a TAIL line ("Tin liên quan", "Bản quyền thuộc"), below the body;
- it is one of a run of short lines without sentences: a menu or a list of links.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from home.importer.article import Block
from portal.vietnamese import fold

LABELS = """
che do ban dem|che do toi|giao dien toi|ban dem|tuong phan|do tuong phan|co chu
in trang|in bai viet|in bai|in noi dung|ban in|print|xuat pdf|tai pdf|luu pdf|pdf
doc noi dung|doc bai viet|doc bai|nghe noi dung|nghe bai viet|nghe doc|dung doc
aa|a|font|mac dinh|reset
gui email|gui mail|gui cho ban be|gui bai viet|email|e-mail|gui link|sao chep lien ket
chia se|chia se bai viet|share|tweet|like|thich|facebook|zalo|twitter|x|youtube|linkedin
google+|pinterest|messenger|telegram|theo doi|follow
trang chu|home|menu|tim kiem|search|dang nhap|dang xuat|dang ky|login|logout|rss
so do trang|so do cong|sitemap|site map|lien he|gop y|hoi dap|hoi - dap|hop thu
thu dien tu|mail cong vu|lich cong tac|english|tieng viet|vietnamese|vi|en|gioi thieu
tin tuc|tin tuc - su kien|tin tuc su kien|su kien|van ban|van ban phap luat|thong bao
thu tuc hanh chinh|dich vu cong|dich vu cong truc tuyen|thu vien|thu vien anh|video
hinh anh|chuyen muc|danh muc|xem them|xem tiep|doc tiep|chi tiet|quay lai|tro ve
ve trang truoc|len dau trang|dau trang|ve dau trang|top|back|back to top|next
previous|trang truoc|trang sau|dau|cuoi|luot xem|binh luan|gui binh luan|danh gia
danh gia bai viet|close|dong|x dong|mo rong|thu gon|toggle navigation|show main menu
primary tabs|main menu|xem|you are here|ban dang o day|in|goi bai viet|font size|len
chia se bai viet len|tang tuong phan|giam tuong phan|tang co chu|giam co chu
trang nhat|chi tiet tin|chi tiet bai viet|xuat ban thong tin|return to top|fbpx|album
album videos|video clip|moi nhat|y kien ban doc|gui y kien|luu bai viet|bo luu bai viet
luu tin|phan hoi|tin moi hon|tin cu hon|doc nhieu|doc them|xem nhieu|lien quan
thoi tiet|gia vang|ty gia|len tren|len dau|chia se qua|chia se tren
binh chon|xem voi co chu|ma bao ve|nhap ma|quang cao|advertisement|ads
tep dinh kem|file dinh kem|tai ve|download|co chu nho|co chu to|nghe doc bai|giong doc
toc do|prev|tiep|in trang nay|chuyen muc khac|gui bai viet qua e-mail
gui email cho ban be|lich lam viec|thu vien video|tin trong tinh|tin trong nuoc
tin dia phuong|tin tong hop
tin van|tin hoat dong|thoi su
nghe audio|giong nu|giong nam|copy link|in tin|gui tin|cac tin da dua|tin noi bat
""".replace("\n", "|")
_LABELS = sorted({label for label in LABELS.split("|") if label}, key=len, reverse=True)
_LABEL = re.compile(rf"(?:{'|'.join(map(re.escape, _LABELS))})(?!\w)")
_BETWEEN = re.compile(r"[^a-z]*")
_ARROW = re.compile(r"[»›→]")

SKIP_LINK = re.compile(
    r"^(?:skip to (?:main |the )?(?:content|navigation|search)|jump to \w+"
    r"|(?:nhay|chuyen|di|den|toi|truy cap|bo qua)(?: thang)?(?: den| toi| vao| qua)?"
    r"(?: phan)? noi dung(?: chinh| trang| luon)?)$"
)
BREADCRUMB = re.compile(
    r"^(?:(?:you are here|ban dang o(?: day)?|vi tri)\W+)?(?:trang chu|home)\s*"
    r"(?:[/»›>|→]|::|-\s).*"
)
COUNTER = re.compile(
    r"^\W*(?:(?:so |tong |tong so )?luot (?:xem|truy cap|doc|tai|binh luan)|da xem"
    r"|hits?|views?|(?:so )?nguoi (?:dang )?(?:truy cap|online)"
    r"|dang (?:online|truy cap)"
    r"|truc tuyen|khach|thanh vien|hom nay|hom qua|tuan nay|tuan truoc|thang nay"
    r"|thang truoc|tong (?:so )?truy cap|tat ca)\W*[\d.,\s]+\D{0,12}$"
    r"|^\W*[\d.,]+ (?:luot (?:xem|doc|truy cap)|views?|binh luan|comments?)\W*$"
    r"|^\W*(?:diem|danh gia|xep hang)\W+[\d.,]+\s*(?:/\s*\d+)?.{0,40}$"
)
MASTHEAD = re.compile(
    r"^(?:(?:cong|trang)(?: thong tin| giao tiep| tin)?(?: dien tu)?\b.{0,90}"
    r"|trang tin .{0,60}|website .{0,60}"
    r"|(?:ubnd|uy ban nhan dan|hdnd|so|ban|phong|trung tam|chi cuc) .{0,60})$"
)
# Words that make a slogan or masthead a sentence, hence possibly a title.
VERBS = re.compile(
    r"\b(?:tổ chức|triển khai|ban hành|tham|làm việc|họp|kiểm tra|thông báo|hướng dẫn"
    r"|phối hợp|công bố|trao|nhận|ký|đón|đạt|xây dựng|khai mạc|gửi|tuyển|đẩy mạnh"
    r"|tăng cường|nâng cao|chúc mừng|hỗ trợ|tiếp|ra mắt|nghiệm thu|giới thiệu)\b"
)
SLOGAN = re.compile(
    r"^\W*(?:chao mung|mung|nhiet liet|quyet tam|thi dua|thiet thuc|kien quyet|ra suc"
    r"|doan ket|tuyen truyen|huong toi|ky niem|hoc tap va lam theo|toan dang"
    r"|chuc mung nam moi|cung chuc tan xuan|phan dau|song, chien dau|phat huy)\b"
)
GREETING = re.compile(
    r"\b(?:mung|chao mung|nhiet liet|quang vinh|muon nam|xuan|tet|ky niem)\b"
)
# What a portal asks of its readers, or says of itself, around any article.
INVITATION = re.compile(
    r"^\W*(?:theo doi .{2,60} (?:tren|tai) (?:google|facebook|zalo|youtube)"
    r"|(?:tu khoa|tags?)\s*:|xem them\s*:|(?:click|bam|nhan)(?: vao)? (?:de |day)"
    r"|hay tro thanh nguoi dau tien|tong so diem cua bai viet|xep hang\s*:"
    r"|url cua (?:bai viet|ban tin|tin)|(?:link|duong dan)(?: bai viet)?\s*:?\s*http"
    r"|(?:dia chi|dien thoai|(?:so )?dt|tel|e-?mail|fax|website|hotline)\s*:"
    r"|hien co \d+ binh luan|chua co binh luan|danh sach binh luan|thich \d+"
    r"|\d+ (?:thich|chia se|binh luan)\W*$|\d{1,3}\s*%\W*$|\d\W*$|\d\d:\d\d\W*$"
    r"|noi bat (?:bao|dai)|khong co hinh anh|(?:mot so |nhung )?hinh anh (?:ve|tai|cua)"
    r" .{2,60}:$|mot so hinh anh\b(?!.*\.$)|chum anh\b|leave a reply|email cua ban"
    r"|ban can dang nhap|powered by|https?://\S+$|null\b"
    r"|\(?(?:[\w-]+\.)+(?:vn|com|net|org)\)?\W*$|[\w-]+\.(?:jpe?g|png|gif|bmp)\W*$)"
)
TAIL = re.compile(
    r"^\W*(?:(?:cac |nhung )?(?:tin|bai|bai viet|tin tuc|tin bai|chuyen muc)"
    r"(?: \w+)? (?:lien quan|khac|cung chuyen muc|cung muc|moi hon|cu hon|da dua"
    r"|moi nhat|doc nhieu|noi bat|xem nhieu)"
    r"|(?:cac|nhung) tin (?:moi|cu) hon|dung bo lo|(?:video|tin) (?:dang )?xem nhieu"
    r"|xem them binh luan|video dang xem nhieu|co the ban quan tam|xem them cac tin.*"
    r"|y kien (?:ban doc|cua ban|phan hoi|nguoi dan|binh luan)|gui y kien|comments?"
    r"|(?:gui )?binh luan|leave a reply|tin khac|tin moi|cac tin khac|cac bai viet khac"
    r"|(?:cac |nhung )?(?:tin|bai|bai viet|tin tuc|tin bai)(?: da (?:dang|dua|gui)"
    r"| cu hon| moi hon| truoc| truoc do| tiep theo| cung (?:loai|chuyen muc|chu de))"
    r"|(?:tin|bai) (?:moi|cu|doc nhieu|xem nhieu|nong|noi bat)|doc nhieu(?: nhat)?"
    r"|xem nhieu(?: nhat)?|lien quan|cung chuyen muc|tin xem nhieu|co the ban quan tam"
    r"|add new comment|them binh luan( moi)?"
    r"|lien ket (?:web|website|trang|nhanh)|lien ket|thong ke(?: truy cap)?"
    r"|quang cao|van ban moi(?: nhat)?|banner)(?:\W*\d{1,4})?\W*$"
    r"|^\(\d+\) binh luan$"
    r"|^\W*(?:ban quyen (?:thuoc|cua|so|©|\d{4})|copyright|©|giay phep so"
    r"|chiu trach nhiem (?:noi dung|chinh|xuat ban|quan ly)|co quan chu quan\s*:"
    r"|ghi ro nguon|designed by|phat trien boi|powered by|all rights reserved"
    r"|(?:tong|truong ban) bien tap\s*:)"
)
# Long lines are prose whatever they open with.
MAX_TAIL = 160
# So many words are no chance: the second time they stand for the same text.
TEASER_WORDS = 8


def folded(text: str) -> str:
    return " ".join(fold(text).split())


def is_capitals(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    return len(letters) >= 4 and sum(map(str.isupper, letters)) >= 0.9 * len(letters)


def is_label_line(text: str) -> bool:
    """Nothing but controls, counters or a trail of links."""
    plain = folded(text)
    if len(plain) > 400:
        return False
    return bool(
        not any(char.isalnum() for char in plain)
        or _only_labels(plain)
        or SKIP_LINK.match(plain)
        or COUNTER.match(plain)
        or BREADCRUMB.match(plain)
        or (len(plain) <= MAX_TAIL and INVITATION.match(plain))
        or (_ARROW.search(plain) and not plain.endswith((".", "!", "?")))
    )


def _only_labels(plain: str) -> bool:
    """Label after label to the end of the line; at each place the longest fits."""
    position = _BETWEEN.match(plain).end()
    while position < len(plain):
        label = _LABEL.match(plain, position)
        if label is None:
            return False
        position = _BETWEEN.match(plain, label.end()).end()
    return True


def is_banner(text: str) -> bool:
    """A festive line, good only above the title."""
    plain = folded(text)
    if is_capitals(text):
        return bool(SLOGAN.match(plain)) or (
            text.rstrip().endswith("!") and bool(GREETING.search(plain))
        )
    return bool(SLOGAN.match(plain)) and not VERBS.search(text.lower())


def is_masthead(text: str) -> bool:
    """The name of the portal or its owner, good only above the title."""
    plain = folded(text)
    return bool(MASTHEAD.match(plain)) and not VERBS.search(text.lower())


def is_tail(block: Block) -> bool:
    """The first line of what follows the article."""
    text = block.text
    return len(text) <= MAX_TAIL and bool(TAIL.match(folded(text)))


def without_teasers(blocks: Sequence[Block]) -> tuple[list[Block], list[Block]]:
    """Without teasers: the beginning of a paragraph, cut short, right above it."""
    kept: list[Block] = []
    repeated: list[Block] = []
    for block, following in zip_longest(blocks, blocks[1:]):
        begins = folded(block.text).rstrip(" .,;…")
        whole = following is not None and folded(following.text)
        if (
            len(begins.split()) >= TEASER_WORDS
            and whole
            and (whole.startswith(begins) and len(whole.split()) > len(begins.split()))
        ):
            repeated.append(block)
        else:
            kept.append(block)
    return kept, repeated


def is_menu_like(block: Block) -> bool:
    text = block.text
    if block.kind not in {"text", "item", "heading"} or len(text) > 90:
        return False
    if block.link_share > 0.8:
        return True
    return len(text.split()) <= 6 and text[-1:] not in ".!?…:;,"


def menu_runs(blocks: Sequence[Block], shortest: int = 4) -> set[int]:
    """Positions in runs of at least `shortest` neighbouring menu-like lines."""
    found: set[int] = set()
    run: list[int] = []
    for position, block in enumerate([*blocks, Block(kind="image")]):
        if position < len(blocks) and is_menu_like(block):
            run.append(position)
            continue
        linked = run and all(blocks[i].link_share > 0.8 for i in run)
        if len(run) >= (min(shortest, 3) if linked else shortest):
            found.update(run)
        run = []
    return found
