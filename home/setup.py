"""The page tree, groups and workflow that every installation starts from."""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Site,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from documents.importing.taxonomy import load_taxonomy
from documents.models import InitiativeIndexPage, RegulationIndexPage
from events.models import EventIndexPage
from events.organising.assignments import OF_ANSWERERS, ORGANISERS
from guides.models import FormIndexPage, GuideIndexPage, OpenDataPage
from home.models import HomePage, NewsIndexPage
from home.permission_names import name_permissions
from portal.models import SiteSettings
from portal.reference import load_localities
from portal.slugs import free_slug, numbered
from questions.models import ContactPage, QuestionIndexPage, QuestionTopic

EDITORS = "Biên tập viên"
MODERATORS = "Người duyệt"

ROOMS = (
    (NewsIndexPage, "Tin tức", "tin-tuc"),
    (EventIndexPage, "Hội nghị", "su-kien"),
    (RegulationIndexPage, "Văn bản", "van-ban"),
    (InitiativeIndexPage, "Sáng kiến", "sang-kien"),
    (QuestionIndexPage, "Hỏi đáp", "hoi-dap"),
)
CONTACT = ("Liên hệ và gửi câu hỏi", "lien-he")
QUESTION_TOPICS = {
    "tac-gia": "Tác giả và quyền lợi",
    "ho-so": "Hồ sơ, biểu mẫu",
    "cong-nhan": "Xét và công nhận",
    "muc-chi": "Mức chi, tiền thưởng",
    "hoi-nghi": "Dự hội nghị, tập huấn",
    "viec-khac": "Việc khác",
}
# In no menu: the footer and the front page lead there.
BESIDE = (
    (GuideIndexPage, "Hướng dẫn từng bước", "huong-dan"),
    (FormIndexPage, "Biểu mẫu", "bieu-mau"),
    (OpenDataPage, "Dữ liệu mở", "du-lieu-mo"),
)

_IN_MENU = {slug for _type, _title, slug in ROOMS}

_WRITE = ("add_page", "change_page")
_PUBLISH = (*_WRITE, "publish_page", "lock_page", "unlock_page")
_FILES = (
    "add_portalimage",
    "change_portalimage",
    "choose_portalimage",
    "add_portaldocument",
    "change_portaldocument",
    "choose_portaldocument",
)
_SHARED_LISTS = (
    "locality",
    "organisation",
    "person",
    "newstopic",
    "issuer",
    "questiontopic",
    "field",
    "searchsynonym",
    "searchpromotion",
)
_OF_ORGANISERS = (
    *(f"{verb}_{name}" for verb in ("add", "change") for name in _SHARED_LISTS[:3]),
    "export_registration",
)
# Who answers requests about personal data has to find whoever asks.
_OF_MODERATORS = (
    *OF_ANSWERERS,
    "delete_organisation",
    "see_attendees",
    "view_attendeeaccess",
    "change_initiativeauthor",
    "change_mistakereport",
    "change_papertemplate",
    "change_question",
    "publish_question",
    "view_questionaccess",
)
# What units send to the showcase is decided by whoever publishes there.
_SENT_IN = tuple(
    f"{verb}_{name}"
    for verb in ("add", "change", "delete", "view")
    for name in ("replication", "initiativesubmission", "need")
)


@transaction.atomic
def prepare_site() -> HomePage:
    """Make what is missing of tree, reference data, groups and workflow.

    What an official has renamed or moved since stays as it is. Returns the
    front page.
    """
    load_localities()
    load_taxonomy()
    _name_roots()
    name_permissions()
    front = _front_page()
    _site(front)
    is_new_desk = not QuestionIndexPage.objects.exists()
    for page_type, title, slug in (*ROOMS, *BESIDE):
        if not page_type.objects.exists():
            page = page_type(title=title, show_in_menus=slug in _IN_MENU)
            # An official may have put a page of the same name there before.
            page.slug = free_slug(numbered(slug), front.get_children())
            front.add_child(instance=page)
            page.save_revision().publish()
    _contact(front)
    for slug, title in QUESTION_TOPICS.items() if is_new_desk else ():
        QuestionTopic.objects.get_or_create(slug=slug, defaults={"title": title})
    _groups(front)
    return front


def _contact(front: HomePage) -> None:
    """The page with the form; an older page at its address keeps it."""
    title, slug = CONTACT
    if ContactPage.objects.exists():
        return
    if front.get_children().filter(slug=slug).exists():
        slug = "gui-cau-hoi"
    page = ContactPage(title=title, slug=slug, show_in_menus=False)
    front.add_child(instance=page)
    page.save_revision().publish()


def _name_roots() -> None:
    """Wagtail's first rows have English names, which the admin shows."""
    Page.objects.filter(depth=1, title="Root").update(
        title="Cây trang", draft_title="Cây trang"
    )
    Collection.objects.filter(depth=1, name="Root").update(name="Thư mục gốc")


def _front_page() -> HomePage:
    if front := HomePage.objects.first():
        return front
    root = Page.get_first_root_node()
    # Wagtail's first migration leaves a welcome page; it has no place here.
    for welcome in root.get_children().filter(slug="home"):
        welcome.delete()
    root.refresh_from_db()
    front = HomePage(title="Trang chủ", slug="trang-chu", seo_title="")
    root.add_child(instance=front)
    front.save_revision().publish()
    return front


def _site(front: HomePage) -> None:
    """The default site answers at SITE_URL, which the environment may change."""
    address = urlsplit(settings.SITE_URL)
    default_port = 443 if address.scheme == "https" else 80
    wanted = {"hostname": address.hostname, "port": address.port or default_port}
    site, created = Site.objects.get_or_create(
        is_default_site=True,
        defaults={
            **wanted,
            "site_name": settings.WAGTAIL_SITE_NAME,
            "root_page": front,
        },
    )
    if not created and any(getattr(site, name) != wanted[name] for name in wanted):
        site.hostname, site.port = wanted["hostname"], wanted["port"]
        site.save()
    SiteSettings.for_site(site)


def _groups(front: HomePage) -> None:
    moderators = _group("Moderators", MODERATORS)
    editors = _group("Editors", EDITORS)
    organisers, _created = Group.objects.get_or_create(name=ORGANISERS)
    root_folder = Collection.get_first_root_node()
    for group, on_front in ((editors, _WRITE), (moderators, _PUBLISH)):
        _allow_pages(group, front, on_front)
        _allow_files(group, root_folder)
        _allow_shared_lists(group)
    _allow_files(organisers, root_folder)
    # Over conferences the group has no right: each person's charge gives theirs.
    _allow(organisers, "access_admin", *_OF_ORGANISERS)
    _allow(moderators, *_OF_MODERATORS, *_SENT_IN)
    _workflow(front, moderators)


def _group(shipped_name: str, name: str) -> Group:
    """Wagtail ships two groups under English names: ours are the same rows."""
    Group.objects.filter(name=shipped_name).update(name=name)
    group, _created = Group.objects.get_or_create(name=name)
    _allow(group, "access_admin")
    # Rights over the invisible root let an editor make a second site.
    GroupPagePermission.objects.filter(
        group=group, page=Page.get_first_root_node()
    ).delete()
    return group


def _allow(group: Group, *codenames: str) -> None:
    group.permissions.add(*Permission.objects.filter(codename__in=codenames))


def _allow_pages(group: Group, page: Page, codenames: tuple[str, ...]) -> None:
    for permission in Permission.objects.filter(
        codename__in=codenames, content_type__app_label="wagtailcore"
    ):
        GroupPagePermission.objects.get_or_create(
            group=group, page=page, permission=permission
        )


def _allow_files(group: Group, folder: Collection) -> None:
    for permission in Permission.objects.filter(
        codename__in=_FILES, content_type__app_label="portal"
    ):
        GroupCollectionPermission.objects.get_or_create(
            group=group, collection=folder, permission=permission
        )


def _allow_shared_lists(group: Group) -> None:
    _allow(
        group,
        *(f"{verb}_{name}" for verb in ("add", "change") for name in _SHARED_LISTS),
        "view_searchmiss",
    )


def _workflow(front: HomePage, moderators: Group) -> None:
    Workflow.objects.filter(name="Moderators approval").update(name="Duyệt tin bài")
    GroupApprovalTask.objects.filter(name="Moderators approval").update(
        name="Người duyệt đọc và đồng ý"
    )
    workflow, created = Workflow.objects.get_or_create(name="Duyệt tin bài")
    if created or not workflow.workflow_tasks.exists():
        task, _created = GroupApprovalTask.objects.get_or_create(
            name="Người duyệt đọc và đồng ý"
        )
        WorkflowTask.objects.get_or_create(
            workflow=workflow, task=task, defaults={"sort_order": 0}
        )
    for row in workflow.workflow_tasks.select_related("task"):
        if isinstance(task := row.task.specific, GroupApprovalTask):
            task.groups.add(moderators)
    WorkflowPage.objects.get_or_create(page=front, defaults={"workflow": workflow})
