"""The sign-in list on sheets of A4."""

from hypothesis import given
from hypothesis import strategies as st

from events.checkin.sheets import (
    HEADING,
    HEIGHT,
    SIGNATURES,
    TITLE,
    Signer,
    lines,
    sheets,
)

groups = st.lists(st.integers(1, 40), max_size=12)


def signers(sizes: list[int]) -> list[Signer]:
    return [
        Signer(group * 100 + number, "Tên", "", "", f"Đơn vị {group}")
        for group, size in enumerate(sizes)
        for number in range(size)
    ]


@given(groups, st.integers(0, 20))
def test_nobody_is_lost_and_nothing_overflows(sizes, blanks):
    people = signers(sizes)
    made = sheets(lines(people, others="Khác", blanks=blanks))
    assert [pk for sheet in made for pk in sheet.ids] == [one.id for one in people]
    for sheet in made:
        room = HEIGHT - HEADING - (TITLE if sheet.number == 1 else 0)
        room -= SIGNATURES if sheet.signatures else 0
        assert sum(row.height for row in sheet.rows) <= room
    assert [sheet.signatures for sheet in made] == [False] * (len(made) - 1) + [True]


@given(groups, st.integers(1, 20))
def test_no_head_ends_a_sheet_and_signatures_do_not_stand_alone(sizes, blanks):
    made = sheets(lines(signers(sizes), others="Khác", blanks=blanks))
    for sheet in made:
        assert sheet.rows
        assert sheet.rows[-1].kind != "group"
