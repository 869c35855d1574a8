"""What the service wants its users to know: maintenance, an incident."""

from __future__ import annotations

from client.model.service import Notice
from client.network.service import ServiceApi
from client.tasks.connection import make_gate
from client.tasks.profile import require_installed_profile
from client.tasks.workplace import Workplace

MOST_NOTICES = 5
"""A service that says more at once is not read anyway."""


def current_notices(workplace: Workplace) -> tuple[Notice, ...]:
    """The service's notices that hold now, in its order; nobody needs to be signed in.

    Raises NoProfileError and what the way to the service raises.
    """
    with make_gate(workplace, require_installed_profile(workplace).profile) as gate:
        notices = ServiceApi(gate).service_info().notices
    now = workplace.clock()
    return tuple(notice for notice in notices if notice.until is None or notice.until > now)[:MOST_NOTICES]
