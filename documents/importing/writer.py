"""Acts written many at a time, to leave behind what publishing one by one leaves.

The tree, the revisions, the history, Wagtail's indexes and whatever follows from
`page_published` end up alike; only the number of queries differs.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import count

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from wagtail.models import Page, PageLogEntry, ReferenceIndex, Revision
from wagtail.search.backends import get_search_backends
from wagtail.signals import page_published, published

from documents.models import (
    JointIssuer,
    RegulationEffect,
    RegulationIndexPage,
    RegulationPage,
)
from documents.models.identity import read_symbol, slugs
from documents.models.issuers import joint_keys
from portal.page_tree.insertion import free_paths, insert_pages

BATCH = 100
# What all acts of a batch share once they are complete.
_STATE = (
    "live",
    "has_unpublished_changes",
    "first_published_at",
    "last_published_at",
    "latest_revision_created_at",
)


class BatchWriter:
    """Puts new acts under a library page.

    `add` gives each a place and a key, so that effects may point at any of them;
    `complete` writes their effects and revisions, and publishes them if asked to.
    """

    def __init__(
        self, parent: RegulationIndexPage, *, publish: bool, now: datetime, user=None
    ) -> None:
        self.parent, self.publish, self.now, self.user = parent, publish, now, user
        self._type = ContentType.objects.get_for_model(RegulationPage)
        self._base_type = ContentType.objects.get_for_model(Page)
        siblings = parent.get_children()
        self._slugs = set(siblings.order_by().values_list("slug", flat=True))

    @transaction.atomic
    def add(self, acts: Sequence[RegulationPage]) -> None:
        """Store new acts as drafts without effects, in the order given."""
        for act, path in zip(acts, free_paths(self.parent, len(acts)), strict=False):
            read_symbol(act)
            act.joint_keys = joint_keys(act)
            act.slug = next(slug for slug in slugs(act) if slug not in self._slugs)
            self._slugs.add(act.slug)
            act.path, act.depth = path, self.parent.depth + 1
            act.draft_title, act.locale_id = act.title, self.parent.locale_id
            act.content_type, act.owner = self._type, self.user
            act.url_path = f"{self.parent.url_path}{act.slug}/"
            act.live, act.has_unpublished_changes = False, True
        for act, page in zip(acts, insert_pages(acts), strict=True):
            act.pk = act.id = page.pk
            act.save_base(raw=True, force_insert=True)
        self.parent.numchild += len(acts)
        Page.objects.filter(pk=self.parent.pk).update(numchild=self.parent.numchild)
        self._log(acts, "wagtail.create")

    @transaction.atomic
    def complete(self, acts: Sequence[RegulationPage]) -> None:
        """Write effects, fields and joint issuers, taken as set, and publish."""
        if not acts:
            return
        RegulationEffect.objects.bulk_create(
            _numbered(effect for act in acts for effect in _owned(act))
        )
        JointIssuer.objects.bulk_create(
            row for act in acts for row in _joint_issuers(act)
        )
        through = RegulationPage.fields.through
        through.objects.bulk_create(
            through(regulationpage_id=act.pk, field_id=field.pk)
            for act in acts
            for field in act.fields.all()
        )
        revisions = self._revise(acts)
        Page.objects.bulk_update(acts, ["latest_revision", "live_revision"])
        Page.objects.filter(pk__in=[act.pk for act in acts]).update(
            **{name: getattr(acts[0], name) for name in _STATE}
        )
        for backend in get_search_backends(with_auto_update=True):
            backend.add_bulk(RegulationPage, acts)
        for act in acts:
            ReferenceIndex.create_or_update_for_object(act)
        if self.publish:
            self._log(acts, "wagtail.publish")
            for act, revision in zip(acts, revisions, strict=True):
                facts = {"instance": act, "revision": revision}
                page_published.send(sender=RegulationPage, **facts)
                published.send(sender=RegulationPage, **facts)

    def _revise(self, acts: Sequence[RegulationPage]) -> list[Revision]:
        for act in acts:
            act.latest_revision_created_at = self.now
            if self.publish:
                act.live, act.has_unpublished_changes = True, False
                act.first_published_at = act.last_published_at = self.now
        revisions = Revision.objects.bulk_create(
            Revision(
                content_type=self._type,
                base_content_type=self._base_type,
                object_id=str(act.pk),
                created_at=self.now,
                user=self.user,
                object_str=str(act),
                content=act.serializable_data(),
            )
            for act in acts
        )
        for act, revision in zip(acts, revisions, strict=True):
            act.latest_revision = revision
            act.live_revision = revision if self.publish else None
        return revisions

    def _log(self, acts: Sequence[RegulationPage], action: str) -> None:
        PageLogEntry.objects.bulk_create(
            PageLogEntry(
                content_type=self._type,
                page_id=act.pk,
                label=act.get_admin_display_title(),
                action=action,
                user=self.user,
                timestamp=self.now,
                revision=act.latest_revision,
                content_changed=True,
                data={},
            )
            for act in acts
        )


def _owned(act: RegulationPage) -> Iterable[RegulationEffect]:
    for effect in act.effects.all():
        effect.source = act
        yield effect


def _joint_issuers(act: RegulationPage) -> Iterable[JointIssuer]:
    for place, row in enumerate(act.joint_issuers.all()):
        row.regulation, row.sort_order = act, place
        yield row


def _numbered(effects: Iterable[RegulationEffect]) -> list[RegulationEffect]:
    """Each source's effects in their order."""
    places: dict[int, count] = {}
    found = list(effects)
    for effect in found:
        effect.sort_order = next(places.setdefault(effect.source_id, count()))
    return found
