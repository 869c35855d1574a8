"""The phone of a rehearsal: an authenticator app without a phone, for practice mode, the demo and training."""

from __future__ import annotations

from datetime import datetime

import pyotp

TIME_STEP_S = 30


class PracticePhone:
    """Shows the six digits of one account, as an authenticator app would. For practice accounts only."""

    def __init__(self, secret: str) -> None:
        self._totp = pyotp.TOTP(secret.replace(" ", ""), interval=TIME_STEP_S)

    def code_at(self, moment: datetime) -> str:
        """The code that the phone shows at `moment`."""
        return self._totp.generate_otp(int(moment.timestamp()) // TIME_STEP_S)
