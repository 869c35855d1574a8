"""What leaves of a file, shown before it does: the generated header, with stand-ins for the pseudonyms."""

from __future__ import annotations

from client.tasks.builds import require_build
from client.tasks.facts import PrepareChoices
from client.tasks.policies import choose_rules
from client.tasks.workplace import Workplace
from prep.contigs import contig_of
from prep.generated import build_header

_SHOWN_PSEUDONYMS = 3


def header_that_leaves(workplace: Workplace, chromosome: str, build: str | None, samples: int) -> tuple[str, ...]:
    """The lines of one output's header under the rules that count now; nothing of the input is in them.

    Without a `build` nothing can leave yet; the chromosome is then written as hg19 has it.

    The real pseudonyms are drawn when the job starts. Here `<pseudonym 1>` stands for the first, and `…` for those
    after the third.
    """
    policy = choose_rules(workplace, PrepareChoices()).policy
    shown = [f"<pseudonym {number}>" for number in range(1, min(samples, _SHOWN_PSEUDONYMS) + 1)]
    contig = contig_of(chromosome, require_build(build) or "hg19").name
    text = build_header(contig, shown, policy.info_keys, policy.format_keys).decode("ascii").rstrip("\n")
    return tuple(f"{text}\t…".split("\n") if samples > _SHOWN_PSEUDONYMS else text.split("\n"))
