"""What a conference has on paper and not on a screen."""

import re

import pytest
from django.utils import timezone

from events.tests.scenario import add_event
from portal.pdf.pages import page_html

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("front")]


def test_the_printed_page_leads_back_by_a_code_and_its_address(client):
    event = add_event()
    html = client.get(event.url).content.decode()
    code = re.search(r'print-only sheet-code">(.*?)</div>', html, re.DOTALL)[1]
    assert '<svg class="qr"' in code
    assert event.full_url in code
    assert 'class="print-only sheet-notes"' in html


def test_what_is_over_has_no_lines_for_questions(client):
    event = add_event(starts_on=timezone.localdate().replace(year=2020))
    html = client.get(event.url).content.decode()
    assert "sheet-code" in html
    assert "sheet-notes" not in html


def test_the_pdf_has_the_code_too(rf):
    event = add_event()
    html = page_html(event, rf.get(event.url), printed_at=timezone.now())
    assert re.search(r'class="page-code"><svg class="qr"', html)
