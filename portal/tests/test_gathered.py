"""Search words and references come out as if they were written at each save."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django_tasks.signals import task_finished
from wagtail.models import ReferenceIndex
from wagtail.search.models import IndexEntry

from events.models import EventIndexPage, EventPage
from events.tests.factories import EventFactory
from portal.models import Locality
from portal.tests import gathered
from portal.tests.prepared import lay_down


@pytest.fixture
def done():
    """The names of the tasks that were done."""
    names: list[str] = []

    def note(sender, task_result, **words):
        names.append(task_result.task.name)

    task_finished.connect(note)
    yield names
    task_finished.disconnect(note)


def published() -> EventPage:
    event = EventFactory.build(title="Lớp mẫu", locality=Locality.objects.first())
    EventIndexPage.objects.get().add_child(instance=event)
    event.save_revision().publish()
    return event


def written(event: EventPage) -> tuple[set, set]:
    """What stands of it in the search index and in the index of references."""
    kinds = [ContentType.objects.get_for_model(EventPage)]
    entries = IndexEntry.objects.filter(content_type__in=kinds, object_id=event.pk)
    references = ReferenceIndex.get_references_for_object(event)
    return (
        set(entries.values_list("content_type", "title")),
        set(references.values_list("model_path", "to_object_id")),
    )


def test_gathered_or_not_the_same_is_written(front, done):
    at_once = written(published())
    each_save = len(done)
    done.clear()
    with gathered.at_the_end():
        event = published()
        assert done == []
    assert len(done) == len(set(done)) < each_save
    assert written(event) == at_once and all(at_once)


def test_what_fails_leaves_nothing_to_be_written(front, done):
    with pytest.raises(ZeroDivisionError), gathered.at_the_end():
        published()
        _ = 1 / 0
    assert done == []


def add_class() -> None:
    EventIndexPage.objects.get().add_child(
        instance=EventPage(title="Lớp mẫu", starts_on="2030-05-14", venue="Nhà")
    )


@pytest.mark.parametrize("time", [1, 2])
def test_beside_rows_laid_down_others_can_be_made(front, time):
    lay_down(add_class)
    made = EventPage.objects.get()
    assert made.get_parent().specific == EventIndexPage.objects.get()
    other = published()
    assert other.pk > made.pk
    assert [*EventPage.objects.order_by("path")] == [made, other]
