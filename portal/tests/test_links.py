"""Links in body text lead to pages wherever they have moved, in one query."""

import pytest

from home.tests.factories import ArticlePageFactory
from portal import links

pytestmark = pytest.mark.django_db


def body(*targets) -> list:
    return [
        ("paragraph", f'<p><a id="{page.pk}" linktype="page">{page.title}</a></p>')
        for page in targets
    ]


def test_a_link_follows_its_page(client, news):
    target = ArticlePageFactory(parent=news, slug="truoc")
    page = ArticlePageFactory(parent=news, body=body(target))
    target.slug = "sau"
    target.save_revision().publish()
    html = client.get(page.url).content.decode()
    assert f'<a href="/tin-tuc/sau/">{target.title}</a>' in html


def test_a_link_to_a_draft_or_a_lost_page_is_only_words(client, news):
    draft = ArticlePageFactory(parent=news, live=False, title="Chưa đăng")
    lost = ArticlePageFactory(parent=news, title="Đã xóa")
    page = ArticlePageFactory(parent=news, body=body(draft, lost))
    lost.delete()
    html = client.get(page.url).content.decode()
    assert "<a>Chưa đăng</a>" in html
    assert "<a>Đã xóa</a>" in html


def test_many_links_cost_one_query(news, django_assert_num_queries):
    pages = ArticlePageFactory.create_batch(5, parent=news)
    page = ArticlePageFactory(parent=news, body=body(*pages))
    assert links.targets(page) == {str(target.pk) for target in pages}
    pages[0].get_url()  # the site's root paths are cached once
    with django_assert_num_queries(1):
        links.remember_targets(page)
        for block in page.body:
            block.render()
