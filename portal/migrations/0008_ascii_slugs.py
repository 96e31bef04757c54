"""Addresses with marks become plain letters; the old ones lead to the new."""

from itertools import count

from django.db import migrations

from portal.vietnamese import fold

LONGEST_PATH = 255


def ascii_slugs(apps, schema_editor):
    Page = apps.get_model("wagtailcore", "Page")
    before = {}
    rows = Page.objects.filter(depth__gt=1).order_by("path")
    for key, slug in rows.values_list("pk", "slug"):
        if not slug.isascii():
            _rename(Page, Page.objects.get(pk=key), before)
    _write_drafts(apps, before)
    _redirect(apps, before)


def _rename(Page, page, before):
    """Move the page and all below it; note where each was."""
    page.slug = _free(Page, page)
    old = page.url_path
    new = f"{old.rstrip('/').rpartition('/')[0]}/{page.slug}/"
    Page.objects.filter(pk=page.pk).update(slug=page.slug)
    for row in Page.objects.filter(path__startswith=page.path, url_path__startswith=old):
        before.setdefault(row.pk, row.url_path)
        moved = new + row.url_path[len(old) :]
        Page.objects.filter(pk=row.pk).update(url_path=moved)


def _free(Page, page):
    plain = fold(page.slug)
    plain = "".join(c if c.isascii() and (c.isalnum() or c == "_") else " " for c in plain)
    base = "-".join(plain.split())[:240] or "trang"
    siblings = Page.objects.filter(path__startswith=page.path[:-4], depth=page.depth)
    taken = set(siblings.values_list("slug", flat=True))
    numbered = (f"{base}-{n}" if n > 1 else base for n in count(1))
    return next(slug for slug in numbered if slug not in taken)


def _write_drafts(apps, before):
    """A draft that is published later shall not bring its old address back."""
    Page = apps.get_model("wagtailcore", "Page")
    Revision = apps.get_model("wagtailcore", "Revision")
    slugs = dict(Page.objects.filter(pk__in=before).values_list("pk", "slug"))
    for key, slug in slugs.items():
        drafts = Revision.objects.filter(
            object_id=str(key), base_content_type__app_label="wagtailcore"
        )
        for draft in drafts:
            said = str(draft.content.get("slug", ""))
            if not said.isascii():
                draft.content["slug"] = slug
                draft.save(update_fields=["content"])


def _redirect(apps, before):
    Page = apps.get_model("wagtailcore", "Page")
    Site = apps.get_model("wagtailcore", "Site")
    Redirect = apps.get_model("wagtailredirects", "Redirect")
    now = dict(Page.objects.filter(pk__in=before).values_list("pk", "url_path"))
    for site in Site.objects.select_related("root_page"):
        root = site.root_page.url_path
        old_root = before.get(site.root_page_id, root)
        for key, old in before.items():
            path = f"/{old[len(old_root) :].strip('/')}"
            new_path = f"/{now[key][len(root) :].strip('/')}"
            if not old.startswith(old_root) or len(path) > LONGEST_PATH:
                continue
            if path == new_path:  # only the site's own root has a new address
                continue
            Redirect.objects.get_or_create(
                old_path=path,
                site=site,
                defaults={"redirect_page_id": key, "automatically_created": True},
            )


class Migration(migrations.Migration):
    dependencies = [
        ("portal", "0007_search_coded"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
        ("wagtailredirects", "0008_add_verbose_name_plural"),
    ]

    operations = [migrations.RunPython(ascii_slugs, migrations.RunPython.noop)]
