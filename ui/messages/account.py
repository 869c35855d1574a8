"""Words for exit 5: sign-in, second factor, keyring, vault, passphrases."""

from __future__ import annotations

from ui.messages.marks import QT_TRANSLATE_NOOP, Words

WORDS: dict[str, Words] = {
    "GS-SIGN-IN": (
        QT_TRANSLATE_NOOP("errors", "This needs you to sign in."),
        QT_TRANSLATE_NOOP("errors", "Your files are untouched; what is on its way keeps its place."),
        QT_TRANSLATE_NOOP("errors", "Run “genoseal sign-in”."),
    ),
    "SECRET-NEEDED": (
        QT_TRANSLATE_NOOP("errors", "A secret would have to be asked for, and there is no terminal to ask at."),
        QT_TRANSLATE_NOOP("errors", "Nothing was done."),
        QT_TRANSLATE_NOOP("errors", "Give it in a file: {option} (“-” reads it from standard input)."),
    ),
    "SECRET-FILE": (
        QT_TRANSLATE_NOOP("errors", "The file given with {option} cannot be read, or it is empty."),
        QT_TRANSLATE_NOOP("errors", "Nothing was done."),
        QT_TRANSLATE_NOOP("errors", "Put the secret on the file's first line, readable by you alone."),
    ),
    "MAP-OTHER-VAULT": (
        QT_TRANSLATE_NOOP("errors", "This map belongs to another user, computer or vault."),
        QT_TRANSLATE_NOOP("errors", "It cannot be opened here, so no names were put back."),
        QT_TRANSLATE_NOOP("errors", "Export it where it was made (“genoseal map export”), and import that file here."),
    ),
    "AUTH-FAILED": (
        QT_TRANSLATE_NOOP("errors", "Signing in did not work."),
        QT_TRANSLATE_NOOP("errors", "Your files are untouched; what is on its way keeps its place."),
        QT_TRANSLATE_NOOP("errors", "Try again, or call your institution's helpdesk."),
    ),
    "AUTH-NEEDED": (
        QT_TRANSLATE_NOOP("errors", "Nobody is signed in on this computer."),
        QT_TRANSLATE_NOOP("errors", "Your files are untouched; what is on its way keeps its place."),
        QT_TRANSLATE_NOOP("errors", "Run “genoseal sign-in”."),
    ),
    "AUTH-CREDENTIALS": (
        QT_TRANSLATE_NOOP("errors", "The service does not know this user name with this password."),
        QT_TRANSLATE_NOOP("errors", "You are not signed in. It does not say which of the two is wrong."),
        QT_TRANSLATE_NOOP("errors", "Type both again. After several wrong tries the service makes you wait."),
    ),
    "AUTH-CODE": (
        QT_TRANSLATE_NOOP("errors", "The six-digit code is not the one of this moment."),
        QT_TRANSLATE_NOOP("errors", "You are not signed in."),
        QT_TRANSLATE_NOOP(
            "errors", "Wait for the next code and type it at once. If it keeps failing, check the phone's clock."
        ),
    ),
    "AUTH-CODE-USED": (
        QT_TRANSLATE_NOOP("errors", "This code was right, but it has been used already."),
        QT_TRANSLATE_NOOP("errors", "Each code counts once, so that nobody can use one over your shoulder."),
        QT_TRANSLATE_NOOP("errors", "Wait for the next code (at most 30 seconds) and type that one."),
    ),
    "AUTH-RECOVERY-CODE": (
        QT_TRANSLATE_NOOP("errors", "This is not one of your recovery codes, or it was used before."),
        QT_TRANSLATE_NOOP("errors", "You are not signed in. Each recovery code works once."),
        QT_TRANSLATE_NOOP("errors", "Try the next code on your sheet, or call your institution's helpdesk."),
    ),
    "AUTH-TICKET": (
        QT_TRANSLATE_NOOP("errors", "Too much time went by since you typed the password."),
        QT_TRANSLATE_NOOP("errors", "You are not signed in."),
        QT_TRANSLATE_NOOP("errors", "Begin again with the password."),
    ),
    "AUTH-TOO-MANY": (
        QT_TRANSLATE_NOOP("errors", "Too many wrong codes."),
        QT_TRANSLATE_NOOP("errors", "You are not signed in."),
        QT_TRANSLATE_NOOP("errors", "Begin again with the password."),
    ),
    "AUTH-WAIT": (
        QT_TRANSLATE_NOOP("errors", "After several wrong tries the service makes this account wait."),
        QT_TRANSLATE_NOOP("errors", "No try counts for the next {retry_after_s}, not even a right one."),
        QT_TRANSLATE_NOOP(
            "errors", "Wait, then try once more, slowly. If it was not you who tried, call the helpdesk."
        ),
    ),
    "AUTH-INVITATION": (
        QT_TRANSLATE_NOOP("errors", "The invitation code is missing, wrong, used or too old."),
        QT_TRANSLATE_NOOP("errors", "No second factor was set up."),
        QT_TRANSLATE_NOOP("errors", "Ask your institution's helpdesk for a new invitation code."),
    ),
    "AUTH-ENROL": (
        QT_TRANSLATE_NOOP("errors", "The password is right, but this account has no second factor yet."),
        QT_TRANSLATE_NOOP("errors", "Nothing can be sent without one."),
        QT_TRANSLATE_NOOP("errors", "Run “genoseal enrol” with the invitation code from your helpdesk."),
    ),
    "AUTH-ENROLLED": (
        QT_TRANSLATE_NOOP("errors", "This account has a second factor already."),
        QT_TRANSLATE_NOOP("errors", "It was left as it is."),
        QT_TRANSLATE_NOOP(
            "errors", "Sign in with it. Lost the phone? “genoseal sign-in --recovery”, then “genoseal enrol”."
        ),
    ),
    "AUTH-PASSWORD-RULES": (
        QT_TRANSLATE_NOOP("errors", "The new password does not follow your institution's rules ({rule})."),
        QT_TRANSLATE_NOOP("errors", "The old password still counts."),
        QT_TRANSLATE_NOOP("errors", "Choose a longer one; several plain words in a row are good."),
    ),
    "AUTH-PASSWORD-RULES/min_length": (
        QT_TRANSLATE_NOOP("errors", "The new password is too short."),
        QT_TRANSLATE_NOOP("errors", "The old password still counts."),
        QT_TRANSLATE_NOOP("errors", "“genoseal profile show” says how long it must be; several plain words are good."),
    ),
    "AUTH-PASSWORD-RULES/min_classes": (
        QT_TRANSLATE_NOOP("errors", "The new password mixes too few kinds of characters."),
        QT_TRANSLATE_NOOP("errors", "The old password still counts."),
        QT_TRANSLATE_NOOP(
            "errors", "Mix lower case, upper case, digits and signs; “genoseal profile show” says how many."
        ),
    ),
    "AUTH-PASSWORD-RULES/forbid_user_name": (
        QT_TRANSLATE_NOOP("errors", "The new password contains your user name."),
        QT_TRANSLATE_NOOP("errors", "The old password still counts."),
        QT_TRANSLATE_NOOP("errors", "Choose one without it."),
    ),
    "AUTH-PASSWORD-RULES/same_as_before": (
        QT_TRANSLATE_NOOP("errors", "The new password is the old one."),
        QT_TRANSLATE_NOOP("errors", "The old password still counts."),
        QT_TRANSLATE_NOOP("errors", "Choose another."),
    ),
    "AUTH-FOLDER": (
        QT_TRANSLATE_NOOP(
            "errors", "The session cannot be locked for this process in Genoseal's own folder ({reason})."
        ),
        QT_TRANSLATE_NOOP("errors", "Nothing was sent or changed."),
        QT_TRANSLATE_NOOP("errors", "Make room or let your user write there; “genoseal doctor” shows more."),
    ),
    "AUTH-LOCKED": (
        QT_TRANSLATE_NOOP("errors", "Locked after some time without you."),
        QT_TRANSLATE_NOOP("errors", "The keys are out of memory; what is on its way keeps its place."),
        QT_TRANSLATE_NOOP("errors", "Unlock with a six-digit code."),
    ),
    "AUTH-DEVICE-REVOKED": (
        QT_TRANSLATE_NOOP("errors", "This computer was signed out by the service or from another computer."),
        QT_TRANSLATE_NOOP("errors", "It can reach nothing of yours until you sign in again."),
        QT_TRANSLATE_NOOP("errors", "If that was you, sign in again. If not, call your institution's helpdesk now."),
    ),
    "NET-SIGN-IN": (
        QT_TRANSLATE_NOOP("errors", "The service wants you to sign in again."),
        QT_TRANSLATE_NOOP("errors", "Your files are untouched; what is on its way keeps its place."),
        QT_TRANSLATE_NOOP("errors", "Run “genoseal sign-in”."),
    ),
    "NET-NOT-ALLOWED": (
        QT_TRANSLATE_NOOP(
            "errors", "You are signed in, but this account, computer or network address may not do this."
        ),
        QT_TRANSLATE_NOOP("errors", "Nothing was changed ({problem})."),
        QT_TRANSLATE_NOOP("errors", "Ask your institution's helpdesk, and tell them the code in brackets."),
    ),
    "PASSPHRASE-WRONG": (
        QT_TRANSLATE_NOOP("errors", "The passphrase does not open this file."),
        QT_TRANSLATE_NOOP("errors", "Either it is another one, or the file was changed; the two look the same."),
        QT_TRANSLATE_NOOP("errors", "Type it again. If it is surely right, use another copy of the file."),
    ),
    "PASSPHRASE-NEEDED": (
        QT_TRANSLATE_NOOP("errors", "This private key is protected by a passphrase."),
        QT_TRANSLATE_NOOP("errors", "Nothing was opened."),
        QT_TRANSLATE_NOOP("errors", "Run it in a terminal to be asked, or add --password-file."),
    ),
    "SECRETS": (
        QT_TRANSLATE_NOOP("errors", "Genoseal's secrets cannot be kept or read on this computer."),
        QT_TRANSLATE_NOOP("errors", "Nothing was done that would have to be remembered."),
        QT_TRANSLATE_NOOP("errors", "“genoseal doctor” says what is missing."),
    ),
    "SECRETS-NONE": (
        QT_TRANSLATE_NOOP("errors", "No keyring answers here, and no vault passphrase was given ({keyring_state})."),
        QT_TRANSLATE_NOOP("errors", "This command has to remember something, so it stopped before it began."),
        QT_TRANSLATE_NOOP(
            "errors",
            "Run it in a terminal to be asked for a vault passphrase, or put one into a file that only you can read "
            "and name it in GENOSEAL_VAULT_PASSWORD_FILE.",
        ),
    ),
    "SECRETS-LOCKED": (
        QT_TRANSLATE_NOOP("errors", "The keyring of this computer is locked."),
        QT_TRANSLATE_NOOP("errors", "Nothing was done that would have to be remembered."),
        QT_TRANSLATE_NOOP("errors", "Unlock it (mostly by signing in to the desktop), then try again."),
    ),
    "SECRETS-BACKEND": (
        QT_TRANSLATE_NOOP("errors", "A keyring is set up here that would write secrets into a plain file."),
        QT_TRANSLATE_NOOP("errors", "It was not used."),
        QT_TRANSLATE_NOOP("errors", "Remove PYTHON_KEYRING_BACKEND or the entry in keyringrc.cfg, or use a vault."),
    ),
    "SECRETS-KEYRING": (
        QT_TRANSLATE_NOOP("errors", "The keyring of this computer answered with an error."),
        QT_TRANSLATE_NOOP("errors", "Nothing was done that would have to be remembered."),
        QT_TRANSLATE_NOOP("errors", "Try again; if it stays, sign out of the desktop and in again, or use a vault."),
    ),
    "SECRETS-READ-BACK": (
        QT_TRANSLATE_NOOP("errors", "The keyring gave back something else than was put in."),
        QT_TRANSLATE_NOOP("errors", "It cannot be trusted with your keys, so nothing was done."),
        QT_TRANSLATE_NOOP("errors", "Use a vault: name a passphrase file in GENOSEAL_VAULT_PASSWORD_FILE."),
    ),
    "SECRETS-MARKER": (
        QT_TRANSLATE_NOOP("errors", "Genoseal's folder does not say clearly where its secrets lie."),
        QT_TRANSLATE_NOOP("errors", "A file there is damaged or of a newer version; nothing was changed."),
        QT_TRANSLATE_NOOP("errors", "Update Genoseal, or restore its folder from a backup."),
    ),
    "VAULT-PASSWORD-FILE": (
        QT_TRANSLATE_NOOP("errors", "The vault's passphrase file is refused ({reason})."),
        QT_TRANSLATE_NOOP("errors", "The vault stays closed and nothing was done."),
        QT_TRANSLATE_NOOP("errors", "Check the file that GENOSEAL_VAULT_PASSWORD_FILE names."),
    ),
    "VAULT-PASSWORD-FILE/missing": (
        QT_TRANSLATE_NOOP("errors", "The file that GENOSEAL_VAULT_PASSWORD_FILE names does not exist."),
        QT_TRANSLATE_NOOP("errors", "The vault stays closed and nothing was done."),
        QT_TRANSLATE_NOOP(
            "errors", "Make it with your passphrase on the first line, readable by you alone (chmod 600)."
        ),
    ),
    "VAULT-PASSWORD-FILE/readable-by-others": (
        QT_TRANSLATE_NOOP("errors", "Others on this computer can read the vault's passphrase file."),
        QT_TRANSLATE_NOOP("errors", "The vault stays closed and nothing was done."),
        QT_TRANSLATE_NOOP("errors", "Run chmod 600 on the file that GENOSEAL_VAULT_PASSWORD_FILE names."),
    ),
    "VAULT-PASSWORD-FILE/not-ours": (
        QT_TRANSLATE_NOOP("errors", "The vault's passphrase file belongs to somebody else."),
        QT_TRANSLATE_NOOP("errors", "The vault stays closed and nothing was done."),
        QT_TRANSLATE_NOOP("errors", "Make a file of your own and name it in GENOSEAL_VAULT_PASSWORD_FILE."),
    ),
    "VAULT-PASSPHRASE": (
        QT_TRANSLATE_NOOP("errors", "The passphrase does not open the vault."),
        QT_TRANSLATE_NOOP("errors", "The vault stays closed and nothing was done."),
        QT_TRANSLATE_NOOP("errors", "Type it again. If it is surely right, restore the vault from a backup."),
    ),
    "VAULT-DAMAGED": (
        QT_TRANSLATE_NOOP("errors", "The vault file is damaged or gone."),
        QT_TRANSLATE_NOOP("errors", "Maps, result keys and what is on its way cannot be opened without it."),
        QT_TRANSLATE_NOOP("errors", "Restore Genoseal's folder from a backup, or import your map and key exports."),
    ),
    "VAULT-VERSION": (
        QT_TRANSLATE_NOOP("errors", "The vault was written by a newer version of Genoseal."),
        QT_TRANSLATE_NOOP("errors", "It was left as it is."),
        QT_TRANSLATE_NOOP("errors", "Update Genoseal on this computer."),
    ),
    "VAULT-ROLLBACK": (
        QT_TRANSLATE_NOOP("errors", "Somebody put an older copy of the vault back."),
        QT_TRANSLATE_NOOP("errors", "An old copy could bring back sign-ins that were ended, so it is not used."),
        QT_TRANSLATE_NOOP("errors", "Restore the whole folder from one backup, or call your institution's helpdesk."),
    ),
    "VAULT-WRITE": (
        QT_TRANSLATE_NOOP("errors", "The vault could not be written ({reason})."),
        QT_TRANSLATE_NOOP("errors", "The vault as it was still stands."),
        QT_TRANSLATE_NOOP("errors", "Make room on the disk, or check who may write to Genoseal's folder."),
    ),
    "VAULT-KEY": (
        QT_TRANSLATE_NOOP("errors", "The key that the keyring or vault holds for Genoseal is not one."),
        QT_TRANSLATE_NOOP("errors", "Nothing can be opened with it, and nothing was overwritten."),
        QT_TRANSLATE_NOOP("errors", "Restore the keyring from a backup, or call your institution's helpdesk."),
    ),
    "OUTBOX-OTHER-KEY": (
        QT_TRANSLATE_NOOP("errors", "The outbox was written under another vault key."),
        QT_TRANSLATE_NOOP("errors", "This happens when the folder is copied without its keyring. Nothing was touched."),
        QT_TRANSLATE_NOOP("errors", "Go on at the computer where the transfer was started."),
    ),
}
