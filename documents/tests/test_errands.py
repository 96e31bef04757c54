"""What waits in the library and the showcase, for whoever may decide on it."""

from datetime import UTC, date, datetime

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from documents import errands
from documents.models import Field, InitiativeSubmission, Need, Replication
from documents.models.reports import MistakeReport
from documents.tests.act_factories import add_act, add_effect, add_verified
from documents.tests.contributions import add_moderator
from documents.tests.initiative_factories import add_initiative
from home.setup import EDITORS

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("front")]
NOW = datetime(2030, 3, 1, 2, 0, tzinfo=UTC)


@pytest.fixture
def moderator():
    return add_moderator()


@pytest.fixture
def editor(django_user_model):
    user = django_user_model.objects.create_user("viet")
    user.groups.add(Group.objects.get(name=EDITORS))
    return user


def found(source, user) -> list:
    return list(source(user, NOW))


def add_need() -> Need:
    field = Field.objects.get(slug="y-te")
    facts = {"title": "Cách nhắc hẹn", "text": "Quên.", "unit": "Trạm Mẫu"}
    return Need.objects.create(field=field, sent_at=NOW, **facts)


def add_replication() -> Replication:
    return Replication.objects.create(
        initiative=add_initiative(), unit="Trường Mẫu", sent_at=NOW
    )


def add_proposal() -> InitiativeSubmission:
    number = InitiativeSubmission.objects.count()
    return InitiativeSubmission.objects.create(
        token_hash=f"{number:064}",
        state="sent",
        created_at=NOW,
        saved_at=NOW,
        sent_at=NOW,
        expires_at=NOW,
    )


@pytest.mark.parametrize(
    ("source", "add", "address", "done"),
    [
        (errands.needs, add_need, "nhu-cau:edit", {"state": "open"}),
        (
            errands.replications,
            add_replication,
            "ap-dung-sang-kien:edit",
            {"review": "confirmed"},
        ),
        (
            errands.proposals,
            add_proposal,
            "de-xuat-sang-kien:edit",
            {"state": "refused"},
        ),
    ],
)
def test_what_units_sent(client, moderator, editor, source, add, address, done):
    row = add()
    (errand,) = found(source, moderator)
    assert errand.count == 1
    assert errand.button.url == reverse(address, args=[row.pk])
    assert not found(source, editor)
    client.force_login(moderator)
    assert client.get(errand.button.url).status_code == 200
    type(row).objects.update(**done)
    assert not found(source, moderator)


def test_reported_mistakes(editor):
    act = add_act("01/2024/QĐ-UBND")
    MistakeReport.objects.create(regulation=act, message="Sai ngày.", sent_at=NOW)
    assert not found(errands.reported_mistakes, editor)
    right = Permission.objects.get(codename="change_mistakereport")
    editor.user_permissions.add(right)
    editor = type(editor).objects.get(pk=editor.pk)
    (errand,) = found(errands.reported_mistakes, editor)
    assert "01/2024/QĐ-UBND" in errand.detail
    MistakeReport.objects.update(state="closed")
    assert not found(errands.reported_mistakes, editor)


def test_effects_that_nobody_has_confirmed(editor, django_user_model):
    source, target = add_act("02/2024/QĐ-UBND"), add_act("01/2024/QĐ-UBND")
    effect = add_effect(source, target, "repeals", None, review="proposed")
    (errand,) = found(errands.proposed_effects, editor)
    assert errand.button.url == reverse("wagtailadmin_pages:edit", args=[source.pk])
    assert "02/2024/QĐ-UBND" in errand.detail
    stranger = django_user_model.objects.create_user("khach")
    assert not found(errands.proposed_effects, stranger)
    type(effect).objects.update(review="confirmed")
    assert not found(errands.proposed_effects, editor)


def test_acts_whose_basis_has_ended(editor, django_user_model):
    parent = add_verified("01/2024/QĐ-UBND", date(2024, 2, 1))
    act = add_verified("03/2024/HD-SKHCN", date(2024, 3, 1))
    end = add_verified("02/2025/QĐ-UBND", date(2025, 2, 1))
    add_effect(act, parent, "guides", None)
    assert not found(errands.ended_bases, editor)
    add_effect(end, parent, "repeals", date(2025, 2, 1))
    (errand,) = found(errands.ended_bases, editor)
    assert errand.button.url == reverse("wagtailadmin_pages:edit", args=[act.pk])
    stranger = django_user_model.objects.create_user("khach")
    assert not found(errands.ended_bases, stranger)


def test_more_rows_need_no_more_queries(admin_user):
    target = add_act("01/2024/QĐ-UBND")

    def few(times: int) -> None:
        for _time in range(times):
            add_need()
            add_proposal()
            MistakeReport.objects.create(regulation=target, message="?", sent_at=NOW)
            number = Need.objects.count() + 1
            source = add_act(f"{number:02}/2024/QĐ-UBND")
            add_effect(source, target, "repeals", None, review="proposed")

    def asked() -> int:
        sources = (
            errands.needs,
            errands.proposals,
            errands.reported_mistakes,
            errands.proposed_effects,
            errands.ended_bases,
        )
        with CaptureQueriesContext(connection) as captured:
            for source in sources:
                found(source, admin_user)
        return len(captured)

    few(1)
    asked()
    before = asked()
    few(4)
    assert asked() == before
