"""The act that a proposed change leaves open, chosen by an editor."""

from datetime import UTC, date, datetime

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse

from documents.acts.proposal_states import proposals_of
from documents.acts.proposals import accept
from documents.models import RegulationPage
from documents.tests.act_factories import add_act, add_verified
from documents.tests.act_forms import draft

START = date(2024, 2, 1)
NOW = datetime(2025, 5, 2, tzinfo=UTC)
AMENDER = """\
CƠ QUAN MẪU
QUYẾT ĐỊNH
Điều 1. Sửa đổi, bổ sung một số điều của Luật Minh họa
1. Sửa đổi, bổ sung khoản 2 Điều 2 như sau:
“2. Mức hai là bốn triệu đồng.”
2. Bãi bỏ Điều 15d.
3. Bãi bỏ Điều 99.
Điều 2. Bãi bỏ khoản 2 Điều 2 của Luật Thứ hai minh họa.
Điều 3. Quyết định này có hiệu lực từ ngày 01 tháng 6 năm 2025.
"""


@pytest.fixture
def editor(front, client):
    user = get_user_model().objects.create_superuser("bientap", "a@example.vn", "x")
    client.force_login(user)
    return user


@pytest.fixture
def acts(editor):
    amended = add_verified("901/2024/QĐ-UBND", START)
    amender = add_act("903/2025/QĐ-UBND", text=AMENDER, publish=False)
    amender.save_revision()
    return amended, amender


def read(act) -> list:
    return proposals_of(draft(act))


def states(act) -> list[str]:
    return [one.state for one in read(act)]


def address(act, number: int = 0) -> str:
    return reverse("proposal_act", args=[act.pk, read(act)[number].key])


def choose(client, amender, number: int = 0, **data) -> str:
    return client.post(address(amender, number), data, follow=True).content.decode()


def test_an_act_without_its_number_is_chosen_in_the_library(acts, client):
    amended, amender = acts
    listed = client.get(reverse("effect_proposals", args=[amender.pk]))
    page = listed.content.decode()
    assert page.count("Văn bản được nêu mà không có số, ký hiệu") == 4
    assert address(amender) in page
    page = choose(client, amender, act=amended.pk)
    assert "1 hiệu lực đã vào bản nháp" in page
    assert "901/2024/QĐ-UBND" in page
    assert states(amender) == ["accepted", *["waiting"] * 3]
    (effect,) = draft(amender).effects.all()
    assert (effect.target_id, effect.provision) == (amended.pk, "dieu-2-khoan-2")
    draft(amender).save_revision().publish()
    assert states(amender) == ["accepted", *["waiting"] * 3]


def test_those_that_name_it_alike_follow_and_the_rest_is_said(acts, client):
    amended, amender = acts
    page = client.get(address(amender)).content.decode()
    assert "2 thay đổi khác của “Luật Minh họa”" in page
    page = choose(client, amender, act=amended.pk, alike="on")
    assert "2 hiệu lực đã vào bản nháp" in page
    assert "1 mục được giữ nguyên" in page
    assert states(amender) == ["accepted", "accepted", "waiting", "waiting"]


@pytest.mark.parametrize(
    ("number", "named", "said"),
    [
        (0, "", "Hãy chọn văn bản trong thư viện trước"),
        (0, "999999", "không phải văn bản đã xuất bản"),
        (0, "own", "Văn bản không thể tự sửa đổi chính mình"),
        (2, "amended", "Toàn văn của văn bản kia không có điều khoản này"),
    ],
)
def test_a_wrong_choice_is_said_and_changes_nothing(acts, client, number, named, said):
    amended, amender = acts
    keys = {"own": amender.pk, "amended": amended.pk}
    page = choose(client, amender, number, act=keys.get(named, named))
    assert said in page
    assert states(amender) == ["waiting"] * 4


def test_what_is_decided_or_gone_leads_back(acts, client):
    amended, amender = acts
    first = address(amender)
    choose(client, amender, act=amended.pk)
    assert "đã được quyết định" in client.get(first, follow=True).content.decode()
    unknown = reverse("proposal_act", args=[amender.pk, "0" * 64])
    assert client.get(unknown).status_code == 404


def test_equal_words_about_two_acts_are_told_apart(editor):
    amended = add_verified("901/2024/QĐ-UBND", START)
    line = "Điều 1. Bãi bỏ Điều 15d Luật Một minh họa; Điều 15d Luật Hai minh họa.\n"
    amender = add_act("903/2025/QĐ-UBND", text=line, publish=False)
    amender.save_revision()
    found = read(amender)
    assert accept(amender.pk, [found[-1].key], editor, now=NOW, act=amended) == 1
    assert states(amender) == [*["waiting"] * (len(found) - 1), "accepted"]
    draft(amender).save_revision()
    assert states(amender) == [*["waiting"] * (len(found) - 1), "accepted"]


def test_who_may_not_edit_chooses_nothing(acts, client):
    amended, amender = acts
    screen = address(amender)
    user = get_user_model().objects.create_user("khach", "b@example.vn", "x")
    client.force_login(user)
    assert client.get(screen).status_code == 302
    assert client.post(screen, {"act": amended.pk}).status_code == 302
    assert states(amender) == ["waiting"] * 4


def test_a_chosen_act_needs_no_query_for_each(
    acts, editor, django_assert_max_num_queries
):
    amended, amender = acts
    lines = [f"{n}. Bãi bỏ khoản 2 Điều {n}.\n" for n in range(4, 104)]
    one = draft(amender)
    one.text = AMENDER.replace("Điều 2. Bãi", "".join(lines) + "Điều 2. Bãi")
    one.save_revision()
    keys = [proposal.key for proposal in proposals_of(one)[:2]]
    assert accept(one.pk, keys, editor, now=NOW, act=amended) == 2
    again = RegulationPage.objects.get(pk=one.pk).get_latest_revision_as_object()
    with django_assert_max_num_queries(10):
        assert len(proposals_of(again)) == 104


def test_a_day_the_text_leaves_open_is_entered(editor, client):
    act = add_verified("901/2024/QĐ-UBND", START)
    text = (
        "Điều 1. Gia hạn hiệu lực thi hành Quyết định số 901/2024/QĐ-UBND "
        "thêm 02 năm.\n"
        "Điều 2. Quyết định này có hiệu lực từ ngày 01 tháng 6 năm 2025.\n"
    )
    amender = add_act("904/2025/QĐ-UBND", text=text, publish=False)
    amender.save_revision()
    listed = client.get(reverse("effect_proposals", args=[amender.pk]))
    page = listed.content.decode()
    assert "Nhập ngày" in page
    assert 'name="accept-one"' not in page
    assert accept(amender.pk, [read(amender)[0].key], editor, now=NOW) == 0
    form = client.get(address(amender)).content.decode()
    assert "Ngày cuối cùng của thời hạn mới" in form
    assert 'name="act"' not in form
    for wrong in ("", "31/02/2027", "01/01/0099"):
        assert states(amender) == ["waiting"]
        assert 'name="day"' in choose(client, amender, day=wrong)
    page = choose(client, amender, day="31/12/2027")
    assert "1 hiệu lực đã vào bản nháp" in page
    assert states(amender) == ["accepted"]
    (effect,) = draft(amender).effects.all()
    assert (effect.kind, effect.target_id) == ("extends", act.pk)
    assert effect.until == date(2028, 1, 1)


def test_a_suspension_is_accepted_with_its_days(editor, client):
    add_verified("901/2024/QĐ-UBND", START)
    text = (
        "Điều 1. Ngưng hiệu lực thi hành khoản 2 Điều 2 Quyết định số 901/2024/QĐ-UBND "
        "từ ngày 01/7/2025 đến hết ngày 31/12/2025.\n"
    )
    amender = add_act("905/2025/QĐ-UBND", text=text, publish=False)
    amender.save_revision()
    page = client.get(reverse("effect_proposals", args=[amender.pk])).content.decode()
    assert "Đến hết ngày 31/12/2025." in page
    assert accept(amender.pk, [read(amender)[0].key], editor, now=NOW) == 1
    (effect,) = draft(amender).effects.all()
    assert effect.effective_on == date(2025, 7, 1)
    assert effect.until == date(2026, 1, 1)


def test_the_last_day_of_a_counted_suspension_is_entered(editor, client):
    add_verified("901/2024/QĐ-UBND", START)
    text = (
        "Điều 1. Ngưng hiệu lực thi hành khoản 2 Điều 2 Quyết định số 901/2024/QĐ-UBND "
        "trong thời hạn 06 tháng kể từ ngày 01/7/2025.\n"
    )
    amender = add_act("907/2025/QĐ-UBND", text=text, publish=False)
    amender.save_revision()
    page = client.get(reverse("effect_proposals", args=[amender.pk])).content.decode()
    assert "Nhập ngày" in page
    assert 'name="accept-one"' not in page
    assert (
        "Ngày ngưng hiệu lực cuối cùng" in client.get(address(amender)).content.decode()
    )
    choose(client, amender, day="31/12/2025")
    (effect,) = draft(amender).effects.all()
    assert (effect.kind, effect.until) == ("suspends", date(2026, 1, 1))
    # What was accepted shows the day that was entered, and asks for none.
    page = client.get(reverse("effect_proposals", args=[amender.pk])).content.decode()
    assert "Đến hết ngày 31/12/2025." in page
    assert "hãy nhập ngày" not in page
    assert "không nêu đến ngày nào" not in page


def test_a_longer_term_of_a_part_is_left_to_the_editor(editor):
    add_verified("901/2024/QĐ-UBND", START)
    text = (
        "Điều 1. Kéo dài thời hạn áp dụng khoản 2 Điều 2 Quyết định số "
        "901/2024/QĐ-UBND đến hết ngày 31/12/2025.\n"
    )
    amender = add_act("906/2025/QĐ-UBND", text=text, publish=False)
    amender.save_revision()
    (one,) = read(amender)
    assert one.target.obstacle == "part_of_term"
    assert not one.wants_day
