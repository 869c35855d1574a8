"""From facts to rows: what a line of the queue says about a file that was inspected or is on its way."""

from __future__ import annotations

from collections.abc import Mapping

from client.model.transfer import FileProgress, FileState, TransferProgress, TransferState
from ui.desktop.i18n import plural, translate
from ui.desktop.models.queue import QueueRow, QueueState
from ui.desktop.views import FileView
from ui.desktop.words import BUILDS, join_words, remaining_words, share_words, size_words
from ui.identifying import identifying_places

_STATE_OF_FILE = {
    FileState.WAITING: QueueState.WAITING,
    FileState.PREPARING: QueueState.PREPARING,
    FileState.SEALED: QueueState.SEALED,
    FileState.UPLOADING: QueueState.UPLOADING,
    FileState.STORED: QueueState.STORED,
    FileState.LEFT_OUT: QueueState.LEFT_OUT,
}
_STATE_OF_SUBMISSION = {
    TransferState.WAITING: QueueState.WAITING,
    TransferState.PAUSED: QueueState.PAUSED,
    TransferState.NEEDS_YOU: QueueState.NEEDS_YOU,
    TransferState.FAILING: QueueState.FAILED,
    TransferState.FAILED: QueueState.FAILED,
    TransferState.CANCELLING: QueueState.CANCELLING,
    TransferState.CANCELLED: QueueState.CANCELLED,
    TransferState.SUBMITTING: QueueState.SUBMITTING,
    TransferState.SUBMITTED: QueueState.SENT,
    TransferState.DONE: QueueState.SENT,
}


def checking_row(key: str, name: str) -> QueueRow:
    """A file that was just added."""
    return QueueRow(
        key, name, QueueState.CHECKING, info=translate("Queue", "Looking into the file"), actions=("remove",)
    )


def inspected_row(key: str, name: str, facts: FileView, problem_words: str = "") -> QueueRow:
    """A file that was looked into and has not been sent."""
    if facts.problem is not None:
        words = translate("Queue", "Choose the site list") if facts.lacks_site_list else problem_words
        return QueueRow(
            key,
            name,
            QueueState.NEEDS_YOU,
            translate("Queue", "Nothing was sent"),
            words or translate("Queue", "This file cannot be read."),
            None,
            "",
            ("explain", "remove"),
        )
    parts = []
    if facts.samples:
        parts.append(plural.tr("%n sample(s)", "", facts.samples))
    if facts.asks_for_build and facts.given_build:
        parts.append(translate("Queue", "%1, chosen by you").replace("%1", BUILDS[facts.given_build]))
    elif facts.header_build:
        parts.append(BUILDS[facts.header_build])
    if facts.chromosomes:
        parts.append(chromosome_words(facts.chromosomes))
    removed = identifying_places(facts.findings)
    blocking = [finding.code for finding in facts.findings if finding.severity == "block"]
    if blocking:
        info = plural.tr("%n thing(s) to put right first", "", len(blocking))
        if blocking in (["VCF-BUILD-UNKNOWN"], ["VCF-BUILD-BOTH"]):
            info = translate("Queue", "Choose the genome build")
        elif blocking == ["VCF-BUILD-MISMATCH"]:
            info = translate("Queue", "Another genome build than chosen")
        return QueueRow(key, name, QueueState.NEEDS_YOU, join_words(*parts), info, None, "", ("explain", "remove"))
    if not facts.chromosomes:
        info = translate("Queue", "Has no chromosome that is sent")
        return QueueRow(key, name, QueueState.LEFT_OUT, join_words(*parts), info, None, "", ("explain", "remove"))
    info = translate("Queue", "Ready to send")
    if removed:
        info = plural.tr("%n identifying place(s) will be removed", "", removed)
    if facts.is_build_doubtful:
        info = translate("Queue", "Positions fit the other genome build")
    return QueueRow(
        key, name, QueueState.READY, join_words(*parts), info, None, "", ("explain", "remove"), facts.is_build_doubtful
    )


def transfer_rows(
    progress: TransferProgress, seconds_left: Mapping[int, float] | None = None, *, may_go_first: bool = False
) -> list[QueueRow]:
    """One row a file of a submission on its way; `seconds_left`, by the file's position, is told where it uploads.

    `may_go_first`: another submission's turn comes before.
    """
    left = seconds_left or {}
    return [_transfer_row(progress, file, left.get(file.position), may_go_first) for file in progress.files]


def _transfer_row(
    progress: TransferProgress, file: FileProgress, seconds_left: float | None, may_go_first: bool
) -> QueueRow:
    whole = _STATE_OF_SUBMISSION.get(progress.state)
    state = whole if whole is not None else _STATE_OF_FILE[file.state]
    if file.state is FileState.LEFT_OUT:
        state = QueueState.LEFT_OUT
    share, info = _share_and_info(state, file, seconds_left)
    if state in (QueueState.NEEDS_YOU, QueueState.FAILED) and progress.problem is not None:
        info = join_words(translate("Queue", "See what to do"), progress.problem.code)
    return QueueRow(
        key=f"{progress.submission_id}/{file.position}",
        name=file.name,
        state=state,
        detail=_detail(state, file),
        info=info,
        share=share,
        submission_id=progress.submission_id,
        actions=_actions(progress.state, may_go_first),
    )


def _share_and_info(state: QueueState, file: FileProgress, seconds_left: float | None) -> tuple[float | None, str]:
    sent_share = file.sent_bytes / file.sealed_bytes if file.sealed_bytes else 0.0
    prepared_share = file.prepared_bytes / file.source_bytes if file.source_bytes else 0.0
    sent = share_words(file.sent_bytes, file.sealed_bytes) if file.sealed_bytes else ""
    if state is QueueState.PREPARING:
        return prepared_share, join_words(
            translate("Queue", "Replacing names, checking, sealing"), f"{int(prepared_share * 100)} %"
        )
    if state is QueueState.UPLOADING:
        return sent_share, join_words(sent, "" if seconds_left is None else remaining_words(seconds_left))
    if state is QueueState.SEALED:
        return 0.0, join_words(translate("Queue", "Sealed on this computer"), size_words(file.sealed_bytes))
    if state is QueueState.STORED:
        return 1.0, translate("Queue", "At the service, still unreadable there")
    if state is QueueState.SUBMITTING:
        return 1.0, translate("Queue", "Handing over the key")
    if state is QueueState.SENT:
        return 1.0, translate("Queue", "The service confirmed it")
    if state is QueueState.PAUSED:
        return sent_share or prepared_share, join_words(
            translate("Queue", "Paused"), sent or translate("Queue", "goes on where it stopped")
        )
    if state is QueueState.NEEDS_YOU:
        return sent_share or prepared_share, translate("Queue", "See what to do")
    if state in (QueueState.FAILED, QueueState.CANCELLED, QueueState.CANCELLING):
        return None, translate("Queue", "Nothing readable is left at the service")
    if state is QueueState.LEFT_OUT:
        return None, translate("Queue", "The policy leaves these chromosomes out")
    return None, translate("Queue", "Waits for its turn")


def _detail(state: QueueState, file: FileProgress) -> str:
    size = size_words(file.source_bytes) if file.source_bytes else ""
    if state in (QueueState.SEALED, QueueState.UPLOADING, QueueState.STORED, QueueState.SUBMITTING, QueueState.SENT):
        return join_words(size, translate("Queue", "identifiers removed"))
    return size


def _actions(state: TransferState, may_go_first: bool) -> tuple[str, ...]:
    first = ("first",) if may_go_first else ()
    if state.is_under_way:
        return (*first, "pause", "cancel")
    return {
        TransferState.WAITING: (*first, "resume", "cancel"),
        TransferState.PAUSED: ("resume", "cancel"),
        TransferState.NEEDS_YOU: ("explain", "resume", "cancel"),
        TransferState.FAILED: ("explain", "remove"),
        TransferState.DONE: ("remove",),
        TransferState.SUBMITTED: ("remove",),
        TransferState.CANCELLED: ("remove",),
    }.get(state, ())


def chromosome_words(chromosomes: tuple[str, ...]) -> str:
    """`chromosome 20`, or `22 chromosomes` where there are many."""
    if len(chromosomes) == 1:
        return translate("Queue", "chromosome %1").replace("%1", chromosomes[0].removeprefix("chr")[:12])
    return plural.tr("%n chromosome(s)", "", len(chromosomes))
