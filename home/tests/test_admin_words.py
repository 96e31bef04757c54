"""Every kind of screen in the admin of the demonstration opens, in Vietnamese.

What took longer than a second is printed (`-rP`) and fails nothing.
"""

from collections import Counter
from time import perf_counter

import pytest
from django.contrib.auth import get_user_model
from django.urls import Resolver404, resolve
from wagtail.models import Page

from portal.tests.admin_text import english, read

SLOW = 1.0
#: Views that all models share: one of each will do.
_SHARED = ("history", "usage", "delete", "copy", "index_results", "unpublish", "bulk")
#: What is asked for by a form or a script, not by opening it.
_NOT_OPENED = ("logout", "wagtail_bulk_action", "export")
#: Words of ours that are names.
_NAMES = frozenset({"Font Awesome Free"})
#: Whoever is no administrator: their menus, and what these lead to.
_NEAR = 2


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("username", ["quantri", "bientap", "duyet", "huulung"])
def test_every_screen_opens_in_vietnamese(demonstration, client, username):
    user = get_user_model().objects.get(username=username)
    client.force_login(user)
    types = {page.pk: page.specific_class for page in Page.objects.all()}
    # An administrator comes to every form by way of the lists above it.
    of_types = {"wagtailadmin_pages:edit"}
    if user.is_superuser:
        of_types.add("wagtailadmin_explore")
    todo, kinds = [("/admin/", 0)], Counter()
    faults, found, slow = [], Counter(), {}
    while todo:
        path, depth = todo.pop(0)
        begun = perf_counter()
        answer = client.get(path)
        slow[path] = perf_counter() - begun
        if answer.status_code >= 400:
            faults.append((answer.status_code, path))
        if "html" not in answer.get("Content-Type", "") or answer.status_code != 200:
            continue
        texts, links = read(answer.content.decode())
        for text in texts:
            if english(text) and text.strip() not in _NAMES:
                found[(" ".join(text.split())[:80], path)] += 1
        if not user.is_superuser and depth >= _NEAR:
            continue
        for link in sorted(links):
            path = link.partition("#")[0].partition("?")[0]
            kind = _kind(path, types, of_types)
            if kind and not kinds[kind]:
                kinds[kind] += 1
                todo.append((path, depth + 1))
    print(  # noqa: T201  what was slow is told
        username, len(slow), *(row for row in slow.items() if row[1] > SLOW)
    )
    assert len(slow) > 25
    assert faults == []
    assert dict(found) == {}


def _kind(path: str, types: dict[int, type], of_types: set[str]) -> tuple | None:
    """Addresses of one kind are the same screen; None for what nobody opens.

    The views `of_types` are one screen for each type of page.
    """
    if not path.startswith("/admin/"):
        return None
    try:
        match = resolve(path)
    except Resolver404:
        return ("unknown", path)
    name = match.view_name
    if any(word in name for word in _NOT_OPENED) or ".xlsx" in path or ".csv" in path:
        return None
    last = name.rpartition(":")[2]
    if last in _SHARED and not name.startswith("wagtailadmin_pages"):
        return ("shared", last)
    page = match.kwargs.get("page_id") or match.kwargs.get("parent_page_id")
    is_form = name in of_types
    return (name, types.get(int(page)) if page and is_form else None, _of(match))


def _of(match) -> str:
    """The page type that a form is to make."""
    return str(match.kwargs.get("content_type_model_name", ""))
