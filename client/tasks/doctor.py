"""The doctor: is this computer ready, and what stands in the way? Each check answers for itself and never raises.

Words are the faces' (`ui/messages`); a check carries a state and facts that are fit to be mailed to the helpdesk.
"""

from __future__ import annotations

import os
import ssl
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from client.audit.log import ActivityLog
from client.institution.store import InstalledProfile
from client.institution.trust import require_may_send
from client.jobs.receipts import ReceiptStore
from client.model.clock import format_time
from client.model.errors import ClientError, Fact, InputNeedsUserError, ServerIdentityError, SignInError
from client.model.profile import Profile
from client.network.service import ServiceApi
from client.network.tls_probe import probe_tls
from client.secrets.keyring_backends import KeyringState, keyring_state
from client.tasks.connection import make_gate, program_version
from client.tasks.disk import free_bytes, is_encrypted, nearest_existing
from client.tasks.errors import WorkstationRequirementError
from client.tasks.latest import announced_version
from client.tasks.profile import installed_profile
from client.tasks.proxy import proxy_of, proxy_url
from client.tasks.screen_lock import is_screen_locked_when_idle
from client.tasks.workplace import Workplace

CHECK_NAMES = (
    "program",
    "folder",
    "keyring",
    "secrets",
    "disk",
    "encryption",
    "screen-lock",
    "proxy",
    "profile",
    "tls",
    "service",
    "version",
    "clock",
    "activity-log",
)
LEAST_FREE_BYTES = 5_000_000_000
LARGEST_CLOCK_OFFSET = timedelta(seconds=30)
"""A six-digit code lives 30 seconds and the service forgives one step."""
_CHECK_OF_REQUIREMENT = {
    "disk_encryption": "encryption",
    "screen_lock": "screen-lock",
    "keyring": "keyring",
    "clock": "clock",
    "no_tls_inspection": "tls",
    "current_version": "profile",
}
_OF_SERVICE = ("tls", "service", "version", "clock")
_WARN_BEFORE_EXPIRY = timedelta(days=14)
_PROXY_VARIABLES = ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy")


@dataclass(frozen=True)
class Check:
    """One line of the doctor: `state` chooses the words (ui/messages), `facts` fill them.

    `ok` None: could not be found out, or does not matter here. `exit_code` is what counts where `ok` is False.
    """

    name: str
    ok: bool | None
    state: str
    facts: Mapping[str, Fact] = field(default_factory=dict)
    exit_code: int = InputNeedsUserError.exit_code

    @property
    def ends_the_line(self) -> bool:
        """Whether nobody can be asked behind this: no answer came, or another's than the service's."""
        return self.state == "inspected" or (self.state == "error" and str(self.facts["code"]).startswith("NET-"))


def run_checks(workplace: Workplace, environment: Mapping[str, str] = os.environ) -> tuple[Check, ...]:
    """All checks, in the order of CHECK_NAMES. Speaks to the profile's service, and to nobody else.

    What is in the way of the service is said once: the checks behind it that ask the service too are `not-tried`.
    """
    installed: InstalledProfile | None = None

    def check_profile() -> Check:
        nonlocal installed
        installed = installed_profile(workplace)
        return _check_profile(installed, workplace.clock())

    api_check = _ServiceChecks(workplace)
    checks: dict[str, Callable[[], Check]] = {
        "program": _check_program,
        "folder": lambda: _check_folder(workplace),
        "keyring": lambda: _check_keyring(workplace),
        "secrets": lambda: _check_secrets(workplace),
        "disk": lambda: _check_disk(workplace),
        "encryption": lambda: _check_encryption(workplace),
        "screen-lock": _check_screen_lock,
        "proxy": lambda: _check_proxy(workplace, environment),
        "profile": check_profile,
        "tls": lambda: api_check.tls(installed),
        "service": lambda: api_check.service(installed),
        "version": lambda: api_check.version(installed),
        "clock": lambda: api_check.clock(installed),
        "activity-log": lambda: _check_activity_log(workplace),
    }
    done: list[Check] = []
    for name in CHECK_NAMES:
        is_cut_off = name in _OF_SERVICE and any(check.ends_the_line for check in done if check.name in _OF_SERVICE)
        done.append(Check(name, None, "not-tried") if is_cut_off else _guarded(name, checks[name]))
    return tuple(done)


def exit_code_of(checks: Iterable[Check]) -> int:
    """0 where nothing is known to be wrong, else the highest: 3 needs somebody, 5 secrets, 6 line, 7 who answers."""
    return max((check.exit_code for check in checks if check.ok is False), default=0)


def require_workstation(workplace: Workplace, profile: Profile) -> None:
    """Raise WorkstationRequirementError for the first thing the profile demands that is known not to hold.

    What cannot be found out on this system (`ok` None) does not stop anybody: the doctor says so.
    """
    if not profile.workstation:
        return
    checks = {check.name: check for check in run_checks(workplace)}
    for requirement in profile.workstation:
        name = _CHECK_OF_REQUIREMENT[requirement]
        check = checks[name]
        holds = check.ok is not False and check.state != "not-tried"
        if name == "keyring":
            holds = workplace.secret_store.kind == "keyring"
        if not holds:
            raise WorkstationRequirementError(check=name)


def _guarded(name: str, check: Callable[[], Check]) -> Check:
    try:
        return check()
    except ClientError as error:
        exit_code = max(error.exit_code, InputNeedsUserError.exit_code)  # nothing was asked for in a wrong way
        return Check(name, False, "error", {**error.facts, "code": error.code}, exit_code)
    except OSError:
        return Check(name, None, "unknown")


def _check_program() -> Check:
    facts = {"version": program_version(), "python": ".".join(map(str, sys.version_info[:3])), "system": sys.platform}
    suites = {
        suite["name"]
        for suite in ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT).get_ciphers()
        if suite["protocol"] == "TLSv1.3"
    }
    if suites != {"TLS_AES_256_GCM_SHA384"}:
        return Check("program", False, "suites", facts)
    return Check("program", True, "fine", facts)


def _check_folder(workplace: Workplace) -> Check:
    home = workplace.folders.home
    place = nearest_existing(home)
    if sys.platform == "win32":
        return Check("folder", None, "unknown" if place == home else "not-made")  # its access list is not judged
    status = place.stat()
    if place == home and status.st_uid != os.getuid():
        return Check("folder", False, "not-ours")
    if not (place.is_dir() and os.access(place, os.R_OK | os.W_OK | os.X_OK)):
        return Check("folder", False, "closed")
    if place != home:
        return Check("folder", None, "not-made")
    if status.st_mode & 0o077:
        return Check("folder", False, "open")
    return Check("folder", True, "private")


def _check_keyring(workplace: Workplace) -> Check:
    state = keyring_state()
    if state is KeyringState.UNLOCKED:
        return Check("keyring", True, state.value)
    # Where no keyring answers a vault takes its place, which is no fault of anything.
    if state is KeyringState.NO_SERVICE:
        return Check("keyring", None, state.value)
    if os.path.lexists(workplace.folders.vault):
        return Check("keyring", None, "vault")
    return Check("keyring", False, state.value, exit_code=SignInError.exit_code)


def _check_secrets(workplace: Workplace) -> Check:
    places = (workplace.folders.vault, workplace.folders.secret_store)
    if not any(os.path.lexists(place) for place in places):
        return Check("secrets", None, "not-made")
    workplace.vault_key  # noqa: B018 - opening it is the check
    return Check("secrets", True, workplace.secret_store.kind)


def _check_disk(workplace: Workplace) -> Check:
    free = free_bytes(workplace.folders.home)
    if free is None:
        return Check("disk", None, "unknown")
    return Check("disk", free >= LEAST_FREE_BYTES, "room" if free >= LEAST_FREE_BYTES else "full", {"free_bytes": free})


def _check_encryption(workplace: Workplace) -> Check:
    answer = is_encrypted(workplace.folders.home)
    return Check("encryption", answer, {True: "on", False: "off", None: "unknown"}[answer])


def _check_screen_lock() -> Check:
    answer = is_screen_locked_when_idle()
    return Check("screen-lock", answer, {True: "on", False: "off", None: "unknown"}[answer])


def _check_proxy(workplace: Workplace, environment: Mapping[str, str]) -> Check:
    if proxy_url(workplace):
        return Check("proxy", True, "set")
    if any(environment.get(name) for name in _PROXY_VARIABLES):
        return Check("proxy", None, "ignored")
    return Check("proxy", True, "none")


def _check_profile(installed: InstalledProfile | None, now: datetime) -> Check:
    if installed is None:
        return Check("profile", False, "none")
    profile = installed.profile
    facts: dict[str, Fact] = {
        "serial": profile.serial,
        "not_after": format_time(profile.not_after),
        "environment": profile.environment,
        "fingerprint": installed.key_fingerprint,
    }
    require_may_send(profile, now, program_version())
    if profile.not_after - now < _WARN_BEFORE_EXPIRY:
        return Check("profile", None, "ends-soon", facts)
    return Check("profile", True, "installed", facts)


def _check_activity_log(workplace: Workplace) -> Check:
    anchors = workplace.secret_store if workplace.has_open_store else None
    receipts = ReceiptStore(workplace.folders.receipts, workplace.clock)
    verdict = ActivityLog(workplace.folders.audit_log, anchors, workplace.clock).verify(receipts.anchors())
    if verdict.problem is not None:
        return Check("activity-log", False, "error", {**verdict.problem.facts, "code": verdict.problem.code})
    if not verdict.lines:
        return Check("activity-log", None, "empty")
    return Check("activity-log", True, "intact", {"lines": verdict.lines})


class _ServiceChecks:
    """The checks that speak to the service of the profile."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    def tls(self, installed: InstalledProfile | None) -> Check:
        """Who answers, seen without sending a byte."""
        if installed is None:
            return Check("tls", None, "no-profile")
        place = installed.profile.service
        finding = probe_tls(place.origin, proxy_of(self._workplace))
        facts = {"issuer": finding.issuer, "tls_version": finding.tls_version}
        is_pinned = finding.is_pinned(place.pins_at(self._workplace.clock()))
        state = "pinned" if is_pinned else "inspected"
        return Check("tls", is_pinned, state, facts, ServerIdentityError.exit_code)

    def service(self, installed: InstalledProfile | None) -> Check:
        if installed is None:
            return Check("service", None, "no-profile")
        with make_gate(self._workplace, installed.profile) as gate:
            info = ServiceApi(gate).service_info()
        if info.environment != installed.profile.environment:
            facts = {"environment": info.environment[:20]}
            return Check("service", False, "other-environment", facts, ServerIdentityError.exit_code)
        return Check("service", True, "answers", {"notices": len(info.notices), "retention_days": info.retention_days})

    def version(self, installed: InstalledProfile | None) -> Check:
        """Whether the institution announces a newer program; being behind is a hint, `profile` says what is too old."""
        if installed is None:
            return Check("version", None, "no-profile")
        announced = announced_version(self._workplace, installed)
        if announced is None:
            return Check("version", None, "not-said")
        if announced.is_newer_than(program_version()):
            return Check("version", None, "newer-out", {"newest": announced.version, "installed": program_version()})
        return Check("version", True, "newest", {"installed": program_version()})

    def clock(self, installed: InstalledProfile | None) -> Check:
        if installed is None:
            return Check("clock", None, "no-profile")
        with make_gate(self._workplace, installed.profile) as gate:
            offset = ServiceApi(gate).clock_offset(self._workplace.clock)
        seconds = round(offset.total_seconds())
        is_right = abs(offset) <= LARGEST_CLOCK_OFFSET
        state = "right" if is_right else ("behind" if seconds > 0 else "ahead")
        return Check("clock", is_right, state, {"seconds": abs(seconds)})
