"""Every address of the portal that is not a page of the tree."""

from django.conf import settings
from django.urls import include, path, re_path
from django.views.decorators.cache import cache_control
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.contrib.sitemaps.views import index as sitemap_index
from wagtail.contrib.sitemaps.views import sitemap
from wagtail.documents import urls as wagtaildocs_urls

from documents.acts.views import akoma_ntoso, stable_addresses
from documents.acts.views import data as library_data
from documents.initiatives.views import showcase
from documents.models import InitiativePage, RegulationPage
from events.models import EventPage
from guides.models import FormPage, GuidePage
from guides.views import open_data
from home.models import ArticlePage
from portal.metrics import views as metrics
from portal.offline import views as offline
from portal.search import api as search_data
from portal.search import views as search_views
from portal.share_cards import views as share_cards
from portal.subscriptions import views as subscriptions
from portal.views import feedback, health, media, pages, robots
from portal.views import sitemap as sitemap_views
from questions.models import AnswerPage

handler400 = "portal.views.faults.unreadable"
handler500 = "portal.views.faults.server_error"

# Made of every page there is, for machines that come again and again.
_for_minutes = cache_control(public=True, max_age=300)
# As the page that says the same. A refusal stays `no-store`, which counts.
_for_seconds = cache_control(public=True, max_age=10)
_sitemaps = sitemap_views.sitemaps_by_kind(
    {
        "van-ban": RegulationPage,
        "sang-kien": InitiativePage,
        "tin-tuc": ArticlePage,
        "hoi-nghi": EventPage,
        "huong-dan": GuidePage,
        "bieu-mau": FormPage,
        "hoi-dap": AnswerPage,
    }
)

urlpatterns = [
    path("healthz", health.alive, name="healthz"),
    path("readyz", health.ready, name="readyz"),
    path("metrics", metrics.metrics, name="metrics"),
    path("robots.txt", robots.robots, name="robots"),
    path(
        "sitemap.xml",
        _for_minutes(sitemap_index),
        {"sitemaps": _sitemaps, "sitemap_url_name": "sitemap_of_kind"},
        name="sitemap",
    ),
    path(
        "sitemap-<slug:section>.xml",
        _for_minutes(sitemap),
        {"sitemaps": _sitemaps},
        name="sitemap_of_kind",
    ),
    path(
        "so-do-trang/",
        _for_minutes(sitemap_views.sitemap_tree),
        name="sitemap_tree",
    ),
    path("sw.js", offline.worker, name="offline_worker"),
    path("manifest.webmanifest", offline.manifest, name="manifest"),
    path("da-luu/", offline.saved, name="saved"),
    path("van-ban.json", library_data.library_json, name="library_json"),
    path("sang-kien.json", showcase.showcase_json, name="showcase_json"),
    path("van-ban/<str:slug>.json", library_data.act_json, name="act_json"),
    path("van-ban/<str:slug>.xml", akoma_ntoso.act_xml, name="act_xml"),
    # By type, number, year and issuer: an act's page has an address that no such is.
    re_path(
        r"^van-ban/(?P<kind>[^\W\d_][^/]*)/(?P<number>\d{1,5}(?:\.\d{1,2}|[a-zđ]{0,3}))"
        r"(?:/(?P<year>(?:19|20)\d\d))?(?:/(?P<issuer>[a-z][0-9a-z-]*))?/?$",
        stable_addresses.act_by_number,
        name="act_by_number",
    ),
    path("theo-doi/<str:token>/", subscriptions.confirm, name="follow_confirm"),
    path("theo-doi/<str:token>/huy/", subscriptions.stop, name="follow_stop"),
    path("tim-kiem/", search_views.results, name="search"),
    path("tim-kiem.json", _for_seconds(search_data.search_json), name="search_json"),
    path("tim-kiem/goi-y.json", search_data.suggest, name="search_suggest"),
    path("tim-kiem.xml", search_data.description, name="search_description"),
    path(
        "anh-chia-se/<int:page_id>-<str:name>",
        share_cards.picture,
        name="share_picture",
    ),
    path("phan-hoi/<int:page_id>/", feedback.feedback, name="feedback"),
    path("du-lieu-mo/openapi.json", open_data.openapi, name="openapi"),
    path("du-lieu-mo/<str:name>", open_data.bulk_file, name="bulk_file"),
    path("", include("documents.initiatives.urls")),
    path("", include("events.urls")),
    path("", include("questions.urls")),
    path("tep/", include(wagtaildocs_urls)),
    path("", include("portal.sign_in.urls")),
    path("admin/", include(wagtailadmin_urls)),
]

if settings.MEDIA_URL.startswith("/"):
    urlpatterns.append(
        path(f"{settings.MEDIA_URL.strip('/')}/<path:path>", media.serve, name="media")
    )

# Ours finds the page faster; Wagtail's stays for its name and its log-in pages. A
# calendar file belongs to its page, and a file's address ends in no slash.
urlpatterns += [
    re_path(r"^((?:[\w-]+/)+lich\.ics)$", pages.serve),
    re_path(wagtail_urls.serve_pattern, pages.serve),
    path("", include(wagtail_urls)),
]
