"""Acts named in a page: linked for readers, from an index kept as pages change."""

import re
from datetime import date

import pytest

from documents.citing import index, pages_citing
from documents.models import Issuer, PageCitation
from documents.tests.citing_pages import SEED_LIKE, act, article, seed_acts

pytestmark = pytest.mark.django_db


def linked_numbers(response) -> list[str]:
    """The numbers that are links in running text, as printed."""
    html = response.content.decode()
    found = re.findall(r'class="cite-number"[^>]*>(.*?)</a>', html, re.DOTALL)
    return [re.sub(r"<[^>]+>", "", words) for words in found]


def test_all_four_acts_of_a_seed_like_article_are_linked(client, news):
    acts = seed_acts()
    response = client.get(article(news, SEED_LIKE).url)
    assert linked_numbers(response) == [
        "14/2019/NQ-HĐND",
        "36/2018/QĐ-UBND",
        "06/2020/QD-UBND",
        "36/2018/QĐ-UBND",
        "291/HD-SKHCN",
    ]
    assert response.context["cited_regulations"] == list(acts.values())
    html = response.content.decode()
    assert f'href="{acts["06/2020/QĐ-UBND"].url}"' in html
    assert "đang rà soát" in html
