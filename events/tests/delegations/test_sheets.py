"""Lists as offices write them: nobody loses half a name, nobody is invented."""

import pytest

from events.tests.delegations.sheets import kept, tried
from events.tests.delegations.sheets.read import people_of


@pytest.mark.parametrize("given", tried.LISTS, ids=lambda given: given.name)
def test_the_people_of_a_list_are_read_or_asked(given):
    expected = None if given.people is None else list(given.people)
    assert people_of(given) == expected


@pytest.mark.parametrize("given", kept.LISTS, ids=lambda given: given.name)
def test_so_are_lists_the_reader_was_not_written_with(given):
    expected = None if given.people is None else list(given.people)
    assert people_of(given) == expected
