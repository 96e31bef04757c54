"""Model fields of the showcase."""

from documents.models.initiative_enums import Kind
from portal.fields import SeveralField


class KindsField(SeveralField):
    """Several kinds of solution, as a list of their codes."""

    options = Kind
