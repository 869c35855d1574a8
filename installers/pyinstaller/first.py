"""Runs before anything else in the frozen program: OpenSSL's configuration, before any import could make it read one.

The launch modules do the same; here it also comes before PyInstaller's own hooks, some of which import hashlib.
"""

import os
import sys

os.environ["OPENSSL_CONF"] = os.path.join(sys._MEIPASS, "resources", "tls", "openssl.cnf")  # type: ignore[attr-defined]  # noqa: PTH118
