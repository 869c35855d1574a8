"""Fixtures that hold for every test: no proxy from outside, nothing left running, the real corpus where it exists."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

REPOSITORY = Path(__file__).resolve().parent.parent
CORPUS = Path(os.environ.get("GENOSEAL_CORPUS", REPOSITORY.parent / "shared" / "corpus"))
SOAK = os.environ.get("GENOSEAL_SOAK") == "1"

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# No example fails because the machine is busy.
settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")
# A shell starts what it puts into the background with Ctrl-C ignored, and programs that tests start would inherit that.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """One more than there are processors: a fifth of the tests' time is waiting for processes, services and locks."""
    return (os.cpu_count() or 1) + (not SOAK)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.get_closest_marker("corpus") and not CORPUS.is_dir():
            item.add_marker(pytest.mark.skip(reason="the corpus folder does not exist here"))
        if item.get_closest_marker("soak") and not SOAK:
            item.add_marker(pytest.mark.skip(reason="full counts run with `make soak`"))


@pytest.fixture
def corpus() -> Path:
    """The folder of real VCF files; tests that use it carry the `corpus` marker."""
    return CORPUS


@pytest.fixture(scope="session", autouse=True)
def product_memory_kib() -> Iterator[int]:
    """What a passphrase costs in the product. Here this process writes with 64 KiB instead of 64 MiB; reading follows
    the file's own numbers, so what other processes open is as cheap."""
    with pytest.MonkeyPatch.context() as patch:
        from client.seal import passphrase

        cost = passphrase.MEMORY_KIB
        patch.setattr(passphrase, "MEMORY_KIB", 64)
        yield cost


@pytest.fixture(autouse=True)
def no_proxy_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.lower().endswith("_proxy") or name in {"SSLKEYLOGFILE", "SSL_CERT_FILE", "SSL_CERT_DIR"}:
            monkeypatch.delenv(name)
    for name in ("GENOSEAL_HOME", "GENOSEAL_VAULT_PASSWORD_FILE"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(autouse=True)
def nothing_left_running() -> Iterator[None]:
    """Fails a test that leaves a thread or child process behind (two seconds of grace)."""
    threads_before = set(threading.enumerate())
    yield
    deadline = time.monotonic() + 2
    while True:
        threads = [t for t in threading.enumerate() if t not in threads_before and not _belongs_to_tool(t)]
        children = multiprocessing.active_children()
        if not threads and not children:
            return
        if time.monotonic() > deadline:
            pytest.fail(f"left running: {[t.name for t in threads]} {[p.name for p in children]}")
        time.sleep(0.02)


def _belongs_to_tool(thread: threading.Thread) -> bool:
    """Threads of execnet (pytest-xdist) and of session-wide fixtures, which end with the session."""
    return thread.name.startswith(("execnet", "session-")) or "execnet" in type(thread).__module__
