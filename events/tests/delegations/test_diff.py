"""What a new list changes in the old one, whatever the lists are."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from events.delegations.diff import Difference, diff, person
from events.models.attendees import Attendee

NAMES = ("Vi Văn An", "Vi Văn Ân", "Nông Thị Hòa", "Nông Thị Hoà", "Lý Bình", "Lý Bính")
PHONES = tuple(f"+8491234567{digit}" for digit in range(4))


def one(name="Vi Văn An", phone=PHONES[0], **details) -> Attendee:
    return Attendee(name, phone, "Đơn vị minh họa", **details)


def distinct(people: list[Attendee]) -> list[Attendee]:
    return list({person(one): one for one in people}.values())


people = st.builds(
    one,
    name=st.sampled_from(NAMES),
    phone=st.sampled_from(PHONES),
    position=st.sampled_from(("", "Giáo viên", "Y sĩ")),
)
lists = st.lists(people, max_size=8).map(distinct)


def applied(old: dict[int, Attendee], found: Difference) -> list[Attendee]:
    """The old list after all of the difference, with everybody missing left out."""
    kept = {id_: one for id_, one in old.items() if id_ not in found.missing}
    kept |= {change.id: change.after for change in found.changed}
    return [*kept.values(), *found.added]


def in_order(people):
    return sorted(people, key=lambda one: (one.name, one.phone, one.position))


@given(lists, lists)
def test_the_difference_leads_from_the_old_list_to_the_new(old, new):
    numbered = dict(enumerate(old))
    assert in_order(applied(numbered, diff(numbered, new))) == in_order(new)


@given(lists)
def test_the_same_list_again_changes_nothing(people):
    numbered = dict(enumerate(people))
    assert diff(numbered, people) == Difference(unchanged=tuple(numbered))


@given(lists, lists)
def test_everybody_of_the_old_list_is_accounted_for_once(old, new):
    found = diff(dict(enumerate(old)), new)
    seen = [*found.unchanged, *found.missing, *(one.id for one in found.changed)]
    assert sorted(seen) == list(range(len(old)))
    assert len(found.added) + len(found.changed) + len(found.unchanged) == len(new)


def test_a_changed_phone_and_a_mended_name_keep_the_person():
    old = {1: one(), 2: one("Nông Thị Hoa", PHONES[1])}
    new = [one(phone=PHONES[2]), one("Nông Thị Hòa", PHONES[1])]
    found = diff(old, new)
    assert [(c.id, c.details) for c in found.changed] == [
        (1, ("phone",)),
        (2, ("name",)),
    ]


def test_one_phone_for_a_whole_list_identifies_nobody():
    old = {1: one(), 2: one("Lý Bình")}
    new = [one(), one("Lý Bính")]
    found = diff(old, new)
    assert (found.missing, [a.name for a in found.added]) == ((2,), ["Lý Bính"])


def test_somebody_else_on_the_same_phone_does_not_inherit_the_ticket():
    found = diff({1: one("Hoàng Thị Lan")}, [one("Vi Văn An")])
    assert found.missing == (1,)
    assert not found.changed


def test_of_two_with_one_name_neither_is_guessed():
    old = {1: one(phone=PHONES[0]), 2: one(phone=PHONES[1])}
    found = diff(old, [one(phone=PHONES[2])])
    assert found.missing == (1, 2)


def test_what_the_list_has_no_column_for_stays():
    old = {1: one(email="a@example.com", position="Y sĩ")}
    found = diff(old, [one(position="Giáo viên")], given=("name", "phone", "position"))
    assert found.changed[0].after == replace(old[1], position="Giáo viên")
