"""Words for what Genoseal keeps on this computer: profile, outbox, activity log, receipts, result keys."""

from __future__ import annotations

from ui.messages.marks import QT_TRANSLATE_NOOP, Words

_NOT_INSTALLED = QT_TRANSLATE_NOOP("errors", "It was not installed, and nothing is sent under it.")
_ASK_PROFILE = QT_TRANSLATE_NOOP(
    "errors", "Ask your institution for its current profile and the .minisig file beside it."
)
_STOPS_SENDING = QT_TRANSLATE_NOOP("errors", "Nothing is sent. Results, restoring names and deleting work as always.")
_ASK_IT = QT_TRANSLATE_NOOP("errors", "Ask whoever looks after this computer.")
_PLACE = QT_TRANSLATE_NOOP("errors", "The transfer keeps its place; nothing else was changed.")
_LOG_KEPT = QT_TRANSLATE_NOOP("errors", "The log is left exactly as it was found: {complete_until} lines are proven.")
_LOG_NEXT = QT_TRANSLATE_NOOP("errors", "Keep a copy of it and tell your institution's data protection officer.")
_NOTHING_STOPS = QT_TRANSLATE_NOOP("errors", "It was ignored. Everything works as before.")
_UPDATE = QT_TRANSLATE_NOOP("errors", "Update Genoseal on this computer.")

WORDS: dict[str, Words] = {
    # ---- institution profile -------------------------------------------------------------------------------------
    "PROFILE-NONE": (
        QT_TRANSLATE_NOOP("errors", "No institution's profile is installed."),
        QT_TRANSLATE_NOOP("errors", "Genoseal does not know a service to speak to, so it spoke to none."),
        QT_TRANSLATE_NOOP(
            "errors",
            "Run “genoseal profile install FILE --key-fingerprint XXXX-XXXX-XXXX-XXXX” with what your institution gave "
            "you. To try everything without one: “genoseal demo”.",
        ),
    ),
    "PROFILE-FILE": (
        QT_TRANSLATE_NOOP("errors", "The profile or its signature is missing or cannot be read ({which})."),
        _NOT_INSTALLED,
        QT_TRANSLATE_NOOP("errors", "Put the .minisig file beside the profile; both come from your institution."),
    ),
    "PROFILE-FINGERPRINT": (
        QT_TRANSLATE_NOOP("errors", "The key fingerprint is not four groups of four letters and digits."),
        _NOT_INSTALLED,
        QT_TRANSLATE_NOOP("errors", "Type it as on your institution's sheet: XXXX-XXXX-XXXX-XXXX (A to Z, 2 to 7)."),
    ),
    "PROFILE-WRITE": (
        QT_TRANSLATE_NOOP("errors", "The profile is good but could not be stored ({reason})."),
        QT_TRANSLATE_NOOP("errors", "The profile you had, if any, still counts."),
        QT_TRANSLATE_NOOP("errors", "Make room on the disk, or check who may write to Genoseal's folder."),
    ),
    "PROFILE-DAMAGED": (
        QT_TRANSLATE_NOOP("errors", "The profile cannot be read ({reason})."),
        _NOT_INSTALLED,
        _ASK_PROFILE,
    ),
    "PROFILE-DAMAGED/signature": (
        QT_TRANSLATE_NOOP("errors", "The signature file is not one."),
        _NOT_INSTALLED,
        _ASK_PROFILE,
    ),
    "PROFILE-FIELD": (
        QT_TRANSLATE_NOOP("errors", "The profile is signed, but “{field}” is not what it may be ({reason})."),
        _NOT_INSTALLED,
        QT_TRANSLATE_NOOP("errors", "Tell your institution; its profile needs a correction."),
    ),
    "PROFILE-NEWER": (
        QT_TRANSLATE_NOOP("errors", "The profile is made for a newer version of Genoseal (schema {schema})."),
        _NOT_INSTALLED,
        _UPDATE,
    ),
    "PROFILE-REFUSED": (QT_TRANSLATE_NOOP("errors", "The profile cannot be trusted."), _NOT_INSTALLED, _ASK_PROFILE),
    "PROFILE-CHANGED": (
        QT_TRANSLATE_NOOP("errors", "The profile or its signature was changed after signing."),
        _NOT_INSTALLED,
        _ASK_PROFILE,
    ),
    "PROFILE-KEY": (
        QT_TRANSLATE_NOOP("errors", "The profile is signed by another key than the one you typed or trust already."),
        QT_TRANSLATE_NOOP("errors", "It may be forged. It was not installed."),
        QT_TRANSLATE_NOOP("errors", "Compare with the fingerprint on paper or on your institution's own page."),
    ),
    "PROFILE-COMMENT": (
        QT_TRANSLATE_NOOP("errors", "The signature is real, but was made for something else ({field})."),
        _NOT_INSTALLED,
        _ASK_PROFILE,
    ),
    "PROFILE-OLDER": (
        QT_TRANSLATE_NOOP("errors", "This profile is not newer than the one installed ({serial}, {installed_serial})."),
        QT_TRANSLATE_NOOP("errors", "The installed profile still counts."),
        QT_TRANSLATE_NOOP("errors", "Nothing needs to be done; ask for a newer one if you were told to."),
    ),
    "PROFILE-TRUST": (
        QT_TRANSLATE_NOOP("errors", "The record of the key this profile was trusted with is gone."),
        _STOPS_SENDING,
        QT_TRANSLATE_NOOP("errors", "Install the profile again and type its fingerprint."),
    ),
    "PROFILE-EXPIRED": (
        QT_TRANSLATE_NOOP("errors", "The profile has run out ({not_after})."),
        _STOPS_SENDING,
        QT_TRANSLATE_NOOP("errors", "Ask your institution for its current profile, and check this computer's date."),
    ),
    "PROFILE-VALIDITY": (
        QT_TRANSLATE_NOOP("errors", "The profile is valid for longer than the {max_days} days a profile may be."),
        _NOT_INSTALLED,
        QT_TRANSLATE_NOOP("errors", "Check this computer's date; if it is right, tell your institution."),
    ),
    "PROFILE-OWNER": (
        QT_TRANSLATE_NOOP(
            "errors", "The system's {which} lies where others than the administrator can write ({reason})."
        ),
        _STOPS_SENDING,
        _ASK_IT,
    ),
    "PROFILE-TWO": (
        QT_TRANSLATE_NOOP("errors", "There are {count} system profiles and nothing decides between them."),
        _STOPS_SENDING,
        _ASK_IT,
    ),
    "PROFILE-SYSTEM": (
        QT_TRANSLATE_NOOP("errors", "This computer's profile is set by your institution."),
        QT_TRANSLATE_NOOP("errors", "A profile of your own is not installed beside it."),
        _ASK_IT,
    ),
    "PROFILE-POLICY": (
        QT_TRANSLATE_NOOP("errors", "The policy file of this computer sets what it may not set ({setting}, {reason})."),
        _STOPS_SENDING,
        _ASK_IT,
    ),
    "PROFILE-VERSION": (
        QT_TRANSLATE_NOOP("errors", "Your institution wants version {minimum} or later; this is {installed}."),
        _STOPS_SENDING,
        _UPDATE,
    ),
    "LATEST-DAMAGED": (
        QT_TRANSLATE_NOOP("errors", "What the service says about newer versions cannot be read ({reason})."),
        _NOTHING_STOPS,
        QT_TRANSLATE_NOOP("errors", "Tell your institution; its file latest.json wants to be made again."),
    ),
    "LATEST-REFUSED": (
        QT_TRANSLATE_NOOP("errors", "What the service says about newer versions is not signed by your institution."),
        _NOTHING_STOPS,
        QT_TRANSLATE_NOOP("errors", "Install nothing because of it, and tell your institution."),
    ),
    "MINISIGN-REFUSED": (QT_TRANSLATE_NOOP("errors", "A signature is refused."), _NOT_INSTALLED, _ASK_PROFILE),
    "MINISIGN-FORM": (
        QT_TRANSLATE_NOOP("errors", "A signature or key is not in minisign's form."),
        _NOT_INSTALLED,
        _ASK_PROFILE,
    ),
    "MINISIGN-LEGACY": (
        QT_TRANSLATE_NOOP("errors", "The signature is of an old kind that is not accepted."),
        _NOT_INSTALLED,
        QT_TRANSLATE_NOOP("errors", "Tell your institution to sign with a current minisign (prehashed)."),
    ),
    "MINISIGN-KEY": (
        QT_TRANSLATE_NOOP("errors", "The signature was made by another key than the one you trust."),
        _NOT_INSTALLED,
        QT_TRANSLATE_NOOP("errors", "Compare with the fingerprint on paper or on your institution's own page."),
    ),
    "MINISIGN-SIGNATURE": (
        QT_TRANSLATE_NOOP("errors", "The file was changed after signing."),
        _NOT_INSTALLED,
        _ASK_PROFILE,
    ),
    "MINISIGN-COMMENT": (
        QT_TRANSLATE_NOOP("errors", "The comment inside the signature was changed after signing."),
        _NOT_INSTALLED,
        _ASK_PROFILE,
    ),
    # ---- outbox --------------------------------------------------------------------------------------------------
    "OUTBOX-BUSY": (
        QT_TRANSLATE_NOOP("errors", "Another Genoseal (process {driver_pid}) is sending already."),
        QT_TRANSLATE_NOOP("errors", "What you asked for is queued, and that one takes it up."),
        QT_TRANSLATE_NOOP("errors", "“genoseal outbox” shows how far it is."),
    ),
    "OUTBOX-NEWER": (
        QT_TRANSLATE_NOOP("errors", "The outbox was written by a newer version of Genoseal."),
        QT_TRANSLATE_NOOP("errors", "It was left as it is."),
        _UPDATE,
    ),
    "OUTBOX-UNKNOWN": (
        QT_TRANSLATE_NOOP("errors", "No transfer has that id."),
        QT_TRANSLATE_NOOP("errors", "Nothing was changed."),
        QT_TRANSLATE_NOOP("errors", "“genoseal outbox” shows the ids."),
    ),
    "OUTBOX-TOO-LATE": (
        QT_TRANSLATE_NOOP("errors", "This transfer is {state} and cannot be stopped any more."),
        QT_TRANSLATE_NOOP("errors", "The service may have the job already."),
        QT_TRANSLATE_NOOP("errors", "Cancel or delete the job itself: “genoseal jobs cancel”, “genoseal delete”."),
    ),
    "OUTBOX-OTHER-SERVICE": (
        QT_TRANSLATE_NOOP("errors", "This transfer was queued for another service than the installed profile's."),
        QT_TRANSLATE_NOOP("errors", "Nothing of it goes anywhere else."),
        QT_TRANSLATE_NOOP("errors", "Install the profile it was made under, or cancel it and send again."),
    ),
    "OUTBOX-EMPTY": (
        QT_TRANSLATE_NOOP("errors", "There is nothing to send."),
        QT_TRANSLATE_NOOP("errors", "No file was given, or the policy leaves out every chromosome in them."),
        QT_TRANSLATE_NOOP("errors", "“genoseal inspect” shows what is in the files."),
    ),
    "SOURCE-VANISHED": (
        QT_TRANSLATE_NOOP("errors", "File {file_number} of this submission is gone or cannot be read."),
        _PLACE,
        QT_TRANSLATE_NOOP("errors", "Put it back and run “genoseal resume”, or cancel the transfer."),
    ),
    "SOURCE-CHANGED": (
        QT_TRANSLATE_NOOP("errors", "File {file_number} was changed after it was queued."),
        QT_TRANSLATE_NOOP("errors", "Your consent was for the file as it was, so the submission is withdrawn."),
        QT_TRANSLATE_NOOP("errors", "Send it again as it is now."),
    ),
    "OUTBOX-DISK-FULL": (
        QT_TRANSLATE_NOOP("errors", "There is no room on the disk for the sealed copy."),
        _PLACE,
        QT_TRANSLATE_NOOP("errors", "Make room ({free_bytes} were free when it stopped), then run “genoseal resume”."),
    ),
    "OUTBOX-FOLDER": (
        QT_TRANSLATE_NOOP("errors", "The outbox folder cannot be written or read (system error {errno})."),
        _PLACE,
        QT_TRANSLATE_NOOP("errors", "Check the disk and who may write to Genoseal's folder."),
    ),
    "OUTBOX-ROW-DAMAGED": (
        QT_TRANSLATE_NOOP("errors", "The record of this transfer is damaged."),
        QT_TRANSLATE_NOOP("errors", "It is set aside; the others go on."),
        QT_TRANSLATE_NOOP("errors", "Cancel it and send the files again."),
    ),
    "OUTBOX-DAMAGED": (
        QT_TRANSLATE_NOOP("errors", "The outbox's ledger cannot be read any more."),
        QT_TRANSLATE_NOOP("errors", "It is left where it is, untouched. Nothing readable was sent."),
        QT_TRANSLATE_NOOP("errors", "Restore it from a backup, or move the outbox folder away and send again."),
    ),
    "OUTBOX-WORKER-DIED": (
        QT_TRANSLATE_NOOP("errors", "The process that prepares and sends ended {times} times without getting further."),
        _PLACE,
        QT_TRANSLATE_NOOP("errors", "Close other programs to free memory, then run “genoseal resume”."),
    ),
    # ---- activity log --------------------------------------------------------------------------------------------
    "AUDIT-EXISTS": (
        QT_TRANSLATE_NOOP("errors", "There is a file of that name already."),
        QT_TRANSLATE_NOOP("errors", "It was left as it is."),
        QT_TRANSLATE_NOOP("errors", "Choose another name, or add --force to replace it."),
    ),
    "AUDIT-WRITE": (
        QT_TRANSLATE_NOOP("errors", "The activity log cannot be read or written ({reason})."),
        QT_TRANSLATE_NOOP("errors", "What may not happen without a log line did not happen."),
        QT_TRANSLATE_NOOP("errors", "Make room on the disk, or check who may write to Genoseal's folder."),
    ),
    "AUDIT-NEWER": (
        QT_TRANSLATE_NOOP("errors", "The activity log was written by a newer version of Genoseal."),
        QT_TRANSLATE_NOOP("errors", "It was left as it is."),
        _UPDATE,
    ),
    "AUDIT-BROKEN": (QT_TRANSLATE_NOOP("errors", "The activity log is not what was written."), _LOG_KEPT, _LOG_NEXT),
    "AUDIT-CHANGED": (
        QT_TRANSLATE_NOOP("errors", "Line {line} of the activity log was changed."),
        _LOG_KEPT,
        _LOG_NEXT,
    ),
    "AUDIT-REMOVED": (
        QT_TRANSLATE_NOOP("errors", "Lines before line {line} of the activity log were removed."),
        _LOG_KEPT,
        _LOG_NEXT,
    ),
    "AUDIT-ORDER": (
        QT_TRANSLATE_NOOP("errors", "The lines of the activity log were put into another order (at line {line})."),
        _LOG_KEPT,
        _LOG_NEXT,
    ),
    "AUDIT-CUT": (QT_TRANSLATE_NOOP("errors", "The end of the activity log is missing."), _LOG_KEPT, _LOG_NEXT),
    "AUDIT-REPLACED": (
        QT_TRANSLATE_NOOP("errors", "The activity log was written anew from some line on."),
        _LOG_KEPT,
        _LOG_NEXT,
    ),
    # ---- receipts, certificates, result keys ---------------------------------------------------------------------
    "JOB-NO-RESULTS": (
        QT_TRANSLATE_NOOP("errors", "The job has no results: it is {state}."),
        QT_TRANSLATE_NOOP("errors", "Nothing was downloaded."),
        QT_TRANSLATE_NOOP("errors", "“genoseal jobs” shows the service's messages."),
    ),
    "JOB-WRITE": (
        QT_TRANSLATE_NOOP("errors", "A receipt, certificate or key could not be stored ({reason})."),
        QT_TRANSLATE_NOOP("errors", "What the service has done stays done."),
        QT_TRANSLATE_NOOP("errors", "Make room on the disk, then give the command again."),
    ),
    "JOB-RECORD": (
        QT_TRANSLATE_NOOP("errors", "A stored {which} cannot be read any more."),
        QT_TRANSLATE_NOOP("errors", "It was left as it is."),
        QT_TRANSLATE_NOOP("errors", "Restore Genoseal's folder from a backup."),
    ),
    "JOB-NEWER": (
        QT_TRANSLATE_NOOP("errors", "A stored record was written by a newer version of Genoseal."),
        QT_TRANSLATE_NOOP("errors", "It was left as it is."),
        _UPDATE,
    ),
    "RESULT-KEY": (
        QT_TRANSLATE_NOOP("errors", "This computer does not hold the key for this job's results."),
        QT_TRANSLATE_NOOP("errors", "They are sealed to a key made where the job was sent."),
        QT_TRANSLATE_NOOP("errors", "Bring it over with “genoseal keys export” there and “genoseal keys import” here."),
    ),
    "RESULT-KEY-BACKUP": (
        QT_TRANSLATE_NOOP("errors", "This is not a backup of result keys, or it is damaged."),
        QT_TRANSLATE_NOOP("errors", "No key was brought over."),
        QT_TRANSLATE_NOOP("errors", "Use the file that “genoseal keys export” wrote."),
    ),
    "RESULT-KEY-EXISTS": (
        QT_TRANSLATE_NOOP("errors", "There is a file of that name already."),
        QT_TRANSLATE_NOOP("errors", "It was left as it is."),
        QT_TRANSLATE_NOOP("errors", "Choose another name, or add --force to replace it."),
    ),
    "RESULT-LIMIT": (
        QT_TRANSLATE_NOOP("errors", "A result would become larger than it may ({limit}: {max_bytes})."),
        QT_TRANSLATE_NOOP("errors", "It was not written, so that it cannot fill your disk."),
        QT_TRANSLATE_NOOP("errors", "Tell your institution's helpdesk the code."),
    ),
    "RESULT-EXISTS": (
        QT_TRANSLATE_NOOP("errors", "A result of that name lies there already."),
        QT_TRANSLATE_NOOP("errors", "It was left as it is."),
        QT_TRANSLATE_NOOP("errors", "Choose another folder, or add --force to replace it."),
    ),
    "RESULT-PLACE": (
        QT_TRANSLATE_NOOP("errors", "The folder for the results cannot be used ({reason})."),
        QT_TRANSLATE_NOOP("errors", "Nothing was written."),
        QT_TRANSLATE_NOOP("errors", "Choose a folder that you may write to, and not a link."),
    ),
    "RESULT-PLACE/ENOSPC": (
        QT_TRANSLATE_NOOP("errors", "The disk is full."),
        QT_TRANSLATE_NOOP("errors", "What was half written is removed; the results that are there are whole."),
        QT_TRANSLATE_NOOP("errors", "Make room and try again, and it goes on there; or choose another disk."),
    ),
    "RESULT-UNKNOWN": (
        QT_TRANSLATE_NOOP("errors", "The job has no result of that name."),
        QT_TRANSLATE_NOOP("errors", "Nothing was fetched."),
        QT_TRANSLATE_NOOP("errors", "“genoseal jobs --job” shows what its results are called."),
    ),
    "RESULT-MAP": (
        QT_TRANSLATE_NOOP("errors", "The results carry other pseudonyms than this job's map."),
        QT_TRANSLATE_NOOP("errors", "No names were put back, so that nobody gets another person's genotypes."),
        QT_TRANSLATE_NOOP("errors", "Fetch them with --keep-pseudonyms, and tell the helpdesk the code."),
    ),
    "RESULT-WORKER": (
        QT_TRANSLATE_NOOP("errors", "The process that opens results ended without an answer."),
        QT_TRANSLATE_NOOP("errors", "Nothing was written."),
        QT_TRANSLATE_NOOP("errors", "Close other programs to free memory and try again."),
    ),
    "RESULT-RESTORE": (
        QT_TRANSLATE_NOOP("errors", "The result opened, but its names could not be put back ({reason})."),
        QT_TRANSLATE_NOOP("errors", "Nothing of it was written; all other results were fetched."),
        QT_TRANSLATE_NOOP("errors", "Fetch it with --name and --keep-pseudonyms, and tell the helpdesk the code."),
    ),
    "CERTIFICATE-FILE": (
        QT_TRANSLATE_NOOP("errors", "There is no such certificate file, or it cannot be read."),
        QT_TRANSLATE_NOOP("errors", "Nothing was verified."),
        QT_TRANSLATE_NOOP("errors", "Certificates lie in Genoseal's folder, under certificates/."),
    ),
    "CERTIFICATE-DAMAGED": (
        QT_TRANSLATE_NOOP("errors", "This is not a deletion certificate, or it is damaged."),
        QT_TRANSLATE_NOOP("errors", "It proves nothing."),
        QT_TRANSLATE_NOOP("errors", "Use the copy in Genoseal's folder, under certificates/."),
    ),
    "RESULT-STOPPED": (
        QT_TRANSLATE_NOOP("errors", "Stopped."),
        QT_TRANSLATE_NOOP("errors", "What was fetched so far is kept, sealed."),
        QT_TRANSLATE_NOOP("errors", "Give the command again: the download goes on where it stopped."),
    ),
}
