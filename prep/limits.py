"""What services accept, as data: one TOML table per service (resources/policies/services.toml)."""

from __future__ import annotations

import tomllib
from typing import Any, NamedTuple, get_type_hints

from prep.errors import LimitsError, ServiceUnknownError


class ServiceLimits(NamedTuple):
    """Limits of one service; 0 means no such limit.

    `chunk_bases`: length of the windows in which the service imputes; it leaves out those where less than
    `least_reference_overlap` of the sites are in its panel, with fewer than `fewest_chunk_sites` sites, or a sample
    under `least_chunk_call_rate`. `most_window_sites`: on average in `site_window_bases`, over a whole job.
    `least_site_call_rate`: sites under it are dropped there. `most_strand_flips` in a whole job.
    """

    name: str
    title: str
    fewest_samples: int
    most_samples: int
    most_file_bytes: int
    chunk_bases: int
    fewest_chunk_sites: int
    least_chunk_call_rate: float
    least_site_call_rate: float
    least_reference_overlap: float
    most_strand_flips: int
    site_window_bases: int
    most_window_sites: int
    refuses_without_chunks: bool  # whether a job fails when no window passes its quality control

    def of_jobs(self) -> dict[str, int]:
        """What is counted over all files of a job, as `check_counts` takes it."""
        return {"most_strand_flips": self.most_strand_flips, "most_window_sites": self.most_window_sites}


def load_service_limits(toml_bytes: bytes, service: str) -> ServiceLimits:
    """The limits of `service`. Raises LimitsError when the table is wrong, ServiceUnknownError for an unknown name."""
    try:
        document = tomllib.loads(toml_bytes.decode("utf-8"))
    except (ValueError, RecursionError):  # no UTF-8, no TOML, endless numbers, brackets without end
        raise LimitsError(key="toml") from None
    if document.get("schema") != 1 or not isinstance(document.get("service"), dict):
        raise LimitsError(key="schema")
    table: Any = document["service"].get(service)
    if table is None:
        raise ServiceUnknownError
    values: dict[str, Any] = {}
    for key, kind in get_type_hints(ServiceLimits).items():
        if key == "name":
            continue
        value = table.get(key)
        if type(value) not in ((int, float) if kind is float else (kind,)):
            raise LimitsError(key=f"{service}.{key}" if service.isascii() else key)
        values[key] = value
    return ServiceLimits(name=service, **values)


def service_names(toml_bytes: bytes) -> tuple[str, ...]:
    """The services that the table knows, in its order."""
    return tuple(tomllib.loads(toml_bytes.decode("utf-8")).get("service", {}))
