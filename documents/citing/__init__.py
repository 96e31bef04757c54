"""Citations on the portal's pages: kept in an index, linked when shown, checked.

What an editor wrote is never rewritten: links are drawn on the way to the reader,
and a slip is mended only where the editor asks for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wagtail.models import PageQuerySet

    from documents.models import RegulationPage

__all__ = ["pages_citing"]


def pages_citing(regulation: RegulationPage) -> PageQuerySet:
    """The public pages whose text names the act, newest first; not the act itself."""
    from documents.citing import index  # models may import this package

    return index.pages_citing(regulation)
