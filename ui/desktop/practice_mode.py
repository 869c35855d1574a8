"""Practice mode: a receiving service of its own, an account in it, and a phone that needs no phone."""

from __future__ import annotations

import os
import secrets
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from client.model.errors import SignInError
from practice.phone import PracticePhone
from ui.desktop.practice_host import PracticeHost, PracticePlace
from ui.desktop.views import FactorSetup
from ui.desktop.workbench import Workbench


class PracticeWorkbench(Workbench):
    """A workbench over the practice service. It remembers the factor's secret, as the rehearsal's phone would."""

    def __init__(self, home: Path, password_file: Path) -> None:
        super().__init__(home, password_file=password_file, use_keyring=False)
        self._phone: PracticePhone | None = None

    def begin_factor(self, invitation: str) -> FactorSetup:
        return self._remembered(super().begin_factor(invitation))

    def begin_new_factor(self, code: str, *, is_recovery_code: bool) -> FactorSetup:
        return self._remembered(super().begin_new_factor(code, is_recovery_code=is_recovery_code))

    def practice_code(self) -> str | None:
        return None if self._phone is None else self._phone.code_at(datetime.now(UTC))

    def _remembered(self, setup: FactorSetup) -> FactorSetup:
        self._phone = PracticePhone(setup.grouped_secret)
        return setup


class PracticeReady(NamedTuple):
    """Practice mode is on."""

    host: PracticeHost
    workbench: PracticeWorkbench


def start_practice(folder: Path) -> PracticeReady:
    """Make `folder` afresh, start the service there, accept its profile, enrol a factor and sign in. Blocks.

    What it makes ends with the folder. The private folder and the keyring of real work are not touched.
    """
    host = PracticeHost(folder)
    place = host.start()
    try:
        password_file = folder / "vault-password"
        with os.fdopen(os.open(password_file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(32))
        workbench = PracticeWorkbench(folder / "client", password_file)
        workbench.install_profile(place.profile_path, place.key_fingerprint)
        _sign_in(workbench, place)
        return PracticeReady(host, workbench)
    except BaseException:
        host.stop()
        raise


def _sign_in(workbench: PracticeWorkbench, place: PracticePlace) -> None:
    """Walk the person's own way once: password, invitation, code, recovery code."""
    if workbench.begin_sign_in(place.user, place.password_file.read_bytes().strip()).needs != "enrolment":
        raise SignInError
    workbench.begin_factor(place.invitation_file.read_text("utf-8").strip())
    judgement, codes = workbench.confirm_factor_code(workbench.practice_code() or "")
    if not judgement.is_right or not codes:
        raise SignInError
    workbench.activate_factor(codes[0])
