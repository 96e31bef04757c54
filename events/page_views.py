"""What this room shows at the addresses of pages."""

from events.checkin import ticket_offer  # noqa: F401  registers by import
from events.checkin.views import (  # noqa: F401  they register by import
    door,
    offline,
    people,
)
from events.conferences import (  # noqa: F401  they register by import
    calendar_files,
    news,
    schema_org,
    share_cards,
    views,
)
from events.registration.views import register  # noqa: F401  registers by import
