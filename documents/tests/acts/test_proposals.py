"""What an act's text proposes, in an editor's hands."""

from datetime import UTC, date, datetime

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils.html import strip_tags

from documents.acts.proposals import accept, proposals_of, refuse
from documents.errands import effects_read_in_texts
from documents.models import EffectProposal, RegulationPage
from documents.tests.act_factories import add_act, add_verified
from documents.tests.act_forms import add, stored

START = date(2024, 2, 1)
NOW = datetime(2025, 5, 2, tzinfo=UTC)
AMENDER = """\
CƠ QUAN MẪU
QUYẾT ĐỊNH
Điều 1. Sửa đổi, bổ sung một số điều của Quyết định số 901/2024/QĐ-UBND
1. Sửa đổi, bổ sung khoản 2 Điều 2 như sau:
“2. Mức hai là bốn triệu đồng.”
2. Sửa đổi tên Điều 15d như sau: “Điều 15d. Theo dõi, đánh giá”.
3. Thay thế cụm từ “mỗi năm” bằng cụm từ “mỗi quý” tại Điều 15đ.
4. Bãi bỏ Điều 99.
5. Bãi bỏ Quyết định số 902/2019/QĐ-UBND.
Điều 2. Quyết định này có hiệu lực từ ngày 01 tháng 6 năm 2025.
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


def draft(act) -> RegulationPage:
    return RegulationPage.objects.get(pk=act.pk).get_latest_revision_as_object()


def states(act) -> list[str]:
    return [one.state for one in proposals_of(draft(act))]


def errand(user):
    return next(effects_read_in_texts(user, NOW), None)


def send(client, act, **data):
    address = reverse("effect_proposals", args=[act.pk])
    return client.post(address, data, follow=True).content.decode()


def seen(client, url: str, day: str) -> str:
    """The words of an act's page on a day, without what marks the new ones."""
    page = client.get(f"{url}?ngay={day}").content.decode()
    return " ".join(strip_tags(page).split())


def test_the_text_of_a_draft_waits_for_an_editor(editor, acts, client):
    _amended, amender = acts
    assert states(amender) == ["waiting"] * 5
    waiting = errand(editor)
    assert waiting.count == 5
    page = client.get(waiting.button.url).content.decode()
    assert "Mức hai là bốn triệu đồng." in page
    assert "khoản 2 Điều 2" in page.lower() or "Khoản 2 Điều 2" in page
    assert "Toàn văn của văn bản kia không có điều khoản này" in page
    assert "Thư viện chưa có văn bản đã xuất bản mang số này" in page


def test_accepted_ones_count_when_the_act_is_published(editor, acts):
    amended, amender = acts
    keys = [one.key for one in proposals_of(draft(amender))]
    assert accept(amender.pk, keys, editor, now=NOW) == 3
    assert states(amender) == ["accepted"] * 3 + ["waiting"] * 2
    assert not amended.reaching_effects()
    draft(amender).save_revision(user=editor).publish()
    rows = RegulationPage.objects.get(pk=amended.pk).reaching_effects()
    found = {(row.kind, row.provision, row.effective_on, row.review) for row in rows}
    day = date(2025, 6, 1)
    assert found == {
        ("amends", "dieu-2-khoan-2", day, "confirmed"),
        ("renames", "dieu-15d", day, "confirmed"),
        ("replaces_phrase", "dieu-15dd", day, "confirmed"),
    }
    assert errand(editor).count == 2


def test_readers_see_them_from_their_day_on(editor, acts, client):
    amended, amender = acts
    keys = [one.key for one in proposals_of(draft(amender))]
    accept(amender.pk, keys, editor, now=NOW)
    draft(amender).save_revision(user=editor).publish()
    url = RegulationPage.objects.get(pk=amended.pk).url
    before, after = seen(client, url, "2025-05-31"), seen(client, url, "2025-06-01")
    for words in ("bốn triệu đồng", "Theo dõi, đánh giá", "Tổng kết mỗi quý"):
        assert (words in before, words in after) == (False, True), words


def test_refused_ones_stay_refused_and_can_be_restored(editor, acts, client):
    _amended, amender = acts
    key = proposals_of(draft(amender))[0].key
    send(client, amender, **{"refuse-one": key})
    draft(amender).save_revision()
    assert states(amender)[0] == "refused"
    assert errand(editor).count == 4
    send(client, amender, **{"restore-one": key})
    assert states(amender)[0] == "waiting"


def test_several_are_accepted_together_and_the_rest_is_said(editor, acts, client):
    _amended, amender = acts
    keys = [one.key for one in proposals_of(draft(amender))]
    page = send(client, amender, accept="1", key=keys)
    assert "3 hiệu lực đã vào bản nháp" in page
    assert "2 mục giữ nguyên" in page
    assert "Hãy chọn mục cần quyết định trước" in send(client, amender, accept="1")


def test_what_leaves_the_text_or_the_effects_is_followed(editor, acts):
    _amended, amender = acts
    keys = [one.key for one in proposals_of(draft(amender))]
    accept(amender.pk, keys[:1], editor, now=NOW)
    changed = draft(amender)
    changed.effects = []
    changed.text = AMENDER.replace("4. Bãi bỏ Điều 99.\n", "")
    changed.save_revision()
    assert states(amender) == ["waiting"] * 4
    assert EffectProposal.objects.filter(state="waiting").count() == 4


def test_an_effect_entered_by_hand_is_not_proposed_again(editor, acts):
    amended, amender = acts
    mine = draft(amender)
    mine.effects.create(
        target=amended, kind="amends", provision="dieu-2-khoan-2", review="confirmed"
    )
    mine.save_revision()
    assert states(amender)[0] == "accepted"
    assert errand(editor).count == 4


def test_who_may_not_edit_sees_and_decides_nothing(editor, acts, client):
    _amended, amender = acts
    user = get_user_model().objects.create_user("khach", "b@example.vn", "x")
    assert errand(user) is None
    client.force_login(user)
    address = reverse("effect_proposals", args=[amender.pk])
    assert client.get(address).status_code == 302
    assert client.post(address, {"accept": "1"}).status_code == 302
    assert states(amender) == ["waiting"] * 5


def test_an_act_that_names_itself_is_not_accepted(editor):
    text = AMENDER.replace("901/2024", "904/2025")
    own = add_act("904/2025/QĐ-UBND", text=text)
    keys = [one.key for one in proposals_of(draft(own))]
    assert accept(own.pk, keys, editor, now=NOW) == 0
    assert refuse(own.pk, keys, editor, now=NOW) == 5


def test_a_correction_that_is_not_understood_is_announced_with_its_act(editor, client):
    """Worded as Quyết định 476/QĐ-BTTTT, which tells of its corrections in a table."""
    amended = add_verified("901/2024/QĐ-UBND", START)
    text = (
        "Điều 1. Đính chính một số nội dung của Quyết định số 901/2024/QĐ-UBND như sau:"
        "\n| TT | Đã in | Sửa lại |\n| 1 | A | B |\nĐiều 2. Quyết định này có hiệu lực "
        "từ ngày 01 tháng 6 năm 2025.\n"
    )
    fixer = add_act("908/2025/QĐ-UBND", text=text, publish=False)
    fixer.save_revision()
    (one,) = proposals_of(draft(fixer))
    assert accept(fixer.pk, [one.key], editor, now=NOW) == 1
    draft(fixer).save_revision(user=editor).publish()
    page = RegulationPage.objects.get(pk=amended.pk)
    after = seen(client, page.url, "2025-06-01")
    assert "908/2025/QĐ-UBND" in after
    assert "Còn hiệu lực" in after
    assert "Mức hai là ba triệu đồng" in after


def test_20_an_act_from_its_pdf_changes_another_on_its_day(editor, client):
    amended = add_verified("901/2024/QĐ-UBND", START)
    lines = "".join(f"<p>{line}</p>" for line in AMENDER.splitlines())
    # Of itself WeasyPrint changes Pillow for the whole process; the engine does not.
    from portal.pdf.engine import HTML

    pdf = HTML(string=f"<html lang='vi'>{lines}</html>").write_pdf()
    document = stored("minh-hoa.pdf", pdf)
    symbol = "903/2025/QĐ-UBND"
    files = [(document, "signed")]
    add(client, symbol=symbol, files=files, **{"take-text": str(document.pk)})
    act = RegulationPage.objects.get(symbol=symbol)
    screen = reverse("file_text", args=[act.pk, document.pk])
    asked = client.get(screen)
    client.post(screen, {"compared": asked.context["compared"]})
    keys = [one.key for one in proposals_of(draft(act))]
    assert len(keys) == 5, draft(act).text
    send(client, act, accept="1", key=keys)
    assert states(act).count("accepted") == 3, str(proposals_of(draft(act))[0])
    draft(act).save_revision(user=editor).publish()
    url = RegulationPage.objects.get(pk=amended.pk).url
    assert "bốn triệu" not in seen(client, url, "2025-05-31")
    assert "bốn triệu" in seen(client, url, "2025-06-01")


def test_more_proposals_need_no_more_queries(
    editor, acts, client, django_assert_max_num_queries
):
    _amended, amender = acts
    one = draft(amender)
    with django_assert_max_num_queries(8):
        assert len(proposals_of(one)) == 5
    lines = [f"{n}. Bãi bỏ khoản 2 Điều {n}.\n" for n in range(6, 306)]
    one.text = AMENDER.replace("Điều 2. Quyết", "".join(lines) + "Điều 2. Quyết")
    with django_assert_max_num_queries(8):
        assert len(proposals_of(one)) == 305
    one.save_revision()
    assert client.get(reverse("effect_proposals", args=[one.pk])).status_code == 200
