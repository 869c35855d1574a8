"""What a person asks to be sent."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from client.tasks.facts import PrepareChoices


@dataclass(frozen=True)
class ConsentGiven:
    """The person confirmed statement `version`; `reference` is where the consent is filed."""

    version: str
    reference: str = field(repr=False)


@dataclass(frozen=True)
class SubmissionOrder:
    """What is to be sent, and how."""

    files: tuple[Path, ...] = field(repr=False)
    consent: ConsentGiven
    choices: PrepareChoices = field(default_factory=PrepareChoices)
    name: str | None = None
    application: str | None = None
    parameters: dict[str, str] = field(default_factory=dict)
    fill_build: bool = False
    """Whether a parameter of the service for the genome build is filled in where the files say theirs: the person was
    shown no form."""
    approval: Path | None = field(default=None, repr=False)
