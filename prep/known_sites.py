"""Well-known variants and where they lie in both builds, to tell the build of a file whose header does not.

Chosen and written down by this project from the public record of each variant (dbSNP). Alleles are of the forward
strand. A file that holds several of them at one build's places, with their alleles, and none at the other's, is of that
build.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import numpy as np
from numpy.typing import NDArray

from prep.contigs import BUILDS, Build

LEAST_VOTES = 2
# rs number, chromosome, position in hg19, position in hg38, alleles in either order
_SITES: tuple[tuple[str, str, int, int, str], ...] = (
    ("rs1801133", "1", 11856378, 11796321, "GA"),
    ("rs1801131", "1", 11854476, 11794419, "TG"),
    ("rs4988235", "2", 136608646, 135851076, "GA"),
    ("rs1801282", "3", 12393125, 12351626, "CG"),
    ("rs53576", "3", 8804371, 8762685, "AG"),
    ("rs16891982", "5", 33951693, 33951588, "CG"),
    ("rs1042713", "5", 148206440, 148826877, "GA"),
    ("rs1042714", "5", 148206473, 148826910, "GC"),
    ("rs1800562", "6", 26093141, 26092913, "GA"),
    ("rs1799945", "6", 26091179, 26090951, "CG"),
    ("rs1799971", "6", 154360797, 154039662, "AG"),
    ("rs776746", "7", 99270539, 99672916, "TC"),
    ("rs13266634", "8", 118184783, 117172544, "CT"),
    ("rs7903146", "10", 114758349, 112998590, "CT"),
    ("rs1799853", "10", 96702047, 94942290, "CT"),
    ("rs1057910", "10", 96741053, 94981296, "AC"),
    ("rs4244285", "10", 96541616, 94781859, "GA"),
    ("rs12248560", "10", 96521657, 94761900, "CT"),
    ("rs1799963", "11", 46761055, 46739505, "GA"),
    ("rs6265", "11", 27679916, 27658369, "CT"),
    ("rs5219", "11", 17409572, 17388025, "TC"),
    ("rs334", "11", 5248232, 5227002, "TA"),
    ("rs1800497", "11", 113270828, 113400106, "GA"),
    ("rs4149056", "12", 21331549, 21178615, "TC"),
    ("rs12913832", "15", 28365618, 28120472, "AG"),
    ("rs1426654", "15", 48426484, 48134287, "AG"),
    ("rs762551", "15", 75041917, 74749576, "CA"),
    ("rs9939609", "16", 53820527, 53786615, "TA"),
    ("rs9923231", "16", 31107689, 31096368, "CT"),
    ("rs17822931", "16", 48258198, 48224287, "CT"),
    ("rs429358", "19", 45411941, 44908684, "TC"),
    ("rs7412", "19", 45412079, 44908822, "CT"),
    ("rs4420638", "19", 45422946, 44919689, "AG"),
    ("rs58542926", "19", 19379549, 19268740, "CT"),
    ("rs4680", "22", 19951271, 19963748, "GA"),
    ("rs738409", "22", 44324727, 43928847, "CG"),
    ("rs1065852", "22", 42526694, 42130692, "GA"),
    ("rs3892097", "22", 42524947, 42128945, "CT"),
)


@cache
def _places(chromosome: str, build: Build) -> dict[int, frozenset[int]]:
    return {
        (hg19 if build == "hg19" else hg38): frozenset(alleles.encode())
        for _, label, hg19, hg38, alleles in _SITES
        if label == chromosome
    }


def build_votes(
    chromosome: str, positions: NDArray[np.int64], reference: NDArray[np.uint8], alternate: NDArray[np.uint8]
) -> dict[str, int]:
    """How many of these records are a well-known variant at its place in each build."""
    votes: dict[str, int] = {}
    for build in BUILDS:
        places = _places(chromosome, build)
        if not places:
            continue
        for row in np.flatnonzero(np.isin(positions, list(places))):
            if {int(reference[row]), int(alternate[row])} == places[int(positions[row])]:
                votes[build] = votes.get(build, 0) + 1
    return votes


def decide(votes: Mapping[str, int]) -> Build | None:
    """The build with enough votes, when the other has none."""
    for build, other in (BUILDS, BUILDS[::-1]):
        if votes.get(build, 0) >= LEAST_VOTES and not votes.get(other, 0):
            return build
    return None
