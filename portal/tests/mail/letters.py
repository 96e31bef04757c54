"""A letter for tests, and the files it has."""

from pathlib import Path

from django.core.files.storage import storages

from portal.mail import queue

TO = "hoa@portal.example"

FILES = {
    "visit.subject.txt": "Thư cho {{ name }}\n",
    "visit.txt": (
        '{% extends "email/layout.txt" %}{% block body %}Chào {{ name }}.{% endblock %}'
        "{% block why %}Bạn đã đăng ký.{% endblock %}"
    ),
    "visit.html": (
        '{% extends "email/layout.html" %}'
        "{% block preheader %}Đã ghi tên{% endblock %}"
        "{% block body %}<p>Chào {{ name }}.</p>"
        '{% include "email/facts.html" with facts=facts only %}{% endblock %}'
        '{% block action %}{% include "email/button.html"'
        ' with url="https://portal.example/ve/" label="Mở vé" only %}{% endblock %}'
        "{% block why %}<div>Bạn đã đăng ký.</div>{% endblock %}"
    ),
}


def write(to: str = TO, name: str = "Hoa", **options) -> int:
    return queue("visit", to, {"name": name, "facts": [("Nơi", "Chi Lăng")]}, **options)


def files() -> list[str]:
    root = Path(storages["mail"].location)
    return [path.name for path in root.rglob("*") if path.is_file()]
