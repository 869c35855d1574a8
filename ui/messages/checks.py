"""Words for the doctor's checks, by `name/state`: what was found, and what to do where something is to be done."""

from __future__ import annotations

from ui.messages.marks import QT_TRANSLATE_NOOP

TITLES: dict[str, str] = {
    "program": QT_TRANSLATE_NOOP("errors", "Program"),
    "folder": QT_TRANSLATE_NOOP("errors", "Private folder"),
    "keyring": QT_TRANSLATE_NOOP("errors", "Keyring"),
    "secrets": QT_TRANSLATE_NOOP("errors", "Secrets"),
    "disk": QT_TRANSLATE_NOOP("errors", "Free space"),
    "encryption": QT_TRANSLATE_NOOP("errors", "Disk encryption"),
    "screen-lock": QT_TRANSLATE_NOOP("errors", "Screen lock"),
    "proxy": QT_TRANSLATE_NOOP("errors", "Proxy"),
    "profile": QT_TRANSLATE_NOOP("errors", "Profile"),
    "tls": QT_TRANSLATE_NOOP("errors", "Who answers"),
    "service": QT_TRANSLATE_NOOP("errors", "Service"),
    "version": QT_TRANSLATE_NOOP("errors", "Newest version"),
    "clock": QT_TRANSLATE_NOOP("errors", "Clock"),
    "activity-log": QT_TRANSLATE_NOOP("errors", "Activity log"),
}

_VAULT = QT_TRANSLATE_NOOP("errors", "Fine without: a vault under a passphrase takes its place.")
_NO_PROFILE = QT_TRANSLATE_NOOP("errors", "No profile, so no service to ask.")

WORDS: dict[str, tuple[str, str]] = {
    "not-tried": (QT_TRANSLATE_NOOP("errors", "Not tried: what stands above is in the way."), ""),
    "program/fine": (QT_TRANSLATE_NOOP("errors", "Genoseal {version} on Python {python} ({system})"), ""),
    "program/suites": (
        QT_TRANSLATE_NOOP("errors", "OpenSSL would offer weaker cipher suites than AES-256."),
        QT_TRANSLATE_NOOP("errors", "Start Genoseal by its own command, not by another script."),
    ),
    "folder/private": (QT_TRANSLATE_NOOP("errors", "Only you can read it."), ""),
    "folder/not-made": (QT_TRANSLATE_NOOP("errors", "Not made yet."), ""),
    "folder/not-ours": (
        QT_TRANSLATE_NOOP("errors", "It belongs to somebody else."),
        QT_TRANSLATE_NOOP("errors", "Set GENOSEAL_HOME to a folder of your own."),
    ),
    "folder/closed": (
        QT_TRANSLATE_NOOP("errors", "It cannot be made or written to."),
        QT_TRANSLATE_NOOP("errors", "Set GENOSEAL_HOME to a folder of your own."),
    ),
    "folder/open": (
        QT_TRANSLATE_NOOP("errors", "Others on this computer can look into it."),
        QT_TRANSLATE_NOOP("errors", "Run chmod 700 on Genoseal's folder."),
    ),
    "keyring/unlocked": (QT_TRANSLATE_NOOP("errors", "Unlocked."), ""),
    "keyring/no_service": (QT_TRANSLATE_NOOP("errors", "No keyring answers here."), _VAULT),
    "keyring/never_created": (
        QT_TRANSLATE_NOOP("errors", "A keyring service answers, but no keyring was ever made."),
        QT_TRANSLATE_NOOP("errors", "Make one with your desktop's password program, or use a vault."),
    ),
    "keyring/locked": (
        QT_TRANSLATE_NOOP("errors", "Locked."),
        QT_TRANSLATE_NOOP("errors", "Unlock it, mostly by signing in to the desktop."),
    ),
    "keyring/refused": (
        QT_TRANSLATE_NOOP("errors", "A keyring that writes plain files is set up; it is not used."),
        QT_TRANSLATE_NOOP("errors", "Remove PYTHON_KEYRING_BACKEND or the entry in keyringrc.cfg."),
    ),
    "keyring/vault": (QT_TRANSLATE_NOOP("errors", "Not needed: the secrets are in a vault."), ""),
    "secrets/not-made": (QT_TRANSLATE_NOOP("errors", "Nothing is kept yet."), ""),
    "secrets/keyring": (QT_TRANSLATE_NOOP("errors", "Kept in this computer's keyring."), ""),
    "secrets/vault": (QT_TRANSLATE_NOOP("errors", "Kept in the vault, under its passphrase."), ""),
    "secrets/memory": (
        QT_TRANSLATE_NOOP("errors", "Kept in memory only: gone when the program ends."),
        QT_TRANSLATE_NOOP("errors", "Use a keyring or a vault to keep them."),
    ),
    "disk/room": (QT_TRANSLATE_NOOP("errors", "{free_bytes} free."), ""),
    "disk/full": (
        QT_TRANSLATE_NOOP("errors", "Only {free_bytes} free."),
        QT_TRANSLATE_NOOP("errors", "Make room: sealed copies wait there until the service has them."),
    ),
    "encryption/on": (QT_TRANSLATE_NOOP("errors", "The disk under Genoseal's folder is encrypted."), ""),
    "encryption/off": (
        QT_TRANSLATE_NOOP("errors", "The disk under Genoseal's folder is not encrypted."),
        QT_TRANSLATE_NOOP(
            "errors", "Switch it on, or ask IT to: BitLocker, FileVault or LUKS. Genoseal encrypts only what it keeps."
        ),
    ),
    "encryption/unknown": (
        QT_TRANSLATE_NOOP("errors", "This system does not say whether the disk is encrypted."),
        QT_TRANSLATE_NOOP("errors", "Ask whoever looks after this computer whether its disk is encrypted."),
    ),
    "screen-lock/on": (QT_TRANSLATE_NOOP("errors", "The screen locks itself."), ""),
    "screen-lock/off": (
        QT_TRANSLATE_NOOP("errors", "The screen does not lock itself."),
        QT_TRANSLATE_NOOP("errors", "Switch it on in the desktop's settings."),
    ),
    "screen-lock/unknown": (
        QT_TRANSLATE_NOOP("errors", "This system does not say whether the screen locks itself."),
        "",
    ),
    "proxy/set": (QT_TRANSLATE_NOOP("errors", "The one in the settings is used."), ""),
    "proxy/none": (QT_TRANSLATE_NOOP("errors", "None."), ""),
    "proxy/ignored": (
        QT_TRANSLATE_NOOP("errors", "The environment names one; Genoseal uses only the one in its settings."),
        QT_TRANSLATE_NOOP("errors", "If you need it: “genoseal proxy http://host:port”."),
    ),
    "profile/none": (
        QT_TRANSLATE_NOOP("errors", "None is installed."),
        QT_TRANSLATE_NOOP("errors", "Run “genoseal profile install”; files can be prepared without one."),
    ),
    "profile/installed": (
        QT_TRANSLATE_NOOP(
            "errors", "Serial {serial} ({environment}), signed by {fingerprint}, valid until {not_after}."
        ),
        "",
    ),
    "profile/ends-soon": (
        QT_TRANSLATE_NOOP("errors", "Serial {serial} ({environment}) ends soon: {not_after}."),
        QT_TRANSLATE_NOOP("errors", "It is renewed through the service; else ask your institution."),
    ),
    "tls/no-profile": (_NO_PROFILE, ""),
    "tls/pinned": (
        QT_TRANSLATE_NOOP("errors", "The service itself, by its key ({tls_version}). Nothing in between."),
        "",
    ),
    "tls/inspected": (
        QT_TRANSLATE_NOOP(
            "errors", "Something else than the service: its certificate is from “{issuer}” ({tls_version})."
        ),
        QT_TRANSLATE_NOOP(
            "errors", "A virus scanner or proxy opens connections. IT must except the service's address."
        ),
    ),
    "service/no-profile": (_NO_PROFILE, ""),
    "service/answers": (
        QT_TRANSLATE_NOOP("errors", "Answers; keeps jobs {retention_days} days; notices: {notices}."),
        "",
    ),
    "service/other-environment": (
        QT_TRANSLATE_NOOP("errors", "The service says it is “{environment}”, the profile says something else."),
        QT_TRANSLATE_NOOP("errors", "Send nothing and call your institution's helpdesk."),
    ),
    "version/no-profile": (_NO_PROFILE, ""),
    "version/not-said": (QT_TRANSLATE_NOOP("errors", "Your institution does not announce versions."), ""),
    "version/newest": (QT_TRANSLATE_NOOP("errors", "This is the newest that your institution announces."), ""),
    "version/newer-out": (
        QT_TRANSLATE_NOOP("errors", "A newer version is out: {newest}; this is {installed}."),
        QT_TRANSLATE_NOOP("errors", "Your institution installs it; Genoseal never updates itself."),
    ),
    "clock/no-profile": (_NO_PROFILE, ""),
    "clock/right": (QT_TRANSLATE_NOOP("errors", "Right: {seconds} s off the service's."), ""),
    "clock/behind": (
        QT_TRANSLATE_NOOP("errors", "{seconds} s behind the service's."),
        QT_TRANSLATE_NOOP("errors", "Set this computer's clock to automatic time, or six-digit codes will fail."),
    ),
    "clock/ahead": (
        QT_TRANSLATE_NOOP("errors", "{seconds} s ahead of the service's."),
        QT_TRANSLATE_NOOP("errors", "Set this computer's clock to automatic time, or six-digit codes will fail."),
    ),
    "activity-log/empty": (QT_TRANSLATE_NOOP("errors", "Nothing in it yet."), ""),
    "activity-log/intact": (QT_TRANSLATE_NOOP("errors", "Unchanged. Lines: {lines}."), ""),
}
