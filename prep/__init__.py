"""VCF in, safe VCF out. Stands alone: no Qt, no network, nothing else of ours."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from prep.checks import check_chromosomes, check_counts, check_job
    from prep.findings import Finding
    from prep.header import SourceHeader
    from prep.inspection import inspect
    from prep.limits import ServiceLimits, load_service_limits
    from prep.plans import block_executor
    from prep.policy import Policy, load_policy, looser_keys
    from prep.preparation import prepare
    from prep.pseudonyms import PseudonymMap, build_pseudonym_map, parse_pseudonym_map
    from prep.restoration import RestoreReport, restore
    from prep.results import HeaderMark, Inspection, PreparedName, PreparedOutput, PrepareProgress, PrepareReport
    from prep.site_list import SiteList, load_site_list
    from prep.source import read_source_header

_HOMES = {
    "Finding": "prep.findings",
    "HeaderMark": "prep.results",
    "Inspection": "prep.results",
    "Policy": "prep.policy",
    "PrepareProgress": "prep.results",
    "PrepareReport": "prep.results",
    "PreparedName": "prep.results",
    "PreparedOutput": "prep.results",
    "PseudonymMap": "prep.pseudonyms",
    "RestoreReport": "prep.restoration",
    "ServiceLimits": "prep.limits",
    "SiteList": "prep.site_list",
    "SourceHeader": "prep.header",
    "block_executor": "prep.plans",
    "build_pseudonym_map": "prep.pseudonyms",
    "check_chromosomes": "prep.checks",
    "check_counts": "prep.checks",
    "check_job": "prep.checks",
    "inspect": "prep.inspection",
    "load_policy": "prep.policy",
    "load_service_limits": "prep.limits",
    "load_site_list": "prep.site_list",
    "looser_keys": "prep.policy",
    "parse_pseudonym_map": "prep.pseudonyms",
    "prepare": "prep.preparation",
    "read_source_header": "prep.source",
    "restore": "prep.restoration",
}


def __getattr__(name: str) -> Any:
    """A name is imported at its first use: a worker reads blocks, and needs neither policies nor reports."""
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(home), name)


__all__ = [
    "Finding",
    "HeaderMark",
    "Inspection",
    "Policy",
    "PrepareProgress",
    "PrepareReport",
    "PreparedName",
    "PreparedOutput",
    "PseudonymMap",
    "RestoreReport",
    "ServiceLimits",
    "SiteList",
    "SourceHeader",
    "block_executor",
    "build_pseudonym_map",
    "check_chromosomes",
    "check_counts",
    "check_job",
    "inspect",
    "load_policy",
    "load_service_limits",
    "load_site_list",
    "looser_keys",
    "parse_pseudonym_map",
    "prepare",
    "read_source_header",
    "restore",
]
