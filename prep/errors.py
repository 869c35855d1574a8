"""The errors that `prep` raises on purpose.

PrepError
 ├── UsageError                  exit 2   what was asked for cannot be done like this
 │    ├── SourceMissingError              there is no such file
 │    ├── SourceNotFileError              a folder, device or pipe where a file is wanted
 │    ├── PolicyError                     the policy cannot be understood
 │    ├── LimitsError                     the table of services cannot be understood
 │    ├── ServiceUnknownError             no limits are known for this service
 │    ├── RulesFileError                  a line of a site list or BED file cannot be understood
 │    ├── SiteListShapeError              a site list of another shape: .bim, a legend, BCF
 │    ├── MapCopiesError                  two copies of one map were carried on apart
 │    ├── MapProjectError                 the map belongs to another service or project
 │    ├── MapSamplesError                 the map does not cover this file's samples
 │    ├── OutputError                     the output cannot be written
 │    └── DiskFullError                   no space is left for the output
 ├── InputError                  exit 3   unreadable, damaged or not VCF
 │    ├── SourceUnreadableError           the system refuses to read it
 │    ├── SourceChangedError              it changed, shrank or vanished while it was read
 │    ├── EmptyFileError                  nothing in it
 │    ├── NotVcfError                     something else than VCF or BCF
 │    ├── BeforeHeaderError               something stands before a VCF's header
 │    ├── Utf16Error                      text, but in UTF-16
 │    ├── CompressionError                compressed by something else than gzip or BGZF
 │    ├── OldBcfError                     BCF of a version before 2.2
 │    ├── TruncatedError                  its end is missing
 │    ├── DamagedError                    bytes in it are wrong
 │    ├── TrailingDataError               something lies behind its end
 │    │    └── JoinedError               another file does: they were joined as they were
 │    ├── HeaderError                     no usable header
 │    ├── HeaderTooLongError              a header over the limit
 │    ├── LineTooLongError                a line over the limit
 │    ├── BcfUnavailableError             BCF that takes pysam, which is not installed
 │    ├── BcfNamesError                   BCF with a sample name twice, or an empty one
 │    ├── BlockedError                    findings that block; carries them
 │    ├── MapDamagedError                 not a map, or a damaged one
 │    ├── MapNewerError                   a map of a newer program
 │    ├── ResultIdsError                  results whose ids are not exactly the map's
 │    ├── ResultColumnsError              a result's line whose columns are not its header's
 │    ├── ResultNameError                 a name that would be two cells of a result's table
 │    └── ResultBinaryError               a result into which no names can be put
 └── RecheckError                exit 4   the independent second pass disagreed

The same shape as the client's errors: a stable `code`, an `exit_code`, named facts that are fit to be shown anywhere
(numbers, codes, chromosome labels; never a path or a sample name), and no prose.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from prep.findings import Finding

Fact = str | int | float


class PrepError(Exception):
    """Base of prep's errors. `str(error)` is the code and nothing else."""

    code: ClassVar[str] = "PREP-BUG"
    exit_code: ClassVar[int] = 1
    fact_names: ClassVar[tuple[str, ...]] = ()

    def __init__(self, **facts: Fact) -> None:
        if set(facts) != set(self.fact_names):
            raise TypeError(f"{type(self).__name__} takes the facts {self.fact_names}")
        super().__init__(self.code)
        self.facts: dict[str, Fact] = facts

    def __str__(self) -> str:
        return self.code

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), self.facts)


def _rebuild(cls: type[PrepError], facts: dict[str, Fact]) -> PrepError:
    return cls(**facts)


class UsageError(PrepError):
    """What was asked for cannot be done like this."""

    code = "PREP-USAGE"
    exit_code = 2


class SourceMissingError(UsageError):
    """There is no file at the source path when it is opened."""

    code = "VCF-MISSING"


class SourceNotFileError(UsageError):
    """The source path is a folder, a device, a pipe or a socket; only regular local files are read."""

    code = "VCF-NOT-A-FILE"


class PolicyError(UsageError):
    """A policy is not TOML, has an unknown or missing key, or a value outside its range. `key` names where."""

    code = "PREP-POLICY"
    fact_names = ("key",)


class LimitsError(UsageError):
    """The table of service limits is not TOML or has a wrong entry. `key` names where."""

    code = "PREP-LIMITS"
    fact_names = ("key",)


class ServiceUnknownError(UsageError):
    """The table of service limits has no service of the name that was asked for."""

    code = "PREP-SERVICE"


class RulesFileError(UsageError):
    """A site list or a BED file has a line that cannot be understood.

    `kind` is "site-list" or "regions"; `line` counts from 1 (0: the whole file, or none was given).
    """

    code = "PREP-RULES-FILE"
    fact_names = ("kind", "line")


class SiteListShapeError(UsageError):
    """A file of sites that lacks what a site list says, or is no text.

    `kind` is "bcf", "bim" (it does not say which allele is the reference) or "legend" (it does not say the chromosome).
    """

    code = "SITE-LIST-SHAPE"
    fact_names = ("kind",)


class MapCopiesError(UsageError):
    """Two copies of one map were carried on apart: they disagree about a sample, so they cannot become one again."""

    code = "MAP-COPIES"


class MapProjectError(UsageError):
    """An existing map is bound to another service origin or another project than this job's."""

    code = "MAP-OTHER-PROJECT"


class MapSchemeError(UsageError):
    """The ids of an existing map are looser than those of a policy that may not be loosened."""

    code = "MAP-SCHEME"


class MapSamplesError(UsageError):
    """The map given to `prepare` does not cover exactly this file's samples. `missing` and `extra` count them."""

    code = "MAP-SAMPLES"
    fact_names = ("missing", "extra")


class OutputError(UsageError):
    """Writing to a sink failed with an operating-system error other than a full disk."""

    code = "PREP-OUTPUT"


class DiskFullError(OutputError):
    """No space (or quota) is left where a sink writes."""

    code = "PREP-DISK-FULL"


class InputError(PrepError):
    """The input is unreadable, damaged or not VCF."""

    code = "VCF-UNREADABLE"
    exit_code = 3


class SourceUnreadableError(InputError):
    """The operating system refuses to open or read the source (permission, I/O error)."""

    code = "VCF-PERMISSION"


class SourceChangedError(InputError):
    """The source changed, shrank or vanished between the first and the last byte that was read."""

    code = "VCF-CHANGED"


class EmptyFileError(InputError):
    """The source has no byte, or no byte once decompressed."""

    code = "VCF-EMPTY"


class NotVcfError(InputError):
    """The source starts with neither `##fileformat=VCF`, a `#CHROM` line nor BCF's magic."""

    code = "VCF-NOT-VCF"


class BeforeHeaderError(InputError):
    """The source is a VCF but for what stands before its header, which begins in `line` (counted from 1).

    Such as a blank line, or what a program said while it wrote the file.
    """

    code = "VCF-BEFORE-HEADER"
    fact_names = ("line",)


class Utf16Error(InputError):
    """The source is a VCF whose text is UTF-16, which some programs on Windows write."""

    code = "VCF-UTF16"


class CompressionError(InputError):
    """The source is compressed or packed as `kind` (zip, bzip2, xz, zstd, 7z, tar …)."""

    code = "VCF-COMPRESSION"
    fact_names = ("kind",)


class OldBcfError(InputError):
    """BCF of a `version` before 2.2, which the VCF specification no longer describes and htslib does not read."""

    code = "VCF-BCF-OLD"
    fact_names = ("version",)


class TruncatedError(InputError):
    """A compressed source ends inside a block or member, or a BGZF file lacks its end block: it was cut short."""

    code = "VCF-TRUNCATED"


class DamagedError(InputError):
    """A compressed block cannot be inflated, or its checksum or length is wrong. `offset` is in the file, bytes."""

    code = "VCF-DAMAGED"
    fact_names = ("offset",)


class TrailingDataError(InputError):
    """Bytes lie behind the end block of a BGZF file; they are not read, and it is not known what they are."""

    code = "VCF-BEHIND-END"
    fact_names = ("offset",)


class JoinedError(TrailingDataError):
    """Behind an end block of a BGZF file another one's header follows, at `offset`: they were joined as they were."""

    code = "VCF-JOINED"


class HeaderError(InputError):
    """The header has no `#CHROM` line, or one without VCF's fixed columns. `line` counts from 1."""

    code = "VCF-HEADER"
    fact_names = ("line",)


class HeaderTooLongError(InputError):
    """The header is longer than `limit` bytes."""

    code = "VCF-HEADER-LENGTH"
    fact_names = ("limit",)


class LineTooLongError(InputError):
    """A line is longer than `limit` bytes; `line` counts from 1."""

    code = "VCF-LINE-LENGTH"
    fact_names = ("line", "limit")


class BcfUnavailableError(InputError):
    """The source is BCF that only pysam reads, and that is not installed (it has no Windows wheel)."""

    code = "VCF-BCF-UNAVAILABLE"


class BcfNamesError(InputError):
    """Sample names of a BCF with which htslib reads nothing of it: `reason` is `twice` or `empty`."""

    code = "VCF-BCF-NAMES"
    fact_names = ("reason",)


class BlockedError(InputError):
    """The input was read to its end and has findings of severity `block`; nothing that was written may be kept.

    `findings` carries all findings of the file, those that block and the others.
    """

    code = "VCF-BLOCKED"
    fact_names = ("blocking",)

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(blocking=sum(finding.severity == "block" for finding in findings))
        self.findings = findings

    def __reduce__(self) -> tuple[object, ...]:
        return BlockedError, (self.findings,)


class MapDamagedError(InputError):
    """The bytes are not a pseudonym map, or break one of its rules."""

    code = "MAP-DAMAGED"


class MapNewerError(InputError):
    """The map was written by a newer program (`schema`)."""

    code = "MAP-NEWER"
    fact_names = ("schema",)


class ResultIdsError(InputError):
    """The ids in a result are not exactly the map's. `missing` and `unknown` count them."""

    code = "MAP-IDS"
    fact_names = ("missing", "unknown")


class ResultColumnsError(InputError):
    """A line of a result has more or fewer columns than its header: its values are nobody's for certain."""

    code = "MAP-COLUMNS"


class ResultNameError(InputError):
    """A name holds what separates cells in the table that it belongs into, so that it would become two of them."""

    code = "MAP-NAME"


class ResultBinaryError(InputError):
    """A result is neither VCF or BCF nor text: a picture, an index, a program's own format."""

    code = "MAP-BINARY"


class RecheckError(PrepError):
    """The independent second pass did not find what the writer promised; `check` names the rule that failed."""

    code = "RECHECK-FAILED"
    exit_code = 4
    fact_names = ("check",)
