"""Modules that libraries import at their top and that commands on files never ask anything of.

Typer brings along what starts a browser, python-stdnum what talks to web services: a thirtieth of a short command's
time. A stand-in lies where each of them would be, and the module is imported when it is asked for something.
"""

from __future__ import annotations

import importlib
import sys
from threading import Lock
from types import ModuleType
from typing import Any

_UNASKED = (
    "bz2",  # shutil, for archives
    "ipaddress",  # urllib.parse, for addresses in brackets
    "lzma",
    "pydoc",  # stdnum.util, for the list of its modules
    "shellingham",  # typer, for completion
    "ssl",  # stdnum.util, for web services
    "subprocess",  # typer, for a browser
    "tokenize",  # inspect and linecache, for sources
)
_clearing = Lock()


class StandIn(ModuleType):
    """A module that is imported when it is first asked for anything, by whichever thread."""

    def __getattr__(self, attribute: str) -> Any:
        name = self.__name__
        with _clearing:
            if sys.modules.get(name) is self:
                del sys.modules[name]
        module = importlib.import_module(name)  # of several threads one imports, and the others wait for it
        vars(self).update(vars(module))
        return getattr(module, attribute)


def import_late() -> None:
    """Put stand-ins where these modules are not imported yet. For a program's first lines."""
    for name in _UNASKED:
        sys.modules.setdefault(name, StandIn(name))
