"""What a submission manifest may hold: the members that SERVICE.md lists, in their forms, and no other."""

from __future__ import annotations

import base64
import copy
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from client.seal.container import seal_bytes
from client.seal.manifest_envelope import sign_manifest
from tests.support.practice_client import PracticeClient, Submission, running_service
from tests.support.small_vcf import packed, small_vcf

Change = Callable[[dict[str, Any]], object]
APPROVAL = {"approver_id": "second-2", "approved_at": "2026-11-21T10:00:00Z"}
MORE: dict[str, Change] = {
    "beside all": lambda claims: claims.update(note="Anna Hansen"),
    "in the consent": lambda claims: claims["consent"].update(name="Anna Hansen"),
    "in the policy": lambda claims: claims["policy"].update(name_of="Anna Hansen"),
    "in a file": lambda claims: claims["files"][0].update(path="/home/anna/chr20.vcf"),
    "in the log": lambda claims: claims["activity_log"].update(last="Anna Hansen"),
    "in the approval": lambda claims: claims.update(approval=APPROVAL | {"name": "Anna Hansen"}),
}
WRONG: dict[str, Change] = {
    "a newer schema": lambda claims: claims.update(schema=2),
    "no name": lambda claims: claims.pop("name"),
    "no files": lambda claims: claims.update(files=[]),
    "a file twice": lambda claims: claims["files"].append(claims["files"][0] | {"chromosome": "21"}),
    "a chromosome twice": lambda claims: claims["files"].append(claims["files"][0] | {"file_id": "ee" * 16}),
    "a name as approver": lambda claims: claims.update(approval=APPROVAL | {"approver_id": "Anna Hansen"}),
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[PracticeClient, Submission]]:
    folder: Path = tmp_path_factory.mktemp("manifests")
    with running_service(folder / "service") as place:
        client = PracticeClient(*place)
        client.enrol()
        yield client, client.prepare({"20": packed(small_vcf())})
        client.close()


@pytest.mark.parametrize("change", [*MORE.values(), *WRONG.values()], ids=[*MORE, *WRONG])
def test_a_manifest_of_another_form_is_refused(made: tuple[PracticeClient, Submission], change: Change) -> None:
    client, submission = made
    claims = copy.deepcopy(submission.manifest.to_claims())
    change(claims)
    envelope = sign_manifest(claims, client.device_key, client.device_id)
    manifest = base64.b64encode(seal_bytes(envelope, [client.recipient])).decode()
    answer = client.post("/jobs", {**submission.body, "manifest": manifest})
    assert (answer.status_code, answer.json()["reason"]) == (422, "form")
