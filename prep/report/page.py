"""`report.html` and `report-local.html`: self-contained, printable, without script.

All text passes `display_text` (controls and bidirectional marks shown as escapes) and is escaped; the content security
policy allows this page's one style sheet, by its hash, and nothing else.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from prep.check_findings import KINDS
from prep.findings import Finding, Severity
from prep.report.build import LEAST_BIN
from prep.report.charts import agreement, histogram, share_bars
from prep.report.local import LocalDetails
from prep.report.markup import Markup, element, join, stylesheet
from prep.report.style import STYLE

_CLASS_NAMES = {
    "sample-name": "Sample names", "national-number": "National identity numbers", "person-name": "Names of persons",
    "birth-date": "Dates of birth", "medical-record": "Record and accession numbers", "e-mail": "E-mail addresses",
    "phone": "Telephone numbers", "credentials": "Credentials", "path": "Paths", "host": "Computers and addresses",
    "licence": "Licence strings", "command-line": "Command lines", "date": "Dates and times",
    "array-barcode": "Array and flow-cell barcodes", "file-name": "File names",
}  # fmt: skip
_REASON_NAMES = {
    "filter": "FILTER not passed", "no-alternate": "No alternate allele", "symbolic": "Symbolic or breakend",
    "multi-allelic": "Several alternate alleles", "not-acgt": "Letters other than A, C, G, T",
    "indel": "Insertion or deletion", "multi-nucleotide": "Several bases at once", "same-alleles": "Same alleles",
    "region-left-out": "Region left out", "not-on-site-list": "Not on the site list", "duplicate": "Duplicate",
    "monomorphic": "Nobody carries it", "rare": "Too rare", "par-bound": "At a bound of PAR, of two ploidies",
}  # fmt: skip
_FIELD_NAMES = {
    "GT": "genotypes", "DS": "dosages", "GP": "genotype probabilities", "PL": "genotype likelihoods",
}  # fmt: skip
_ID_NAMES = {"rs": "rs numbers", "chr-pos-ref-alt": "ids made of chromosome, position and alleles"}
_SEARCHED = (
    "Of the records' ID, INFO and FORMAT a part was searched, so there may have been more than was counted. "
    "It stayed here all the same."
)
_SEVERITY_NAMES = {"block": "Blocks", "warn": "Check", "info": "Note", "removed": "Changed"}
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_CSP = "default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"

DisplayText = Callable[[str], str]


def render_html(
    report: Mapping[str, Any],
    *,
    local: bool,
    display_text: DisplayText,
    details: LocalDetails | None = None,
) -> str:
    """The page. `local` adds `details` (examples, sample names): that page is for the researcher's own eyes.

    Raises ValueError when `local` and `details` do not go together.
    """
    if local != (details is not None):
        raise ValueError("details belong to the local report, and only to it")
    digest = base64.b64encode(hashlib.sha256(STYLE.encode("utf-8")).digest()).decode("ascii")
    title = "Preparation report — local" if local else "Preparation report"
    page = element(
        "html",
        element(
            "head",
            element("meta", charset="utf-8"),
            element("meta", http_equiv="Content-Security-Policy", content=_CSP.format(digest=digest)),
            element("meta", name="viewport", content="width=device-width, initial-scale=1"),
            element("meta", name="referrer", content="no-referrer"),
            element("title", title),
            stylesheet(STYLE),
        ),
        element("body", element("main", _sections(report, details, display_text))),
        lang="en",
    )
    return "<!doctype html>\n" + page.html + "\n"


def _sections(report: Mapping[str, Any], details: LocalDetails | None, show: DisplayText) -> Markup:
    return join(
        _head(report, details is not None, show),
        _tiles(report),
        _kept(report),
        _removed(report, show),
        _findings(report, show),
        _distributions(report, show),
        _recheck(report, show),
        _local(details, show) if details else None,
        _foot(report, show),
    )


def _head(report: Mapping[str, Any], local: bool, show: DisplayText) -> Markup:
    policy, service = report["policy"], report["service"]
    ribbon = "Local: holds examples and sample names. Do not pass on." if local else "Shareable: aggregates only"
    return element(
        "header",
        element("span", ribbon, class_="ribbon local" if local else "ribbon"),
        element("h1", "Preparation report"),
        element(
            "p",
            f"Policy “{show(policy['name'])}” version {policy['version']} · {show(service['title'])} · "
            f"genome build {_builds(report['sources'])} · made {show(_moment(report['created']))}",
            class_="quiet",
        ),
    )


def _builds(sources: Sequence[Mapping[str, Any]]) -> str:
    """`hg19 (the header says so)`."""
    builds = " and ".join(dict.fromkeys(source["build"] for source in sources if source["build"]))
    said = [source["build_said_by"] for source in sources]
    by_header = any("header" in who for who in said)
    by_person = [who for who in said if "person" in who and "header" not in who]
    if by_header and by_person:
        words = "some headers say so, and whoever prepared the files said it of the others"
    elif by_header:
        words = "the header says so"
    else:
        words = "whoever prepared it said so" if by_person else ""
    if any("variants" in who for who in by_person):
        words += ", and well-known variants lie where it has them"
    return f"{builds} ({words})" if builds and words else builds or "unknown"


def _tiles(report: Mapping[str, Any]) -> Markup:
    totals = report["totals"]
    kept = totals["records_kept"] / totals["records_in"] if totals["records_in"] else 0
    facts = (
        (f"{totals['files']:,}", "file that leaves" if totals["files"] == 1 else "files that leave"),
        (
            f"{totals['samples']:,}",
            "sample, under a pseudonym" if totals["samples"] == 1 else "samples, all under pseudonyms",
        ),
        (f"{totals['records_kept']:,}", f"records kept of {totals['records_in']:,} ({kept:.1%})"),
        (_size(totals["bytes"]), "to be sealed and sent"),
        ("passed", "recheck of every byte"),
    )
    return element(
        "section",
        (element("div", element("b", value), element("span", name), class_="tile") for value, name in facts),
        class_="tiles",
    )


def _kept(report: Mapping[str, Any]) -> Markup:
    rows = [
        element(
            "tr",
            element("th", file["output"], scope="row"),
            element("td", f"{file['records_in']:,}", class_="number"),
            element("td", f"{file['records_kept']:,}", class_="number"),
            element("td", _size(file["bytes"]), class_="number"),
            element("td", file["sha256"], class_="hash"),
        )
        for file in report["files"]
    ]
    dropped = sorted(report["totals"]["dropped"].items(), key=lambda item: -item[1])
    return element(
        "section",
        element("h2", "What leaves"),
        element(
            "table",
            element(
                "thead",
                element(
                    "tr",
                    element("th", "File"),
                    element("th", "Records in", class_="number"),
                    element("th", "Kept", class_="number"),
                    element("th", "Size", class_="number"),
                    element("th", "SHA-256 of the prepared file"),
                ),
            ),
            element("tbody", rows),
        ),
        element("h3", "Left out, by reason") if dropped else None,
        share_bars([(_REASON_NAMES.get(reason, reason), count) for reason, count in dropped], "Records"),
        element(
            "p",
            f"Each file holds {_contents(report['policy'])}. Pseudonymised genotypes are still personal data.",
            class_="quiet",
        ),
    )


def _contents(policy: Mapping[str, Any]) -> str:
    """`a generated header, chromosome, position, the two alleles and genotypes`, and what else the policy sends."""
    parts = ["a generated header", "chromosome", "position", "the two alleles"]
    parts += [_FIELD_NAMES[key] for key in policy["format"]]
    parts += [_ID_NAMES[policy["id"]]] if policy["id"] in _ID_NAMES else []
    parts += ["counts of alleles over all samples"] if policy["info"] else []
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def _removed(report: Mapping[str, Any], show: DisplayText) -> Markup:
    rows = [
        element(
            "tr",
            element("th", _CLASS_NAMES.get(entry["class"], entry["class"]), scope="row"),
            element("td", _count(entry["count"]), class_="number"),
            element("td", ", ".join(show(place) for place in entry["places"]), class_="place"),
        )
        for entry in report["removed"]
    ]
    ids = "all IDs but rs numbers" if report["policy"]["id"] == "rs" else "IDs"
    return element(
        "section",
        element("h2", "What identified people or places, and stayed here"),
        join(_table(("Class", "Found", "Where"), rows, number_columns=(1,)), element("p", _SEARCHED, class_="quiet"))
        if rows
        else element("p", f"Nothing identifying was found; header, {ids} and INFO stayed here all the same."),
    )


def _server_text(entry: Mapping[str, Any], show: DisplayText) -> Markup | None:
    """What the service would say, or would have said of what was changed before it could."""
    if not entry["server_text"]:
        return None
    said = "The service would have said" if entry["class"] == "change" else "The service would say"
    return element("div", f"{said}: “{show(entry['server_text'])}”", class_="server")


def _code(severity: Severity, code: str) -> Markup:
    """The cell that a finding's row begins with."""
    pill = element("span", _SEVERITY_NAMES[severity], class_=f"pill {severity}")
    return element("th", pill, " ", element("code", code), scope="row", class_="code")


def _own_place(entry: Mapping[str, Any]) -> str:
    """`chromosome MT: ` or `FORMAT/DS: `, where the advice speaks of one among several."""
    kind = KINDS.get(entry["code"])
    return f"{entry['where']}: " if kind and kind.where != entry["where"] else ""


def _findings(report: Mapping[str, Any], show: DisplayText) -> Markup:
    # A change that is more than taking something away is among the findings already.
    entries = [*report["findings"], *(entry for entry in report["changes"] if entry["severity"] == "removed")]
    rows = [
        element(
            "tr",
            _code(entry["severity"], show(entry["code"])),
            element("td", _count(entry["count"]), class_="number"),
            element(
                "td",
                show(_own_place(entry) + entry["advice"]),
                _server_text(entry, show),
            ),
        )
        for entry in entries
    ]
    return element(
        "section",
        element("h2", "Checks and changes"),
        _table(("Code", "Count", "What it means"), rows, number_columns=(1,))
        if rows
        else element("p", "Nothing to report."),
    )


def _distributions(report: Mapping[str, Any], show: DisplayText) -> Markup:
    is_of_many = report["totals"]["samples"] >= LEAST_BIN
    parts = [
        join(
            element("h3", f"Chromosome {show(file['chromosome'])}"),
            _histograms(file) if is_of_many else None,
            _agreement(file["site_list"]) if file["site_list"] else None,
        )
        for file in report["files"]
        if is_of_many or file["site_list"]
    ]
    words = (
        "Of the sites that leave: how common the rarer of the two alleles is, and in what share of the samples the "
        "genotype is known. Counts are of sites; every bin holds five or more."
        if is_of_many
        else "None is shown of fewer than five samples: it would tell of single people."
    )
    return element("section", element("h2", "Distributions"), element("p", words, class_="quiet"), parts)


def _histograms(file: Mapping[str, Any]) -> Markup:
    return element(
        "div",
        element(
            "div",
            histogram(file["minor_allele_frequency"], 0.0, 0.5, "Minor allele frequency of kept records",
                      "minor allele frequency"),
        ),
        element("div", histogram(file["call_rate"], 0.0, 1.0, "Call rate of kept records", "call rate")),
        class_="pair",
    )  # fmt: skip


def _agreement(compared: Mapping[str, Any]) -> Markup:
    names = {
        "match": "same alleles", "switch": "REF and ALT the other way round", "flip": "other strand",
        "flip-and-switch": "other strand and other way round", "other-alleles": "other alleles",
        "absent": "not on the list",
    }  # fmt: skip
    matches = compared["matches"]
    parts = sorted(((names[kind], count) for kind, count in matches.items()), key=lambda part: -part[1])
    total = sum(matches.values())
    overlap = 1 - matches.get("absent", 0) / total if total else 0
    title = "Allele frequencies: the site list's across, the file's up; darker for more sites"
    return element(
        "div",
        element(
            "div",
            share_bars(parts, "Records compared with the site list"),
            element(
                "p",
                f"{overlap:.1%} of {total:,} records are on the list. {compared['ambiguous']:,} are A/T or C/G sites, "
                "whose strand cannot be told from their alleles.",
                class_="quiet",
            ),
        ),
        element("div", agreement(compared["frequencies"], compared["frequency_bins"], title))
        if compared["frequencies"]
        else None,
        class_="pair",
    )


def _recheck(report: Mapping[str, Any], show: DisplayText) -> Markup:
    return element(
        "section",
        element("h2", "Recheck"),
        element("p", "A second program, written apart from the first, read the exact bytes of every file and found:"),
        element("ul", (element("li", show(rule)) for rule in report["recheck"]["rules"]), class_="rules"),
        class_="whole",
    )


def _local(details: LocalDetails, show: DisplayText) -> Markup:
    rows = [
        element(
            "tr",
            _code(finding.severity, show(finding.code)),
            element("td", show(finding.where), class_="place"),
            element(
                "td", _places(finding, details.files, show), class_="place lines" if finding.in_files else "number"
            ),
            element(
                "td",
                [element("code", show(example), class_="example") for example in finding.examples],
                class_="examples",
            ),
        )
        for finding in details.findings
    ]
    samples = [
        element("tr", element("th", show(sample.sample_id), scope="row"),
                # Nobody who lacks a call has 100.00 %.
                element("td", f"{min(sample.call_rate, 0.9999):.2%}", class_="number"))
        for sample in details.worst_samples
    ]  # fmt: skip
    return join(
        element(
            "section",
            element("h2", "Places and examples"),
            _table(
                ("Code", "Where", "Line", "Examples"),
                rows,
                number_columns=() if any(finding.in_files for finding in details.findings) else (2,),
            ),
        ),
        element(
            "section",
            element("h2", "Samples with the lowest call rates"),
            _table(("Sample", "Called"), samples, number_columns=(1,))
            if samples
            else element("p", "Every sample has a call in every record that was kept."),
        ),
    )


def _foot(report: Mapping[str, Any], show: DisplayText) -> Markup:
    policy = report["policy"]
    version = f" · Genoseal {show(report['client_version'])}" if report["client_version"] else ""
    return element(
        "footer",
        element("p", f"Map {show(report['map']['id'])} · policy digest "),
        element("p", show(policy["digest"]), class_="hash"),
        element("p", f"Report schema {report['schema']}{version}"),
    )


def _table(names: Sequence[str], rows: Sequence[Markup], number_columns: Sequence[int]) -> Markup:
    heads = [
        element("th", name, class_="number" if index in number_columns else None) for index, name in enumerate(names)
    ]
    return element("table", element("thead", element("tr", heads)), element("tbody", rows))


def _count(count: int | str) -> str:
    return count if isinstance(count, str) else f"{count:,}"


def _place(line: int | None, column: int | None) -> str:
    if line is None:
        return ""
    return f"{line:,}" if column is None else f"{line:,}, field {column}"


def _places(finding: Finding, files: Sequence[str], show: DisplayText) -> str | list[Markup]:
    """The line of the first; in a job of several files that of each, once where it is the same."""
    if not finding.in_files:
        return _place(finding.line, finding.column)
    named = finding.files_to_name(len(files))
    places = {_place(entry.line, entry.column) for entry in named}
    if len(named) == len(files) and len(places) == 1 and "" not in places:
        return f"each file: {places.pop()}"
    return [
        element("div", f"{show(files[entry.file - 1])}: {_place(entry.line, entry.column)}".removesuffix(": "))
        for entry in named
    ]


def _moment(rfc3339: str) -> str:
    """`22 Nov 2026 00:48 UTC`; what is no such time stays as it is."""
    try:
        moment = datetime.fromisoformat(rfc3339).astimezone(UTC)
    except ValueError:
        return rfc3339
    return f"{moment.day} {_MONTHS[moment.month - 1]} {moment:%Y %H:%M} UTC"


def _size(count: int) -> str:
    size = float(count)
    for unit in ("B", "kB", "MB", "GB"):
        if size < 1000 or unit == "GB":
            return f"{size:.0f} {unit}" if unit == "B" else f"{size:.1f} {unit}"
        size /= 1000
    raise AssertionError
