"""What readers' own phrases teach: which page or service a whole query means."""

import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from home.tests.factories import ArticlePageFactory
from portal.models import SearchPhraseTerm
from portal.search import meant, phrase_trainer, rebuild
from portal.search.analyser import folded_words
from portal.search.asked import _HARDLY, Phrases, telling
from portal.search.entries import PHRASE_END
from portal.search.find import find
from portal.search.phrase_model import meant_by
from portal.search.phrase_terms import learned
from portal.search.phrase_trainer import MOST_TARGETS, learned_apart, train

CHICKS = "gà con nở lạnh\nấp trứng mất điện\ngà chết rét\nsưởi cho gà con\nlò sưởi gà"
LIGHTS = "đèn đường tối\nđèn tắt buổi đêm\nsửa đèn ở đâu\nđèn không sáng\nđường tối om"
BOOKS = "trẻ lười đọc sách\nthư viện xa bản\nsách cho trẻ\nmượn sách ở đâu\nđọc sách"


def taught(phrases, pieces=None):
    return {one.term: one for one in learned(phrases, pieces or {})}


def articles(news):
    named = {"Máy ấp bằng rơm": CHICKS, "Điện mặt trời": LIGHTS, "Tủ gỗ": BOOKS}
    pages = [
        ArticlePageFactory(parent=news, title=title, asked_as=asked, summary="")
        for title, asked in named.items()
    ]
    for page in pages:
        page.save_revision().publish()
    rebuild.rebuild()
    return pages


def lines(*phrases):
    return {
        str(at): [" ".join(folded_words(line)) for line in text.splitlines()]
        for at, text in enumerate(phrases)
    }


def test_a_word_speaks_for_what_is_asked_with_it_and_against_the_others():
    terms = taught(lines(CHICKS, LIGHTS, BOOKS))
    assert terms["ga"].weights["0"] > 0 > min(terms["ga"].weights.values())
    assert terms["ga con"].weights["0"] > 0
    assert terms["ga"].rarity > 0 == terms[meant.BIAS].rarity
    assert "ret" not in terms, "of one phrase alone nothing is learned"


def test_the_same_phrases_teach_the_same_in_any_order():
    phrases = lines(CHICKS, LIGHTS, BOOKS)
    other = dict(reversed(phrases.items()))
    assert taught(phrases) == taught(other)


def test_a_process_of_its_own_learns_the_same_and_needs_no_portal():
    phrases, pieces = lines(CHICKS, LIGHTS, BOOKS), {"2": ["ron rang den gio"]}
    apart = learned_apart(phrases, pieces)
    assert apart == [tuple(one) for one in learned(phrases, pieces)]
    assert learned_apart({}, {}) == []


def test_what_was_learned_stays_where_learning_fails(news, monkeypatch):
    articles(news)
    before = SearchPhraseTerm.objects.count()
    monkeypatch.setattr(phrase_trainer, "_SECONDS", 0.01)
    with pytest.raises(subprocess.SubprocessError):
        train(anew=True)
    assert SearchPhraseTerm.objects.count() == before > 0


def test_what_a_page_says_itself_is_learned_beside_its_phrases():
    pieces = {"2": ["ron rang den gio den hen", "den ron rang"]}
    assert "ron rang" not in taught(lines(CHICKS, LIGHTS, BOOKS))
    terms = taught(lines(CHICKS, LIGHTS, BOOKS), pieces)
    assert terms["ron rang"].weights["2"] > 0


@pytest.mark.django_db
@pytest.mark.postgres
def test_a_page_is_meant_that_is_asked_for_so_with_none_of_its_words(news):
    chicks, lights, _books = articles(news)
    said = meant_by(folded_words("gà sưởi lạnh"))
    assert max(said.pages, key=said.pages.get) == chicks.pk
    assert 0 < sum(said.pages.values()) <= 1
    assert meant_by(folded_words("xyzzy quux")) == meant.NOTHING
    assert meant_by([]) == meant.NOTHING
    assert find("gà sưởi lạnh", fill=True).hits[0].page == chicks.pk
    assert lights.pk not in [h.page for h in find("gà sưởi lạnh", fill=True).hits]


@pytest.mark.django_db
@pytest.mark.postgres
def test_filters_and_withdrawal_hold_for_what_is_meant_too(news):
    chicks, *_others = articles(news)
    assert not find("gà sưởi lạnh", (("muc_vanban",),), fill=True).hits
    chicks.unpublish()
    found = [hit.page for hit in find("gà sưởi lạnh", fill=True).hits]
    assert chicks.pk not in found


@pytest.mark.django_db
def test_phrases_are_learned_once_and_again_when_they_change(news, monkeypatch):
    chicks, *_others = articles(news)
    learned_from = []

    def counted(phrases, pieces):
        learned_from.append(phrases)
        return learned_apart(phrases, pieces)

    monkeypatch.setattr(phrase_trainer, "learned_apart", counted)
    assert train() == train() > 3
    assert not learned_from, "a rebuild has learned them already"
    chicks.asked_as += "\ngà run cầm cập"
    chicks.save_revision().publish()
    train()
    assert len(learned_from) == 1
    train(anew=True)
    assert len(learned_from) == 2


@pytest.mark.django_db
def test_where_hardly_a_page_has_phrases_nothing_is_learned(news):
    page = ArticlePageFactory(parent=news, title="Máy ấp", asked_as=CHICKS)
    page.save_revision().publish()
    SearchPhraseTerm.objects.create(term="cũ", rarity=1, weights="{}")
    assert train(anew=True) == 0
    assert not SearchPhraseTerm.objects.exists()
    assert MOST_TARGETS > 100


WORDS = st.sampled_from(["ga", "con", "lanh", "lo", "ap", "trung", "mat", "dien"])


@given(
    st.lists(st.lists(WORDS, min_size=1, max_size=5), min_size=1, max_size=6),
    st.dictionaries(WORDS, st.floats(0.1, 9), min_size=1),
)
def test_no_phrase_that_is_evidence_is_passed_over(phrases, weights):
    total = sum(weights.values())
    line = PHRASE_END.join(" ".join(words) for words in phrases)

    def like(words):
        shared = [word for word in weights if word in words]
        share = sum(weights[word] for word in shared) / total
        return share * (0.4 + 0.6 * len(shared) / len(words))

    best = max(like(set(words)) for words in phrases)
    found, _at = Phrases(line).most_like(telling(weights, total), total)
    assert found <= best + 1e-9
    if best >= _HARDLY:
        assert found == pytest.approx(best)
