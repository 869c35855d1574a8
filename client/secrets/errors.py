"""Everything that keeping secrets raises on purpose: SignInError, exit 5.

SignInError
 └── SecretsError                SECRETS          never raised itself
      ├── NoSecretStoreError     SECRETS-NONE
      ├── KeyringLockedError     SECRETS-LOCKED
      ├── KeyringRefusedError    SECRETS-BACKEND
      ├── KeyringFailedError     SECRETS-KEYRING
      ├── KeyringReadBackError   SECRETS-READ-BACK
      ├── StoreMarkerError       SECRETS-MARKER
      ├── PasswordFileError      VAULT-PASSWORD-FILE
      ├── VaultPassphraseError   VAULT-PASSPHRASE
      ├── VaultDamagedError      VAULT-DAMAGED
      ├── VaultVersionError      VAULT-VERSION
      ├── VaultRollbackError     VAULT-ROLLBACK
      ├── VaultWriteError        VAULT-WRITE
      └── VaultKeyError          VAULT-KEY
"""

from __future__ import annotations

from client.model.errors import SignInError


class SecretsError(SignInError):
    """A secret cannot be kept or had."""

    code = "SECRETS"


class NoSecretStoreError(SecretsError):
    """No OS keyring can be used (`keyring_state` says why) and no vault passphrase was given: nothing can be kept."""

    code = "SECRETS-NONE"
    fact_names = ("keyring_state",)


class KeyringLockedError(SecretsError):
    """The OS keyring is there and locked; unlocking it is the user's own act."""

    code = "SECRETS-LOCKED"


class KeyringRefusedError(SecretsError):
    """Environment or keyringrc names a backend that is not on the allow-list (keyrings.alt writes plain files)."""

    code = "SECRETS-BACKEND"


class KeyringFailedError(SecretsError):
    """The OS keyring answered with an error, or not at all, in the middle of a call."""

    code = "SECRETS-KEYRING"


class KeyringReadBackError(SecretsError):
    """What was written to the OS keyring did not read back the same."""

    code = "SECRETS-READ-BACK"


class StoreMarkerError(SecretsError):
    """The small file that says where this folder's secrets live is damaged or of a newer genoseal."""

    code = "SECRETS-MARKER"


class PasswordFileError(SecretsError):
    """The vault password file is refused.

    `reason` is missing, not-a-file, not-ours, readable-by-others, unreadable, empty or too-long.
    """

    code = "VAULT-PASSWORD-FILE"
    fact_names = ("reason",)


class VaultPassphraseError(SecretsError):
    """The vault does not open: another passphrase, or a changed file (the two look the same)."""

    code = "VAULT-PASSPHRASE"


class VaultDamagedError(SecretsError):
    """The vault file is gone or not a vault: cut, foreign, or its contents break the form after a right passphrase."""

    code = "VAULT-DAMAGED"


class VaultVersionError(SecretsError):
    """The vault was written by a newer genoseal."""

    code = "VAULT-VERSION"
    fact_names = ("schema",)


class VaultRollbackError(SecretsError):
    """The vault is older than one this folder has already seen: somebody put an earlier copy back."""

    code = "VAULT-ROLLBACK"
    fact_names = ("counter", "expected")


class VaultWriteError(SecretsError):
    """The vault could not be written; the old one still stands. `reason` is disk-full or failed."""

    code = "VAULT-WRITE"
    fact_names = ("reason",)


class VaultKeyError(SecretsError):
    """The vault key that the store holds is not 32 bytes."""

    code = "VAULT-KEY"
