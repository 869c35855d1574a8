"""The service's half of an S3 inbox, as service-api.md writes it, in front of a store; keeps nothing of its own."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field

from tests.support.s3_store import S3Store
from tests.support.tls_server import SeenRequest, http_answer, json_answer, problem_answer

PATH = "/api/v1/uploads/s3"


@dataclass
class S3Broker:
    """Answers `…/uploads/s3`."""

    store: S3Store
    known: list[str] = field(default_factory=list)
    completed: set[str] = field(default_factory=set)
    seconds: int = 900

    def __call__(self, request: SeenRequest) -> bytes:
        if request.headers.get("authorization") != "Bearer token":
            return problem_answer("access-token-rejected", 401)
        if (request.method, request.path) == ("POST", PATH):
            upload = f"u{len(self.known) + 1}"
            self.known.append(upload)
            self.store.begin(upload)
            return json_answer({"upload": upload, "parts": [], "expires_in": self.seconds}, 201)
        match = re.fullmatch(rf"{PATH}/(u[0-9]+)(/parts|/complete)?", request.path)
        if match is None or match[1] not in self.store.multiparts:
            return problem_answer("not-found", 404)
        if request.method == "DELETE":
            self.store.remove(match[1])
            return http_answer(204)
        body = json.loads(request.body)
        if match[2] == "/parts":
            numbers = zip(body["numbers"], body["sha256"], strict=True)
            urls = [self.store.part_url(match[1], number, sha256, self.seconds) for number, sha256 in numbers]
            return json_answer({"parts": urls, "expires_in": self.seconds})
        if match[1] not in self.completed and not self.store.complete(match[1], body["etags"]):
            return problem_answer("upload-incomplete", 409)
        self.completed.add(match[1])
        return json_answer({})
