"""One run of prepare, inspect or restore as a process of its own, start-up included: what the bench times.

`python -m tests.bench.prep_run prepare|inspect|restore SOURCE OUT JOBS [BUILD]`; `restore` reads `SOURCE.map`, which
`prepare` wrote as `OUT.map`.
"""

from __future__ import annotations

import contextlib
import sys
from pathlib import Path
from typing import cast

POLICIES = Path(__file__).resolve().parents[2] / "resources" / "policies"


def main(action: str, source: Path, out: Path, jobs: int, build: str | None = None) -> None:
    import prep
    from prep.contigs import Build

    chosen = cast("Build | None", build)
    policy = prep.load_policy((POLICIES / "imputation.toml").read_bytes())
    limits = prep.load_service_limits((POLICIES / "services.toml").read_bytes(), "generic")
    with contextlib.ExitStack() as stack:
        executor = stack.enter_context(prep.block_executor(jobs)) if jobs > 1 else None
        if action == "inspect":
            prep.inspect(source, policy=policy, limits=limits, build=chosen, executor=executor)
        elif action == "restore":
            pseudonym_map = prep.parse_pseudonym_map(Path(f"{source}.map").read_bytes())
            prep.restore(source, stack.enter_context(out.open("wb")), pseudonym_map, executor=executor)
        else:
            names = prep.read_source_header(source).sample_ids
            pseudonym_map = prep.build_pseudonym_map(names, origin="bench", project="bench")
            Path(f"{out}.map").write_bytes(pseudonym_map.to_json_bytes())
            prep.prepare(
                source, policy=policy, limits=limits, build=chosen, pseudonym_map=pseudonym_map,
                open_sink=lambda name: stack.enter_context(out.open("wb")), executor=executor,
            )  # fmt: skip


if __name__ == "__main__":
    arguments = sys.argv[1:]
    main(arguments[0], Path(arguments[1]), Path(arguments[2]), int(arguments[3]), *arguments[4:5])
