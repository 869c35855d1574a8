"""VCF in, safe VCF out. Stands alone: no Qt, no network, nothing else of ours."""

from prep.checks import check_chromosomes, check_flips, check_job
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
    "check_flips",
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
