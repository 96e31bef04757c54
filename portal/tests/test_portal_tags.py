from datetime import UTC, date, datetime

import pytest
from django.core.paginator import Paginator
from django.template import Context, Template
from django.test import RequestFactory
from django.utils.html import escape
from django.utils.safestring import mark_safe

from portal.blocks import TableBlock
from portal.templatetags import portal_tags


def render(source: str, **context) -> str:
    return Template("{% load portal_tags %}" + source).render(Context(context))


def test_icons_and_the_star_are_drawn_and_hidden():
    assert 'aria-hidden="true"' in render('{% icon "search" %}')
    assert '<use href="#mark"/>' in render("{% mark %}")
    assert 'id="mark"' in render("{% mark_shape %}")


def test_a_swatch_is_woven_from_the_record_number():
    one, other = render('{% swatch "A-1" %}'), render('{% swatch "A-2" %}')
    assert one.startswith("<svg")
    assert one != other
    assert one == render("{% swatch code %}", code="A-1")


@pytest.mark.parametrize(
    ("value", "total", "share"),
    [
        (162, 200, "81%"),
        (0, 200, "0%"),
        (250, 200, "100%"),
        (5, 0, "0%"),
        (-1, 9, "0%"),
    ],
)
def test_a_thread_bar_shows_the_share_taken(value, total, share):
    bar = render("{% thread_bar value total %}", value=value, total=total)
    assert f'x2="{share}"' in bar
    assert "style" not in bar


def test_dates_are_written_as_offices_write_them():
    day = date(2021, 1, 25)
    assert render("{{ d|short_date }}", d=day) == '<span class="nw">25/01/2021</span>'
    assert render("{{ d|long_date }}", d=day) == "ngày 25 tháng 01 năm 2021"
    assert render("{{ d|iso_date }}", d=day) == "2021-01-25"


def test_a_moment_is_dated_by_the_clock_on_the_wall_here():
    late = datetime(2021, 1, 25, 18, 30, tzinfo=UTC)
    assert "26/01/2021" in render("{{ d|short_date }}", d=late)


@pytest.mark.parametrize("name", ["short_date", "long_date", "iso_date"])
def test_no_date_is_nothing(name):
    assert render("{{ d|" + name + " }}", d=None) == ""


def test_numbers_hold_and_plain_text_is_escaped():
    shown = render("{{ text|nowrap }}", text="<b>36/2018/QĐ-UBND</b>")
    assert shown == escape("<b>") + (
        '<span class="nw">36/2018/QĐ-UBND</span>' + escape("</b>")
    )


def test_numbers_hold_inside_safe_markup():
    shown = render("{{ text|nowrap }}", text=mark_safe("<b>291/HD-SKHCN</b>"))
    assert shown == '<b><span class="nw">291/HD-SKHCN</span></b>'


def test_a_heading_is_escaped_and_its_names_hold():
    shown = render("{{ text|heading }}", text="Hữu Lũng & Chi Lăng")
    assert shown == "Hữu\u00a0Lũng &amp; Chi\u00a0Lăng"


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Lưu Bá Mạc", "LM"), ("Hiên", "H"), ("", ""), ("Ý  Nhi", "ÝN")],
)
def test_initials_are_of_family_and_given_name(name, letters):
    assert render("{{ name|initials }}", name=name) == letters


def test_days_of_an_event_are_big_figures():
    first, last = date(2021, 1, 25), date(2021, 1, 28)
    assert render("{% day_numerals a b %}", a=first, b=last) == "25–28"


def test_a_table_tells_each_cell_its_heading():
    table = TableBlock().to_python(
        {
            "caption": "",
            "columns": [
                {"type": "text", "heading": "Nội dung"},
                {"type": "number", "heading": "Mức chi"},
            ],
            "rows": [{"values": ["Báo cáo viên", "1.000.000"]}],
        }
    )
    rows = portal_tags.labelled_rows(table)
    assert rows["headings"] == [("Nội dung", False), ("Mức chi", True)]
    [[first, second]] = rows["body"]
    assert (first[0], first[1].value, first[2]) == ("Nội dung", "Báo cáo viên", False)
    assert (second[0], second[1].value, second[2]) == ("Mức chi", "1.000.000", True)


def test_a_long_pager_leaves_numbers_out():
    page = Paginator(range(200), 10).page(10)
    assert portal_tags.page_numbers(page) == [1, None, 9, 10, 11, None, 20]


def test_addresses_for_others_are_full():
    request = RequestFactory().get("/")
    shown = render('{% absolute_url "/media/a.jpg" %}', request=request)
    assert shown == "http://testserver/media/a.jpg"
    assert render('{% absolute_url "/media/a.jpg" %}') == "/media/a.jpg"


def test_a_long_line_ends_behind_a_word():
    line = "Hơn 600 người dự các hội nghị tại Hữu Lũng, Văn Quan và Chi Lăng"
    shown = portal_tags.whole_words(line, 50)
    assert shown == "Hơn 600 người dự các hội nghị tại Hữu Lũng, Văn …"
    assert portal_tags.whole_words("Ngắn", 50) == "Ngắn"
