"""What `make bench` asks of a showcase that is filled already; answers in JSON."""

import json

from django.apps import apps
from django.core.management.base import BaseCommand
from django.utils import timezone

from portal.bench.response_time import measured


class Command(BaseCommand):
    help = "Measure the showcase's pages (internal to make bench)."

    def handle(self, *args, **options) -> None:
        # By name: what all rooms share imports none of them.
        pages = apps.get_model("documents", "InitiativePage").objects.live()
        unit = pages.exclude(unit=None).order_by("pk").last().unit_id
        question = "tai+sao+hoc+sinh+vung+xa+hay+bo+bai+kho"
        chosen = f"linh-vuc=y-te&nam=2024&don-vi={unit}"
        paths = {
            "listing": "/sang-kien/",
            "listing, three facets": f"/sang-kien/?{chosen}",
            "words": "/sang-kien/?q=thuoc+het+han",
            "a whole question": f"/sang-kien/?q={question}",
            "last page": "/sang-kien/?trang=99999",
            "most applied first": "/sang-kien/?sap-xep=nhan-rong",
            "by place": "/sang-kien/theo-dia-ban/",
            "JSON": "/sang-kien.json",
            "a need, matched": f"/sang-kien/nhu-cau/{_need(pages).pk}/",
            "an initiative": pages.order_by("pk").last().get_url(),
        }
        found = {name: measured(path) for name, path in paths.items()}
        data = {"initiatives": pages.count(), "pages": found}
        self.stdout.write(json.dumps(data))


def _need(pages):
    """A need on the board that shares words with many."""
    now = timezone.now()
    return apps.get_model("documents", "Need").objects.create(
        title="Cách giúp học sinh vùng xa đỡ bỏ bài khó (minh họa)",
        text="Học sinh bỏ dở bài, hồ sơ sắp đến hạn, thuốc hết hạn, sổ theo dõi.",
        field_id=pages.order_by("pk").last().field_id,
        unit="Đơn vị minh họa",
        state="open",
        is_sample=True,
        sent_at=now,
        approved_at=now,
    )
