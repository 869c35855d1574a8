"""Preparation policies: what may leave, as versioned TOML data that an institution's profile signs.

An unknown or missing key is an error, so that a policy of a newer program is never half understood. What no policy can
loosen is not a key: generated header, pseudonyms, no text-typed field, recheck.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from typing import Any, NamedTuple

from prep.contigs import CHROMOSOMES
from prep.errors import PolicyError, RulesFileError
from prep.regions import Region, all_covered, parse_bed

POLICY_SCHEMA = 1
FORMAT_KEYS = ("GT", "DS", "GP", "PL")
INFO_KEYS = ("AC", "AN", "AF")
RECORD_IDS = ("none", "rs", "chr-pos-ref-alt")
ID_SCHEMES = ("random", "hmac", "sequential")
SITE_CHOICES = ("all", "list")
RARE_RULES = ("never", "sequencing-or-million", "always")
LEAK_LEVELS = ("block", "ask", "report")
HALF_CALL_RULES = ("missing", "one-allele")
_TOML_LINE = re.compile(r"at (line [0-9]+)")


class Policy(NamedTuple):
    """A preparation policy. `digest` is the SHA-256 (hex) of the bytes it was read from.

    `minimum_minor_allele_count` holds where `rare_rule` says so: "sequencing-or-million" means files of 100 samples or
    more that look like sequencing (read depths, and most sites within 500 bp of the next) or have over a million sites.
    `largest_samples` 0 means no limit. `local_days`: how long local copies are kept. `leak_level` is about what would
    remain in what leaves: "block", "ask" (the face asks) or "report". `haploid_half_calls`: what half calls are where
    one allele per person is normal, of samples whose calls there are all half calls: "missing" or that "one-allele".
    """

    name: str
    version: int
    digest: str
    title: str
    id_scheme: str
    shuffle_columns: bool
    format_keys: tuple[str, ...]
    info_keys: tuple[str, ...]
    record_id: str
    haploid_half_calls: str
    chromosomes: tuple[str, ...]
    regions_left_out: tuple[Region, ...]
    sites: str
    minimum_minor_allele_count: int
    rare_rule: str
    largest_samples: int
    leak_level: str
    second_person: bool
    local_days: int
    locked: bool


def load_policy(toml_bytes: bytes) -> Policy:
    """Read a policy.

    Raises PolicyError, whose fact `key` names the first key that is wrong, or the line ("toml": no TOML at all).
    """
    try:
        text = toml_bytes.decode("utf-8-sig")  # with the mark that Windows programs begin with
        reader = _Reader(tomllib.loads(text))
    except (ValueError, RecursionError) as error:  # no UTF-8, no TOML, endless numbers; tables in tables without end
        line = _TOML_LINE.search(str(error))
        raise PolicyError(key=line[1] if line else "toml") from None
    if reader.integer("schema", 1, 1 << 30) != POLICY_SCHEMA:
        raise PolicyError(key="schema")
    policy = Policy(
        name=reader.word("name"),
        version=reader.integer("version", 1, 1 << 30),
        digest=hashlib.sha256(toml_bytes).hexdigest(),
        title=reader.text("title"),
        id_scheme=reader.choice("samples.ids", ID_SCHEMES),
        shuffle_columns=reader.flag("samples.shuffle_columns"),
        format_keys=reader.choices("records.format", FORMAT_KEYS),
        info_keys=reader.choices("records.info", INFO_KEYS),
        record_id=reader.choice("records.id", RECORD_IDS),
        # Policies from before this key keep meaning what they said.
        haploid_half_calls=reader.choice("records.haploid_half_calls", HALF_CALL_RULES, absent="missing"),
        chromosomes=reader.choices("records.chromosomes", CHROMOSOMES),
        regions_left_out=reader.regions("records.regions_left_out_bed"),
        sites=reader.choice("sites.keep", SITE_CHOICES),
        minimum_minor_allele_count=reader.integer("sites.minimum_minor_allele_count", 0, 1 << 20),
        rare_rule=reader.choice("sites.rare_rule", RARE_RULES),
        largest_samples=reader.integer("samples.largest_number", 0, 1 << 30),
        leak_level=reader.choice("review.leak_level", LEAK_LEVELS),
        second_person=reader.flag("review.second_person"),
        local_days=reader.integer("review.local_days", 0, 36500),
        locked=reader.flag("locked"),
    )
    reader.require_nothing_left()
    if policy.format_keys[:1] != ("GT",):
        raise PolicyError(key="records.format")
    if not policy.chromosomes:
        raise PolicyError(key="records.chromosomes")
    return policy


def looser_keys(chosen: Policy, reference: Policy) -> tuple[str, ...]:
    """The keys in which `chosen` lets leave, or lie here longer, what `reference` does not; empty where it is stricter.

    Pseudonyms count as equally strict where they are the same kind, and `random` as the strictest. What is merely
    another choice (`rs` against `chr-pos-ref-alt`) counts as looser: nobody can say that it is not.
    """
    chosen_count, count = chosen.minimum_minor_allele_count, reference.minimum_minor_allele_count
    thins_rare = reference.rare_rule != "never" and count > 0
    looser = {
        "samples.ids": chosen.id_scheme not in ("random", reference.id_scheme),
        "samples.shuffle_columns": reference.shuffle_columns and not chosen.shuffle_columns,
        "samples.largest_number": _is_higher_limit(chosen.largest_samples, reference.largest_samples),
        "records.format": not set(chosen.format_keys) <= set(reference.format_keys),
        "records.info": not set(chosen.info_keys) <= set(reference.info_keys),
        "records.id": chosen.record_id not in ("none", reference.record_id),
        "records.haploid_half_calls": chosen.haploid_half_calls not in ("missing", reference.haploid_half_calls),
        "records.chromosomes": not set(chosen.chromosomes) <= set(reference.chromosomes),
        "records.regions_left_out_bed": not all_covered(reference.regions_left_out, chosen.regions_left_out),
        "sites.keep": reference.sites == "list" and chosen.sites != "list",
        "sites.minimum_minor_allele_count": thins_rare and chosen_count < count,
        "sites.rare_rule": thins_rare and RARE_RULES.index(chosen.rare_rule) < RARE_RULES.index(reference.rare_rule),
        "review.leak_level": LEAK_LEVELS.index(chosen.leak_level) > LEAK_LEVELS.index(reference.leak_level),
        "review.second_person": reference.second_person and not chosen.second_person,
        "review.local_days": chosen.local_days > reference.local_days,
    }
    return tuple(key for key, is_looser in looser.items() if is_looser)


def _is_higher_limit(chosen: int, reference: int) -> bool:
    return reference != 0 and (chosen == 0 or chosen > reference)


class _Reader:
    """Takes dotted keys out of a TOML document, each once, and knows what was left."""

    def __init__(self, document: dict[str, Any]) -> None:
        self._values: dict[str, Any] = {}
        self._flatten("", document)

    def _flatten(self, prefix: str, table: dict[str, Any]) -> None:
        for key, value in table.items():
            if isinstance(value, dict) and value:
                self._flatten(f"{prefix}{key}.", value)
            elif f"{prefix}{key}" in self._values:  # "samples.ids" in quotes, and again in [samples]
                raise PolicyError(key="toml")
            else:
                self._values[f"{prefix}{key}"] = value

    def _take(self, key: str, kind: type) -> Any:
        value = self._values.pop(key, None)
        if type(value) is not kind:  # bool is an int to isinstance
            raise PolicyError(key=key)
        return value

    def text(self, key: str) -> str:
        return str(self._take(key, str))

    def word(self, key: str) -> str:
        word = self.text(key)
        if not (word.isascii() and word.replace("-", "").isalnum() and len(word) <= 40):
            raise PolicyError(key=key)
        return word

    def flag(self, key: str) -> bool:
        return bool(self._take(key, bool))

    def integer(self, key: str, lowest: int, highest: int) -> int:
        value = int(self._take(key, int))
        if not lowest <= value <= highest:
            raise PolicyError(key=key)
        return value

    def choice(self, key: str, allowed: tuple[str, ...], absent: str | None = None) -> str:
        if absent is not None and key not in self._values:
            return absent
        value = self.text(key)
        if value not in allowed:
            raise PolicyError(key=key)
        return value

    def choices(self, key: str, allowed: tuple[str, ...]) -> tuple[str, ...]:
        values = tuple(self._take(key, list))
        if (
            not all(isinstance(value, str) for value in values)
            or len(set(values)) != len(values)
            or not set(values) <= set(allowed)
        ):
            raise PolicyError(key=key)
        return values

    def regions(self, key: str) -> tuple[Region, ...]:
        try:
            return parse_bed(self.text(key).encode())
        except RulesFileError as error:
            raise PolicyError(key=f"{key}, line {error.facts['line']}") from None

    def require_nothing_left(self) -> None:
        for key in sorted(self._values):
            raise PolicyError(key=key if key.isascii() and len(key) <= 60 else "unknown")
