"""A transfer that waited until the profile's end, or meets a profile that wants a newer program, is not submitted."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from client.institution.errors import ClientTooOldError, ProfileExpiredError, ProfileRefusedError
from client.model.profile import ClientRule, Profile
from client.tasks.desk import ServiceDesk
from client.transfer.verdict import Verdict, verdict
from tests.support.profiles import NOW, make_profile


@pytest.mark.parametrize(
    ("profile", "error"),
    [
        (make_profile()._replace(not_after=NOW - timedelta(seconds=1)), ProfileExpiredError),
        (make_profile()._replace(client=ClientRule("99.0")), ClientTooOldError),
    ],
    ids=["ended", "wants a newer program"],
)
def test_the_manifest_that_would_open_the_files_is_not_made_and_the_place_is_kept(
    tmp_path: Path, profile: Profile, error: type[ProfileRefusedError]
) -> None:
    workplace: Any = SimpleNamespace(folders=SimpleNamespace(receipts=tmp_path), clock=lambda: NOW)
    desk = ServiceDesk(workplace, cast(Any, SimpleNamespace(profile=profile)), cast(Any, None))
    with pytest.raises(error) as caught:
        desk.build_manifest("a" * 32, cast(Any, None), ())
    assert verdict(caught.value) is Verdict.STOP_ALL
