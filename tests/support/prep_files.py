"""VCF files and sinks for tests of preparation."""

from __future__ import annotations

import gzip
import io
import random
import zlib
from collections.abc import Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import prep
from prep.pseudonyms import PseudonymMap
from prep.results import PreparedName, PrepareReport

REPOSITORY = Path(__file__).resolve().parents[2]
POLICIES = REPOSITORY / "resources" / "policies"
END_BLOCK = bytes.fromhex("1f8b08040000000000ff0600424302001b0003000000000000000000")
HG38_20 = "##contig=<ID=chr20,length=64444167>"
HG19_20 = "##contig=<ID=20,length=63025520>"


def policy(name: str = "imputation", **replacements: str) -> prep.Policy:
    """A shipped policy; keyword `records_id='"rs"'` replaces the line `id = …`, by the key's last part."""
    text = (POLICIES / f"{name}.toml").read_text()
    for key, value in replacements.items():
        lines = [f"{key} = {value}" if line.startswith(f"{key} = ") else line for line in text.split("\n")]
        assert any(line == f"{key} = {value}" for line in lines), key
        text = "\n".join(lines)
    return prep.load_policy(text.encode())


def limits(service: str = "generic") -> prep.ServiceLimits:
    return prep.load_service_limits((POLICIES / "services.toml").read_bytes(), service)


def vcf(
    records: Sequence[str],
    samples: Sequence[str] = ("ALPHA", "BRAVO", "CHARLIE"),
    meta: Sequence[str] = (HG38_20,),
    version: str = "4.2",
    newline: str = "\n",
) -> bytes:
    """A VCF text; in records, blanks stand for tabs."""
    head = ["##fileformat=VCFv" + version, *meta]
    columns = [
        "#CHROM",
        "POS",
        "ID",
        "REF",
        "ALT",
        "QUAL",
        "FILTER",
        "INFO",
        *(["FORMAT", *samples] if samples else []),
    ]
    body = [record.replace(" ", "\t") for record in records]
    return newline.join([*head, "\t".join(columns), *body, ""]).encode()


def record(position: int, *genotypes: str, chrom: str = "chr20", ref: str = "A", alt: str = "G", **fields: str) -> str:
    """One line, blanks for tabs."""
    values = {"id": ".", "qual": ".", "filter": "PASS", "info": ".", "format": "GT"} | fields
    return " ".join(
        (chrom, str(position), values["id"], ref, alt, values["qual"], values["filter"], values["info"],
         values["format"], *genotypes)
    )  # fmt: skip


def bgzf(text: bytes, block: int = 65280, end: bool = True) -> bytes:
    """BGZF by Python's own zlib: not the code under test."""
    out = b""
    for start in range(0, len(text), block):
        part = text[start : start + block]
        compressor = zlib.compressobj(6, zlib.DEFLATED, -15)
        packed = compressor.compress(part) + compressor.flush()
        out += bytes.fromhex("1f8b08040000000000ff060042430200") + (len(packed) + 25).to_bytes(2, "little") + packed
        out += zlib.crc32(part).to_bytes(4, "little") + len(part).to_bytes(4, "little")
    return out + END_BLOCK if end else out


def packed(text: bytes, container: str) -> bytes:
    """The text as "text", "gzip" or "bgzf" (in small blocks, so that lines cross their bounds)."""
    if container == "gzip":
        return gzip.compress(text)
    return bgzf(text, 700) if container == "bgzf" else text


@dataclass
class Prepared:
    """What a run gave; `texts` are the outputs as text, by file name."""

    report: PrepareReport
    map: PseudonymMap
    sinks: dict[str, bytes] = field(default_factory=dict)

    @property
    def texts(self) -> dict[str, str]:
        return {name: gzip.decompress(data).decode("ascii") for name, data in self.sinks.items()}

    def records(self, name: str = "chr20.vcf.gz") -> list[list[str]]:
        """The output's records as fields, samples put back into their original order."""
        lines = [line.split("\t") for line in self.texts[name].split("\n") if line and line[0] != "#"]
        order = self.map.column_order
        back = sorted(range(len(order)), key=lambda column: order[column])
        return [[*line[:9], *(line[9 + column] for column in back)] for line in lines]

    def genotypes(self, name: str = "chr20.vcf.gz") -> dict[int, list[str]]:
        return {int(line[1]): line[9:] for line in self.records(name)}


def run(
    path: Path,
    *,
    the_policy: prep.Policy | None = None,
    service: str = "generic",
    build: Any = None,
    existing: PseudonymMap | None = None,
    executor: Executor | None = None,
    leave_out: Sequence[str] = (),
    **more: Any,
) -> Prepared:
    """Prepare a file with a map made for it."""
    the_policy = the_policy or policy()
    names = [name for name in prep.read_source_header(path).sample_ids if name not in leave_out]
    names = list(dict.fromkeys(names)) or ["NOBODY"]
    pseudonym_map = existing or prep.build_pseudonym_map(names, origin="https://example.org", project="study")
    sinks: dict[str, io.BytesIO] = {}

    def open_sink(name: PreparedName) -> io.BytesIO:
        sinks[name.file_name] = io.BytesIO()
        return sinks[name.file_name]

    report = prep.prepare(
        path,
        policy=the_policy,
        limits=limits(service),
        build=build,
        pseudonym_map=pseudonym_map,
        open_sink=open_sink,
        executor=executor,
        leave_out=leave_out,
        **more,
    )
    return Prepared(report, pseudonym_map, {name: sink.getvalue() for name, sink in sinks.items()})


def prepare_text(folder: Path, text: bytes, container: str = "text", **options: Any) -> Prepared:
    path = folder / "input.vcf"
    path.write_bytes(packed(text, container))
    return run(path, **options)


def codes(findings: Sequence[prep.Finding], severity: str | None = None) -> set[str]:
    return {finding.code for finding in findings if severity in (None, finding.severity)}


def random_records(seed: int, samples: int, count: int, *, separator: str = "/", text_format: str = "GT") -> list[str]:
    """Plausible records with a little of everything that is kept."""
    chance = random.Random(seed)
    lines = []
    for index in range(count):
        cells = []
        for _ in range(samples):
            first, second = chance.choice("0001"), chance.choice("0001")
            genotype = f".{separator}." if chance.random() < 0.03 else first + separator + second
            cells.append(
                genotype if text_format == "GT" else f"{genotype}:{chance.randint(0, 40)},{chance.randint(0, 9)}:30"
            )
        ref, alt = chance.sample("ACGT", 2)
        lines.append(record(1000 + 13 * index, *cells, ref=ref, alt=alt, format=text_format))
    return lines
