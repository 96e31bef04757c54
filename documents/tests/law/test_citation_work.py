"""Hostile texts must not make the finder work more than their length explains.

Time is not measured: a profile counts the function calls made per character.
"""

import cProfile
import pstats

import pytest

from documents.law.citations import find_citations

HOSTILE = {
    "digits": "1",
    "fractions": "1/",
    "codes": "1/A-",
    "numbers": "36/2018/QĐ-UBND ",
    "clauses": "khoản 1, ",
    "cited clauses": "khoản 1, " * 40 + "Quyết định số 1/QĐ-AB ",
    "open quotations": "“",
    "straight marks": ' "',
    "broken lines": "1/2018/ \n",
    "invisible": "1\u200b",
    "marks": "a\u0301",
    "law titles": "Luật " * 60 + "số 64/2025/QH15 ",
    "issuers": "36/2018/QĐ-UBND của Sở " + "aa " * 40,
    "attachments": "Điều 1 Quy định " + "a " * 90 + "1/2018/QĐ-UBND ",
}


def calls(text: str) -> int:
    profile = cProfile.Profile()
    profile.runcall(find_citations, text)
    return pstats.Stats(profile).total_calls


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE)
def test_work_grows_with_the_length_only(piece):
    times = 4000 // len(piece) + 1
    find_citations(piece * 2)
    small, large = calls(piece * times), calls(piece * times * 4)
    assert large <= 5 * small + 500


@pytest.mark.parametrize(
    "text",
    ["1/" + "A" * 200_000, "36/2018/QĐ-UBND của Sở " + "aa " * 70_000, "1" * 200_000,
     "Điều " * 50_000 + "1/2018/QĐ-UBND", "1/2018/QĐ-" + " " * 200_000 + "UBND"],
    ids=["code", "issuer", "digits", "articles", "gap"],
)  # fmt: skip
def test_one_long_stretch_is_survived(text):
    assert len(find_citations(text)) <= 1
