"""Send files: prepare, recheck, seal, upload, submit, as one submission that survives being killed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from client.account.errors import SignInNeededError
from client.institution.store import InstalledProfile
from client.institution.trust import require_may_send
from client.jobs.errors import JobUnknownError
from client.jobs.manifest import build_consent, require_parameters
from client.jobs.receipts import ReceiptStore, StoredReceipt
from client.model.clock import format_time
from client.model.job import Approval, Consent
from client.model.profile import ConsentStatement
from client.model.service import Application, ServiceInfo
from client.model.transfer import SubmissionOutcome
from client.tasks.approval import GivenApproval, require_approval, with_approved_map
from client.tasks.connection import newest_profile, open_account, program_version
from client.tasks.desk import private_words, require_container_allowed
from client.tasks.doctor import require_workstation
from client.tasks.errors import (
    ApplicationUnknownError,
    ConsentVersionError,
    OtherEnvironmentError,
    ParameterUnknownError,
    TooManyFilesError,
    about,
    standing_of,
)
from client.tasks.every_stop import with_every_stop
from client.tasks.facts import MapFacts
from client.tasks.job_start import JobStart, keep_job_map, start_job
from client.tasks.leftovers import OWN_MAP
from client.tasks.maps import making_map
from client.tasks.outbox import open_outbox, require_not_held, require_sent
from client.tasks.places import require_files
from client.tasks.policies import Rules, choose_rules
from client.tasks.profile import require_installed_profile
from client.tasks.refusals import noting_refusal
from client.tasks.submission_order import SubmissionOrder
from client.tasks.workers import require_open_files
from client.tasks.workplace import Workplace
from client.transfer.plan import SubmissionPlan, require_sources
from prep.errors import InputError, PrepError

BUILD_PARAMETER = "build"
"""What services call the parameter for the genome build of the files."""


class Queued(NamedTuple):
    """A submission that lies in the outbox and waits to be driven."""

    submission_id: str
    map: MapFacts
    container: str
    """The format of the sealed files: `gseal` (AES-256), or `crypt4gh` (ChaCha20-Poly1305)."""
    parameters: dict[str, str]
    """What the service is asked for, with what was filled in."""


@dataclass(frozen=True)
class Sent:
    """A submission that the service has confirmed. `receipt` is verified and kept under `receipts/`."""

    submission_id: str
    job: str
    receipt: StoredReceipt = field(repr=False)

    @property
    def claims(self) -> dict[str, Any]:
        """What the service states, signed."""
        return self.receipt.claims


def consent_statements(workplace: Workplace) -> tuple[ConsentStatement, ...]:
    """The statements of the installed profile, of which one is confirmed for each submission."""
    return require_installed_profile(workplace).profile.consent


def queue_submission(workplace: Workplace, order: SubmissionOrder, on_wait: Callable[[], None] | None = None) -> Queued:
    """Check everything that can be checked before a record is read, and put the submission into the outbox.

    Speaks to the service (is it the right one, does it take this) and needs somebody signed in. Raises the errors of
    profile, workstation rules, consent grammar, account and network; those of an order that the service does not take
    (environment, number of files, application, parameter, consent version); BlockedError where the headers stop the
    job. `on_wait` is called once where another process is making the map of this name, which is waited for.
    """
    with standing_of("not-queued"), noting_refusal(workplace), making_map(workplace, order.choices.map_file, on_wait):
        return _queue(workplace, order)


def _queue(workplace: Workplace, order: SubmissionOrder) -> Queued:
    require_open_files()
    require_files(order.files)
    order = with_approved_map(workplace, order)
    installed = require_installed_profile(workplace)
    with open_account(workplace, installed) as account:
        session = account.session()
        if session is None:
            raise SignInNeededError
        user = session.user
        installed = newest_profile(workplace, installed, account)
        profile = installed.profile
        require_may_send(profile, workplace.clock(), program_version())
        require_workstation(workplace, profile)
        require_container_allowed(profile)
        info = account.api.service_info()
    application = _require_service_takes(order, installed, info)
    rules = choose_rules(workplace, order.choices)
    try:
        start = start_job(workplace, order.files, rules, order.choices)
    except PrepError as error:
        raise with_every_stop(workplace, order.files, order.choices, error) from error
    order = _with_build(order, application, start.build)
    approval = require_approval(rules.policy, start.pseudonym_map.map_id, user, order.approval)
    consent = _consent(workplace, order, installed, start)
    require_parameters(order.parameters, private_words=private_words(start.pseudonym_map.sample_ids))
    kept = keep_job_map(workplace, start, here_too=True)
    plan = _plan(order, installed, rules, start, consent, application, approval)
    try:
        submission_id = open_outbox(workplace).queue(plan, order.files)
    except BaseException:
        if start.is_new_map and start.map_file is None:
            kept.file.unlink(missing_ok=True)
        raise
    workplace.note("consent.confirmed", consent_version=consent.version, consent_sha256=consent.text_sha256)
    workplace.note(
        "submission.queued",
        submission=submission_id,
        files=len(order.files),
        samples=kept.samples,
        map=kept.map_id,
        policy=rules.policy.name,
        policy_sha256=rules.policy.digest,
    )
    return Queued(submission_id, kept, plan.container, order.parameters)


def require_submitted(
    workplace: Workplace, order: SubmissionOrder, outcome: SubmissionOutcome, on_reading: Callable[[], None]
) -> SubmissionOutcome:
    """The outcome of an order that was sent; else raise what stopped it, with what stops its other files too.

    `on_reading` is called before those are read, which takes as long as they are large.
    """
    try:
        return require_not_held(require_sent(outcome, order.files))
    except InputError as error:
        if outcome.stopped_by is None or len(order.files) == 1:
            raise
        on_reading()
        raise with_every_stop(workplace, order.files, order.choices, error) from error


def sent_submission(workplace: Workplace, submission_id: str) -> Sent:
    """What is known of a submission that was sent. Raises JobUnknownError while there is no receipt."""
    receipt = ReceiptStore(workplace.folders.receipts, workplace.clock).find_submission(submission_id)
    if receipt is None:
        raise JobUnknownError
    return Sent(submission_id, receipt.job, receipt)


def _require_service_takes(order: SubmissionOrder, installed: InstalledProfile, info: ServiceInfo) -> Application:
    """Environment, number of files, application: what the profile says, and the service may tighten."""
    profile = installed.profile
    if info.environment != profile.environment:
        raise OtherEnvironmentError
    most_files = min(profile.limits.max_files, info.limits.max_files)
    if len(order.files) > most_files:
        raise TooManyFilesError(files=len(order.files), most=most_files)
    known = {application.id: application for application in info.applications}
    named = order.application
    if named is None and info.applications:
        named = info.applications[0].id
    if named not in known:
        raise about(ApplicationUnknownError(known=", ".join(known)), named or "")
    _require_parameters_known(order, known[named])
    return known[named]


def _require_parameters_known(order: SubmissionOrder, application: Application) -> None:
    offered = {parameter.name: parameter.values for parameter in application.parameters}
    for name, value in order.parameters.items():
        if name not in offered or (offered[name] and value not in offered[name]):
            known = ", ".join(f"{name}={'|'.join(values) or '…'}" for name, values in offered.items())
            raise about(ParameterUnknownError(known=known or "none"), f"{name}={value}")


def _with_build(order: SubmissionOrder, application: Application, build: str | None) -> SubmissionOrder:
    values = next((offered.values for offered in application.parameters if offered.name == BUILD_PARAMETER), ())
    if not order.fill_build or BUILD_PARAMETER in order.parameters or build is None or build not in values:
        return order
    return replace(order, parameters={**order.parameters, BUILD_PARAMETER: build})


def _consent(workplace: Workplace, order: SubmissionOrder, installed: InstalledProfile, start: JobStart) -> Consent:
    statement = installed.profile.consent_statement(order.consent.version)
    if statement is None:
        raise ConsentVersionError(version=installed.profile.consent[-1].version)
    words = private_words(start.pseudonym_map.sample_ids)
    confirmed_at = format_time(workplace.clock())
    return build_consent(statement, order.consent.reference, confirmed_at, private_words=words)


def _plan(
    order: SubmissionOrder,
    installed: InstalledProfile,
    rules: Rules,
    start: JobStart,
    consent: Consent,
    application: Application,
    approval: GivenApproval | None,
) -> SubmissionPlan:
    site_list = order.choices.site_list
    return SubmissionPlan(
        name=order.name or "",
        origin=installed.profile.service.origin,
        environment=installed.profile.environment,
        policy_toml=rules.policy_toml,
        limits_toml=rules.limits_toml,
        limits_service=rules.limits.name,
        container=installed.profile.inbox.container,
        build=order.choices.build,
        # Its own job is all that preparing needs.
        pseudonym_map=replace(start.pseudonym_map, others=(), jobs=()).to_json_bytes(),
        declaration={
            "application": application.id,
            "parameters": order.parameters,
            "consent": consent.to_claims(),
            "policy_name": rules.policy.name,
            "policy_digest": rules.policy.digest,
            "map_id": start.pseudonym_map.map_id,
            "approval": None if approval is None else Approval(approval.approver_id, approval.approved_at).to_claims(),
            OWN_MAP: start.is_new_map and start.map_file is None,
        },
        site_list=None if site_list is None else require_sources((site_list,))[0],
        approved=None if approval is None else approval.prepared,
    )
