"""What a worker frees it gets back from the C library, in large pages, instead of asking the system for it again."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

_TOLD = """
from prep.memory import keep_memory
keep_memory()
keep_memory()
text = b"x" * (8 << 20)
first = id(text)
del text
text = b"y" * (8 << 20)
print(first == id(text))
inside = False
for line in open("/proc/self/smaps"):
    words = line.split()
    if "-" in words[0]:
        start, end = (int(word, 16) for word in words[0].split("-"))
        inside = start <= id(text) + (4 << 20) < end
    elif inside and words[0] == "VmFlags:":
        print("hg" in words)
"""


@pytest.mark.skipif(not Path("/sys/kernel/mm/transparent_hugepage").exists(), reason="no system with large pages")
def test_memory_is_kept_and_lies_in_large_pages() -> None:
    told = subprocess.run([sys.executable, "-c", _TOLD], capture_output=True, text=True, check=True)
    assert told.stdout.split() == ["True", "True"]
