"""What units send to the showcase, and who decides on it; for tests."""

from django.contrib.auth.models import Group
from django.utils import timezone

from home.setup import MODERATORS
from portal import guard
from portal.models import User

REPLICATION = {
    "status": "applied",
    "unit": "Trường Tiểu học Mẫu",
    "started_on": "05/09/2024",
    "result": "Nộp bài đúng hạn.",
    "name": "Hoàng Thị Mẫu",
    "email": "mau@example.vn",
    "phone": "0912 345 678",
    "consent": "on",
}


def send_replication(client, page, **fields):
    """Fill in the form of an initiative's page as a person does."""
    stamp = guard.filled("replication", timezone.now())
    given = {**REPLICATION, **fields}
    sent = {name: value for name, value in given.items() if value is not None}
    return client.post(f"{page.url}ap-dung/", {**stamp, **sent})


NEED = {
    "title": "Cách nhắc người bệnh tái khám đúng hẹn",
    "text": "Sổ hẹn viết tay, nhiều người quên ngày tái khám.",
    "unit": "Trạm Y tế Mẫu",
    "name": "Lý Văn Mẫu",
    "email": "can@example.vn",
    "phone": "",
    "consent": "on",
}


def send_need(client, **fields):
    """Post a need as a person does."""
    from documents.models import Field

    stamp = guard.filled("need", timezone.now())
    given = {**NEED, "field": Field.objects.get(slug="y-te").pk, **fields}
    return client.post("/sang-kien/nhu-cau/gui/", {**stamp, **given})


def add_moderator(name: str = "nguoi-duyet") -> User:
    """Somebody of the group that decides."""
    user = User.objects.create_user(name, password="x", is_staff=True)
    user.groups.add(Group.objects.get(name=MODERATORS))
    return user


ANSWERS = {
    "sang-kien": {
        "title": "Bộ phiếu tự học Toán từng bước",
        "kinds": ["management"],
        "unit": "Trường Tiểu học Mẫu",
        "first_applied_on": "05/09/2023",
    },
    "tac-gia": {
        "so-hang": "2",
        "name-0": "Hoàng Thị Mẫu",
        "unit_then-0": "Trường Tiểu học Mẫu",
        "share-0": "66,5",
        "consent-0": "on",
        "birth_date-0": "01/02/1980",
        "phone-0": "0912 345 678",
        "name-1": "Vi Văn Mẫu",
        "share-1": "33,5",
    },
    "van-de": {"problem": "Nộp bài muộn.", "before": "Nhắc từng em."},
    "giai-phap": {
        "summary": "Ba câu về cách làm.",
        "solution": "Chia bài thành bước nhỏ.",
        "steps": "Chia bài\nPhát phiếu\n\nChấm chéo",
    },
    "hieu-qua": {
        "so-hang": "1",
        "kind-0": "quality",
        "what-0": "Nộp đúng hạn",
        "baseline-0": "46",
        "result-0": "83,5",
        "unit-0": "%",
    },
    "dieu-kien": {"applicability": "Trường tiểu học.", "cost": "1.500.000"},
    "cong-nhan": {
        "by": "Trường Tiểu học Mẫu",
        "symbol": "12/QĐ-TH",
        "on": "20/05/2024",
        "confidential": "Công thức chấm giữ riêng.",
    },
    "lien-he": {
        "name": "Nông Thị Gửi",
        "email": "gui@example.vn",
        "phone": "0987 654 321",
        "consent": "on",
    },
}


def begin(client, **fields) -> str:
    """Press "begin"; return the address of the proposal."""
    stamp = guard.filled("submission", timezone.now())
    answer = client.post("/sang-kien/gui/", {**stamp, **fields})
    assert answer.status_code == 302, answer.content.decode()
    return answer["Location"]


def fill(client, address: str, **changed) -> None:
    """Fill in every part; `changed` replaces the answers of parts by address."""
    from documents.models import Field

    for slug, answers in ANSWERS.items():
        given = {**answers, **changed.get(slug.replace("-", "_"), {})}
        if slug == "sang-kien":
            given["field"] = Field.objects.get(slug="giao-duc").pk
        client.post(f"{address}{slug}/", given)


def send_in(client, address: str):
    """Tick the box and send the proposal."""
    stamp = guard.filled("submission", timezone.now())
    return client.post(f"{address}gui-di/", {**stamp, "is_true": "on"})
