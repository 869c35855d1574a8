"""Words for exit 2: what was asked for cannot be done like this."""

from __future__ import annotations

from ui.messages.marks import KEPT, QT_TRANSLATE_NOOP, Words

WORDS: dict[str, Words] = {
    "GS-USAGE": (
        QT_TRANSLATE_NOOP("errors", "This cannot be done as it was asked for."),
        QT_TRANSLATE_NOOP("errors", "Nothing was changed."),
        QT_TRANSLATE_NOOP("errors", "See the command's --help."),
    ),
    "PREP-USAGE": (
        QT_TRANSLATE_NOOP("errors", "The file cannot be prepared as it was asked for."),
        QT_TRANSLATE_NOOP("errors", "Nothing was changed."),
        QT_TRANSLATE_NOOP("errors", "See “genoseal prepare --help”."),
    ),
    "FILE-MISSING": (
        QT_TRANSLATE_NOOP("errors", "There is no such file."),
        QT_TRANSLATE_NOOP("errors", "Nothing was done."),
        QT_TRANSLATE_NOOP("errors", "Check the spelling and the folder."),
    ),
    "FILE-IS-FOLDER": (
        QT_TRANSLATE_NOOP("errors", "This is not a file but a folder, a pipe or a device."),
        QT_TRANSLATE_NOOP("errors", "Nothing was done."),
        QT_TRANSLATE_NOOP(
            "errors", "Name the files themselves, for example folder/*.vcf.gz; save what comes through a pipe."
        ),
    ),
    "FILE-IS-URL": (
        QT_TRANSLATE_NOOP("errors", "Genoseal reads files on this computer only, and this is an address."),
        QT_TRANSLATE_NOOP("errors", "Nothing was fetched, and nobody was asked."),
        QT_TRANSLATE_NOOP("errors", "Download the file by a way you trust, then name it here."),
    ),
    "OUTPUT-EXISTS": (
        QT_TRANSLATE_NOOP("errors", "There is a file of that name already."),
        QT_TRANSLATE_NOOP("errors", "It was left as it is."),
        QT_TRANSLATE_NOOP("errors", "Choose another place, or add --force to replace it; a folder is never replaced."),
    ),
    "MAP-IN-THE-WAY": (
        QT_TRANSLATE_NOOP("errors", "A map of that id lies here already, and it cannot be read."),
        QT_TRANSLATE_NOOP("errors", "It was left as it is."),
        QT_TRANSLATE_NOOP("errors", "Add --force to put the backup in its place."),
    ),
    "OUTPUT-IS-INPUT": (
        QT_TRANSLATE_NOOP("errors", "The output would replace a file that this command reads."),
        QT_TRANSLATE_NOOP("errors", "Nothing was written, and your file is as it was; --force does not change that."),
        QT_TRANSLATE_NOOP("errors", "Choose another name or another folder for the output."),
    ),
    "OUTPUT-TWICE": (
        QT_TRANSLATE_NOOP("errors", "Two of these files have the same name, and their outputs would too."),
        QT_TRANSLATE_NOOP("errors", "Nothing was written: the second would replace the first."),
        QT_TRANSLATE_NOOP("errors", "Give them to the command one by one, each with a folder of its own."),
    ),
    "OUTPUT-FOLDER": (
        QT_TRANSLATE_NOOP("errors", "The folder for the output cannot be made or written to."),
        QT_TRANSLATE_NOOP("errors", "Nothing was written."),
        QT_TRANSLATE_NOOP("errors", "Choose a folder that you may write to."),
    ),
    "DISK-FULL": (
        QT_TRANSLATE_NOOP("errors", "The disk is full."),
        QT_TRANSLATE_NOOP("errors", "What was half written is removed. Your files are untouched."),
        QT_TRANSLATE_NOOP("errors", "Make room, or choose another disk, and try again."),
    ),
    "OUTPUT-UNSHOWN": (
        QT_TRANSLATE_NOOP("errors", "What this command says could not be written to where its output goes."),
        QT_TRANSLATE_NOOP("errors", "What it had done by then is done: files that are there are whole."),
        QT_TRANSLATE_NOOP(
            "errors", "Make room there, or let the output go elsewhere; look what is there before you run it again."
        ),
    ),
    "NO-PERMISSION": (
        QT_TRANSLATE_NOOP("errors", "The operating system does not let you read or write there."),
        QT_TRANSLATE_NOOP("errors", "Nothing was changed."),
        QT_TRANSLATE_NOOP("errors", "Choose another place, or ask whoever looks after this computer."),
    ),
    "OPEN-FILES": (
        QT_TRANSLATE_NOOP("errors", "The system lets Genoseal open no more files at a time."),
        QT_TRANSLATE_NOOP("errors", "What was half written is removed. Your files are untouched."),
        QT_TRANSLATE_NOOP("errors", "Allow more (in a shell: ulimit -n 1024), or close other programs, and try again."),
    ),
    "THREADS": (
        QT_TRANSLATE_NOOP("errors", "The system lets Genoseal start no more threads or processes."),
        QT_TRANSLATE_NOOP("errors", "What was half written is removed. Your files are untouched."),
        QT_TRANSLATE_NOOP("errors", "Allow more (in a shell: ulimit -u), or close other programs, and try again."),
    ),
    "ANSWER-NEEDED": (
        QT_TRANSLATE_NOOP("errors", "A question would have to be asked, and there is no terminal to ask it at."),
        QT_TRANSLATE_NOOP("errors", "Nothing was done."),
        QT_TRANSLATE_NOOP("errors", "Answer it beforehand with {option}."),
    ),
    "OUTPUT-NEEDED": (
        QT_TRANSLATE_NOOP("errors", "Something secret would have to be shown, and there is no terminal to show it at."),
        QT_TRANSLATE_NOOP("errors", "Nothing was done."),
        QT_TRANSLATE_NOOP("errors", "Name a file to write it to with {option}; only you will be able to read it."),
    ),
    "POLICY-UNKNOWN": (
        QT_TRANSLATE_NOOP("errors", "No preparation policy has that name."),
        QT_TRANSLATE_NOOP("errors", "Nothing was prepared."),
        QT_TRANSLATE_NOOP("errors", "Use one of {known}, or the name of a policy file (.toml)."),
    ),
    "NOTHING-PREPARED": (
        QT_TRANSLATE_NOOP(
            "errors", "No file was written: no chromosome in what was given is one that the policy sends."
        ),
        QT_TRANSLATE_NOOP("errors", "Nothing was prepared."),
        QT_TRANSLATE_NOOP(
            "errors",
            "Give files of chromosomes that the policy sends (called 20, chr20, X …), or ask which policy to use.",
        ),
    ),
    "NOTHING-TO-PREPARE": (
        QT_TRANSLATE_NOOP("errors", "No chromosome in what was given is one that the policy sends."),
        QT_TRANSLATE_NOOP("errors", "Preparing it would write no file."),
        QT_TRANSLATE_NOOP(
            "errors",
            "Give files of chromosomes that the policy sends (called 20, chr20, X …), or ask which policy to use.",
        ),
    ),
    "POLICY-LOCKED": (
        QT_TRANSLATE_NOOP(
            "errors",
            "Your institution has fixed the preparation policy to “{policy}”, and the one you chose is looser: {keys}.",
        ),
        QT_TRANSLATE_NOOP("errors", "Nothing was prepared."),
        QT_TRANSLATE_NOOP("errors", "Leave --policy out, name a stricter one, or talk to your institution's helpdesk."),
    ),
    "SERVICE-UNKNOWN": (
        QT_TRANSLATE_NOOP("errors", "No service has that name here."),
        QT_TRANSLATE_NOOP("errors", "Nothing was done."),
        QT_TRANSLATE_NOOP("errors", "Use one of {known}."),
    ),
    "MAP-UNKNOWN": (
        QT_TRANSLATE_NOOP("errors", "No pseudonym map with that name lies on this computer."),
        QT_TRANSLATE_NOOP("errors", "Without the map the names cannot be put back."),
        QT_TRANSLATE_NOOP(
            "errors",
            "“genoseal map list” shows those here; bring another with “genoseal map export” there and “genoseal map "
            "import” here.",
        ),
    ),
    "MAP-OTHER-PROJECT": (
        QT_TRANSLATE_NOOP("errors", "This map was made for another service or project."),
        QT_TRANSLATE_NOOP("errors", "Nothing was prepared: the same pseudonyms must not appear in two places."),
        QT_TRANSLATE_NOOP("errors", "Leave --map out, and a new map is made."),
    ),
    "MAP-SCHEME": (
        QT_TRANSLATE_NOOP(
            "errors", "The ids of this map were drawn in a way that your institution's policy does not allow."
        ),
        QT_TRANSLATE_NOOP("errors", "Nothing was prepared: a map keeps the kind of its ids."),
        QT_TRANSLATE_NOOP("errors", "Leave --map out, and a new map is made."),
    ),
    "MAP-NEWER": (
        QT_TRANSLATE_NOOP("errors", "This map was written by a newer version of Genoseal (schema {schema})."),
        QT_TRANSLATE_NOOP("errors", "It was left as it is."),
        QT_TRANSLATE_NOOP("errors", "Update Genoseal on this computer."),
    ),
    "LEAVE-OUT-UNKNOWN": (
        QT_TRANSLATE_NOOP("errors", "Line {line} of the list names a sample that the files do not have."),
        QT_TRANSLATE_NOOP("errors", "Nothing was prepared: mistyped, it would keep somebody who is to be left out."),
        QT_TRANSLATE_NOOP(
            "errors", "Write one name a line, exactly as in the file's #CHROM line; capitals and spaces count."
        ),
    ),
    "LEAVE-OUT-EMPTY": (
        QT_TRANSLATE_NOOP("errors", "The list of samples to leave out names nobody."),
        QT_TRANSLATE_NOOP("errors", "Nothing was prepared: whoever should have been on it would have been sent."),
        QT_TRANSLATE_NOOP(
            "errors", "Write one name a line into it. Where nobody is to be left out, give no such list."
        ),
    ),
    "DEVICE-UNKNOWN": (
        QT_TRANSLATE_NOOP("errors", "Your account has no workstation of that id."),
        QT_TRANSLATE_NOOP("errors", "Nothing was cut off."),
        QT_TRANSLATE_NOOP("errors", "“genoseal devices” lists them with their ids."),
    ),
    "APPROVAL-NEEDED": (
        QT_TRANSLATE_NOOP("errors", "The policy “{policy}” wants a second person's approval."),
        QT_TRANSLATE_NOOP("errors", "Nothing was sent."),
        QT_TRANSLATE_NOOP(
            "errors",
            "Prepare, let a second person run “genoseal approve” on the folder, then send the same files with "
            "--approval.",
        ),
    ),
    "APPROVER-FORM": (
        QT_TRANSLATE_NOOP("errors", "An approver's id has one to 64 letters, digits, - or _."),
        QT_TRANSLATE_NOOP("errors", "Nothing was approved."),
        QT_TRANSLATE_NOOP(
            "errors",
            "Give the id at the service, not a person's name. Where it has other signs, put - in their place: "
            "m-lind for m.lind.",
        ),
    ),
    "CONSENT-NEEDED": (
        QT_TRANSLATE_NOOP(
            "errors", "Sending needs the consent statement confirmed, and there is no terminal to ask at."
        ),
        QT_TRANSLATE_NOOP("errors", "Nothing was sent."),
        QT_TRANSLATE_NOOP("errors", "Add --consent REFERENCE and --accept-statement {version}."),
    ),
    "CONSENT-VERSION": (
        QT_TRANSLATE_NOOP("errors", "The statement you accepted is not the one that counts today."),
        QT_TRANSLATE_NOOP("errors", "Nothing was sent."),
        QT_TRANSLATE_NOOP("errors", "Read version {version} (“genoseal profile show”) and accept that one."),
    ),
    "PARAM-FORM": (
        QT_TRANSLATE_NOOP("errors", "A parameter is not of the form key=value."),
        QT_TRANSLATE_NOOP("errors", "Nothing was sent."),
        QT_TRANSLATE_NOOP("errors", "Write it as --param key=value."),
    ),
    "DESKTOP-MISSING": (
        QT_TRANSLATE_NOOP("errors", "The window could not be opened on this computer."),
        QT_TRANSLATE_NOOP("errors", "All commands work without it."),
        QT_TRANSLATE_NOOP(
            "errors",
            "Install what Qt needs, on Debian: libegl1 libgl1 libglib2.0-0 libdbus-1-3 libfontconfig1 "
            "libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0. For the commands see "
            "“genoseal --help”.",
        ),
    ),
    "DISPLAY-MISSING": (
        QT_TRANSLATE_NOOP("errors", "There is no display to open the window on."),
        QT_TRANSLATE_NOOP("errors", "Nothing was started. The commands work without a display."),
        QT_TRANSLATE_NOOP("errors", "See “genoseal --help”, or start Genoseal from the desktop."),
    ),
    "SETTINGS-UNREADABLE": (
        QT_TRANSLATE_NOOP("errors", "The settings file cannot be understood."),
        QT_TRANSLATE_NOOP("errors", "Nothing was done, since a setting that protects you might be among them."),
        QT_TRANSLATE_NOOP(
            "errors", "Correct settings.toml in Genoseal's folder, or remove it to start with the defaults."
        ),
    ),
    "SETTING-UNKNOWN": (
        QT_TRANSLATE_NOOP("errors", "There is no such setting, or it cannot have that value."),
        QT_TRANSLATE_NOOP("errors", "The settings are as they were."),
        QT_TRANSLATE_NOOP("errors", "Check the name and the value."),
    ),
    "SETTING-LOCKED": (
        QT_TRANSLATE_NOOP("errors", "Your institution has fixed this setting."),
        QT_TRANSLATE_NOOP("errors", "The settings are as they were."),
        QT_TRANSLATE_NOOP("errors", "Talk to your institution's helpdesk if it has to change."),
    ),
    "WORKSTATION-REQUIRED": (
        QT_TRANSLATE_NOOP("errors", "Your institution asks something of this computer that does not hold: {check}."),
        QT_TRANSLATE_NOOP("errors", "Nothing was sent. Results, restoring and deleting work as always."),
        QT_TRANSLATE_NOOP("errors", "“genoseal doctor” says what to change."),
    ),
    "NET-NOT-FOUND": (
        QT_TRANSLATE_NOOP("errors", "The service has nothing of that name for your account."),
        QT_TRANSLATE_NOOP("errors", "It may be deleted already, or belong to somebody else."),
        QT_TRANSLATE_NOOP(
            "errors", "“genoseal jobs” lists your jobs, “genoseal outbox” uploads, “genoseal devices” workstations."
        ),
    ),
    "NET-PROXY-SETTING": (
        QT_TRANSLATE_NOOP("errors", "The proxy is not of the form http://host:port, or its sign-in cannot be used."),
        QT_TRANSLATE_NOOP("errors", "Nothing was sent."),
        QT_TRANSLATE_NOOP("errors", "Correct it with “genoseal proxy”, or ask your IT department for the right one."),
    ),
    "SEND-HELD": (
        QT_TRANSLATE_NOOP("errors", "This transfer was paused from another window or by a command."),
        KEPT,
        QT_TRANSLATE_NOOP("errors", "Go on with “genoseal resume ID”; “genoseal outbox” shows its ID."),
    ),
    "SEND-HELD/cancelled": (
        QT_TRANSLATE_NOOP("errors", "This transfer was cancelled from another window or by a command."),
        QT_TRANSLATE_NOOP("errors", "Its keys are forgotten, and what was uploaded is withdrawn. No job was made."),
        QT_TRANSLATE_NOOP("errors", "Send the files again if that was not meant."),
    ),
    "JOB-UNKNOWN": (
        QT_TRANSLATE_NOOP("errors", "This computer has no record of that job."),
        QT_TRANSLATE_NOOP("errors", "It was sent from another computer, or the id is mistyped."),
        QT_TRANSLATE_NOOP(
            "errors", "“genoseal jobs” lists the jobs. To fetch results here, bring keys and map over first."
        ),
    ),
    "ID-SHORTENED": (
        QT_TRANSLATE_NOOP("errors", "That beginning fits {matches} ids: {candidates}"),
        QT_TRANSLATE_NOOP("errors", "Nothing was done."),
        QT_TRANSLATE_NOOP("errors", "Give more of the id, or the whole of it."),
    ),
    "JOB-ID": (
        QT_TRANSLATE_NOOP("errors", "No job has that id, and none begins like it."),
        QT_TRANSLATE_NOOP("errors", "Nothing was done."),
        QT_TRANSLATE_NOOP("errors", "“genoseal jobs” shows the ids."),
    ),
    "MANIFEST-FIELD": (
        QT_TRANSLATE_NOOP("errors", "“{field}” has a form that may not be sent."),
        QT_TRANSLATE_NOOP(
            "errors", "Nothing was sent. Free text could carry a name, so only plain references are taken."
        ),
        QT_TRANSLATE_NOOP("errors", "Use letters, digits, dot, hyphen and underscore, and no personal data."),
    ),
    "KEY-FILE": (
        QT_TRANSLATE_NOOP("errors", "This is not a Genoseal key file."),
        QT_TRANSLATE_NOOP("errors", "Nothing was sealed or opened."),
        QT_TRANSLATE_NOOP(
            "errors", "A key file begins with “-----BEGIN GENOSEAL …”. Ask for it again as an attachment."
        ),
    ),
    "KEY-KIND": (
        QT_TRANSLATE_NOOP(
            "errors", "This is the other half of a key pair, or a kind of key this version does not know."
        ),
        QT_TRANSLATE_NOOP("errors", "Nothing was sealed or opened."),
        QT_TRANSLATE_NOOP("errors", "Seal with the public key; open with the private one."),
    ),
    "KEY-VALUE": (
        QT_TRANSLATE_NOOP("errors", "The key file is well formed, but the key in it cannot be used."),
        QT_TRANSLATE_NOOP("errors", "Nothing was sealed or opened."),
        QT_TRANSLATE_NOOP("errors", "Ask for the key again and compare its fingerprint."),
    ),
    "SEAL-RECIPIENTS": (
        QT_TRANSLATE_NOOP("errors", "A sealed file needs between 1 and 64 recipients, each named once."),
        QT_TRANSLATE_NOOP("errors", "Nothing was sealed."),
        QT_TRANSLATE_NOOP("errors", "Check the --to options."),
    ),
    "SEAL-AES256": (
        QT_TRANSLATE_NOOP("errors", "This institution's rules demand AES-256, and Crypt4GH does not use it."),
        QT_TRANSLATE_NOOP("errors", "Nothing was sealed."),
        QT_TRANSLATE_NOOP("errors", "Seal as a .gseal file, or ask the institution to change its profile."),
    ),
    "SEAL-SOURCE": (
        QT_TRANSLATE_NOOP("errors", "There is no such file, or it is a folder."),
        QT_TRANSLATE_NOOP("errors", "Nothing was sealed or opened."),
        QT_TRANSLATE_NOOP("errors", "Check the spelling and the folder."),
    ),
    "SEAL-OUTPUT-EXISTS": (
        QT_TRANSLATE_NOOP("errors", "There is a file of that name already."),
        QT_TRANSLATE_NOOP("errors", "It was left as it is."),
        QT_TRANSLATE_NOOP("errors", "Choose another name, or add --force to replace it."),
    ),
    "SEAL-OUTPUT": (
        QT_TRANSLATE_NOOP("errors", "The output could not be written."),
        QT_TRANSLATE_NOOP("errors", "Nothing was left behind."),
        QT_TRANSLATE_NOOP("errors", "Check that the folder exists and that you may write there."),
    ),
    "SEAL-DISK-FULL": (
        QT_TRANSLATE_NOOP("errors", "The disk is full."),
        QT_TRANSLATE_NOOP("errors", "Nothing was left behind."),
        QT_TRANSLATE_NOOP("errors", "Make room, or choose another disk, and try again."),
    ),
    "VCF-MISSING": (
        QT_TRANSLATE_NOOP("errors", "There is no such file."),
        QT_TRANSLATE_NOOP("errors", "Nothing was done."),
        QT_TRANSLATE_NOOP("errors", "Check the spelling and the folder."),
    ),
    "VCF-NOT-A-FILE": (
        QT_TRANSLATE_NOOP("errors", "This is not a file but a folder, a pipe or a device."),
        QT_TRANSLATE_NOOP("errors", "Nothing was done."),
        QT_TRANSLATE_NOOP(
            "errors", "Name the files themselves, for example folder/*.vcf.gz; save what comes through a pipe."
        ),
    ),
    "PREP-POLICY": (
        QT_TRANSLATE_NOOP("errors", "The preparation policy cannot be understood (at “{key}”)."),
        QT_TRANSLATE_NOOP("errors", "Nothing was prepared, so that no rule is silently left out."),
        QT_TRANSLATE_NOOP("errors", "Correct the policy file, or use one that comes with Genoseal."),
    ),
    "PREP-LIMITS": (
        QT_TRANSLATE_NOOP("errors", "The table of service limits cannot be understood (at “{key}”)."),
        QT_TRANSLATE_NOOP("errors", "Nothing was checked or prepared."),
        QT_TRANSLATE_NOOP("errors", "Install Genoseal again; a file of it is damaged."),
    ),
    "PREP-SERVICE": (
        QT_TRANSLATE_NOOP("errors", "No service has that name here."),
        QT_TRANSLATE_NOOP("errors", "Nothing was done."),
        QT_TRANSLATE_NOOP("errors", "See the command's --help."),
    ),
    "PREP-RULES-FILE": (
        QT_TRANSLATE_NOOP("errors", "Line {line} of the {kind} file cannot be understood."),
        QT_TRANSLATE_NOOP("errors", "Nothing was prepared, so that nobody is kept or left out by mistake."),
        QT_TRANSLATE_NOOP(
            "errors",
            "Correct that line. A site list is a VCF, or its lines have CHROM, POS, REF and ALT with tabs (or single "
            "blanks) between them; regions are in BED.",
        ),
    ),
    "PREP-RULES-FILE/0": (
        QT_TRANSLATE_NOOP("errors", "The {kind} file is missing, or nothing in it can be understood."),
        QT_TRANSLATE_NOOP("errors", "Nothing was prepared, so that nobody is kept or left out by mistake."),
        QT_TRANSLATE_NOOP("errors", "Name the right file."),
    ),
    "SITE-LIST-SHAPE": (
        QT_TRANSLATE_NOOP("errors", "The site list is a BCF; it is wanted as a VCF."),
        QT_TRANSLATE_NOOP("errors", "Nothing was prepared."),
        QT_TRANSLATE_NOOP("errors", "Make one of its sites alone: bcftools view -G -Oz -o sites.vcf.gz LIST"),
    ),
    "SITE-LIST-SHAPE/bim": (
        QT_TRANSLATE_NOOP(
            "errors", "The site list is a .bim of plink's, which does not say which of two alleles is the reference."
        ),
        QT_TRANSLATE_NOOP("errors", "Nothing was prepared: alleles and strands could not be compared with it."),
        QT_TRANSLATE_NOOP(
            "errors",
            "Let plink2 look them up, and give sites.pvar: plink2 --bfile NAME --fa REFERENCE --ref-from-fa force "
            "--make-just-pvar --out sites",
        ),
    ),
    "SITE-LIST-SHAPE/legend": (
        QT_TRANSLATE_NOOP("errors", "The site list is a legend without a column for the chromosome."),
        QT_TRANSLATE_NOOP("errors", "Nothing was prepared."),
        QT_TRANSLATE_NOOP(
            "errors",
            "Put the chromosome before each line, here 20, and give sites.txt: gzip -dc LEGEND | "
            "sed '1s/^/chr /;2,$s/^/20 /' > sites.txt",
        ),
    ),
    "MAP-SAMPLES": (
        QT_TRANSLATE_NOOP(
            "errors", "The map and the file do not have the same samples ({missing} missing, {extra} extra)."
        ),
        QT_TRANSLATE_NOOP("errors", "Nothing was prepared."),
        QT_TRANSLATE_NOOP("errors", "All files of one job need the same samples; leave --map out to start a new map."),
    ),
    "PREP-OUTPUT": (
        QT_TRANSLATE_NOOP("errors", "The prepared file could not be written."),
        QT_TRANSLATE_NOOP("errors", "What was half written is removed."),
        QT_TRANSLATE_NOOP("errors", "Check that the folder's disk is connected and that you may write there."),
    ),
    "PREP-DISK-FULL": (
        QT_TRANSLATE_NOOP("errors", "The disk is full."),
        QT_TRANSLATE_NOOP("errors", "What was half written is removed. Your files are untouched."),
        QT_TRANSLATE_NOOP("errors", "Make room, or choose another disk, and try again."),
    ),
    "SEND-TOO-MANY-FILES": (
        QT_TRANSLATE_NOOP("errors", "{files} files are more than the {most} that one submission may have."),
        QT_TRANSLATE_NOOP("errors", "Nothing was sent."),
        QT_TRANSLATE_NOOP("errors", "Send them as several submissions."),
    ),
    "PARAM-UNKNOWN": (
        QT_TRANSLATE_NOOP("errors", "The application does not take this parameter or this value."),
        QT_TRANSLATE_NOOP("errors", "Nothing was prepared and nothing was queued."),
        QT_TRANSLATE_NOOP("errors", "It takes: {known}."),
    ),
    "APPLICATION-UNKNOWN": (
        QT_TRANSLATE_NOOP("errors", "The service does not offer that application."),
        QT_TRANSLATE_NOOP("errors", "Nothing was sent."),
        QT_TRANSLATE_NOOP("errors", "Use one of {known}, or leave --application out."),
    ),
}
