"""What can keep the practice service from starting. Problems of single requests are in problems.py."""

from __future__ import annotations

from client.model.errors import WrongUsageError


class PracticeError(WrongUsageError):
    """Base of the reasons why the practice service does not start."""

    code = "PRACTICE-START"


class PracticeAddressError(PracticeError):
    """Raised when the service is asked to listen on an address that is not loopback."""

    code = "PRACTICE-ADDRESS"


class PracticePortError(PracticeError):
    """Raised when the wanted port is taken or not allowed."""

    code = "PRACTICE-PORT"
    fact_names = ("port",)


class PracticeFolderError(PracticeError):
    """Raised when the data folder cannot be made, read or written, or is a file, or its disk is full."""

    code = "PRACTICE-FOLDER"


class PracticeFolderInUseError(PracticeError):
    """Raised when another running practice service holds the data folder."""

    code = "PRACTICE-FOLDER-IN-USE"


class PracticeNewerDataError(PracticeError):
    """Raised when the data folder was written by a newer version of the program."""

    code = "PRACTICE-NEWER-DATA"
    fact_names = ("found", "known")


class PracticeStartTimeoutError(PracticeError):
    """Raised when the service did not begin to answer in time."""

    code = "PRACTICE-START-TIMEOUT"
