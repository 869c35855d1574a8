"""VCF in, safe VCF out. Stands alone: no Qt, no network, nothing else of ours."""

from prep.findings import Finding
from prep.header import SourceHeader
from prep.limits import ServiceLimits, load_service_limits
from prep.policy import Policy, load_policy, require_not_looser
from prep.pseudonyms import PseudonymMap, build_pseudonym_map, parse_pseudonym_map
from prep.source import read_source_header

__all__ = [
    "Finding",
    "Policy",
    "PseudonymMap",
    "ServiceLimits",
    "SourceHeader",
    "build_pseudonym_map",
    "load_policy",
    "load_service_limits",
    "parse_pseudonym_map",
    "read_source_header",
    "require_not_looser",
]
