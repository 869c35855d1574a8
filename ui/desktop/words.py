"""Numbers, sizes and times in the words of the window's language."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QDate, QLocale, QTime

from client.model.clock import parse_time
from ui.desktop.i18n import plural, translate

BUILDS = {"hg19": "GRCh37", "hg38": "GRCh38"}
"""The genome builds that files can be of, each with its other name."""
DOT = " · "
"""Between facts that stand in one line."""
_UNITS = ("B", "kB", "MB", "GB", "TB")


def locale() -> QLocale:
    """The window's own locale, set with its language."""
    return QLocale()


def count_words(number: int) -> str:
    """`2504` as `2,504`, `2.504` or `2 504`."""
    return locale().toString(number)


def more_words(number: int) -> str:
    """`… and 12 more`: what a list leaves out."""
    return translate("JobCard", "… and %1 more").replace("%1", count_words(number))


def build_words(build: str) -> str:
    """`hg19` as `hg19 / GRCh37`: people know it by one of its names."""
    return f"{build} / {BUILDS[build]}"


def id_words(identifier: str) -> str:
    """A short id as it is, of a long one the beginning and a sign that there is more."""
    return f"{identifier[:12]}…" if len(identifier) > 20 else identifier


def size_words(size_bytes: int | float) -> str:
    """`3100000000` as `3.1 GB`; powers of a thousand, as disks are sold and rates are told."""
    value, unit = float(size_bytes), 0
    while value >= 999.5 and unit < len(_UNITS) - 1:
        value /= 1000
        unit += 1
    digits = 0 if unit == 0 or value >= 99.5 else 1
    return f"{locale().toString(value, 'f', digits)} {_UNITS[unit]}"


def share_words(done_bytes: int, total_bytes: int) -> str:
    """`3.1 of 5.0 GB`: both numbers in the unit of the larger one."""
    unit, scale = 0, 1.0
    while total_bytes / scale >= 999.5 and unit < len(_UNITS) - 1:
        unit, scale = unit + 1, scale * 1000
    digits = 0 if unit == 0 or total_bytes / scale >= 99.5 else 1
    done = locale().toString(done_bytes / scale, "f", digits)
    total = locale().toString(total_bytes / scale, "f", digits)
    return translate("Words", "%1 of %2").replace("%1", done).replace(
        "%2", f"{total} {_UNITS[unit]}"
    )  # fmt: skip


def rate_words(bytes_per_s: float) -> str:
    """`12 MB/s`."""
    return f"{size_words(bytes_per_s)}/s"


def remaining_words(seconds: float) -> str:
    """`about 4 minutes left`; coarse on purpose, so that it does not jump."""
    if seconds < 50:
        return translate("Words", "less than a minute left")
    minutes = round(seconds / 60)
    if minutes < 60:
        return plural.tr("about %n minute(s) left", "", max(1, minutes))
    return plural.tr("about %n hour(s) left", "", round(seconds / 3600))


def duration_words(seconds: float) -> str:
    """`5 days 3 h`, `3 h 20 min`, `12 min`, `less than a minute`: the two largest units."""
    minutes = int(seconds // 60)
    days, hours = minutes // 1440, minutes % 1440 // 60
    hour_count = translate("Words", "%1 h").replace("%1", str(hours))
    if days:
        day_words = plural.tr("%n day(s)", "", days)
        return f"{day_words} {hour_count}" if hours else day_words
    if hours:
        return f"{hour_count} {minutes % 60} min" if minutes % 60 else hour_count
    return f"{minutes} min" if minutes else translate("Words", "less than a minute")


def time_words(rfc3339: str) -> str:
    """A stored time in local words: the time alone if it is today, else day and time."""
    if local_time(rfc3339).date() == datetime.now().astimezone().date():
        return clock_words(rfc3339)
    return f"{day_words(rfc3339)} {clock_words(rfc3339)}"


def moment_words(rfc3339: str) -> str:
    """A stored time with its day, today as well: for what is kept and read later."""
    return f"{day_words(rfc3339)} {clock_words(rfc3339)}"


def clock_words(rfc3339: str) -> str:
    """A stored time as hour and minute: `14:05`."""
    moment = local_time(rfc3339)
    return locale().toString(QTime(moment.hour, moment.minute), QLocale.FormatType.ShortFormat)


def hour_words(hour: int) -> str:
    """`22:00`, as the language writes a time."""
    return locale().toString(QTime(hour, 0), QLocale.FormatType.ShortFormat)


def day_words(rfc3339: str) -> str:
    """A stored time as a local day: `5 Dec 2026`, `5. Dez. 2026`."""
    moment = local_time(rfc3339)
    dotted = locale().language() in (QLocale.Language.German, QLocale.Language.Danish)
    form = "d. MMM yyyy" if dotted else "d MMM yyyy"
    return locale().toString(QDate(moment.year, moment.month, moment.day), form)


def local_time(rfc3339: str) -> datetime:
    """A stored UTC time in this computer's zone."""
    return parse_time(rfc3339).astimezone()


def sentence(words: str) -> str:
    """`words` with a capital in front: for words that stand within a line elsewhere and begin one here."""
    return words[:1].upper() + words[1:]


def join_words(*parts: str) -> str:
    """Parts that are not empty, with a middle dot between them."""
    return DOT.join(part for part in parts if part)
