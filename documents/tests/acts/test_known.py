"""Each row about an act without text is known or is said to be unknown."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from documents.acts.known import status_facts

DAYS = st.none() | st.dates(date(1945, 9, 2), date(2100, 1, 1))


@given(DAYS, DAYS, st.sampled_from(["", "Còn hiệu lực"]), st.integers(0, 40))
def test_the_same_rows_for_every_act_each_in_one_list(signed, starts, status, acts):
    found = status_facts(
        symbol="01/2024/QĐ-MH",
        kind="Quyết định",
        issuer="Cơ quan minh họa",
        signed_on=signed,
        effective_from=starts,
        status=status,
        amended_by=acts,
    )
    labels = [row.label for rows in found for row in rows]
    assert len(labels) == len({*labels}) == 8
    assert all(row.value for rows in found for row in rows)
    assert (signed is None) + (starts is None) + (not status) + (not acts) + 1 == len(
        found.unknown
    )
