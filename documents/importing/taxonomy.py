"""Types and issuers every installation starts from."""

import csv
from importlib import resources

from documents.models import DocumentType, Field, Issuer
from portal.models import Locality, LocalityKind

FIELDS = {
    "giao-duc": "Giáo dục và đào tạo",
    "y-te": "Y tế",
    "nong-nghiep": "Nông nghiệp và môi trường",
    "hanh-chinh": "Hành chính, cải cách thủ tục",
    "cong-nghe": "Công nghệ thông tin, chuyển đổi số",
    "cong-nghiep": "Công nghiệp, xây dựng",
    "van-hoa": "Văn hóa, xã hội",
    "an-ninh": "Quốc phòng, an ninh",
}

# Issued by the province's own bodies unless a document says otherwise.
_OF_THE_PROVINCE = {"HĐND", "UBND", "SKHCN", "STP"}


def load_taxonomy() -> None:
    """Add the types, issuers and fields not yet there. Edits are left alone."""
    for row in _rows("document_types.csv"):
        DocumentType.objects.get_or_create(
            abbreviation=row["abbreviation"], defaults={"name": row["name"]}
        )
    province = Locality.objects.get(name="Lạng Sơn", kind=LocalityKind.PROVINCE)
    for row in _rows("issuers.csv"):
        ours = row["abbreviation"] in _OF_THE_PROVINCE
        Issuer.objects.get_or_create(
            abbreviation=row["abbreviation"],
            territory=province if ours else None,
            defaults={
                "name": f"{row['name']} tỉnh Lạng Sơn" if ours else row["name"],
                "level": row["level"],
            },
        )
    for slug, name in FIELDS.items():
        Field.objects.get_or_create(slug=slug, defaults={"name": name})


def _rows(name: str) -> list[dict]:
    source = resources.files("documents") / "data" / name
    with source.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
