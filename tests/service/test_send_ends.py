"""What a submission leaves behind, and what is said, when it is refused, fails or is cancelled."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from client.institution.errors import ProfileRefusedError
from client.model.clock import system_clock
from client.model.errors import ClientError
from client.model.job import Approval, SubmissionManifest
from client.model.transfer import TransferState
from client.network.errors import RequestRefusedError
from client.tasks import desk
from client.tasks.activity import show_activity
from client.tasks.connection import open_account
from client.tasks.errors import ParameterUnknownError
from client.tasks.facts import PrepareChoices
from client.tasks.leftovers import remove_leftovers
from client.tasks.maps import list_maps, load_map_by_id
from client.tasks.outbox import cancel, drive_outbox, open_outbox, require_sent, resume, transfers
from client.tasks.profile import require_installed_profile
from client.tasks.result_keys import result_key_store
from client.tasks.send import queue_submission
from client.transfer.plan import SubmissionPlan
from practice.faults import Fault
from tests.support.operator_of import Operator
from tests.support.sending_scene import SAMPLES, SendingScene, sending_scene
from ui.messages import explain


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[SendingScene]:
    with sending_scene(tmp_path) as scene:
        yield scene


def result_keys(scene: SendingScene) -> tuple[str, ...]:
    return result_key_store(scene.workplace).key_ids()


def refuse_the_job(scene: SendingScene) -> None:
    scene.service.faults.add(Fault("POST", "/api/v1/jobs", problem="manifest-rejected"))


@pytest.mark.parametrize("parameters", [{"foo": "bar"}, {"build": "hg17"}])
def test_a_parameter_that_the_service_does_not_list_is_refused_before_anything(
    scene: SendingScene, parameters: dict[str, str]
) -> None:
    with pytest.raises(ParameterUnknownError) as refused:
        queue_submission(scene.workplace, replace(scene.order(scene.cohort(["20"])), parameters=parameters))
    assert refused.value.exit_code == 2
    assert refused.value.facts["known"] == "build=hg19|hg38, sites=all|polymorphic"
    assert transfers(scene.workplace) == ()
    assert list_maps(scene.workplace) == ()


def test_when_nothing_could_be_queued_the_words_do_not_promise_that_it_goes_on(scene: SendingScene) -> None:
    order = scene.order(scene.cohort(["20"]))
    with open_account(scene.workplace) as account:
        account.sign_out()
    with pytest.raises(ClientError) as nobody:
        queue_submission(scene.workplace, order)
    scene.service.stop()
    for error in (nobody.value,):
        words = explain(error)
        assert "Nothing was queued" in words.meaning
        assert "give the command again" in words.meaning
        assert "resume" not in words.meaning + words.next
    assert transfers(scene.workplace) == ()


def test_a_service_that_is_down_before_queueing_leaves_nothing_to_resume(scene: SendingScene) -> None:
    order = scene.order(scene.cohort(["20"]))
    scene.service.stop()
    with pytest.raises(ClientError) as down:
        queue_submission(scene.workplace, order)
    words = explain(down.value)
    assert down.value.exit_code == 6
    assert "Nothing was queued" in words.meaning
    assert "resume" not in words.meaning + words.next
    assert list_maps(scene.workplace) == ()


def test_a_job_refused_for_good_says_that_it_ended_and_leaves_no_map_or_key(scene: SendingScene) -> None:
    refuse_the_job(scene)
    queued = queue_submission(scene.workplace, scene.order(scene.cohort(["20"])))
    assert list_maps(scene.workplace) == (queued.map.map_id,)
    outcome = drive_outbox(scene.workplace, queued.submission_id)[queued.submission_id]
    assert outcome.state is TransferState.FAILED
    with pytest.raises(RequestRefusedError) as refused:
        require_sent(outcome)
    assert "has ended" in explain(refused.value).meaning
    assert "place" not in explain(refused.value).meaning
    assert list_maps(scene.workplace) == ()
    assert result_keys(scene) == ()
    last = show_activity(scene.workplace)[-1]
    assert last is not None
    assert (last.event, last.facts) == (
        "submission.failed",
        {"submission": queued.submission_id, "code": refused.value.code},
    )


def test_a_map_that_the_user_named_or_another_job_uses_stays(scene: SendingScene) -> None:
    files = scene.cohort(["20"])
    sent = scene.send(scene.order(files))
    map_id = sent.receipt.map_id
    kept = scene.home / "maps" / f"{map_id}.gmap"
    refuse_the_job(scene)
    again = replace(scene.order(files), choices=PrepareChoices(map_file=kept))
    failed = queue_submission(scene.workplace, again)
    drive_outbox(scene.workplace, failed.submission_id)
    named = replace(scene.order(files), choices=PrepareChoices(map_file=scene.folder / "mine.gmap"))
    cancelled = queue_submission(scene.workplace, named)
    cancel(scene.workplace, cancelled.submission_id)
    assert kept.exists()
    assert (scene.folder / "mine.gmap").exists()
    assert len(result_keys(scene)) == 1
    assert load_map_by_id(scene.workplace, map_id).find_job(load_map_by_id(scene.workplace, map_id).output_pseudonyms)


def test_a_cancelled_submission_takes_its_own_map_with_it_and_no_other(scene: SendingScene) -> None:
    files = scene.cohort(["20", "21"])
    first = queue_submission(scene.workplace, scene.order(files[:1]))
    other = queue_submission(scene.workplace, scene.order(files[1:]))
    cancel(scene.workplace, first.submission_id)
    assert list_maps(scene.workplace) == (other.map.map_id,)


def test_the_map_and_the_result_key_of_what_goes_on_later_stay(scene: SendingScene) -> None:
    queued = queue_submission(scene.workplace, scene.order(scene.cohort(["20"])))
    result_key_store(scene.workplace).make(queued.submission_id)
    remove_leftovers(scene.workplace, open_outbox(scene.workplace), queued.submission_id)
    assert list_maps(scene.workplace) == (queued.map.map_id,)
    assert len(result_keys(scene)) == 1


def test_results_of_a_job_sent_with_a_named_map_find_it(scene: SendingScene) -> None:
    file = scene.folder / "mine.gmap"
    choices = PrepareChoices(map_file=file)
    first = scene.send(replace(scene.order(scene.cohort(["20"])), choices=choices))
    fewer = scene.folder / "withdrawn"
    fewer.write_text(f"{SAMPLES[3]}\n")
    fewer_choices = replace(choices, leave_out=fewer)
    scene.send(replace(scene.order(scene.cohort(["21"])), choices=fewer_choices))
    kept = load_map_by_id(scene.workplace, first.receipt.map_id)
    assert sorted(len(job.entries) for job in (kept.latest_job, *kept.jobs)) == [len(SAMPLES) - 1, len(SAMPLES)]


def test_what_waited_beyond_the_end_of_its_profile_goes_on_under_the_renewed_one(scene: SendingScene) -> None:
    queued = queue_submission(scene.workplace, scene.order(scene.cohort(["20"])))
    installed, operator = require_installed_profile(scene.workplace), Operator(scene.service_folder)
    ended = installed.profile._replace(not_after=system_clock().replace(microsecond=0) - timedelta(days=1))
    operator.put_into(scene.home / "profiles" / "installed.json", ended)
    renewed = operator.publish()
    outcome = resume(scene.workplace, queued.submission_id)[queued.submission_id]
    assert require_sent(outcome).state is TransferState.DONE
    assert require_installed_profile(scene.workplace).profile.serial == renewed.serial


def test_a_profile_by_another_key_stops_what_is_resumed(scene: SendingScene) -> None:
    queued = queue_submission(scene.workplace, scene.order(scene.cohort(["20"])))
    Operator(scene.service_folder).publish()
    signature = scene.service_folder / "profile.toml.minisig"
    signature.write_text(signature.read_text().replace("trusted comment: ", "trusted comment: x"))
    with pytest.raises(ProfileRefusedError):
        resume(scene.workplace, queued.submission_id)
    assert not (scene.service_folder / "receipts").exists()
    (transfer,) = transfers(scene.workplace)
    assert transfer.state is TransferState.WAITING


def test_a_profile_that_cannot_be_fetched_now_keeps_nothing_from_going_on(scene: SendingScene) -> None:
    queued = queue_submission(scene.workplace, scene.order(scene.cohort(["20"])))
    scene.service.faults.add(Fault("GET", "/api/v1/profile", problem="busy"))
    outcome = resume(scene.workplace, queued.submission_id)[queued.submission_id]
    assert require_sent(outcome).state is TransferState.DONE


def test_a_map_that_a_submission_queued_later_uses_stays(scene: SendingScene) -> None:
    files = scene.cohort(["20"])
    first = queue_submission(scene.workplace, scene.order(files))
    kept = scene.home / "maps" / f"{first.map.map_id}.gmap"
    queue_submission(scene.workplace, replace(scene.order(files), choices=PrepareChoices(map_file=kept)))
    cancel(scene.workplace, first.submission_id)
    assert kept.exists()


def test_who_approved_is_in_the_manifest(scene: SendingScene, monkeypatch: pytest.MonkeyPatch) -> None:
    approval = Approval("second-2", "2026-01-01T00:00:00Z")
    seen: list[Approval | None] = []
    build, sign = desk.ServiceDesk.build_manifest, desk.signed_manifest

    def build_approved(self: desk.ServiceDesk, submission_id: str, plan: SubmissionPlan, *rest: Any) -> bytes:
        declaration = {**(plan.declaration or {}), "approval": approval.to_claims()}
        return build(self, submission_id, replace(plan, declaration=declaration), *rest)

    def sign_seen(manifest: SubmissionManifest, *rest: Any) -> bytes:
        seen.append(manifest.approval)
        return sign(manifest, *rest)

    monkeypatch.setattr(desk.ServiceDesk, "build_manifest", build_approved)
    monkeypatch.setattr(desk, "signed_manifest", sign_seen)
    assert scene.send(scene.order(scene.cohort(["20"]))).receipt
    assert seen == [approval]
