"""What can be wrong with an institution profile or with the operating system's policy.

Facts are numbers, codes and the dotted names of settings from our own fixed list; never a line of the profile.
None of these stops results, restoring names or deletion: those use what was kept beside the receipt.
"""

from __future__ import annotations

from client.model.errors import ClientError, InputNeedsUserError, ServerIdentityError, WrongUsageError


class NoProfileError(WrongUsageError):
    """Something needs a profile and none is installed, neither by the system nor by the user."""

    code = "PROFILE-NONE"


class ProfileFileError(WrongUsageError):
    """A file that was named is missing, a folder, or cannot be read.

    `which` is `profile` or `signature` (the `.minisig` file that must lie beside the profile).
    """

    code = "PROFILE-FILE"
    fact_names = ("which",)


class FingerprintTypedError(WrongUsageError):
    """What was typed as key fingerprint is not four groups of four base32 characters (A-Z, 2-7)."""

    code = "PROFILE-FINGERPRINT"


class ProfileWriteError(InputNeedsUserError):
    """The profile is good but could not be stored (disk full, no permission). `reason` is the errno's name."""

    code = "PROFILE-WRITE"
    fact_names = ("reason",)


class ProfileDamagedError(InputNeedsUserError):
    """The profile or its signature file is not what such a file can be.

    `reason`: `size` (empty or beyond 256 KiB), `text` (not UTF-8), `toml` (signed, but not TOML), `signature`
    (the signature file is not one of minisign's).
    """

    code = "PROFILE-DAMAGED"
    fact_names = ("reason",)


class ProfileFieldError(InputNeedsUserError):
    """The profile is signed and readable, but one setting is missing, unknown or says what no profile may say.

    `field` is the setting's dotted name (`service.origin`), `reason` one of `missing`, `unknown`, `type`, `value`,
    `too few`, `too many`, `twice`, `floor` (weaker than what no profile can lower), `environment` (practice away from
    loopback, or production on it).
    """

    code = "PROFILE-FIELD"
    fact_names = ("field", "reason")


class ProfileNewerError(InputNeedsUserError):
    """The profile's `schema` is newer than this program knows."""

    code = "PROFILE-NEWER"
    fact_names = ("schema", "known")


class ProfileRefusedError(ServerIdentityError):
    """Base of the refusals where trust in the profile itself fails."""

    code = "PROFILE-REFUSED"


class ProfileChangedError(ProfileRefusedError):
    """The signature does not belong to these bytes: the profile or its signature was changed after signing."""

    code = "PROFILE-CHANGED"


class ProfileKeyError(ProfileRefusedError):
    """Signed by a key that is not the one typed, not the installed profile's and not one it names as next.

    `fingerprint` is that of the key the signature file brings along (unproven), empty where it brings none.
    """

    code = "PROFILE-KEY"
    fact_names = ("fingerprint",)


class ProfileCommentError(ProfileRefusedError):
    """The signature is good, but its trusted comment is not the one of a profile with this serial.

    `field` is `file` (signed for another use) or `serial`.
    """

    code = "PROFILE-COMMENT"
    fact_names = ("field",)


class ProfileOlderError(ProfileRefusedError):
    """The serial is not higher than the installed profile's."""

    code = "PROFILE-OLDER"
    fact_names = ("serial", "installed_serial")


class ProfileTrustMissingError(ProfileRefusedError):
    """A profile is installed, but the record of the key it was trusted with is gone: install it again."""

    code = "PROFILE-TRUST"


class ProfileExpiredError(ProfileRefusedError):
    """Past its `not_after`: it cannot be installed, and nothing is sent under it."""

    code = "PROFILE-EXPIRED"
    fact_names = ("not_after",)


class ProfileValidityError(ProfileRefusedError):
    """Valid for longer than 90 days from now: signed too long, or this computer's clock is behind."""

    code = "PROFILE-VALIDITY"
    fact_names = ("not_after", "max_days")


class ProfileOwnerError(ProfileRefusedError):
    """A system profile or policy lies where others than the administrator could have written it.

    `reason`: `owner`, `writable`, `link` (a symbolic link on the way), `kind` (not a regular file).
    `which`: `profile`, `signature` or `policy`.
    """

    code = "PROFILE-OWNER"
    fact_names = ("which", "reason")


class ProfileTwoError(ProfileRefusedError):
    """More than one system profile: nothing decides between them."""

    code = "PROFILE-TWO"
    fact_names = ("count",)


class SystemProfileRulesError(ProfileRefusedError):
    """A profile was to be installed by the user although the system brings one, or policy forbids it."""

    code = "PROFILE-SYSTEM"


class ProfilePolicyError(ProfileRefusedError):
    """The operating system's policy is unreadable or sets what a policy may not set.

    `setting` is its name from our own list, or `other`; `reason` is `damaged`, `forbidden`, `unknown` or `value`.
    """

    code = "PROFILE-POLICY"
    fact_names = ("setting", "reason")


class ClientTooOldError(ProfileRefusedError):
    """The profile demands a newer program for sending, and the date from which it does has come."""

    code = "PROFILE-VERSION"
    fact_names = ("minimum", "installed")


class LatestDamagedError(InputNeedsUserError):
    """What the service serves as `latest.json` is not one.

    `reason`: `size`, `json`, or `fields` (missing, or not what they must be).
    """

    code = "LATEST-DAMAGED"
    fact_names = ("reason",)


class LatestRefusedError(ServerIdentityError):
    """`latest.json` was changed, signed by a key that is not the profile's, or signed for something else."""

    code = "LATEST-REFUSED"


class ProfileWriterError(ClientError):
    """A bug: a profile was to be written with a value that TOML or the profile's own rules cannot hold."""

    code = "PROFILE-BUG"
    fact_names = ("field",)
