"""Sealed-file vectors: `generate.py` makes them, `independent_reader.py` reads them knowing only docs/FORMAT.md."""
