"""What people are told of a cell that names other acts."""

from django.utils.translation import gettext_lazy as _

from portal.tabular.wording import CELL

RELATIONS = {
    "no_number": _("No number of an act is named here."),
    "several_numbers": _("Name one act at a time, divided by semicolons."),
    "range": _("Name each provision by itself instead of “… đến …”."),
    "scope_unclear": _("Either “toàn bộ” or provisions, not both."),
    "scope_missing": _("Confirmed, this needs “toàn bộ”, “một phần” or a provision."),
    "until_not_suspension": _("Only a suspension ends on a day."),
    "itself": _("An act does not do this to itself."),
    "twice": _("This is named twice."),
    "before_signing": _(
        "It counts before this act was signed. It is kept as a proposal."
    ),
    "until_before_start": _("It ends before it begins. It is kept as a proposal."),
    "circle": _(
        "Acts change one another in a circle: %(others)s. It is kept as a proposal."
    ),
    "not_in_library": _(
        "%(reason)s This link was left out: import the file again when the act is "
        "there."
    ),
}


def relation_text(code: str, **params: str) -> str:
    """The sentence for a relation, or for a day in it."""
    return str(RELATIONS.get(code) or CELL[code]) % params
