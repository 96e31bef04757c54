"""A line of folded words in a third of the room: each syllable is one character.

Without marks Vietnamese has hardly more spellings of a syllable than there are
characters of two bytes. What is no syllable stands between `<` and `>`. Every word then
begins and ends where its characters do, so that words side by side are found as a piece
of the line, many times faster than among letters and spaces.

Lines are stored so: the tables below must never change, only grow at their end.
"""

from itertools import count, product

# The common ones first, for their characters take two bytes.
_RHYMES = (
    "i a o u an ong ang anh inh ai oi en on ao ay am au e un ung in uc at ac ap oc ot "
    "it ich ien ia ieu iem iet ieng iec iep im iu ip ach om op oa um ui ut up ua uu em "
    "et ep ec eng eo eu ech enh uoc uong uon uoi uan uat uy uyen uyet oan oai uot uom "
    "ue oat oang oac oanh oe oet uo uop uou uay uang uya uych uynh uyt uyn uyp uyu "
    "uech uenh oach oam oao oap oay oem oen oeo ooc oong yem yen yeng yet yeu"
)
_ONSETS = " t c h th n d l ch b nh m v k ng tr s kh g ph x gi qu r ngh gh p"
_FIRST = 0xA1


def _characters() -> dict[str, str]:
    made: dict[str, str] = {}
    free = map(chr, count(_FIRST))
    for rhyme, onset in product(_RHYMES.split(), _ONSETS.split(" ")):
        if _may_stand(onset, rhyme) and onset + rhyme not in made:
            made[onset + rhyme] = next(free)
    return made


def _may_stand(onset: str, rhyme: str) -> bool:
    """c, g and ng are written k, gh and ngh before e and i; gi is a word as gì."""
    if onset in ("c", "ng"):
        return rhyme[0] not in "eiy"
    if onset == "g":
        return rhyme[0] not in "ey"
    return onset not in ("k", "gh", "ngh") or rhyme[0] in "eiy"


class _Codes(dict[str, str]):
    def __missing__(self, word: str) -> str:
        return f"<{word}>"


CODES = _Codes(_characters())
_WORDS: dict[int, str | None] = {ord(char): f" {word}" for word, char in CODES.items()}
_WORDS |= {ord("<"): " ", ord(">"): None}


def coded(line: str) -> str:
    """The words of a line, ASCII and apart by spaces, as characters.

    Raises `ValueError` for what is no such line.
    """
    if not line.isascii() or "<" in line or ">" in line:
        raise ValueError("only folded words can be coded")
    return "".join(map(CODES.__getitem__, line.split()))


def is_coded(stored: str) -> bool:
    """Whether it is a coded line; otherwise it holds its words as they are."""
    return not stored.isascii() or "<" in stored


def spelt(stored: str) -> str:
    """The line again; one that was never coded stays as it is."""
    return stored.translate(_WORDS)[1:] if is_coded(stored) else stored
