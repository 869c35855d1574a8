"""One run of prepare, inspect or restore as a process of its own, start-up included: what the bench times.

`python -m tests.bench.prep_run prepare|inspect|restore SOURCE OUT JOBS [BUILD]`; prints its peak memory (all processes, KiB).
"""

from __future__ import annotations

import contextlib
import os
import resource
import sys
from concurrent.futures import Executor
from pathlib import Path

POLICIES = Path(__file__).resolve().parents[2] / "resources" / "policies"


def main(action: str, source: Path, out: Path, jobs: int, build: str | None = None) -> None:
    from prep.plans import block_executor

    with contextlib.ExitStack() as stack:
        executor: Executor | None = stack.enter_context(block_executor(jobs)) if jobs > 1 else None
        import prep

        policy = prep.load_policy((POLICIES / "imputation.toml").read_bytes())
        limits = prep.load_service_limits((POLICIES / "services.toml").read_bytes(), "generic")
        chosen = {"hg19": prep.contigs.BUILDS[0], "hg38": prep.contigs.BUILDS[1]}.get(build or "")
        if action == "inspect":
            prep.inspect(source, policy=policy, limits=limits, build=chosen, executor=executor)
        elif action == "restore":
            pseudonym_map = prep.parse_pseudonym_map(Path(f"{source}.map").read_bytes())
            with out.open("wb") as sink:
                prep.restore(source, sink, pseudonym_map, executor=executor)
        else:
            names = prep.read_source_header(source).sample_ids
            pseudonym_map = prep.build_pseudonym_map(names, origin="bench", project="bench")
            Path(f"{out}.map").write_bytes(pseudonym_map.to_json_bytes())
            report = prep.prepare(
                source, policy=policy, limits=limits, build=chosen, pseudonym_map=pseudonym_map,
                open_sink=lambda name: stack.enter_context(out.open("wb")), executor=executor,
            )  # fmt: skip
            print(f"kept {report.outputs[0].records_kept}", file=sys.stderr)
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    largest_child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    print(own + largest_child * (jobs if jobs > 1 else 0))


if __name__ == "__main__":
    arguments = sys.argv[1:]
    main(arguments[0], Path(arguments[1]), Path(arguments[2]), int(arguments[3]), *arguments[4:5])
    sys.stdout.flush()
    os._exit(0)
