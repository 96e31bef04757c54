"""One contract for both engines: SQLite's and PostgreSQL's."""

from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from portal.models import SearchEntry, SearchState, SearchText
from portal.search import index_tables, vocabulary
from portal.search.descriptions import Part
from portal.search.engines import Wanted, engine
from portal.search.entries import facet_token
from portal.search.entry_keys import MOST_PARTS, page_of_key, part_of_key
from portal.search.syllable_codes import coded
from portal.tests.search.rows import pages, rows, words

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


@pytest.fixture
def index():
    return engine()


def ask(index, wanted, *, in_head=False, limit=10, slot=0) -> list[int]:
    return pages(index.candidates(wanted, slot=slot, in_head=in_head, limit=limit))


def test_all_words_must_be_met_newest_first(index):
    index.put(rows(1, "Sáng kiến mới", year=2019))
    index.put(rows(2, "Sáng kiến cũ", "Không có gì mới.", year=2022))
    index.put(rows(3, "Tin khác", "Sáng kiến trong bài, điều mới.", year=2021))
    assert ask(index, words("sang kien moi")) == [2, 3, 1]
    assert ask(index, words("sang kien moi"), limit=2) == [2, 3]
    assert ask(index, words("sang kien moi"), in_head=True) == [1]
    assert ask(index, words("sang vang")) == []


def test_a_group_is_met_by_any_alternative_with_all_its_tokens(index):
    index.put(rows(1, "UBND tỉnh"))
    index.put(rows(2, "Ủy ban nhân dân tỉnh"))
    index.put(rows(3, "Nhân dân tỉnh"))
    group = (("ubnd",), ("uy", "ban", "nhan", "dan"))
    assert ask(index, Wanted((group, (("tinh",),)))) == [2, 1]


def test_filters_always_hold_and_one_value_of_each_is_enough(index):
    index.put(rows(1, "Một", year=2019, facets={"noi": ["7"]}))
    index.put(rows(2, "Một", year=2020, facets={"noi": ["8", "9"]}))
    index.put(rows(3, "Một", year=2021, facets={"noi": ["10"]}))
    nine, seven = facet_token("noi", 9), facet_token("noi", 7)
    assert ask(index, words("mot", (nine,))) == [2]
    assert ask(index, words("mot", (nine, seven))) == [2, 1]
    assert ask(index, words("mot", (nine,), (facet_token("nam", 2019),))) == []
    either = Wanted(((("mot",),), (("hai",),)), ((seven,),))
    assert pages(index.candidates_or(either, slot=0, limit=9)) == [1]


def test_one_group_is_enough_for_a_loose_question(index):
    index.put(rows(1, "Hồi và quế"))
    index.put(rows(2, "Quế"))
    index.put(rows(3, "Thông"))
    asked = words("hoi que")
    assert pages(index.candidates_or(asked, slot=0, limit=9)) == [2, 1]


def test_a_word_may_be_begun(index):
    index.put(rows(1, "Khoa học"))
    index.put(rows(2, "Khoai lang"))
    index.put(rows(3, "Trồng khoai học được"))
    assert ask(index, words("", starts="khoa"), in_head=True) == [3, 2, 1]
    assert ask(index, words("trong", starts="kho"), in_head=True) == [3]
    for begun in ("k", "kh", "kho"):
        assert ask(index, words("", starts=begun), in_head=True) == [3, 2, 1]
        assert ask(index, words("trong", starts=begun)) == [3]
    assert ask(index, words("", starts="t"), in_head=True) == [3]
    assert ask(index, words("", starts="x"), in_head=True) == []


def test_parts_are_found_under_their_page_and_never_by_head(index):
    part = Part("Điều 7. Mức chi", "#dieu-7", "Chi cho hội đồng.")
    index.put(rows(1, "Quyết định", parts=[part]))
    [key] = index.candidates(words("muc chi"), slot=0, in_head=False, limit=9)
    assert (page_of_key(key), part_of_key(key)) == (1, 1)
    assert ask(index, words("muc chi"), in_head=True) == []
    # What the page says and what its part says may be asked together.
    assert ask(index, words("quyet dinh hoi dong")) == [1]


def test_pages_are_counted_once_by_their_facets(index):
    part = Part("Sáng kiến", "#a", "sáng kiến")
    index.put(rows(1, "Sáng kiến", year=2019, parts=[part, part]))
    index.put(rows(2, "Sáng kiến", year=2019))
    index.put(rows(3, "Sáng kiến", year=2020))
    index.put(rows(4, "Khác", year=2020))
    counts = index.counts(words("sang kien"), slot=0, limit=100)
    assert counts.complete
    by_year = {facets.split()[1]: n for facets, n in counts.by_facets.items()}
    assert by_year == {facet_token("nam", 2019): 2, facet_token("nam", 2020): 1}


def test_what_is_deleted_is_gone_from_its_slot_or_from_both(index):
    index.put([*rows(1, "Một"), *rows(1, "Một", slot=1), *rows(2, "Một")])
    assert ask(index, words("mot")) == [2, 1]
    assert ask(index, words("mot"), slot=1) == [1]
    index.delete([1], 0)
    assert ask(index, words("mot")) == [2]
    assert ask(index, words("mot"), slot=1) == [1]
    index.put(rows(1, "Hai"))
    index.delete([1])
    assert ask(index, words("hai")) == [] == ask(index, words("mot"), slot=1)
    assert set(SearchEntry.objects.values_list("page_id", flat=True)) == {2}
    assert SearchText.objects.count() == 1


def test_a_page_written_anew_is_found_by_its_new_words_alone(index):
    index.put(rows(1, "Cũ"))
    index.delete([1])
    index.put(rows(1, "Mới", year=2024))
    assert ask(index, words("cu")) == []
    assert ask(index, words("moi")) == [1]


@pytest.mark.parametrize("share", [0.0, 0.5])
def test_common_words_are_found_and_counted_alike(index, share):
    """`share` only helps an engine choose its way; what is found does not change."""
    part = Part("Điều 1", "#d", "đỏ và một")
    for page, year in ((1, 2019), (2, 2020), (3, 2021), (4, 2021)):
        text = "một hai" if page != 3 else "một 'ba"
        parts = [part] if page == 2 else []
        index.put(rows(page, "Chữ", text, year=year, parts=parts))
    common = replace(words("mot"), share=share, total=100_000)
    assert common.is_common(9) is bool(share)
    assert ask(index, common) == [4, 3, 2, 2, 1]
    assert ask(index, common, limit=2) == [4, 3]
    title = replace(words("chu"), share=share, total=100_000)
    assert ask(index, title, in_head=True, limit=9) == [4, 3, 2, 1]
    assert ask(index, title, in_head=True, limit=2) == [4, 3]
    assert ask(index, replace(words("chu mo"), share=share, total=100_000)) == []
    begun = replace(words("chu", starts="m"), share=share, total=100_000)
    assert ask(index, begun) == [4, 3, 2, 2, 1]
    either = replace(words("hai ba"), share=share, total=100_000)
    assert pages(index.candidates_or(either, slot=0, limit=9)) == [4, 3, 2, 1]
    year = facet_token("nam", 2021)
    filtered = replace(common, filters=((year,),), total=10_000_000)
    assert ask(index, filtered) == [4, 3]
    counts = index.counts(common, slot=0, limit=100)
    assert counts.complete and sum(counts.by_facets.values()) == 4
    assert not index.counts(common, slot=0, limit=2).complete


@pytest.mark.parametrize("share", [0.05, 0.2])
def test_the_newest_rows_are_asked_first_and_the_others_if_they_do_not_do(index, share):
    """Of words neither rare nor everywhere; here `share` is right, and far too high."""
    for page in range(1, 61):
        words_of_it = "một" if page in (3, 57) else "hai"
        index.put(rows(page, "Chữ", words_of_it, year=2000 + page // 3))
    wanted = replace(words("mot"), share=share, total=60)
    assert not wanted.is_common(1)
    assert ask(index, wanted, limit=1) == [57]
    assert ask(index, wanted, limit=2) == [57, 3]
    assert ask(index, wanted, limit=9) == [57, 3]
    counts = index.counts(wanted, slot=0, limit=1)
    assert pages(counts.keys) == [57] and not counts.complete
    counts = index.counts(wanted, slot=0, limit=9)
    assert counts.complete and sum(counts.by_facets.values()) == 2


def test_rows_may_be_made_while_they_are_taken(index):
    index.put(row for page in (1, 2) for row in rows(page, f"Trang {page}", "Một hai"))
    assert ask(index, words("mot hai")) == [2, 1]
    assert SearchText.objects.count() == 2


def test_a_long_text_is_found_and_forgotten_whichever_way_it_goes(index):
    text = " ".join(f"chữ số {number} trong bài" for number in range(700))
    index.put([*rows(1, "Dài", text), *rows(2, "Dài", text), *rows(3, "Dài", text)])
    assert ask(index, words("chu 699")) == [3, 2, 1]
    entry = SearchEntry.objects.get(page_id=1)
    assert entry.body.endswith("chu so 699 trong bai")
    index.delete([3])
    # Past the engine, and as a version that packed nothing wrote it.
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM portal_searchentry WHERE page_id = 1")
        assert ask(index, words("chu 699")) == [2]
        columns = "part, facets, kind, title, url, symbol, dated, is_sample, is_file"
        columns += ", folded, exact, keys, context, asked, page_id"
        cursor.execute(
            f"INSERT INTO portal_searchentry (id, body, {columns}) "
            f"SELECT id + 1, %s, {columns} FROM portal_searchentry",
            [entry.body],
        )
    assert set(SearchEntry.objects.values_list("body", flat=True)) == {entry.body}
    assert len(ask(index, words("chu 699"))) == 2
    read = index_tables.rows(SearchEntry.objects.values_list("id", flat=True))
    assert {row.body for row in read} == {coded(entry.body)}
    SearchEntry.objects.all().delete()
    assert ask(index, words("chu")) == [] == ask(index, words("dai"), in_head=True)


def test_many_rows_are_written_in_few_statements(index):
    """A statement each would have FTS5 write its index in as many pieces."""
    part = Part("Điều", "#d", "Một")
    with CaptureQueriesContext(connection) as asked:
        index.put(rows(1, "Luật", parts=[part] * MOST_PARTS))
    assert ask(index, words("mot"), limit=5000).count(1) == MOST_PARTS
    assert len([q for q in asked if "portal_search" in q["sql"]]) < 8


def test_nothing_asked_is_nothing_found(index):
    index.put(rows(1, "Một"))
    assert ask(index, Wanted(())) == []
    assert index.counts(Wanted(()), slot=0, limit=9).by_facets == {}


def test_a_search_on_the_page_works_alike(index, client, news):
    index.put(rows(news.pk, "Sáng kiến hay", "Nói về mức chi."))
    results = client.get("/tim-kiem/?q=muc+chi").context["results"]
    assert [r.plain_title for r in results if not r.is_service] == ["Sáng kiến hay"]


# --- The words of the index ----------------------------------------------------------


def test_a_word_is_counted_in_every_entry_it_stands_in(index):
    """Headings of parts too: what is asked of them takes its time."""
    parts = [Part("Điều 1", "#a", "mức chi"), Part("Điều 2", "#b", "mức thu, mức chi")]
    index.put(rows(1, "Mức chi", parts=parts))
    SearchState.objects.create(pk=1)
    vocabulary.recount(0)
    known = vocabulary.frequencies(["muc", "thu", "dieu", "1", "muc chi", "chi muc"])
    assert known == {"muc": 3, "thu": 1, "dieu": 2, "1": 1, "muc chi": 1}
    assert SearchState.current().pages == 3
