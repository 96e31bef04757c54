"""A reader asks to be told of changes of an act, or of all of them."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from documents.alerts.news import KIND
from documents.models import RegulationIndexPage, RegulationPage
from portal.page_views import page_view
from portal.subscriptions.views import SubscriptionOffer, follow


@page_view(RegulationIndexPage, "theo-doi/", name="follow")
def follow_library(index, request: HttpRequest) -> HttpResponse:
    """A reader asks to be told by e-mail of every change."""
    offer = SubscriptionOffer(
        KIND,
        heading=_("A letter when an act changes"),
        lead=_(
            "At most one letter a day: acts new to the library, changes published, "
            "changes that count from that day."
        ),
        back=_("Back to the library"),
        feed_url=f"{index.get_url(request)}rss/",
    )
    return follow(index, request, offer)


@page_view(RegulationPage, "theo-doi/", name="follow")
def follow_act(act, request: HttpRequest) -> HttpResponse:
    """A reader asks to be told by e-mail when this act changes."""
    name = {"symbol": act.symbol}
    offer = SubscriptionOffer(
        KIND,
        heading=_("A letter when %(symbol)s changes") % name,
        lead=_(
            "One letter when a change of this act is published, and one on the day it "
            "counts from."
        ),
        back=_("Back to %(symbol)s") % name,
        key=str(act.pk),
        feed_url=f"{act.get_url(request)}rss/",
        name=act.symbol,
    )
    return follow(act, request, offer)
