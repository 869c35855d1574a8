"""Why records stay here, in the window's words."""

from __future__ import annotations

from collections.abc import Mapping

from client.model.display import display_text
from ui.desktop.i18n import translate
from ui.desktop.words import count_words, join_words


def dropped_words(dropped: Mapping[str, int]) -> str:
    """`1,204 with several alternate alleles · 26 that nobody carries`, the most first; empty where nothing is."""
    known = {
        "filter": translate("Dropped", "%1 with a FILTER that is not passed"),
        "no-alternate": translate("Dropped", "%1 without an alternate allele"),
        "symbolic": translate("Dropped", "%1 symbolic or breakends"),
        "multi-allelic": translate("Dropped", "%1 with several alternate alleles"),
        "not-acgt": translate("Dropped", "%1 with letters other than A, C, G, T"),
        "indel": translate("Dropped", "%1 insertions or deletions"),
        "multi-nucleotide": translate("Dropped", "%1 with several bases at once"),
        "same-alleles": translate("Dropped", "%1 with the same allele twice"),
        "region-left-out": translate("Dropped", "%1 in regions that are left out"),
        "not-on-site-list": translate("Dropped", "%1 not on the site list"),
        "duplicate": translate("Dropped", "%1 duplicates"),
        "monomorphic": translate("Dropped", "%1 that nobody carries"),
        "rare": translate("Dropped", "%1 too rare"),
        "par-bound": translate("Dropped", "%1 at a bound of PAR"),
        "chromosome": translate("Dropped", "%1 on other chromosomes"),
        "problem": translate("Dropped", "%1 with a mistake"),
    }
    counted = sorted(((count, reason) for reason, count in dropped.items() if count), reverse=True)
    return join_words(
        *(known.get(reason, f"%1 {display_text(reason, 40)}").replace("%1", count_words(n)) for n, reason in counted)
    )
