"""What a process keeps for searches changes no answer, and ends with a publication."""

import pytest

from home.tests.factories import ArticlePageFactory
from portal import kept_rows
from portal.page_cache import generation
from portal.search.find import find


@pytest.fixture
def announced(settings, tmp_path, monkeypatch):
    """Publications are announced, and a test's own transaction is as good as none."""
    settings.PAGE_CACHE, settings.REDIS_URL = True, ""
    settings.PAGE_CACHE_FILE = tmp_path / "published"
    monkeypatch.setattr(kept_rows, "_sees_what_all_see", lambda: True)
    generation.expire()


@pytest.mark.django_db
@pytest.mark.postgres
def test_a_published_change_is_found_at_once(
    announced, news, client, django_capture_on_commit_callbacks
):
    article = ArticlePageFactory(parent=news, title="Lò sấy hồi", summary="Dùng củi.")

    def publish():
        with django_capture_on_commit_callbacks(execute=True):
            article.save_revision().publish()

    def shown():
        page = client.get("/tim-kiem.json", {"q": "lò sấy hồi"}).json()
        return [(row["title"], row["snippet"]) for row in page["results"]]

    publish()
    assert shown() == shown()
    assert "củi" in str(shown())
    article.summary, article.title = "Dùng điện mặt trời.", "Lò sấy hồi mới"
    publish()
    assert shown()[0][0] == "Lò sấy hồi mới"
    assert "mặt" in str(shown())
    with django_capture_on_commit_callbacks(execute=True):
        article.unpublish()
    assert not shown()


@pytest.mark.django_db
@pytest.mark.postgres
def test_asked_again_a_search_says_the_same(announced, news):
    for place in ("Bình Gia", "Văn Quan", "Chi Lăng"):
        ArticlePageFactory(
            parent=news, title=f"Trồng hồi ở {place}", asked_as=f"cây hồi {place}"
        ).save_revision().publish()
    generation.expire()
    # Texts that are asked for often have their words counted.
    hits = [find("trồng hồi ở Văn Quan", fill=True).hits for _ in range(5)]
    assert hits[0]
    assert all(other == hits[0] for other in hits)
