"""`manage.py import_article`."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from home.models import ArticlePage
from home.tests.importer.files import docx, jpeg, paragraph
from portal.models import PortalImage

TITLE = "Tập huấn viết báo cáo sáng kiến ở xã Ví Dụ"
LEAD = "Sáng ngày 12/5/2025, Trung tâm Minh Họa mở lớp cho hơn 40 học viên."
REST = "Kết thúc lớp học, các nhóm đã nộp bài và nhận góp ý của báo cáo viên."


@pytest.fixture
def page_file(tmp_path):
    path = tmp_path / "trang.txt"
    path.write_text(f"{TITLE}\n\n{LEAD}\n\n{REST}\n", encoding="utf-8")
    return path


def run(*args) -> tuple[str, str]:
    out, err = StringIO(), StringIO()
    call_command("import_article", *map(str, args), stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


def test_a_dry_run_prints_what_was_found_and_writes_nothing(news, page_file):
    out, _err = run(page_file, "--dry-run", "--json")
    found = json.loads(out)
    assert (found["title"], found["lead"], found["body"]) == (TITLE, LEAD, [REST])
    assert found["localities"] == ["Ví Dụ"]
    assert ArticlePage.objects.count() == 0


def test_a_dry_run_knows_the_localities_of_the_portal(news, page_file):
    page_file.write_text(
        f"{TITLE}\n\n{LEAD}\n\nHọc viên đến từ Hữu Lũng và Chi Lăng.\n"
    )
    found = json.loads(run(page_file, "--dry-run", "--json")[0])
    assert found["localities"] == ["Ví Dụ", "Hữu Lũng", "Chi Lăng"]


def test_several_files_give_a_list_in_their_order(news, page_file, tmp_path):
    word = tmp_path / "bài.docx"
    word.write_bytes(docx(paragraph("Tin về một lớp học", "Title"), paragraph(LEAD)))
    found = json.loads(run(word, page_file, "--dry-run", "--json")[0])
    assert [article["title"] for article in found] == ["Tin về một lớp học", TITLE]


def test_a_draft_is_made_and_its_address_printed(news, page_file):
    out, _err = run(page_file)
    page = ArticlePage.objects.get()
    assert page.live is False
    assert f"/admin/pages/{page.pk}/edit/" in out
    assert TITLE in out


def test_one_bad_file_does_not_stop_the_others(news, page_file, tmp_path):
    empty = tmp_path / "rỗng.html"
    empty.touch()
    missing = tmp_path / "không có.txt"
    out, err = StringIO(), StringIO()
    with pytest.raises(CommandError):
        call_command(
            "import_article", str(empty), str(missing), str(page_file),
            "--json", stdout=out, stderr=err,
        )  # fmt: skip
    first, second, third = json.loads(out.getvalue())
    assert first == {"file": "rỗng.html", "error": first["error"]}
    assert second["file"] == "không có.txt"
    assert third["title"] == TITLE
    assert "rỗng.html: " in err.getvalue()
    assert ArticlePage.objects.count() == 1


def test_pictures_saved_beside_the_page_come_along(news, tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path / "media"
    (tmp_path / "trang_files").mkdir()
    (tmp_path / "trang_files" / "ảnh 1.jpg").write_bytes(jpeg())
    page = tmp_path / "trang.html"
    page.write_text(
        f"<h1>{TITLE}</h1><p>{LEAD}</p><p><img src='./trang_files/%E1%BA%A3nh%201.jpg'>"
        f"</p><p>{REST}</p>"
    )
    run(page)
    (image,) = PortalImage.objects.all()
    assert ArticlePage.objects.get().body[0].value["image"] == image


@pytest.mark.parametrize(
    "source",
    ["../mật.jpg", "/etc/hostname", "trang_files/../../mật.jpg", "file:///{path}"],
)
def test_no_picture_is_read_from_elsewhere(news, tmp_path, source):
    folder = tmp_path / "trang"
    folder.mkdir()
    secret = tmp_path / "mật.jpg"
    secret.write_bytes(jpeg())
    page = folder / "trang.html"
    address = source.format(path=secret)
    page.write_text(f"<h1>{TITLE}</h1><p>{LEAD}</p><img src='{address}'><p>{REST}</p>")
    run(page)
    assert PortalImage.objects.count() == 0


def test_a_link_out_of_the_folder_is_not_followed(news, tmp_path):
    folder = tmp_path / "trang"
    folder.mkdir()
    (tmp_path / "mật.jpg").write_bytes(jpeg())
    (folder / "a.jpg").symlink_to(tmp_path / "mật.jpg")
    page = folder / "trang.html"
    page.write_text(f"<h1>{TITLE}</h1><p>{LEAD}</p><img src='a.jpg'><p>{REST}</p>")
    run(page)
    assert PortalImage.objects.count() == 0


def test_a_page_of_fifty_megabytes_is_not_even_read(news, tmp_path):
    page = tmp_path / "trang.html"
    with page.open("wb") as file:
        file.truncate(50 << 20)
    with pytest.raises(CommandError):
        run(page)


def test_the_parent_may_be_named_by_slug_or_number(news, page_file):
    run(page_file, "--parent", news.slug)
    run(page_file, "--parent", news.pk)
    assert ArticlePage.objects.child_of(news).count() == 2
    with pytest.raises(CommandError):
        run(page_file, "--parent", "không-có")
