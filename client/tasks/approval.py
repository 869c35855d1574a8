"""A second person's approval: given to a report, bound to the exact bytes that will leave.

`genoseal prepare --map M` writes files and reports. The second person reads the report, and says yes to it: that makes
`approval.json`, which names who, when, the report by its hash, policy, map, and each prepared file by its hash. `send`
with the same files, policy and map prepares the very same bytes again, and sends nothing that is not among those.
The window does the same three steps: `prepare_for_approval`, `approve`, and a submission with the approval.

What it is worth: a record that somebody who gave this id looked at this report, in the activity log of the computer
where it was given, and in the signed manifest. It is no proof of who typed; that is for the house to see to.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, NamedTuple

from client.model.clock import format_time, parse_time
from client.model.handover import NOBODY_SAID, PAGE_DIGEST_KEY, PAGE_NAME, REPORT_NAME, BuildSaid
from client.model.job import MAP_ID
from client.model.strict_json import StrictJsonError, parse_strict_json
from client.seal.private_output import private_output
from client.tasks.approval_errors import (
    ApprovalNeededError,
    ApprovalOtherError,
    ApprovalOwnError,
    ApprovalUnreadableError,
    ApproverNameError,
    HandOverStoppedError,
    ReportFilesError,
    ReportUnreadableError,
)
from client.tasks.builds import require_build
from client.tasks.errors import about
from client.tasks.facts import PrepareChoices, Prepared, Progress, TaskProgress
from client.tasks.maps import map_file
from client.tasks.places import read_named, require_output
from client.tasks.policies import choose_rules
from client.tasks.preparation import prepare_files
from client.tasks.submission_order import SubmissionOrder
from client.tasks.workplace import Workplace
from prep.policy import Policy

SCHEMA = 1
KIND = "genoseal-approval"
_APPROVER = re.compile(r"[A-Za-z0-9_-]{1,64}")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_MAX_FILES = 100
_MAX_BYTES = 4 * 1024 * 1024
_PIECE_BYTES = 1 << 20


@dataclass(frozen=True)
class Reported:
    """What the second person is asked to approve; from `report.json`, with its page and the files compared."""

    file: Path = field(repr=False)
    report_sha256: str
    policy: str
    policy_digest: str
    map_id: str
    samples: int
    records_in: int
    records_kept: int
    removed: tuple[str, ...]
    prepared: Mapping[str, str]
    """SHA-256 of each prepared file, by chromosome."""
    builds: tuple[str, ...] = ()
    """The genome builds that the files were prepared as; one, in a job that is right."""
    build_said: BuildSaid = NOBODY_SAID

    @property
    def page(self) -> Path | None:
        """The report as a page for people, where it lies beside."""
        page = self.file.parent / PAGE_NAME
        return page if page.is_file() else None


class GivenApproval(NamedTuple):
    """A second person's yes."""

    approver_id: str
    approved_at: str
    report_sha256: str
    policy_digest: str
    map_id: str
    prepared: Mapping[str, str]


def second_person_policy(workplace: Workplace, choices: PrepareChoices = PrepareChoices()) -> str:
    """The name of the policy that counts, where it wants a second person's approval; empty where it does not.

    Raises what `choose_rules` raises.
    """
    policy = choose_rules(workplace, choices).policy
    return policy.name if policy.second_person else ""


def prepare_for_approval(
    workplace: Workplace,
    files: Sequence[Path],
    out: Path,
    choices: PrepareChoices = PrepareChoices(),
    *,
    progress: Progress | None = None,
    should_stop: Callable[[], bool] = lambda: False,
) -> Prepared:
    """Prepare `files` as one job into the folder `out`, with the report that a second person reads; keep the map here.

    The folder is what is handed over, so nothing in it names anybody. Raises what `prepare_files` raises, and
    HandOverStoppedError soon after `should_stop` says so; the folder is then as it was.
    """

    def report(step: TaskProgress) -> None:
        if should_stop():
            raise HandOverStoppedError
        if progress is not None:
            progress(step)

    return prepare_files(workplace, files, out, choices, progress=report, with_local_report=False)


def check_approval(
    workplace: Workplace, file: Path, sender: str, choices: PrepareChoices = PrepareChoices()
) -> GivenApproval:
    """Read an approval before anything is queued with it: for the policy that counts, a map that is here, and another
    person than `sender`.

    Raises what `require_approval` raises. Whether the prepared bytes are the approved ones shows when they are made.
    """
    given = load_approval(file)
    policy = choose_rules(workplace, choices).policy
    kept = map_file(workplace, given.map_id)
    return _require_fits(given, policy, given.map_id if kept.is_file() else "", sender, file)


def with_approved_map(workplace: Workplace, order: SubmissionOrder) -> SubmissionOrder:
    """`order` with the map that its approval names, where none was named and that map is kept here.

    Raises what `load_approval` raises.
    """
    if order.approval is None or order.choices.map_file is not None:
        return order
    kept = map_file(workplace, load_approval(order.approval).map_id)
    return replace(order, choices=replace(order.choices, map_file=kept)) if kept.is_file() else order


def read_report(report: Path) -> Reported:
    """Read a report (the file, or the folder it lies in) and compare the prepared files beside it with its hashes.

    Raises ReportUnreadableError, ReportFilesError, and what a missing file raises.
    """
    file = report / REPORT_NAME if os.path.isdir(report) else report  # noqa: PTH112 - a name too long must not raise
    data = read_named(file, _MAX_BYTES)
    try:
        value: Any = parse_strict_json(data)
        page_sha256 = _digest(value[PAGE_DIGEST_KEY])
        files = {entry["chromosome"]: (entry["output"], entry["sha256"]) for entry in value["files"]}
        reported = Reported(
            file=file,
            report_sha256=hashlib.sha256(data).hexdigest(),
            policy=str(value["policy"]["name"]),
            policy_digest=_digest(value["policy"]["digest"]),
            map_id=_map_id(value["map"]["id"]),
            samples=int(value["totals"]["samples"]),
            records_in=int(value["totals"]["records_in"]),
            records_kept=int(value["totals"]["records_kept"]),
            removed=tuple(str(entry["class"]) for entry in value["removed"]),
            prepared={chromosome: _digest(sha256) for chromosome, (_, sha256) in files.items()},
            builds=tuple(sorted({build for source in value["sources"] if (build := require_build(source["build"]))})),
            build_said=_build_said(value),
        )
    except (StrictJsonError, ValueError, KeyError, TypeError, AttributeError):
        raise about(ReportUnreadableError(), file) from None
    page = file.parent / PAGE_NAME
    if not page.is_file() or _sha256_of(page) != page_sha256:
        raise about(ReportFilesError(file=PAGE_NAME), page)
    for chromosome, (_, sha256) in files.items():
        if not re.fullmatch(r"[0-9]{1,2}|X|Y|MT", str(chromosome)):
            raise about(ReportUnreadableError(), file)
        prepared = file.parent / f"chr{chromosome}.vcf.gz"
        if not prepared.is_file() or _sha256_of(prepared) != sha256:
            raise about(ReportFilesError(file=prepared.name), prepared)
    return reported


def approve(
    workplace: Workplace, reported: Reported, approver: str, out: Path, *, force: bool = False
) -> GivenApproval:
    """Write down that `approver` (an id, never a national number or a patient's) approved the report.

    Raises ApproverNameError and what `require_output` raises.
    """
    require_approver(approver)
    require_output(out, force=force, sources=(reported.file,))
    given = GivenApproval(
        approver,
        format_time(workplace.clock()),
        reported.report_sha256,
        reported.policy_digest,
        reported.map_id,
        dict(reported.prepared),
    )
    document = {
        "schema": SCHEMA,
        "kind": KIND,
        "approver_id": given.approver_id,
        "approved_at": given.approved_at,
        "report_sha256": given.report_sha256,
        "policy_digest": given.policy_digest,
        "map_id": given.map_id,
        "prepared": dict(given.prepared),
        "builds": list(reported.builds),
    }
    with private_output(out, force=force) as stream:
        stream.write((json.dumps(document, indent=1) + "\n").encode("ascii"))
    workplace.note("approval.given", map=given.map_id, files=len(given.prepared), policy_sha256=given.policy_digest)
    return given


def load_approval(file: Path) -> GivenApproval:
    """Read an approval. Raises ApprovalUnreadableError, and what a missing file raises."""
    data = read_named(file, _MAX_BYTES)
    try:
        value: Any = parse_strict_json(data)
        if value["schema"] != SCHEMA or value["kind"] != KIND or not 0 < len(value["prepared"]) <= _MAX_FILES:
            raise ValueError("kind")
        given = GivenApproval(
            approver_id=value["approver_id"],
            approved_at=value["approved_at"],
            report_sha256=_digest(value["report_sha256"]),
            policy_digest=_digest(value["policy_digest"]),
            map_id=_map_id(value["map_id"]),
            prepared={str(chromosome): _digest(sha256) for chromosome, sha256 in value["prepared"].items()},
        )
        parse_time(given.approved_at)
        require_approver(given.approver_id)
    except (StrictJsonError, ApproverNameError, ValueError, KeyError, TypeError, AttributeError):
        raise about(ApprovalUnreadableError(), file) from None
    return given


def require_approval(policy: Policy, map_id: str, sender: str, file: Path | None) -> GivenApproval | None:
    """The approval that goes along with a submission, if one was given or is wanted.

    Raises ApprovalNeededError where the policy wants one and `file` is None, ApprovalOtherError where it is for another
    policy or map, ApprovalOwnError where `sender` (the signed-in user) gave it, and what `load_approval` raises.
    """
    if file is None:
        if policy.second_person:
            raise ApprovalNeededError(policy=policy.name)
        return None
    return _require_fits(load_approval(file), policy, map_id, sender, file)


def _require_fits(given: GivenApproval, policy: Policy, map_id: str, sender: str, file: Path) -> GivenApproval:
    if given.policy_digest != policy.digest:
        raise about(ApprovalOtherError(what="policy"), file)
    if given.map_id != map_id:
        raise about(ApprovalOtherError(what="map"), file)
    require_other_person(given.approver_id, sender)
    return given


def require_approver(approver: str) -> None:
    """Raise ApproverNameError for an id that no manifest carries."""
    if not _APPROVER.fullmatch(approver):
        raise ApproverNameError


def require_other_person(approver: str, sender: str) -> None:
    """Raise ApprovalOwnError when the two ids are one person's: equal but for case, marks and a mail's domain."""
    if _plain(approver) == _plain(sender) or _plain(approver) == _plain(sender.partition("@")[0]):
        raise ApprovalOwnError


def _plain(name: str) -> str:
    return re.sub(r"[\W_]", "", name).casefold()


def _build_said(report: Mapping[str, Any]) -> BuildSaid:
    """As the report has it; one of an older program says nothing of it."""
    said = [set(source.get("build_said_by", ())) for source in report["sources"]]
    chosen = [who for who in said if "person" in who and "header" not in who]
    return BuildSaid(
        by_header=any("header" in who for who in said),
        by_person=bool(chosen),
        is_confirmed=any("variants" in who for who in chosen),
        is_doubtful=any(found["code"] == "VCF-BUILD-DOUBTFUL" for found in report.get("findings", ())),
    )


def _digest(value: object) -> str:
    if not isinstance(value, str) or not _SHA256.fullmatch(value):
        raise ValueError("sha256")
    return value


def _map_id(value: object) -> str:
    if not isinstance(value, str) or not re.fullmatch(MAP_ID, value):
        raise ValueError("map")
    return value


def _sha256_of(file: Path) -> str:
    digest = hashlib.sha256()
    with file.open("rb") as stream:
        while piece := stream.read(_PIECE_BYTES):
            digest.update(piece)
    return digest.hexdigest()
