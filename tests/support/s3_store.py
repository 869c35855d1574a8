"""moto's S3 as the service uses it: multipart uploads, and part URLs signed by AWS Signature 4."""

from __future__ import annotations

import hashlib
import hmac
import re
import socket
import ssl
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote

import httpx

from tests.support.tls_certificates import CertificateAuthority
from tests.support.tools import MOTO_SERVER, running

BUCKET = "inbox"
_REGION = "us-east-1"
_KEY_ID, _SECRET = "test-key", "test-secret"


@dataclass
class S3Store:
    """A `practice.other_inbox.ObjectStore`. `public_origin` is where clients reach it. `multiparts` by key."""

    public_origin: str
    client: httpx.Client
    multiparts: dict[str, str] = field(default_factory=dict)

    def begin(self, key: str) -> None:
        answer = self.client.post(f"/{BUCKET}/{key}?uploads", headers={"x-amz-checksum-algorithm": "SHA256"})
        found = re.search(r"<UploadId>([^<]+)</UploadId>", answer.text)
        assert found is not None, answer.text
        self.multiparts[key] = found[1]

    def complete(self, key: str, etags: Sequence[str]) -> bool:
        parts = "".join(
            f"<Part><PartNumber>{number}</PartNumber><ETag>{etag}</ETag></Part>" for number, etag in enumerate(etags, 1)
        )
        answer = self.client.post(
            f"/{BUCKET}/{key}",
            params={"uploadId": self.multiparts[key]},
            content=f"<CompleteMultipartUpload>{parts}</CompleteMultipartUpload>",
        )
        return answer.status_code == 200

    def fetch(self, key: str, target: Path) -> int:
        body = self.client.get(f"/{BUCKET}/{key}").content
        return target.write_bytes(body)

    def remove(self, key: str) -> None:
        if multipart := self.multiparts.pop(key, None):
            self.client.delete(f"/{BUCKET}/{key}", params={"uploadId": multipart})
        self.client.delete(f"/{BUCKET}/{key}")

    def keys(self) -> list[str]:
        """The objects that lie there."""
        return re.findall(r"<Key>([^<]+)</Key>", self.client.get(f"/{BUCKET}").text)

    def open_multiparts(self) -> list[str]:
        """Uploads that were begun and are neither complete nor gone."""
        return re.findall(r"<UploadId>([^<]+)</UploadId>", self.client.get(f"/{BUCKET}?uploads").text)

    def part_url(self, key: str, number: int, sha256: str, seconds: int) -> str:
        """A presigned PUT whose checksum header is among the signed ones."""
        now = datetime.now(UTC)
        stamp, day = now.strftime("%Y%m%dT%H%M%SZ"), now.strftime("%Y%m%d")
        scope = f"{day}/{_REGION}/s3/aws4_request"
        query = {
            "X-Amz-Algorithm": "AWS4-HMAC-SHA256",
            "X-Amz-Credential": f"{_KEY_ID}/{scope}",
            "X-Amz-Date": stamp,
            "X-Amz-Expires": str(seconds),
            "X-Amz-SignedHeaders": "host;x-amz-checksum-sha256",
            "partNumber": str(number),
            "uploadId": self.multiparts[key],
        }
        text = "&".join(f"{quote(name, safe='')}={quote(query[name], safe='')}" for name in sorted(query))
        host = self.public_origin.removeprefix("https://")
        headers = f"host:{host}\nx-amz-checksum-sha256:{sha256}\n"
        canonical = "\n".join(
            ["PUT", f"/{BUCKET}/{key}", text, headers, query["X-Amz-SignedHeaders"], "UNSIGNED-PAYLOAD"]
        )
        to_sign = "\n".join(["AWS4-HMAC-SHA256", stamp, scope, hashlib.sha256(canonical.encode()).hexdigest()])
        signing = f"AWS4{_SECRET}".encode()
        for part in (day, _REGION, "s3", "aws4_request"):
            signing = hmac.digest(signing, part.encode(), "sha256")
        signature = hmac.digest(signing, to_sign.encode(), "sha256").hex()
        return f"{self.public_origin}/{BUCKET}/{key}?{text}&X-Amz-Signature={signature}"


@dataclass(frozen=True)
class Moto:
    """A running store: its port, and the CA (another one than the service's) and pin it is known by."""

    port: int
    ca: CertificateAuthority
    pin: bytes
    client: httpx.Client


@contextmanager
def object_store(folder: Path) -> Iterator[Moto]:
    """moto's server behind TLS, with an empty bucket."""
    ca = CertificateAuthority("Store CA")
    certificate = ca.issue()
    pem = folder / "store.pem"
    pem.write_bytes(certificate.key_pem + certificate.certificate_pem)
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    with ExitStack() as stack:
        stack.enter_context(running([MOTO_SERVER, "-H", "127.0.0.1", "-p", str(port), "-c", pem, "-k", pem]))
        _wait_for_port(port)
        client = stack.enter_context(
            httpx.Client(
                base_url=f"https://localhost:{port}",
                verify=ssl.create_default_context(cadata=ca.pem.decode()),
                trust_env=False,
                headers={"Authorization": "AWS4-HMAC-SHA256 Credential=x/20261121/us-east-1/s3/aws4_request"},
            )
        )
        assert client.put(f"/{BUCKET}").status_code == 200
        yield Moto(port, ca, certificate.pin, client)


def _wait_for_port(port: int) -> None:
    deadline = time.monotonic() + 60
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            assert time.monotonic() < deadline
            time.sleep(0.05)
        else:
            return
