"""The path of a conference: what is done, what comes next, and reasons for the rest."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from events.models import Charge
from events.organising.assignments import assign
from events.organising.path import path_of, phase_at
from events.organising.steps import PathPhase, Step, steps_of
from events.tests.reports import scene
from events.tests.scenario import add_event, invite, register, somebody

BEFORE, TODAY, AFTER = PathPhase
states = st.sampled_from(
    [{"url": "/x/"}, {"url": "/x/", "is_done": True}, {"waits": "–"}]
    + [{"url": "/x/", "is_done": True, "is_stale": True}]
    + [{"url": "/x/", "is_at_hand": True}]
)
steps = st.builds(
    lambda phase, order, state: Step(phase, order, "x", **state),
    st.sampled_from(PathPhase),
    st.integers(0, 99),
    states,
)


@given(st.lists(steps), st.sampled_from(PathPhase))
def test_the_next_step_can_be_taken_and_is_of_the_nearest_phase(found, phase):
    path = path_of(found, phase)
    opened = {step.phase for step in found if step.is_open}
    assert (path.upcoming is None) == (not opened)
    if path.upcoming:
        assert path.upcoming.is_open
        phases = list(PathPhase)
        here = phases.index(phase)
        order = [*phases[here:], *reversed(phases[:here])]
        assert path.upcoming.phase == next(one for one in order if one in opened)


@given(st.lists(steps), st.sampled_from(PathPhase))
def test_no_step_is_lost_and_none_is_counted_twice(found, phase):
    parts = path_of(found, phase).parts
    assert sorted(map(id, found)) == sorted(id(s) for p in parts for s in p.steps)
    assert all(0 <= part.finished <= part.counted <= len(part.steps) for part in parts)
    assert sum(part.is_now for part in parts) <= 1
    assert not any(part.is_folded and part.is_waiting for part in parts)


@pytest.mark.django_db
class TestScreen:
    @pytest.fixture(autouse=True)
    def _front(self, front):
        """The tree of pages."""

    @pytest.fixture
    def event(self):
        return scene.conference()

    @pytest.fixture
    def desk(self, client, django_user_model, event):
        """Somebody in charge of this conference alone."""
        user = django_user_model.objects.create_user("huulung")
        assign(user, Charge(events=(event.pk,)))
        client.force_login(user)
        return client

    def test_it_leads_from_before_to_after(self, desk, event, django_user_model):
        user = django_user_model.objects.get(username="huulung")
        start, end = event.starts_at, event.ends_at
        moments = (
            (start - timedelta(days=9), BEFORE),
            (start - timedelta(minutes=30), TODAY),
            (end + timedelta(hours=1), AFTER),
        )
        for now, phase in moments:
            assert phase_at(event.terms, now) == phase
            found = steps_of(event, user, now)
            assert all(bool(step.url) or step.waits for step in found)
        scene.people(event)
        early, morning, evening = (
            path_of(steps_of(event, user, now), phase) for now, phase in moments
        )
        assert early.upcoming.phase == BEFORE
        assert morning.upcoming.phase == TODAY
        assert "ban-don-tiep" in morning.upcoming.url
        assert evening.upcoming.url == reverse("attendance", args=[event.pk])
        waiting = [step for step in evening.parts[-1].steps if step.waits]
        assert len(waiting) == 3
        scene.closed(event)
        later = steps_of(event, user, end + timedelta(hours=3))
        assert next(step for step in later if step.order == 50).url

    def test_attendance_closed_before_the_end_leads_on(self, event, django_user_model):
        user = django_user_model.objects.create_superuser("quan-tri")
        scene.people(event)
        scene.closed(event)
        now = event.ends_at - timedelta(minutes=20)
        path = path_of(steps_of(event, user, now), phase_at(event.terms, now))
        assert path.upcoming.phase == AFTER
        assert not [step for step in path.parts[1].steps if step.is_open]

    def test_an_agency_without_letter_or_answer_is_still_to_be_invited(
        self, event, django_user_model
    ):
        user = django_user_model.objects.create_superuser("quan-tri")
        invitation = invite(event)
        before = event.starts_at - timedelta(days=9)

        def is_done() -> bool:
            steps = steps_of(event, user, before)
            url = reverse("invitations", args=[event.pk])
            return next(step for step in steps if step.url == url).is_done

        assert not is_done()
        row = register(event, 1, now=before)
        row.invitation = invitation
        row.save()
        assert is_done()

    def test_the_screen_names_nobody_and_shows_no_dead_button(self, desk, event):
        rows = scene.people(event)
        page = desk.get(reverse("event_path", args=[event.pk]))
        words = page.content.decode()
        assert page.status_code == 200 and "no-store" in page["Cache-Control"]
        assert not [row.name for row in rows if row.name in words]
        assert "disabled" not in words.split('class="path-facts')[-1]
        linked = desk.get(reverse("registrations", args=[event.pk])).content.decode()
        for name in ("event_path", "attendance"):
            assert reverse(name, args=[event.pk]) in linked
        assert reverse("event_path", args=[event.pk]) in (
            desk.get(reverse("desk_events")).content.decode()
        )

    def test_somebody_elses_conference_has_no_path(self, desk):
        other = add_event(3, title="Lớp khác", slug="lop-khac")
        answer = desk.get(reverse("event_path", args=[other.pk]))
        assert answer.status_code == 404

    def test_it_asks_no_more_for_many_people(self, desk, event):
        url = reverse("event_path", args=[event.pk])

        def asked() -> int:
            with CaptureQueriesContext(connection) as found:
                assert desk.get(url).status_code == 200
            return len(found)

        before = event.starts_at - timedelta(days=2)
        for number in range(2):
            register(event, number, attendee=somebody(number), now=before)
        asked()
        few = asked()
        for number in range(2, 12):
            register(event, number, attendee=somebody(number), now=before)
        assert asked() <= few
