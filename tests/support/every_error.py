"""Every class of error that the product can raise."""

from __future__ import annotations

import importlib
import pkgutil

import client
import practice
import prep
from client.model.errors import ClientError, iter_error_classes
from prep.errors import PrepError


def _error_classes() -> list[type[Exception]]:
    for package in (client, prep, practice):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            importlib.import_module(module.name)
    return [
        error_class
        for root in (ClientError, PrepError)
        for error_class in iter_error_classes(root)
        if error_class.__module__.startswith(("client.", "prep.", "practice."))
    ]


ERRORS = _error_classes()
