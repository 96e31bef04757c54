"""The text of a file into the draft of an act; what the editor wrote stays safe."""

from difflib import SequenceMatcher
from hashlib import sha256

from django.db import transaction
from wagtail.models import Page

from documents.law.effects import Segment, word_diff
from documents.models import RegulationPage
from portal import vietnamese

# Beyond these a comparison costs more than a look at both texts.
MOST_LINES = 20_000
MOST_PLACES = 300


class DraftChanged(Exception):
    """The draft's text is no longer the one that was compared; nothing was changed."""


def fingerprint(text: str) -> str:
    return sha256(_plain(text).encode()).hexdigest()


def says_same(one: str, other: str) -> bool:
    return _plain(one) == _plain(other)


@transaction.atomic
def put(page_id: int, text: str, user, *, compared: str) -> None:
    """Put the text into the draft, whose text had the fingerprint `compared`.

    The words before stay in the page's history. Raises DraftChanged.
    """
    draft = _draft(page_id)
    if fingerprint(draft.text) != compared:
        raise DraftChanged
    draft.text = vietnamese.nfc(text)
    draft.save_revision(user=user, log_action=True, clean=False)


def differences(old: str, new: str) -> list[tuple[Segment, ...]] | None:
    """The places where two texts differ, words marked; None when they are too long."""
    before, after = _plain(old).splitlines(), _plain(new).splitlines()
    if max(len(before), len(after)) > MOST_LINES:
        return None
    places = []
    matcher = SequenceMatcher(None, before, after)
    for op, i1, i2, j1, j2 in matcher.get_opcodes():
        if op == "equal":
            continue
        if len(places) == MOST_PLACES:
            return None
        places.append(word_diff("\n".join(before[i1:i2]), "\n".join(after[j1:j2])))
    return places


def _draft(page_id: int) -> RegulationPage:
    """The latest draft, locked against a second editor's click."""
    page = Page.objects.select_for_update().get(pk=page_id)
    return page.get_latest_revision_as_object()


def _plain(text: str) -> str:
    return vietnamese.nfc(text.replace("\r\n", "\n")).strip()
