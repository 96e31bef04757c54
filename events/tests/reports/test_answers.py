"""Answers in counts nobody can be found by."""

from hypothesis import given
from hypothesis import strategies as st

from events.reports.answers import LEAST, Given, by_group, choices, parts

GOOD = frozenset({"at_once", "mostly"})
USEFUL = {"at_once": "Ngay", "mostly": "Phần lớn", "little": "Ít", "no": "Không"}
some = st.lists(
    st.builds(
        Given,
        audience=st.sampled_from(["official", "worker", "cadre", "other"]),
        usefulness=st.sampled_from(list(USEFUL)),
        parts=st.lists(st.sampled_from("ABC"), max_size=3).map(tuple),
    ),
    max_size=60,
)


@given(some)
def test_no_line_is_of_fewer_than_five(answers):
    for line in by_group(answers, GOOD):
        assert line.answers >= LEAST


@given(some)
def test_lines_are_all_answers_once(answers):
    lines = by_group(answers, GOOD)
    if lines:
        assert sum(line.answers for line in lines) == len(answers)
        keys = [key for line in lines for key in line.keys]
        assert len(keys) == len(set(keys))


def test_a_group_of_two_is_not_the_difference_to_the_whole():
    answers = [Given("official", "no")] * 20 + [Given("worker", "at_once")] * 2
    assert by_group(answers, GOOD) == []
    answers += [Given("cadre", "mostly")] * 6
    lines = by_group(answers, GOOD)
    assert [(line.keys, line.answers, line.useful) for line in lines] == [
        (("official",), 20, 0),
        (("cadre", "worker"), 8, 8),
    ]


@given(some)
def test_choices_are_all_there_and_add_up(answers):
    found = choices(answers, USEFUL)
    assert [one.label for one in found] == list(USEFUL.values())
    assert sum(one.count for one in found) == len(answers)


def test_a_part_named_twice_by_one_person_counts_once():
    found = parts([Given("other", "no", ("A", "A")), Given("other", "no", ("B", "A"))])
    assert [(one.label, one.count, one.per_cent) for one in found] == [
        ("A", 2, 100),
        ("B", 1, 50),
    ]
