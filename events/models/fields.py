"""Model fields of the conferences."""

from django.utils.translation import gettext_lazy as _

from events.enums import Audience
from portal.fields import SeveralField


class AudiencesField(SeveralField):
    """Several groups of people, as a list of their codes; none is everybody."""

    description = _("Groups of people")
    options = Audience
