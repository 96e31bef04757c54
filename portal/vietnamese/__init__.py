"""What every room needs to know of Vietnamese: pure functions on plain values."""

from portal.vietnamese.legacy import (
    LegacyEncoding,
    decode_tcvn3,
    decode_vni,
    detect_legacy,
    encoding_of_font,
    has_modern_letters,
    is_probably_tcvn3,
    may_be_in,
)
from portal.vietnamese.letters import drop_marks, fold, match_key, nfc, split_tone
from portal.vietnamese.names import CleanName, NameProblem, clean_name, tidy
from portal.vietnamese.numbers import (
    spoken_date,
    spoken_digits,
    spoken_month,
    spoken_number,
    spoken_year,
)
from portal.vietnamese.phones import (
    Phone,
    PhoneChange,
    PhoneProblem,
    display_phone,
    parse_phone,
)
from portal.vietnamese.sort_keys import person_sort_key, sort_key
from portal.vietnamese.speech import speak_text
from portal.vietnamese.syllables import is_syllable

__all__ = [
    "CleanName",
    "LegacyEncoding",
    "NameProblem",
    "Phone",
    "PhoneChange",
    "PhoneProblem",
    "clean_name",
    "decode_tcvn3",
    "decode_vni",
    "detect_legacy",
    "encoding_of_font",
    "has_modern_letters",
    "may_be_in",
    "display_phone",
    "drop_marks",
    "fold",
    "is_probably_tcvn3",
    "is_syllable",
    "match_key",
    "nfc",
    "parse_phone",
    "person_sort_key",
    "sort_key",
    "speak_text",
    "split_tone",
    "spoken_date",
    "spoken_digits",
    "spoken_month",
    "spoken_number",
    "spoken_year",
    "tidy",
]
