# The commands of the project. Everything runs from .venv, made from uv.lock by the first command that needs it.
# GNU make (3.81 or later) and sh; on Windows, from Git Bash: make BIN=.venv/Scripts ...

PYTHON ?= python3
TARGET ?= targets/reference.toml
PORT ?= 8000
BIN ?= .venv/bin
MAILDEV ?= maildev@2.2.1

# Somebody's own PYTHONPATH must not change what the environment holds; modules are kept compiled for the next process.
PY = PYTHONPATH= PYTHONDONTWRITEBYTECODE= $(BIN)/python

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help setup browser conformance test check serve mutants interop bench clean

help:
	@echo "make conformance                    play all features against the reference site; ends with the verdict"
	@echo "make conformance TARGET=my.toml     play them against another site, described by its profile"
	@echo "make serve [PORT=8000]              serve the reference site, to look at it"
	@echo "make test                           every check: static, the project's tests, conformance, seeded defects"
	@echo "make check                          the static checks alone"
	@echo "make mutants                        play every seeded defect and say which are caught"
	@echo "make interop                        the tests that need Node, npm and Dovecot: real mail servers, a foreign site"
	@echo "make bench                          what the harness costs beside a bare script (several minutes)"
	@echo "make clean                          remove .venv, the caches and the reports"
	@echo "With another Python: make PYTHON=python3.12 ..."

setup:
	@$(PYTHON) runner/bootstrap.py

browser: setup
	@$(PY) -m runner.browser

# make itself ends with 2 whatever fails; the run's own exit code (README, "Verdicts") is in make's last line.
conformance: browser
	@echo "Conformance: all features against $(TARGET)"
	@$(PY) -m pytest features --strict --target "$(TARGET)" -n auto

check: setup
	@echo "Check: lint (ruff)"
	@$(PY) -m ruff check .
	@echo "Check: format (ruff)"
	@$(PY) -m ruff format --check .
	@echo "Check: types (mypy)"
	@$(PY) -m mypy
	@echo "Check: direction of imports (import-linter)"
	@PYTHONPATH= $(BIN)/lint-imports

test: check browser
	@echo "Test: the project's own tests"
	@$(PY) -m pytest tests -n 2 -m "not interop"
	@echo "Test: conformance of the reference site"
	@$(PY) -m pytest features --strict -n auto
	@echo "Test: a quick set of seeded defects"
	@PYTHONPATH= $(BIN)/focus mutants --quick

serve: setup
	@$(PY) -m reference_impl --demo --port "$(PORT)"

mutants: browser
	@echo "Mutants: every seeded defect"
	@PYTHONPATH= $(BIN)/focus mutants

bench: browser
	@echo "Bench: ten scenarios through the harness and through a bare script, in turn (Linux)"
	@$(PY) -m benchmarks

# Installed apart, for these tests alone; what cannot be installed here is skipped with its reason.
interop: browser
	@echo "Interop: MailDev (npm), Dovecot and libfaketime (apt-get install dovecot-imapd libfaketime), a foreign site"
	@npm install --no-audit --no-fund --silent --prefix .interop $(MAILDEV) || echo "Interop: npm could not install $(MAILDEV)"
	@$(PY) -m pytest tests/interop -n 2

clean:
	@echo "Clean: .venv, .interop, caches, reports/out"
	@rm -rf .venv .interop .mypy_cache .ruff_cache .import_linter_cache .pytest_cache .hypothesis reports/out
	@find . -type d -name __pycache__ -prune -exec rm -rf {} +
