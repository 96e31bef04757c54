"""What an instruction may leave out because words above it say it."""

from dataclasses import dataclass

from documents.law.amendments.acts import ActMention
from documents.law.amendments.model import NamedAct
from documents.law.amendments.phrases import Phrase
from documents.law.amendments.terms import Term
from documents.law.amendments.verbs import Verb
from documents.law.provisions import Step


@dataclass(frozen=True, slots=True)
class Listed:
    """A verb whose objects follow one by one, with its phrases and its days."""

    verb: Verb
    phrases: tuple[Phrase, ...] = ()
    term: Term | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """The act and the place above, and the verb of a list.

    The act `is_subject` where words above only speak of it ("Đối với Thông tư số …:");
    what they say `corrects` it where it is put right, not changed, and `amends` where
    its places may follow without a verb ("Sửa đổi một số điều của …", "1. Khoản 2:").
    `beside` are the acts corrected together with it.
    """

    act: NamedAct | None = None
    attachment: str = ""
    outer: tuple[Step, ...] = ()
    listed: Listed | None = None
    from_title: bool = False
    is_subject: bool = False
    corrects: bool = False
    amends: bool = False
    beside: tuple[ActMention, ...] = ()

    @classmethod
    def of_correction(cls, mention: ActMention) -> "Context":
        """What a letter says above the lines that correct an act."""
        return cls(mention.act, mention.attachment, corrects=True)

    @classmethod
    def of_title(cls, mention: ActMention | None) -> "Context":
        """What the title of the act says; certain only where an article repeats it."""
        if mention is None:
            return cls()
        return cls(mention.act, mention.attachment, from_title=True)
