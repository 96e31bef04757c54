"""One slip corrected in the draft, where the editor asked for it and nowhere else."""

from __future__ import annotations

import html
import json
from collections.abc import Iterator

from django.db import transaction
from wagtail.models import Page, Revision

from documents.citing import texts
from documents.citing.slips import Correction, Slip, check


class TextChanged(Exception):
    """The words are no longer what the editor saw; nothing was changed."""


def key_of(slip: Slip, correction: Correction) -> str:
    """All that tells this correction from any other, and from one of another text."""
    return json.dumps(
        [
            slip.text.field,
            list(slip.text.path),
            slip.run_number,
            slip.run.text[max(0, correction.start - 40) : correction.start],
            correction.start,
            correction.end,
            correction.printed,
            correction.replacement,
        ],
        ensure_ascii=False,
    )


@transaction.atomic
def correct(page_id: int, key: str, user) -> tuple[Correction, Revision]:
    """Save a draft of the page in which the one slip is corrected.

    Raises TextChanged unless the latest draft has that very slip in that place.
    """
    page = Page.objects.select_for_update().get(pk=page_id)
    draft = page.get_latest_revision_as_object()
    slip, chosen = next(_matching(draft, key), (None, None))
    if slip is None:
        raise TextChanged
    start, end = slip.run.source_span(chosen.start, chosen.end)
    words = chosen.replacement
    if slip.text.is_html:
        words = html.escape(words, quote=False)
    source = slip.text.source
    texts.replace(draft, slip.text, source[:start] + words + source[end:])
    return chosen, draft.save_revision(user=user, log_action=True, clean=False)


def _matching(draft: Page, key: str) -> Iterator[tuple[Slip, Correction]]:
    for slip in check(draft).slips:
        for chosen in slip.corrections:
            if key_of(slip, chosen) == key:
                yield slip, chosen
