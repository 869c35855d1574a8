"""What the service can do with a submission."""

from __future__ import annotations

from client.model.service import Application
from client.network.service import ServiceApi
from client.tasks.connection import make_gate
from client.tasks.profile import require_installed_profile
from client.tasks.workplace import Workplace


def applications(workplace: Workplace) -> tuple[Application, ...]:
    """In the service's order; the first is what it does when nothing is chosen. Nobody needs to be signed in.

    Raises NoProfileError and what the way to the service raises.
    """
    with make_gate(workplace, require_installed_profile(workplace).profile) as gate:
        return ServiceApi(gate).service_info().applications
