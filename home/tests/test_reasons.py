"""A draft comes back with a reason, and whoever decides is told what was done."""

import json

import pytest
from django.urls import reverse
from wagtail.models import WorkflowState

from home.tests.test_approvals import (  # noqa: F401  a fixture by import
    form_of,
    people,
    shown,
    submitted,
)

pytestmark = pytest.mark.django_db
TITLE = "Ba lớp về sáng kiến"


def ask(client, page, action: str, comment: str):
    """What the dialogue answers, which asks before the form is posted."""
    state = page.current_workflow_task_state.pk
    url = reverse(
        "wagtailadmin_pages:collect_workflow_action_data", args=[page.pk, action, state]
    )
    answer = client.post(
        url, {"comment": comment}, headers={"x-requested-with": "XMLHttpRequest"}
    )
    return json.loads(answer.content)


def decide(client, page, action: str, comment: str = ""):
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    extra = {
        "workflow-action-name": action,
        "workflow-action-extra-data": json.dumps({"comment": comment}),
    }
    return client.post(url, form_of(page, **extra), follow=True)


def test_nothing_is_sent_back_without_a_reason(client, news, people):  # noqa: F811
    page = submitted(news, people["viet"], title=TITLE, body=[])
    client.force_login(people["duyet"])
    for empty in ("", "  \n"):
        again = ask(client, page, "reject", empty)
        assert again["step"] == "action"
        assert "Hãy ghi phải sửa chỗ nào" in again["html"]
        assert "đọc đúng câu này ở màn hình đầu tiên" in again["html"]
    reason = "Chưa ghi ngày tổ chức."
    assert ask(client, page, "reject", reason)["cleaned_data"] == {"comment": reason}
    assert WorkflowState.objects.get().status == WorkflowState.STATUS_IN_PROGRESS


def test_a_remark_may_be_left_out(client, news, people):  # noqa: F811
    page = submitted(news, people["viet"], title=TITLE, body=[])
    client.force_login(people["duyet"])
    assert ask(client, page, "approve", "")["step"] == "success"


@pytest.mark.parametrize(
    ("action", "said"),
    [("reject", f"Đã trả lại “{TITLE}”"), ("approve", f"Đã duyệt và đăng “{TITLE}”")],
)
def test_who_decides_is_told_what_was_done(client, news, people, action, said):  # noqa: F811
    page = submitted(news, people["viet"], title=TITLE, body=[])
    client.force_login(people["duyet"])
    answer = decide(client, page, action, "Xin xem lại ngày.")
    assert said in shown(answer)
    assert "Đã cập nhật" not in shown(answer)
    page.refresh_from_db()
    assert page.live == (action == "approve")


def test_one_saved_as_a_draft_is_told_as_ever(client, news, people):  # noqa: F811
    page = submitted(news, people["viet"], title=TITLE, body=[])
    client.force_login(people["duyet"])
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    posted = form_of(page, summary="Một câu khác.")
    del posted["action-workflow-action"]
    assert "Đã cập nhật" in shown(client.post(url, posted, follow=True))
