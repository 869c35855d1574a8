"""A workstation that the account does not have is said in words about workstations, not about jobs."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import cast

import pytest

from client.model.service import Device
from client.model.shortened_ids import ShortenedIdError
from client.network.errors import NotThereError
from client.tasks.account import find_device, revoke_device
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


class _WithDevices:
    def devices(self) -> tuple[Device, ...]:
        made = datetime(2026, 1, 1, tzinfo=UTC)
        ids = ("7f3a0000", "7f3b0000", "9c110000")
        return tuple(Device(id_, "PC", made, None, current=False) for id_ in ids)


def test_the_beginning_of_an_id_names_one_workstation_or_is_refused() -> None:
    account = cast(Account, _WithDevices())
    assert find_device(account, "9").id == "9c110000"
    assert find_device(account, "7f3b0000").id == "7f3b0000"
    with pytest.raises(ShortenedIdError) as several:
        find_device(account, "7f3")
    assert several.value.facts == {"matches": 2, "candidates": "7f3a0000, 7f3b0000"}
    assert subject_of(several.value) == "7f3"
    for unknown in ("zz", "9c1100000"):
        with pytest.raises(NoSuchDeviceError) as caught:
            find_device(account, unknown)
        assert subject_of(caught.value) == unknown
