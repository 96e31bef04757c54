"""Acts named in the provisions of an act are links with a sign."""

from datetime import date

from django.db import connection
from django.test.utils import CaptureQueriesContext

from documents.tests.act_factories import add_act, add_effect, add_verified

START = date(2024, 2, 1)


def text(*numbers: str) -> str:
    lines = ["Điều 1. Căn cứ"]
    for place, number in enumerate(numbers, 1):
        lines.append(f"{place}. Thực hiện Quyết định số {number}; bỏ <b>.")
    return "\n".join([*lines, "Điều 2. Thi hành", "Đơn vị thi hành."]) + "\n"


def page(client, act) -> str:
    return client.get(act.url).content.decode()


def test_a_number_in_a_provision_is_a_link_with_its_sign(front, client):
    cited = add_act("36/2018/QĐ-UBND")
    act = add_verified("01/2024/QĐ-UBND", START, text=text("36/2018/QĐ–UBND"))
    html = page(client, act)
    link = f'<a class="cite-number" href="{cited.url}">36/2018/QĐ–UBND</a>'
    assert link in html
    assert f'popovertarget="van-ban-{cited.pk}"' in html
    assert f'id="van-ban-{cited.pk}"' in html
    assert "bỏ &lt;b&gt;." in html


def test_an_amended_provision_keeps_its_links(front, client):
    cited = add_act("36/2018/QĐ-UBND")
    act = add_verified("01/2024/QĐ-UBND", START, text=text("36/2018/QĐ-UBND"))
    add_effect(
        add_verified("02/2024/QĐ-UBND", START),
        act,
        "amends",
        START,
        provision="dieu-1-khoan-1",
        new_text="1. Thực hiện Quyết định số 36/2018/QĐ-UBND; bỏ <b>, từ năm 2025.",
    )
    link = f'<a class="cite-number" href="{cited.url}">36/2018/QĐ-UBND</a>'
    assert link in page(client, act)


def test_a_number_the_library_lacks_stays_plain(front, client):
    act = add_verified("01/2024/QĐ-UBND", START, text=text("99/2018/QĐ-UBND"))
    html = page(client, act)
    assert "99/2018/QĐ-UBND" in html and "cite-number" not in html


def test_more_citations_need_no_more_queries(front, client):
    numbers = [f"{n}/2018/QĐ-UBND" for n in range(10, 20)]
    for number in numbers:
        add_act(number)
    few = add_verified("01/2024/QĐ-UBND", START, text=text(*numbers[:1]))
    many = add_verified("02/2024/QĐ-UBND", START, text=text(*numbers))
    client.get(few.url)
    counts = []
    for act in (few, many):
        with CaptureQueriesContext(connection) as queries:
            assert client.get(act.url).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1]
