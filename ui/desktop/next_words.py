"""What to do in the window where the shared table of errors names a command or one of its options."""

from __future__ import annotations

from ui.desktop.i18n import translate


def next_here(code: str) -> str:
    """Where to click about the error of this code."""
    return _of_code(code) or _of_family(code)


def _of_code(code: str) -> str:
    if code.endswith("-EXISTS"):
        return translate("Errors", "Choose another folder or another name.")
    if code.startswith("AUTH-PASSWORD-RULES"):
        return translate("Errors", "Choose a longer one; several plain words are good. Your helpdesk knows the rules.")
    words = {
        "AUTH-ENROLLED": translate("Errors", "Sign in with it. Lost the phone? Sign in with a recovery code, then set "
                                   "up another phone under “Sign-in”."),
        "AUTH-FOLDER": translate("Errors", "Make room on the disk, or ask IT whether you may write there."),
        "CONSENT-VERSION": translate("Errors", "Choose “Send” again: the review shows the statement that counts now."),
        "APPLICATION-UNKNOWN": translate("Errors", "Choose “Send” again: the review shows what the service offers."),
        "MAP-SAMPLES": translate("Errors", "All files of one job need the same samples. Send the others as a job of "
                                 "their own."),
        "NET-CHECKSUM": translate("Errors", "Choose “Try again”: the piece is sent again."),
        "NET-UPLOAD-GONE": translate("Errors", "Choose “Try again”: the same bytes are sent again from the start."),
        "NET-CONFLICT": translate("Errors", "Look at “Jobs” and “Send”, then try again."),
        "NET-NOT-FOUND": translate("Errors", "Open “Jobs” and choose “Refresh”."),
        "NET-PROXY-AUTH": translate("Errors", "Ask your IT department for the sign-in, and give it under “Settings”, "
                                    "“Sign-in of the proxy”."),
        "NET-PROXY-SETTING": translate("Errors", "Correct it under “Settings”, “Proxy”, or ask your IT department for "
                                       "the right one."),
        "OUTBOX-BUSY": translate("Errors", "It takes up what is here too; the page “Send” shows how far it is."),
        "OUTBOX-EMPTY": translate("Errors", "Choose files that hold chromosomes which the rules send."),
        "OUTBOX-TOO-LATE": translate("Errors", "Cancel or delete the job itself under “Jobs”."),
        "OUTBOX-WORKER-DIED": translate("Errors", "Close other programs to free memory, then choose “Continue” on the "
                                        "page “Send”."),
        "GS-SERVICE": translate("Errors", "Try again later; sending goes on where it stopped."),
        "POLICY-LOCKED": translate("Errors", "Talk to your institution's helpdesk."),
        "RESULT-KEY": translate("Errors", "Bring the backup of that computer with “Settings”, “Bring back…”."),
        "RESULT-KEY-BACKUP": translate("Errors", "Choose the folder that “Settings”, “Back up…” wrote."),
        "MAP-BACKUP": translate("Errors", "Choose the folder that “Settings”, “Back up…” wrote."),
        "RESULT-MAP": _keep_pseudonyms(),
        "RESULT-RESTORE": _keep_pseudonyms(),
        "SITE-LIST-SHAPE": translate("Errors", "Choose the list as a VCF, or as a table with CHROM, POS, REF and ALT."),
        "VCF-BCF-UNAVAILABLE": translate("Errors", "Convert it to VCF with bcftools, or read it on Linux or macOS."),
        "WORKSTATION-REQUIRED": translate("Errors", "Open “Settings” and choose “Check now”; it says what to change."),
    }  # fmt: skip
    return words.get(code, "")


def _keep_pseudonyms() -> str:
    return translate("Errors", "Tick “Keep the pseudonyms, do not put names back” and fetch them again; tell the "
                     "helpdesk the code.")  # fmt: skip


def _of_family(code: str) -> str:
    if code.startswith(("AUTH-", "GS-SIGN-IN", "NET-SIGN-IN")):
        return translate("Errors", "Open “Sign-in” and sign in there.")
    if code.startswith("PROFILE-"):
        return translate("Errors", "Open the profile that your institution gave you under “Settings”, or try practice "
                         "mode under “Help”.")  # fmt: skip
    if code.startswith("MAP-"):
        return translate("Errors", "Bring the map with “Settings”, “Pseudonym maps”.")
    if code.startswith(("SECRETS-", "VAULT-", "REST-")):
        return translate("Errors", "Open “Sign-in”; the card “Kept on this computer” says what to do.")
    if code.startswith(("FINDINGS-", "GS-INPUT", "VCF-")):
        return translate("Errors", "Choose the file in the list to see what to change.")
    if code.startswith("JOB-"):
        return translate("Errors", "Open “Jobs” and choose “Refresh”.")
    if code.startswith("AUDIT-"):
        return translate("Errors", "Open “Activity” and choose “Verify”.")
    return translate("Errors", "Open “Help”; the diagnostics there say more.")
