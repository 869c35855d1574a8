"""The leak level is about what would remain in what leaves: ids that look like people's numbers."""

from __future__ import annotations

from dataclasses import replace

import pytest

import prep
from client.tasks.job_start import _require_no_leak
from prep.errors import BlockedError
from prep.leakscan import scan_pseudonyms
from tests.support.prep_files import policy

NAMES = ("ANNA", "BERT", "CARLA")


def crafted_map() -> prep.PseudonymMap:
    """A map as another program might have made it: one id is a Danish CPR number without its dash."""
    made = prep.build_pseudonym_map(NAMES, origin="o", project="p")
    return replace(made, entries=(*made.entries[:2], ("CARLA", "2512489996")))


@pytest.mark.parametrize("scheme", ["random", "hmac", "sequential"])
def test_no_id_that_this_program_draws_looks_like_a_number_of_a_person(scheme: str) -> None:
    names = [f"PERSON{number:05d}" for number in range(3000)]
    made = prep.build_pseudonym_map(names, origin="o", project="p", scheme=scheme, project_key=b"k" * 32)  # type: ignore[arg-type]
    assert scan_pseudonyms(made.output_pseudonyms) == set()


def test_block_stops_ask_wants_a_yes_and_report_reports() -> None:
    crafted = crafted_map()
    for level, accepted in (("block", False), ("block", True), ("ask", False)):
        with pytest.raises(BlockedError) as stopped:
            _require_no_leak(policy()._replace(leak_level=level), crafted, accepted=accepted)
        assert [finding.code for finding in stopped.value.findings] == ["LEAK-REMAINS"]
        assert "2512489996" not in repr(stopped.value.findings)
    for level, accepted in (("ask", True), ("report", False)):
        found = _require_no_leak(policy()._replace(leak_level=level), crafted, accepted=accepted)
        assert [(finding.code, finding.severity) for finding in found] == [("LEAK-REMAINS", "warn")]
    assert _require_no_leak(policy(), prep.build_pseudonym_map(NAMES, origin="o", project="p"), accepted=False) == ()
