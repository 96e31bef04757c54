"""What an official changes without an engineer: names, contacts, banner lines."""

from datetime import date
from typing import NamedTuple, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, FilteredRelation, Q
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
)
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import Orderable, Site

from portal.kept_queries import KeptQuery, Parameter
from portal.sites import site_of


class ShownLine(NamedTuple):
    """A banner line as readers see it."""

    text: str
    url: str


@register_setting(icon="cog")
class SiteSettings(ClusterableModel, BaseSiteSetting):
    """The unit that runs the portal, as header and footer name it."""

    portal_name = models.CharField(
        _("portal name"), max_length=120, default="Cổng phổ biến sáng kiến"
    )
    unit_name = models.CharField(
        _("unit"),
        max_length=200,
        default="Sở Khoa học và Công nghệ tỉnh Lạng Sơn",
        help_text=_("The unit's full name, as on its seal."),
    )
    unit_short_name = models.CharField(
        _("unit, short"),
        max_length=80,
        default="Sở KH&CN tỉnh Lạng Sơn",
        help_text=_("Shown on narrow screens."),
    )
    emblem = models.ForeignKey(
        "portal.PortalImage",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("emblem"),
        help_text=_("Stands beside the portal's name in place of the star."),
    )
    parent_portal_name = models.CharField(
        _("parent portal"), max_length=120, blank=True
    )
    parent_portal_url = models.URLField(_("parent portal address"), blank=True)
    responsible_person = models.CharField(
        _("person responsible"),
        max_length=200,
        blank=True,
        help_text=_("Name and position of who answers for the content."),
    )
    address = models.CharField(_("address"), max_length=255, blank=True)
    phone = models.CharField(_("telephone"), max_length=40, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    footer_text = models.TextField(
        _("footer text"),
        blank=True,
        max_length=300,
        default=(
            "Nơi người làm việc ở cơ sở tìm quy định, đăng ký tập huấn "
            "và học lại cách làm hay của nhau."
        ),
    )

    panels = [
        MultiFieldPanel(
            [
                FieldPanel("portal_name"),
                FieldPanel("unit_name"),
                FieldPanel("unit_short_name"),
                FieldPanel("emblem"),
            ],
            heading=_("Unit"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("responsible_person"),
                FieldPanel("address"),
                FieldRowPanel([FieldPanel("phone"), FieldPanel("email")]),
                FieldPanel("footer_text"),
            ],
            heading=_("Footer"),
        ),
        MultiFieldPanel(
            [FieldPanel("parent_portal_name"), FieldPanel("parent_portal_url")],
            heading=_("Parent portal"),
        ),
        InlinePanel(
            "banners",
            heading=_("Banner lines"),
            label=_("Banner line"),
            help_text=_("A line at the top of every page, between two days."),
        ),
    ]

    class Meta:
        verbose_name = _("Portal and unit")

    def __str__(self) -> str:
        return self.portal_name

    @classmethod
    def of_default_site(cls) -> Self:
        """For letters and papers, which no request asks for; without a site, empty."""
        site = Site.objects.filter(is_default_site=True).first()
        return cls.for_site(site) if site else cls()

    @classmethod
    def for_request(
        cls, request: HttpRequest, day: date
    ) -> tuple[Self, list[ShownLine]]:
        """The same for the site a request is to, read once per request."""
        if not hasattr(request, "_portal_settings"):
            site = site_of(request)
            request._portal_settings = cls.with_banners(site, day)
        return request._portal_settings

    @classmethod
    def with_banners(cls, site: Site, day: date) -> tuple[Self, list[ShownLine]]:
        """The site's settings and the banner lines of that day, in one query.

        A line shows from its first to its last day; an expired one is gone.
        """
        if site is None or not (rows := _with_banners.rows(site=site.pk, day=day)):
            return cls.for_site(site), []
        lines = [ShownLine(row.text, row.url) for row in rows if row.text]
        return rows[0], lines


def _rows_with_banners(site: Parameter, day: Parameter) -> models.QuerySet:
    shown = FilteredRelation(
        "banners",
        condition=Q(banners__ends_on__gte=day)
        & (Q(banners__starts_on=None) | Q(banners__starts_on__lte=day)),
    )
    return (
        SiteSettings.objects.filter(site=site)
        .annotate(shown=shown, text=F("shown__text"), url=F("shown__url"))
        .order_by("shown__sort_order")
    )


_with_banners = KeptQuery(
    _rows_with_banners, site=models.IntegerField(), day=models.DateField()
)


class BannerLine(Orderable):
    """A static line above the header. It always ends: none hangs on for years."""

    settings = ParentalKey(
        SiteSettings, on_delete=models.CASCADE, related_name="banners"
    )
    text = models.CharField(_("text"), max_length=160)
    url = models.URLField(_("link"), blank=True)
    starts_on = models.DateField(_("from"), null=True, blank=True)
    ends_on = models.DateField(_("to"), help_text=_("The last day it is shown."))

    panels = [
        FieldPanel("text"),
        FieldPanel("url"),
        FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("banner line")
        verbose_name_plural = _("banner lines")

    def __str__(self) -> str:
        return self.text

    def clean(self) -> None:
        super().clean()
        if self.starts_on and self.ends_on and self.starts_on > self.ends_on:
            raise ValidationError(
                {"ends_on": _("The last day is before the first one.")}
            )
