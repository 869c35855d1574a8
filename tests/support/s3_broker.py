"""The service's half of an S3 inbox: makes multipart uploads at a store and signs part URLs (AWS Signature 4)."""

from __future__ import annotations

import hashlib
import hmac
import json
import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from urllib.parse import quote

import httpx

from tests.support.tls_server import SeenRequest, http_answer, json_answer, problem_answer

PATH = "/api/v1/uploads/s3"
BUCKET = "inbox"
_REGION = "us-east-1"
_KEY_ID, _SECRET = "test-key", "test-secret"


@dataclass
class S3Broker:
    """Answers `…/uploads/s3` as service-api.md writes it. `uploads` maps our ids to the store's."""

    store_origin: str
    store: httpx.Client
    uploads: dict[str, str] = field(default_factory=dict)
    completed: set[str] = field(default_factory=set)
    seconds: int = 900

    def __call__(self, request: SeenRequest) -> bytes:
        if request.headers.get("authorization") != "Bearer token":
            return problem_answer("access-token-rejected", 401)
        if (request.method, request.path) == ("POST", PATH):
            return self._create()
        match = re.fullmatch(rf"{PATH}/(u[0-9]+)(/parts|/complete)?", request.path)
        if match is None or match[1] not in self.uploads:
            return problem_answer("not-found", 404)
        if request.method == "DELETE":
            self.store.delete(f"/{BUCKET}/{match[1]}", params={"uploadId": self.uploads.pop(match[1])})
            return http_answer(204)
        body = json.loads(request.body)
        if match[2] == "/parts":
            numbers = zip(body["numbers"], body["sha256"], strict=True)
            urls = [self._sign(match[1], number, sha256) for number, sha256 in numbers]
            return json_answer({"parts": urls, "expires_in": self.seconds})
        return self._complete(match[1], body["etags"])

    def _create(self) -> bytes:
        upload = f"u{len(self.uploads) + 1}"
        answer = self.store.post(f"/{BUCKET}/{upload}?uploads", headers={"x-amz-checksum-algorithm": "SHA256"})
        found = re.search(r"<UploadId>([^<]+)</UploadId>", answer.text)
        assert found is not None, answer.text
        self.uploads[upload] = found[1]
        return json_answer({"upload": upload, "parts": [], "expires_in": self.seconds}, 201)

    def _complete(self, upload: str, etags: list[str]) -> bytes:
        if upload in self.completed:
            return json_answer({})
        parts = "".join(
            f"<Part><PartNumber>{number}</PartNumber><ETag>{etag}</ETag></Part>" for number, etag in enumerate(etags, 1)
        )
        answer = self.store.post(
            f"/{BUCKET}/{upload}",
            params={"uploadId": self.uploads[upload]},
            content=f"<CompleteMultipartUpload>{parts}</CompleteMultipartUpload>",
        )
        if answer.status_code != 200:
            return problem_answer("upload-incomplete", 409)
        self.completed.add(upload)
        return json_answer({})

    def _sign(self, upload: str, number: int, sha256: str) -> str:
        """A presigned PUT whose checksum header is among the signed ones."""
        now = datetime.now(UTC)
        stamp, day = now.strftime("%Y%m%dT%H%M%SZ"), now.strftime("%Y%m%d")
        scope = f"{day}/{_REGION}/s3/aws4_request"
        query = {
            "X-Amz-Algorithm": "AWS4-HMAC-SHA256",
            "X-Amz-Credential": f"{_KEY_ID}/{scope}",
            "X-Amz-Date": stamp,
            "X-Amz-Expires": str(self.seconds),
            "X-Amz-SignedHeaders": "host;x-amz-checksum-sha256",
            "partNumber": str(number),
            "uploadId": self.uploads[upload],
        }
        text = "&".join(f"{quote(name, safe='')}={quote(query[name], safe='')}" for name in sorted(query))
        host = self.store_origin.removeprefix("https://")
        headers = f"host:{host}\nx-amz-checksum-sha256:{sha256}\n"
        canonical = "\n".join(
            ["PUT", f"/{BUCKET}/{upload}", text, headers, query["X-Amz-SignedHeaders"], "UNSIGNED-PAYLOAD"]
        )
        to_sign = "\n".join(["AWS4-HMAC-SHA256", stamp, scope, hashlib.sha256(canonical.encode()).hexdigest()])
        key = f"AWS4{_SECRET}".encode()
        for part in (day, _REGION, "s3", "aws4_request"):
            key = hmac.digest(key, part.encode(), "sha256")
        signature = hmac.digest(key, to_sign.encode(), "sha256").hex()
        return f"{self.store_origin}/{BUCKET}/{upload}?{text}&X-Amz-Signature={signature}"
