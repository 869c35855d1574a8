"""The core behind the window: `client.tasks` for one private folder, as `ui.desktop.core.Core` asks for it.

A room for each part of the window: `set_up` (profile, settings, backup), `signing_in` (account, second factor),
`sending` (files, outbox), `approving` (two people, local copies), `afterwards` (jobs, results, deletion), `records`
(activity, checks, diagnostics). What they share is in `lanes`.
"""

from __future__ import annotations

from ui.desktop.workbench.afterwards import Afterwards
from ui.desktop.workbench.approving import Approving
from ui.desktop.workbench.records import Records
from ui.desktop.workbench.sending import Sending
from ui.desktop.workbench.set_up import SetUp
from ui.desktop.workbench.signing_in import SigningIn


class Workbench(SetUp, SigningIn, Sending, Approving, Afterwards, Records):
    """One private folder's core, as the window asks for it."""
