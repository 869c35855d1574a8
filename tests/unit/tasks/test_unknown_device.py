"""A workstation that the account does not have is said in words about workstations, not about jobs."""

from __future__ import annotations

from typing import cast

import pytest

from client.network.errors import NotThereError
from client.tasks.account import revoke_device
from client.tasks.errors import NoSuchDeviceError, subject_of
from client.tasks.facts import Account
from client.tasks.workplace import Workplace
from ui.messages import explain


class _WithoutThatDevice:
    def revoke(self, device_id: str) -> None:
        raise NotThereError(problem="none")


def test_an_unknown_device_sends_people_to_the_list_of_devices() -> None:
    with pytest.raises(NoSuchDeviceError) as caught:
        # The workplace is not touched: nothing happened that the activity log could hold.
        revoke_device(cast(Workplace, None), cast(Account, _WithoutThatDevice()), "zz")
    assert subject_of(caught.value) == "zz"
    assert "genoseal devices" in explain(caught.value).next
