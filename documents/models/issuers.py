"""Who issued an act: the leading issuer is the act's own column, others stand beside.

One column says which issuer leads, because identity, address, status and every
listing ask for exactly one; a joint act adds a row for each that issued it together.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from documents.models.taxonomy import Issuer


class JointIssuer(Orderable):
    """An issuer of a joint act (liên tịch) beside the one that leads, in print's order.

    That none stands twice is the form's and the importer's to see: rows that trade
    places are saved one by one.
    """

    regulation = ParentalKey(
        "documents.RegulationPage",
        on_delete=models.CASCADE,
        related_name="joint_issuers",
    )
    issuer = models.ForeignKey(
        Issuer,
        models.PROTECT,
        related_name="joint_regulations",
        verbose_name=_("issuer"),
    )
    signer = models.CharField(_("signed by"), max_length=120, blank=True)
    signer_title = models.CharField(
        _("position of the signer"), max_length=160, blank=True
    )

    panels = [
        FieldPanel("issuer"),
        FieldRowPanel([FieldPanel("signer"), FieldPanel("signer_title")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("joint issuer")
        verbose_name_plural = _("joint issuers")

    def __str__(self) -> str:
        return str(self.issuer)


@dataclass(frozen=True, slots=True)
class SignedIssuer:
    """One issuer of an act, and who signed for it as far as that is known."""

    issuer: Issuer
    signer: str = ""
    position: str = ""

    @property
    def signed_by(self) -> str:
        """Name and position in one line; empty where neither is known."""
        return ", ".join(filter(None, (self.signer, self.position)))


def signed_issuers(act) -> list[SignedIssuer]:
    """Every issuer once with its signer, the leading one first."""
    lead = SignedIssuer(act.issuer, act.signer, act.signer_title)
    found = {act.issuer_id: lead}
    for row in _beside(act):
        if row.issuer_id:
            one = SignedIssuer(row.issuer, row.signer, row.signer_title)
            found.setdefault(row.issuer_id, one)
    return list(found.values())


_KNOWN = "_issuers_beside"


def with_known_issuers(acts: Iterable, names: Mapping[str, str]) -> None:
    """Give joint acts the issuers beside the leading one, whose names by key are known
    already: a list that counts by issuer has asked for them.
    """
    for act in acts:
        keys = act.joint_keys.split()
        if keys and all(key in names for key in keys):
            database, columns = act._state.db, ("id", "name")
            act.__dict__[_KNOWN] = [
                Issuer.from_db(database, columns, (int(key), names[key]))
                for key in keys
            ]


def issuers_of(act) -> list[Issuer]:
    """Every issuer once, the leading one first; no column of a signer is read."""
    if known := act.__dict__.get(_KNOWN):
        return [act.issuer, *known]
    found = {act.issuer_id: act.issuer}
    for row in _beside(act):
        if row.issuer_id:
            found.setdefault(row.issuer_id, row.issuer)
    return list(found.values())


def _beside(act) -> Iterable[JointIssuer]:
    """The rows beside the leading issuer; of a stored act only where it keeps keys."""
    is_draft = "joint_issuers" in act.__dict__.get("_cluster_related_objects", {})
    is_fetched = "joint_issuers" in act.__dict__.get("_prefetched_objects_cache", {})
    if is_draft or is_fetched or "joint_keys" in act.get_deferred_fields():
        return act.joint_issuers.all()
    if act.pk and not act.joint_keys:
        return ()
    return act.joint_issuers.select_related("issuer__territory")


def joined_names(issuers: Iterable[Issuer]) -> str:
    """The issuers as a citation names them: Bộ Tài chính, Bộ Nội vụ."""
    return ", ".join(issuer.name for issuer in issuers)


def named_issuers(codes: Iterable[str]) -> list[str]:
    """Abbreviations as people read them: “Bộ Tài chính (BTC)”, where one has it."""
    codes = list(codes)
    if not codes:
        return []
    rows = Issuer.objects.filter(abbreviation__in=codes)
    names: dict[str, list[str]] = {}
    for code, name in rows.values_list("abbreviation", "name"):
        names.setdefault(code, []).append(name)
    return [
        f"{names[code][0]} ({code})" if len(names.get(code, ())) == 1 else code
        for code in codes
    ]


def joint_keys(act) -> str:
    """The keys of those beside the leading issuer, as the act keeps them: “4 12”."""
    keys = dict.fromkeys(row.issuer_id for row in act.joint_issuers.all())
    keys.pop(act.issuer_id, None)
    return " ".join(str(key) for key in keys if key)
