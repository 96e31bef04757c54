"""What an empty installation starts with."""

import pytest
from django.contrib.auth.models import Group
from wagtail.models import Collection, GroupPagePermission, Page, Site, Workflow

from documents.models import DocumentType, Issuer
from home.models import HomePage
from home.setup import EDITORS, MODERATORS, ROOMS, prepare_site
from portal.models import Locality

pytestmark = pytest.mark.django_db


def test_a_second_run_changes_nothing(front):
    before = {
        model: model.objects.count()
        for model in (Page, Group, GroupPagePermission, Locality, Issuer, DocumentType)
    }
    assert prepare_site().pk == front.pk
    assert {model: model.objects.count() for model in before} == before


def test_the_rooms_stand_under_the_front_page_and_in_the_menu(front):
    assert Site.objects.get().root_page_id == front.pk
    children = front.get_children().live().in_menu().order_by("path")
    assert [page.slug for page in children] == [slug for _type, _title, slug in ROOMS]


def test_an_official_may_rename_a_room(front):
    page = front.get_children().get(slug="tin-tuc").specific
    page.title = "Tin và bài"
    page.save_revision().publish()
    prepare_site()
    assert front.get_children().filter(title="Tin và bài").count() == 1
    assert HomePage.objects.count() == 1


def test_editors_write_and_only_moderators_publish(front):
    def rights(name: str) -> set[str]:
        rows = GroupPagePermission.objects.filter(group__name=name, page=front)
        return set(rows.values_list("permission__codename", flat=True))

    assert rights(EDITORS) == {"add_page", "change_page"}
    assert "publish_page" in rights(MODERATORS)


def test_the_workflow_stands_on_the_whole_site(front):
    workflow = Workflow.objects.get(name="Duyệt tin bài")
    assert front.get_workflow() == workflow
    task = workflow.workflow_tasks.get().task.specific
    assert [group.name for group in task.groups.all()] == [MODERATORS]


def test_districts_ended_with_june_2025(front):
    district = Locality.objects.get(name="Chi Lăng", kind="district")
    assert district.valid_to.isoformat() == "2025-06-30"
    assert str(district.parent) == "Tỉnh Lạng Sơn"


def test_the_site_follows_the_environment(front, settings):
    settings.SITE_URL = "https://sangkien.example"
    prepare_site()
    site = Site.objects.get()
    assert (site.hostname, site.port) == ("sangkien.example", 443)
    assert site.root_page_id == front.pk


def test_no_english_name_is_left_in_the_tree(front):
    assert Page.get_first_root_node().title == "Cây trang"
    assert Collection.get_first_root_node().name == "Thư mục gốc"
