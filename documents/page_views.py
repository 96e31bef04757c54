"""What this room shows at the addresses of pages: imported, these register."""

from documents.acts.views import (  # noqa: F401
    comparison,
    data,
    gaps,
    listing,
    provision,
    regulation,
    reports,
    schema,
    share_cards,
)
from documents.alerts import feeds, views  # noqa: F401
from documents.citing import hooks  # noqa: F401
from documents.initiatives.views import (  # noqa: F401
    initiative,
    needs,
    replications,
    showcase,
    submissions,
)
