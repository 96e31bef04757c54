"""The two font files: everything Vietnamese needs, nothing else."""

import unicodedata

import pytest
from django.core.management import call_command
from fontTools.ttLib import TTFont

from portal.assets import fonts


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    return fonts.build(tmp_path_factory.mktemp("fonts"))


def features(font, table):
    return {record.FeatureTag for record in font[table].table.FeatureList.FeatureRecord}


def tabular_digits(font):
    """What `tnum` puts in place of each digit."""
    table = font["GSUB"].table
    [index] = {
        index
        for record in table.FeatureList.FeatureRecord
        if record.FeatureTag == "tnum"
        for index in record.Feature.LookupListIndex
    }
    return table.LookupList.Lookup[index].SubTable[0].mapping


def test_both_weights_fit_the_budget(built):
    assert [file.name for file in built] == [
        "be-vietnam-pro-400.woff2",
        "be-vietnam-pro-700.woff2",
    ]
    assert sum(file.stat().st_size for file in built) <= 60 * 1024


def test_every_vietnamese_letter_and_sign_is_drawn(built):
    letters = "aăâbcdđeêghiklmnoôơpqrstuưvxyfjwz"
    tones = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"]
    composed = {
        unicodedata.normalize("NFC", letter + tone)
        for letter in "aăâeêioôơuưy"
        for tone in tones
    }
    signs = "–—…“”‘’•·₫−×≤≥§°\u00a0\u2011"
    needed = {*letters, *letters.upper(), *composed, *signs, *"0123456789", *tones[1:]}
    needed |= {letter.upper() for letter in composed}
    for file in built:
        drawn = TTFont(file).getBestCmap()
        assert {sign for sign in needed if ord(sign) not in drawn} == set()


def test_accents_are_placed_and_digits_line_up(built):
    for file in built:
        font = TTFont(file)
        assert {"kern", "mark", "mkmk"} <= features(font, "GPOS")
        assert {"ccmp", "locl", "tnum"} <= features(font, "GSUB")
        tabular = tabular_digits(font)
        assert len(tabular) == 10
        assert len({font["hmtx"][name][0] for name in tabular.values()}) == 1
        assert len({font["hmtx"][name][0] for name in tabular}) > 1


def test_the_no_break_hyphen_looks_like_the_hyphen(built):
    drawn = TTFont(built[0]).getBestCmap()
    assert drawn[0x2011] == drawn[ord("-")]


def test_a_second_build_gives_the_same_bytes(built, tmp_path):
    again = fonts.build(tmp_path)
    assert [file.read_bytes() for file in again] == [
        file.read_bytes() for file in built
    ]


def test_what_is_up_to_date_is_left_alone(tmp_path):
    files = fonts.build(tmp_path)
    files[0].write_bytes(b"mine")
    fonts.build(tmp_path)
    assert files[0].read_bytes() == b"mine"
    files[1].unlink()
    fonts.build(tmp_path)
    assert files[0].read_bytes() != b"mine"


def test_the_command_names_what_it_built(tmp_path, capsys):
    call_command("build_fonts", str(tmp_path))
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 2
    assert lines[0].startswith(str(tmp_path / "be-vietnam-pro-400.woff2"))
