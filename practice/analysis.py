"""What a practice job does: opens every body in memory, checks the VCF inside, counts, and seals what it counted.

Two passes over each file: the first reads everything and writes nothing, so that a job fails before any result
exists; the second writes results straight into sealed files. Nothing opened ever touches the disk.
"""

from __future__ import annotations

import hashlib
import sqlite3
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from client.model.job import ManifestFile, ResultEntry, SubmissionManifest
from client.seal.keys import PublicKey, parse_public_key
from practice.core import PracticeCore
from practice.inputs import Opener, open_input
from practice.manifest_reader import open_manifest
from practice.private_file import make_private_folder
from practice.problems import Problem
from practice.result_files import (
    SITES_HEADER,
    BgzfResult,
    SealedResult,
    SiteSummary,
    dosage_header,
    dosage_line,
    sites_line,
)
from practice.vcf_reader import VcfReader, VcfRefusedError, chromosome_of

_PIECE_BYTES = 1024 * 1024
_RECORDS_PER_LOOK = 200


class Steps(Protocol):
    """Where the job's progress is written."""

    def begin(self, index: int) -> None: ...
    def say(self, index: int, text: str, level: str = "info") -> None: ...
    def succeed(self, index: int, text: str) -> None: ...


@dataclass(frozen=True)
class SealedInput:
    """One submitted file: where its body lies and what opens it (a key in memory only)."""

    facts: ManifestFile
    path: Path
    new_opener: Callable[[], Opener] = field(repr=False)


@dataclass
class FileFacts:
    """What the first pass found in one file."""

    contig: bytes
    sample_ids: tuple[bytes, ...] = field(repr=False)
    sites: int = 0
    polymorphic: int = 0
    multiallelic: int = 0
    phased: bool = True
    called: float = 0.0
    low_call_sites: int = 0


class JobAnalysis:
    """One job from its sealed inputs to its sealed results. `look_up` raises when the job must stop."""

    def __init__(self, core: PracticeCore, job: sqlite3.Row, log: Steps, look_up: Callable[[], None]) -> None:
        self._core = core
        self._job = job
        self._log = log
        self._look_up = look_up

    def run(self) -> list[ResultEntry]:
        """Raises VcfRefusedError with a text for the user; a ClientError for what cannot be opened."""
        manifest = self._open_manifest()
        inputs = self._inputs(manifest)
        self._log.begin(0)
        facts = [self._validate(sealed_input) for sealed_input in inputs]
        self._require_same_samples(facts)
        sites = sum(found.sites for found in facts)
        self._log.say(0, f"{len(facts)} valid VCF {'file' if len(facts) == 1 else 'files'} found.")
        self._log.say(0, f"Samples: {len(facts[0].sample_ids)}")
        self._log.say(0, f"Chromosomes: {' '.join(item.facts.chromosome for item in inputs)}")
        self._log.say(0, f"SNPs and other sites: {sites}")
        self._log.say(0, f"Datatype: {'phased' if all(found.phased for found in facts) else 'unphased'}")
        self._log.succeed(0, f"Build: {manifest.parameters.get('build', 'not stated')}")
        self._pause()
        self._report_quality(inputs, facts)
        self._pause()
        return self._write_results(manifest, inputs, facts)

    def _open_manifest(self) -> SubmissionManifest:
        """Again from the sealed bytes: what steers the job is the manifest and nothing that the front end noted."""
        try:
            with self._core.database.transaction() as transaction:
                return open_manifest(self._core, transaction, self._job["user_id"], bytes(self._job["manifest"]))
        except Problem:
            raise VcfRefusedError("The submission manifest cannot be verified; its device may be revoked.") from None

    def _inputs(self, manifest: SubmissionManifest) -> list[SealedInput]:
        core = self._core
        with core.database.transaction() as transaction:
            rows = transaction.execute(
                "SELECT * FROM job_files WHERE job_id = ? ORDER BY position", (self._job["id"],)
            ).fetchall()
        by_file_id = {row["file_id"]: row for row in rows}
        inputs = []
        for facts in manifest.files:
            row = by_file_id[facts.file_id]
            new_opener = open_input(core, bytes(row["header"]), facts.file_id)
            inputs.append(SealedInput(facts, core.folders.upload(row["upload_id"]), new_opener))
        return inputs

    def _validate(self, sealed_input: SealedInput) -> FileFacts:
        self._require_announced(sealed_input)
        prepared_hash = hashlib.sha256()
        pieces = self._iter_opened(sealed_input)
        reader = VcfReader(_hashed(pieces, prepared_hash.update))
        chromosome = sealed_input.facts.chromosome
        found = FileFacts(b"", reader.header.sample_ids)
        for number, record in enumerate(reader.iter_records()):
            if number % _RECORDS_PER_LOOK == 0:
                self._look_up()
            if not found.contig:
                found.contig = record.contig
                if chromosome_of(record.contig) != chromosome:
                    raise VcfRefusedError(f"The file for chromosome {chromosome} holds another chromosome.")
            summary = SiteSummary(record)
            found.sites += 1
            found.polymorphic += summary.is_polymorphic
            found.multiallelic += len(record.alternate_alleles) > 1
            found.phased = found.phased and all(genotype.phased for genotype in record.genotypes.values())
            found.called += summary.call_rate
            found.low_call_sites += summary.call_rate < 0.9
        if not found.sites:
            raise VcfRefusedError(f"The file for chromosome {chromosome} contains no sites.")
        # Only now is the whole body known to be authentic.
        if prepared_hash.hexdigest() != sealed_input.facts.prepared_sha256:
            raise VcfRefusedError(f"The file for chromosome {chromosome} is not the one that was prepared.")
        return found

    def _require_announced(self, sealed_input: SealedInput) -> None:
        """Before anything is opened: the body is the one that the device signed for. Crypt4GH alone would not notice
        segments that are missing or in another order."""
        body_hash = hashlib.sha256()
        with sealed_input.path.open("rb") as source:
            while piece := source.read(_PIECE_BYTES):
                self._look_up()
                body_hash.update(piece)
        if body_hash.hexdigest() != sealed_input.facts.body_sha256:
            chromosome = sealed_input.facts.chromosome
            raise VcfRefusedError(f"The sealed file for chromosome {chromosome} is not the one that was announced.")

    def _iter_opened(self, sealed_input: SealedInput) -> Iterator[bytes]:
        """The body's plaintext, piece by piece, in memory."""
        opener = sealed_input.new_opener()
        with sealed_input.path.open("rb") as source:
            while piece := source.read(_PIECE_BYTES):
                self._look_up()
                yield opener.update(piece)
        yield opener.finish()

    def _require_same_samples(self, facts: list[FileFacts]) -> None:
        if len({found.sample_ids for found in facts}) > 1:
            raise VcfRefusedError("The provided VCF files do not have the same samples in the same order.")
        samples, least = len(facts[0].sample_ids), self._core.settings.least_samples
        if samples < least:
            raise VcfRefusedError(f"At least {least} samples must be uploaded; there are {samples}.")

    def _report_quality(self, inputs: list[SealedInput], facts: list[FileFacts]) -> None:
        self._log.begin(1)
        for sealed_input, found in zip(inputs, facts, strict=True):
            self._log.say(
                1,
                f"Chromosome {sealed_input.facts.chromosome}: {found.sites} sites, {found.polymorphic} polymorphic,"
                f" {found.multiallelic} multiallelic, mean call rate {found.called / found.sites:.4f}.",
            )
        low = sum(found.low_call_sites for found in facts)
        if low:
            self._log.say(1, f"{low} sites have a call rate below 0.9.", "warn")
        self._log.succeed(1, "No site was excluded: practice keeps all.")

    def _write_results(
        self, manifest: SubmissionManifest, inputs: list[SealedInput], facts: list[FileFacts]
    ) -> list[ResultEntry]:
        self._log.begin(2)
        folder = self._core.folders.results / self._job["id"]
        make_private_folder(folder)
        recipient = parse_public_key(manifest.result_recipient)
        only_polymorphic = manifest.parameters.get("sites") == "polymorphic"
        results: list[ResultEntry] = []
        for sealed_input in inputs:
            results += self._write_chromosome(sealed_input, recipient, manifest.map_id, len(results), only_polymorphic)
        about = SealedResult(
            self._core.folders.result(self._job["id"], len(results)), "about.txt", "text/plain", recipient, None
        )
        with about:
            about.write(_about(manifest, facts).encode())
            results.append(about.finish())
        self._log.succeed(2, "Allele frequencies and dosages were counted. This is practice: nothing was imputed.")
        self._pause()
        return results

    def _write_chromosome(
        self, sealed_input: SealedInput, recipient: PublicKey, map_id: str, position: int, only_polymorphic: bool
    ) -> list[ResultEntry]:
        core, job_id = self._core, self._job["id"]
        name = f"chr{sealed_input.facts.chromosome.lower()}"
        reader = VcfReader(self._iter_opened(sealed_input))
        header = dosage_header(reader.header.contig_lines, reader.header.sample_ids)
        dosages_file = SealedResult(
            core.folders.result(job_id, position), f"{name}.dose.vcf.gz", "application/gzip", recipient, map_id
        )
        sites_file = SealedResult(
            core.folders.result(job_id, position + 1), f"{name}.sites.tsv.gz", "application/gzip", recipient, None
        )
        with dosages_file, sites_file:
            dosages, sites = BgzfResult(dosages_file), BgzfResult(sites_file)
            dosages.write(header)
            sites.write(SITES_HEADER)
            for number, record in enumerate(reader.iter_records()):
                if number % _RECORDS_PER_LOOK == 0:
                    self._look_up()
                summary = SiteSummary(record)
                if only_polymorphic and not summary.is_polymorphic:
                    continue
                dosages.write(dosage_line(record, summary))
                sites.write(sites_line(record, summary))
            return [dosages.finish(), sites.finish()]

    def _pause(self) -> None:
        """So that a person in training can watch the steps (off by default)."""
        until = time.monotonic() + self._core.settings.step_seconds
        while time.monotonic() < until:
            self._look_up()
            time.sleep(0.05)


def _hashed(pieces: Iterator[bytes], see: Callable[[bytes], None]) -> Iterator[bytes]:
    for piece in pieces:
        see(piece)
        yield piece


def _about(manifest: SubmissionManifest, facts: list[FileFacts]) -> str:
    return (
        "THIS IS PRACTICE AND NO IMPUTATION.\n\n"
        "The practice service of Genoseal opened the submitted files in memory, counted, and sealed what it counted.\n"
        "chrN.dose.vcf.gz   the submitted genotypes (GT) and, counted from them, alternate allele dosages (DS),\n"
        "                   sent back under the pseudonyms and in the order of the submission; Genoseal puts the\n"
        "                   original names and their order back when it fetches them\n"
        "chrN.sites.tsv.gz  for each site: allele counts, allele frequencies, call rate\n\n"
        "No genotype was added, improved or guessed. Do not use these files for research.\n\n"
        f"Submission {manifest.submission_id}\n"
        f"Files {len(facts)}, samples {len(facts[0].sample_ids)}, sites {sum(found.sites for found in facts)}\n"
    )
