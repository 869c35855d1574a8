"""Which preparation policy and which service's limits count: flag, then profile, then settings, then the default."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from weakref import WeakValueDictionary

import resources
from client.tasks.errors import PolicyLockedError, UnknownPolicyError, UnknownServiceError, about
from client.tasks.facts import PrepareChoices
from client.tasks.places import read_named, require_file
from client.tasks.preferences import load_preferences
from client.tasks.profile import installed_profile
from client.tasks.workplace import Workplace
from prep.errors import MapSchemeError, PrepError, RulesFileError, ServiceUnknownError
from prep.limits import ServiceLimits, load_service_limits, service_names
from prep.policy import Policy, load_policy, looser_keys
from prep.pseudonyms import IdScheme
from prep.site_list import SiteList, load_site_list

if TYPE_CHECKING:
    from client.institution.store import InstalledProfile

DEFAULT_POLICY = "imputation"
DEFAULT_SERVICE = "generic"
_POLICIES = resources.ROOT / "policies"
_MAX_POLICY_BYTES = 1024 * 1024
_site_lists: WeakValueDictionary[tuple[object, ...], SiteList] = WeakValueDictionary()
"""Lists that somebody in this process still holds: of forty million sites one takes half a minute to read."""


@dataclass(frozen=True)
class Rules:
    """The policy and the limits of one job, parsed and as the exact bytes that a worker or a later day reads again."""

    policy: Policy
    policy_toml: bytes = field(repr=False)
    limits: ServiceLimits
    limits_toml: bytes = field(repr=False)
    origin: str
    """The service that the pseudonym map is bound to; `offline` where no profile names one."""
    site_list: SiteList | None = field(default=None, repr=False)
    locked_policy: Policy | None = field(default=None, repr=False)
    """The profile's, where it locks it: nothing may be looser."""

    def require_within_lock(self, id_scheme: IdScheme) -> None:
        """Raise MapSchemeError where the ids of a map that is gone on with are looser than the locked policy's."""
        policy = self.policy._replace(id_scheme=id_scheme)
        if self.locked_policy is not None and looser_keys(policy, self.locked_policy):
            raise MapSchemeError

    def require_site_list(self) -> None:
        """Raise RulesFileError where the policy sends only the sites of a list, and none was named."""
        if self.policy.sites == "list" and self.site_list is None:
            raise RulesFileError(kind="site-list", line=0)


def choose_rules(workplace: Workplace, choices: PrepareChoices) -> Rules:
    """Resolve what the user chose.

    Raises PolicyLockedError, UnknownPolicyError, UnknownServiceError, PolicyError, RulesFileError for a site list that
    is none, and what is wrong with a profile.
    """
    installed = installed_profile(workplace)
    settings = load_preferences(workplace)
    policy_toml = _policy_bytes(choices.policy, installed, settings.text("policy"))
    policy = _parsed(policy_toml, choices.policy or "policy")
    locked = None
    if installed is not None and installed.profile.policy.locked:
        locked = _parsed(_profile_policy(installed), "policy")
        if looser := looser_keys(policy, locked):
            raise PolicyLockedError(policy=locked.name, keys=", ".join(looser))
    limits_toml = (_POLICIES / "services.toml").read_bytes()
    named = None if installed is None else installed.profile.limits.service
    service = choices.service or named or settings.text("service") or DEFAULT_SERVICE
    try:
        limits = load_service_limits(limits_toml, service)
    except ServiceUnknownError:
        raise about(UnknownServiceError(known=", ".join(service_names(limits_toml))), service) from None
    origin = "offline" if installed is None else installed.profile.service.origin
    return Rules(policy, policy_toml, limits, limits_toml, origin, _site_list(choices.site_list, policy), locked)


def policy_names() -> tuple[str, ...]:
    """The policies that come with Genoseal."""
    return tuple(sorted(file.stem for file in _POLICIES.glob("*.toml") if file.stem != "services"))


def _site_list(file: Path | None, policy: Policy) -> SiteList | None:
    if file is None:
        return None
    require_file(file)
    is_now = file.stat()
    key = (str(file.absolute()), is_now.st_ino, is_now.st_size, is_now.st_mtime_ns, tuple(policy.chromosomes))
    if (known := _site_lists.get(key)) is not None:
        return known
    try:
        found = load_site_list(file, policy.chromosomes)
    except PrepError as error:
        raise about(error, file) from error
    _site_lists[key] = found
    return found


def _policy_bytes(flag: str | None, installed: InstalledProfile | None, setting: str) -> bytes:
    if flag is not None:
        return _named_policy(flag)
    return _named_policy(setting or DEFAULT_POLICY) if installed is None else _profile_policy(installed)


def _profile_policy(installed: InstalledProfile) -> bytes:
    policy = installed.profile.policy
    if policy.toml is not None:
        return policy.toml.encode()
    if policy.name not in policy_names():
        # Never a file that happens to lie here under that name.
        raise about(UnknownPolicyError(known=", ".join(policy_names())), policy.name)
    return _named_policy(policy.name)


def _parsed(policy_toml: bytes, name: str) -> Policy:
    try:
        return load_policy(policy_toml)
    except PrepError as error:
        raise about(error, name) from error


def _named_policy(name: str) -> bytes:
    """The bytes of a policy that comes with Genoseal, or of the file that was named."""
    if name in policy_names():
        return (_POLICIES / f"{name}.toml").read_bytes()
    if not os.path.exists(name):  # noqa: PTH110 - a name too long must not raise
        raise about(UnknownPolicyError(known=", ".join(policy_names())), name)
    return read_named(Path(name), _MAX_POLICY_BYTES)
