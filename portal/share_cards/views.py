"""The share picture of a page, drawn when somebody first asks for it."""

from datetime import timedelta
from io import BytesIO

from django.core.files.storage import default_storage
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe
from PIL import Image
from wagtail.models import Page

from portal.guard.attempts import Limit
from portal.guard.read_limit import too_often
from portal.guard.responses import try_later
from portal.models import PortalImage, PortalPage, SiteSettings
from portal.share_cards import addresses, files
from portal.share_cards.cards import ShareCard

#: New pictures for one visitor; those that are drawn already are not counted.
LIMIT = Limit(times=60, per=timedelta(minutes=1))
_TYPES = {"png": "image/png", "jpg": "image/jpeg"}


@require_safe
def picture(request: HttpRequest, page_id: int, name: str) -> HttpResponse:
    """The picture, if the name is that of what the page says now.

    Any other name leads to the present one, so that a link shared long ago keeps its
    picture and nobody has more than one picture of a page drawn.
    """
    now = timezone.now()
    settings, _lines = SiteSettings.for_request(request, timezone.localdate(now))
    page_id, card = addresses.card_at(_public_page(page_id), settings)
    version = addresses.version_of(card, settings)
    if name != f"{version}.{card.extension}":
        present = redirect(addresses.address(page_id, card, settings))
        patch_cache_control(present, public=True, max_age=300)
        return present
    content = files.kept(page_id, version, card.extension)
    if content is None:
        if wait := too_often("share_picture", request, now, LIMIT):
            return try_later(HttpResponse(), wait, status=429)
        content = files.drawn_once(
            page_id, version, card.extension, lambda: _drawn(card, settings)
        )
    response = HttpResponse(content, content_type=_TYPES[card.extension])
    patch_cache_control(response, public=True, max_age=604_800, immutable=True)
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _public_page(page_id: int) -> PortalPage | None:
    """The page if everybody may read it; 404 if not; None for the portal itself."""
    if page_id == addresses.PORTAL:
        return None
    plain = Page.objects.live().filter(pk=page_id).first()
    model = plain.specific_class if plain else None
    if model is None or not issubclass(model, PortalPage):
        raise Http404
    found = model.objects.live().public().for_reading().filter(pk=page_id).first()
    if found is None:
        raise Http404
    return found


def _drawn(card: ShareCard, settings: SiteSettings) -> bytes:
    # fontTools, which reads the drawings, costs every process memory: only who draws.
    from portal.share_cards.canvas import draw

    return draw(
        card,
        portal=settings.portal_name,
        unit=settings.unit_short_name,
        cover=_cover(card.cover),
    )


def _cover(pk: int | None) -> Image.Image | None:
    """The cover as it was cut for shared links; None where its file is gone."""
    image = PortalImage.objects.filter(pk=pk).first() if pk else None
    if image is None:
        return None
    try:
        with default_storage.open(_smallest(image)) as file:
            opened = Image.open(BytesIO(file.read()))
            opened.load()
            return opened
    except (OSError, ValueError):
        return None


def _smallest(image: PortalImage) -> str:
    """The smallest JPEG tall enough for the panel, else what was uploaded."""
    cut = image.renditions.filter(filter_spec__endswith="format-jpeg", height__gte=600)
    found = cut.order_by("width").values_list("file", flat=True).first()
    return found or image.file.name
