"""What the practice service can be asked to do, and the statement that a submission confirms."""

from __future__ import annotations

from typing import Any, NamedTuple

from client.model.profile import ConsentStatement


class Application(NamedTuple):
    """A kind of job, and for each of its parameters the values it takes (the first is used when none is given)."""

    id: str
    name: str
    parameters: dict[str, tuple[str, ...]]

    def to_json(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "name": self.name,
            "parameters": [{"name": name, "values": list(values)} for name, values in self.parameters.items()],
        }

    def takes(self, parameters: dict[str, str]) -> bool:
        return all(value in self.parameters.get(name, ()) for name, value in parameters.items())


PRACTICE = Application(
    "practice",
    "Practice run: allele frequencies and dosages of what was sent, no imputation",
    {"build": ("hg19", "hg38"), "sites": ("all", "polymorphic")},
)
APPLICATIONS = (PRACTICE,)

CONSENT = ConsentStatement(
    "2026-1",
    "I am allowed to send these genotypes to this service for the purpose named under the reference, the people they"
    " come from have agreed to this use or the law allows it, and I have checked that this is a practice service which"
    " must only receive test data.",
)


def find_application(application_id: str) -> Application | None:
    return next((application for application in APPLICATIONS if application.id == application_id), None)
