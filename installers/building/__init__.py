"""Builds, signs and describes what institutions install. Standard library only: it runs before anything is installed.

freeze (the payload) → deb, archive, msi, nsis (the packages) → sbom, apt, manifest (what is said about them).
Every target is a function of a `Place`; `main.TARGETS` is the table of them.
"""
