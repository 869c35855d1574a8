"""A whole `genoseal send` of a 22-file cohort beside the shell loop that people write, and beside its slowest stage.

The loop is `bcftools annotate … | age -r … | curl -T -` for each file, to a receiver that throws everything away.
`send` starts Python, asks the profile and the vault, prepares, rechecks, seals, uploads and submits to a practice
service in a process of its own, which keeps what it gets. Stages alone: preparing, rechecking and sealing of all files
by two processes into nothing; uploading of as many bytes. Runs alternate; medians count.

`GENOSEAL_BENCH_SITES` sets the sites of each file (default 2,000, some 12 MB; 2,500 samples, GT:AD:DP:GQ:PL: with few
sites the start of the command is most of it), `GENOSEAL_BENCH_RUNS` the runs (default 2), `GENOSEAL_BENCH_INPUTS` a
folder that keeps the inputs for next time.
"""

from __future__ import annotations

import io
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import BinaryIO, cast

import resources
from client.network.gate import Gate
from client.network.sending import BodySender
from client.network.tus import TusUpload
from client.seal.container import BodySealer, BodyWriter, generate_file_key
from client.tasks.sealed_preparation import prepare_for_sealing
from client.transfer.messages import PrepareOrder
from client.transfer.plan import require_sources
from prep.contigs import contig_of
from prep.pseudonyms import build_pseudonym_map
from prep.source import read_source_header
from tests.bench.bench_upload import receiver
from tests.support.enrolled import CONSENT, Enrolled, enrolled_client
from tests.support.tls_certificates import SPARE_PIN, CertificateAuthority, ServerCertificate

REPOSITORY = Path(__file__).resolve().parents[2]
CORPUS = Path(os.environ.get("GENOSEAL_CORPUS", REPOSITORY.parent / "shared" / "corpus"))
SOURCE = "large/UW-GAC__analysis_pipeline__1KG_phase3_subset_chr21.vcf.gz"
SITES = int(os.environ.get("GENOSEAL_BENCH_SITES", "2000"))
RUNS = int(os.environ.get("GENOSEAL_BENCH_RUNS", "2"))
FILES = 22
SAMPLES = 2500
WANTED_OVER_LOOP, WANTED_OVER_STAGE = 2.5, 1.25
LOOP = """set -euo pipefail
for f in "$@"; do
  bcftools annotate --no-version -x ID,QUAL,INFO,^FORMAT/GT -Oz "$f" | age -r "$KEY" \\
    | curl --silent --show-error --tlsv1.3 --http1.1 --cacert "$CA" -T - "$URL"
done
"""


def cohort(folder: Path) -> list[Path]:
    """One file for each autosome, from the corpus' own maker."""
    files = [folder / f"chr{number}-{SITES}.vcf.gz" for number in range(1, FILES + 1)]
    for number, file in enumerate(files, 1):
        if not file.exists():
            made = file.with_name(f"making-{file.name}")
            subprocess.run(
                [sys.executable, str(CORPUS / "make_cohort.py"), "--source", str(CORPUS / SOURCE), "--out", str(made),
                 "--samples", str(SAMPLES), "--sites", str(SITES), "--chrom", f"chr{number}", "--names", "name",
                 "--length", str(contig_of(str(number), "hg38").length)],
                check=True,
                stdout=subprocess.DEVNULL,
            )  # fmt: skip
            made.rename(file)
    return files


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def shell_loop(files: list[Path], ca_file: Path, port: int, key: str) -> None:
    environment = {**os.environ, "KEY": key, "CA": str(ca_file), "URL": f"https://localhost:{port}/upload"}
    subprocess.run(["bash", "-c", LOOP, "bash", *map(str, files)], check=True, env=environment)


def whole_send(client: Enrolled, files: list[Path]) -> tuple[float, int]:
    """Seconds, and the bytes that were sealed. The job is deleted before anything else is timed."""
    start = time.perf_counter()
    sent = client.run("send", *files, *CONSENT, "--build", "hg38", "--json", timeout_s=600)
    took = time.perf_counter() - start
    if sent.code:
        raise RuntimeError(sent.out + sent.err)
    job = sent.json["job"]
    client.run("jobs", "cancel", job, "--yes", "--json")
    client.run("delete", job, "--yes", "--json", timeout_s=300)
    (transfer,) = [item for item in client.run("outbox", "--json").json["transfers"] if item["job"] == job]
    return took, int(transfer["sealed_bytes"])


class _Nowhere(io.RawIOBase):
    def writable(self) -> bool:
        return True

    def write(self, data: bytes | bytearray | memoryview, /) -> int:  # type: ignore[override]
        return len(data)


def prepare_one(order: PrepareOrder) -> None:
    """As a worker does, with the sealed bytes going nowhere."""
    writers: list[BodyWriter] = []

    def open_sink(_: str) -> BinaryIO:
        writers.append(BodyWriter(BodySealer(generate_file_key()), cast(BinaryIO, _Nowhere())))
        return cast(BinaryIO, writers[-1])

    prepare_for_sealing(order, open_sink, lambda _: None)
    for writer in writers:
        writer.finish()


def prepare_alone(orders: list[PrepareOrder]) -> None:
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        list(pool.map(prepare_one, orders))


def orders_for(files: list[Path]) -> list[PrepareOrder]:
    names = read_source_header(files[0]).sample_ids
    pseudonym_map = build_pseudonym_map(names, origin="https://bench", project="bench").to_json_bytes()
    sources, policies = require_sources(tuple(files)), resources.ROOT / "policies"
    policy, limits = ((policies / f"{name}.toml").read_bytes() for name in ("imputation", "services"))
    return [
        PrepareOrder("bench", position, source, policy, limits, "practice", "hg38", pseudonym_map)
        for position, source in enumerate(sources)
    ]


def upload_alone(folder: Path, ca: CertificateAuthority, certificate: ServerCertificate, port: int, size: int) -> None:
    body = folder / f"body-{size}"
    if not body.exists():
        body.write_bytes(os.urandom(size))
    with Gate(f"https://localhost:{port}", (certificate.pin, SPARE_PIN), ca.pem) as gate:
        inbox = TusUpload(gate)
        for _ in range(FILES):
            with body.open("rb", buffering=0) as source:
                BodySender(inbox).append_from(inbox.create(size, "bench"), source, size, offset=0)


def main() -> None:
    ca = CertificateAuthority("Bench CA")
    certificate = ca.issue()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = cohort(Path(os.environ.get("GENOSEAL_BENCH_INPUTS", name)))
        ca_file = folder / "ca.pem"
        ca_file.write_bytes(ca.pem)
        age_key = subprocess.run(["age-keygen"], check=True, capture_output=True, text=True).stdout
        key = next(word for word in age_key.split() if word.startswith("age1"))
        times: dict[str, list[float]] = {"send": [], "loop": [], "prepare": [], "upload": []}
        orders = orders_for(files)
        with receiver(certificate, "creation") as port, enrolled_client(folder) as client:
            whole_send(client, files)
            for _ in range(RUNS):
                took, sealed_bytes = whole_send(client, files)
                times["send"].append(took)
                times["loop"].append(seconds(lambda: shell_loop(files, ca_file, port, key)))
                times["prepare"].append(seconds(lambda: prepare_alone(orders)))
                upload = partial(upload_alone, folder, ca, certificate, port, sealed_bytes // FILES)
                times["upload"].append(seconds(upload))
    middle = {name: statistics.median(values) for name, values in times.items()}
    stage = max(middle["prepare"], middle["upload"])
    sys.stdout.write(
        f"{FILES} files, {SAMPLES} samples, {SITES} sites each: send {middle['send']:.2f} s, shell loop"
        f" {middle['loop']:.2f} s, {middle['loop'] / middle['send']:.2f}x (goal {WANTED_OVER_LOOP}x)\n"
        f"stages alone: prepare, recheck and seal {middle['prepare']:.2f} s, upload {middle['upload']:.2f} s;"
        f" send is {middle['send'] / stage:.2f} of the slowest (goal {WANTED_OVER_STAGE})\n"
    )


if __name__ == "__main__":
    main()
