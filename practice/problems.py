"""Every refusal of the service: RFC 9457 problem details with a stable last part of `type`."""

from __future__ import annotations

import json
from collections.abc import Mapping

from starlette.responses import Response

_TITLES: dict[str, tuple[int, str]] = {
    "malformed-request": (400, "The request is not what this call takes"),
    "access-token-rejected": (401, "The access token is missing, expired or not valid any more"),
    "request-signature-rejected": (401, "The request's signature is missing or wrong"),
    "credentials-rejected": (401, "User name or password is wrong"),
    "ticket-rejected": (401, "The ticket is unknown, used or expired; sign in again"),
    "ticket-exhausted": (401, "Five codes were tried with this ticket; sign in again"),
    "totp-rejected": (401, "The code is wrong"),
    "totp-already-used": (401, "The code is right and was used already; wait for the next one"),
    "recovery-code-rejected": (401, "The recovery code is wrong or used"),
    "refresh-rejected": (401, "The refresh token is not valid; sign in again"),
    "refresh-reused": (401, "The refresh token was used before; the device has been revoked"),
    "device-revoked": (401, "This device has been revoked"),
    "invitation-rejected": (403, "The invitation code is wrong or used"),
    "factor-exists": (403, "The account has a second factor; sign in with it"),
    "address-not-allowed": (403, "This service does not take requests from this address"),
    "not-found": (404, "There is nothing here"),
    "method-not-allowed": (405, "The call does not exist with this method"),
    "device-conflict": (409, "The device id is known with another key"),
    "enrolment-missing": (409, "No enrolment has been begun"),
    "upload-offset-mismatch": (409, "The upload is at another offset"),
    "upload-incomplete": (409, "The upload has not arrived completely"),
    "upload-in-use": (409, "The upload belongs to a job"),
    "submission-conflict": (409, "The submission id is known with another body"),
    "job-finished": (409, "The job has finished already"),
    "job-running": (409, "The job is being worked on"),
    "results-not-ready": (409, "The job has no results yet"),
    "upload-gone": (410, "The upload has expired or was deleted"),
    "results-gone": (410, "The results have been deleted"),
    "tus-version": (412, "Tus-Resumable must be 1.0.0"),
    "too-large": (413, "The body is larger than this call takes"),
    "unsupported-media": (415, "Content type or content encoding is not taken"),
    "range-not-satisfiable": (416, "The range lies outside of the file"),
    "password-too-weak": (422, "The new password does not meet the rules"),
    "manifest-rejected": (422, "The submission manifest cannot be accepted"),
    "upload-locked": (423, "Another request is writing to this upload"),
    "too-many-attempts": (429, "Too many wrong attempts; wait"),
    "too-many-requests": (429, "Too many requests; wait"),
    "upload-checksum-mismatch": (460, "The checksum does not match; nothing was kept"),
    "internal": (500, "The service made a mistake"),
    "busy": (503, "The service is busy; wait"),
    "disk-full": (507, "The service has no room left"),
}


def iter_problem_names() -> tuple[str, ...]:
    """All problem types, for the page that documents them and the test that compares the two."""
    return tuple(_TITLES)


class Problem(Exception):
    """A refusal on its way to the client. Holds no contents, names or tokens: it may be logged by its name."""

    def __init__(
        self,
        name: str,
        detail: str | None = None,
        *,
        retry_after_s: int | None = None,
        headers: Mapping[str, str] | None = None,
        **members: str | int | list[str],
    ) -> None:
        super().__init__(name)
        self.name = name
        self.status, self.title = _TITLES[name]
        self.detail = detail
        self.headers = dict(headers or {})
        self.members = members
        if retry_after_s is not None:
            self.headers["Retry-After"] = str(retry_after_s)
        if self.status == 401:
            self.headers.setdefault("WWW-Authenticate", "Bearer")

    def to_response(self, origin: str) -> Response:
        """The problem as `application/problem+json`."""
        content: dict[str, object] = {
            "type": f"{origin}/problems/{self.name}",
            "title": self.title,
            "status": self.status,
            **self.members,
        }
        if self.detail is not None:
            content["detail"] = self.detail
        return Response(
            json.dumps(content).encode(), self.status, headers=self.headers, media_type="application/problem+json"
        )


class CountedProblem(Problem):
    """A refusal whose bookkeeping stays: the failed attempt is counted, the spent ticket is gone."""
