# Kỷ Yếu. `make help` lists the commands. Needs make and Python 3.11 or newer; all else goes into .venv by itself.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules
SHELL := /bin/sh

ADDRESS ?= 127.0.0.1:8000
VENV ?= .venv
BIN := $(VENV)/bin
# Tests wait for browsers and servers, so that one more than cores can run; each worker costs ten seconds to start.
WORKERS ?= $(shell $(BIN)/python -c 'import os; print(1 + (os.cpu_count() or 1))' 2>/dev/null)
# Tests start hundreds of processes, each of which would compile the program anew where that may not be kept.
BYTECODE := PYTHONDONTWRITEBYTECODE=
# The fuzzer has wheels for Linux only; elsewhere its tests are skipped.
FUZZ := $(if $(filter Linux,$(shell uname -s)),$(VENV)/fuzz.installed)

# The first Python that really runs and is new enough (a version manager's shim may not), unless PYTHON names one.
PYTHON ?= $(shell for name in python3 python3.13 python3.12 python3.11 python3.14 python; do \
  "$$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && { echo "$$name"; break; }; done)

.PHONY: help add desk serve build new test test-all coverage check format bench fuzz dist audit lock clean

help: ## List these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

desk: $(VENV)/desk.installed ## Open the desk: check and keep the archive in the browser
	@$(BIN)/kyyeu desk $(ARGS)

serve: $(VENV)/site.installed ## Convert the articles and serve the site, live, on 127.0.0.1:8000 (ADDRESS=host:port)
	@$(BIN)/kyyeu serve --address $(ADDRESS)

build: $(VENV)/site.installed ## Make the finished site in site/
	@$(BIN)/kyyeu build

add: $(VENV)/desk.installed ## Add articles (SOURCES="FILE FOLDER https://ADDRESS")
	@test -n "$(SOURCES)" || { echo 'Say what: make add SOURCES="FILE FOLDER https://ADDRESS"' >&2; exit 2; }
	@$(BIN)/kyyeu add $(SOURCES) $(ARGS)

new: $(VENV)/site.installed ## Make an archive of your own (DIR=../my-archive ARGS="--name NAME")
	@test -n "$(DIR)" || { echo 'Say where: make new DIR=../my-archive ARGS="--name NAME"' >&2; exit 2; }
	@$(BIN)/kyyeu new "$(DIR)" $(ARGS)

test: $(VENV)/dev.installed ## Run the tests, the browser's too, in minutes (ARGS="-k word" for some)
	@$(BYTECODE) $(BIN)/python -m pytest --numprocesses $(WORKERS) --dist worksteal $(ARGS)

test-all: $(VENV)/dev.installed $(FUZZ) ## Run the slow tests too: whole sites, thousands of pages, kill points, fuzzing
	@$(BYTECODE) $(BIN)/python -m pytest --numprocesses $(WORKERS) --dist worksteal -m "slow or not slow" $(ARGS)

coverage: $(VENV)/dev.installed ## Measure which branches the tests take; fails below the floor in pyproject.toml
	@rm -rf build/coverage && mkdir -p build/coverage
	-@$(BYTECODE) $(BIN)/python -m coverage run -m pytest --numprocesses $(WORKERS) --dist worksteal -q $(ARGS) -m "not slow and not browser"
	-@$(BYTECODE) $(BIN)/python -m coverage run -m pytest --numprocesses $(WORKERS) --dist worksteal -q $(ARGS) -m "slow and not browser" tests/adding tests/corpus tests/desk
	@$(BIN)/python -m coverage combine --quiet
	@$(BIN)/python -m coverage report

check: $(VENV)/dev.installed ## Lint, check format, types, layers and workflows
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo
	@$(BIN)/actionlint .github/workflows/*.yml
	@$(BIN)/zizmor --offline --quiet .github

format: $(VENV)/dev.installed ## Put the code into the one format
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

bench: $(VENV)/dev.installed $(VENV)/bench.installed ## Run the benchmarks
	@set -e; for benchmark in benchmarks/*.py; do echo "== $$benchmark"; $(BIN)/python "$$benchmark"; done

fuzz: $(VENV)/dev.installed $(VENV)/fuzz.installed ## Search for inputs that break the program (ARGS="--executions N", Linux only)
	@$(BIN)/python -m tests.fuzzing $(ARGS)

dist: $(VENV)/dev.installed ## Build the wheel and the source distribution in dist/
	@rm -rf dist
	@$(BIN)/python -m hatchling build

audit: $(VENV)/dev.installed $(VENV)/audit.installed ## Ask for known vulnerabilities of the pins; write build/sbom.json (needs a network)
	@mkdir -p build
	@$(BIN)/cyclonedx-py requirements requirements/site.txt --pyproject pyproject.toml --output-reproducible --outfile build/sbom.json
	@$(BIN)/pip-audit --require-hashes --disable-pip --requirement requirements/dev.txt

lock: $(VENV)/dev.installed ## Pin the newest versions that pyproject.toml allows (needs uv)
	@uv pip compile pyproject.toml --group install --universal --python-version 3.11 --generate-hashes \
	  --no-header --no-annotate --upgrade --quiet --output-file requirements/site.txt
	@uv pip compile pyproject.toml --extra desk --group install --constraint requirements/site.txt --universal --python-version 3.11 \
	  --generate-hashes --no-header --no-annotate --upgrade --quiet --output-file requirements/desk.txt
	@uv pip compile pyproject.toml --extra desk --extra corpus --group install --group dev --constraint requirements/desk.txt --universal --python-version 3.11 \
	  --generate-hashes --no-header --no-annotate --upgrade --quiet --output-file requirements/dev.txt
	@uv pip compile pyproject.toml --extra corpus --group install --constraint requirements/dev.txt --universal --python-version 3.11 \
	  --generate-hashes --no-header --no-annotate --upgrade --quiet --output-file requirements/corpus.txt
	@uv pip compile pyproject.toml --group install --group bench --constraint requirements/dev.txt --universal --python-version 3.11 \
	  --generate-hashes --no-header --no-annotate --upgrade --quiet --output-file requirements/bench.txt
	@for group in fuzz audit fit; do uv pip compile pyproject.toml --group install --group $$group --constraint requirements/dev.txt --universal \
	  --python-version 3.11 --generate-hashes --no-header --no-annotate --upgrade --quiet --output-file requirements/$$group.txt || exit 1; done

clean: ## Remove everything that was made, the environment too
	rm -rf $(VENV) site build dist .cache .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
	find generator tests -name __pycache__ -type d -prune -exec rm -rf {} +

# The stamps say which pins are installed; only a change of these installs again.
$(VENV)/site.installed $(VENV)/desk.installed $(VENV)/dev.installed $(VENV)/bench.installed $(VENV)/fuzz.installed $(VENV)/audit.installed: $(VENV)/%.installed: requirements/%.txt pyproject.toml $(VENV)/pyvenv.cfg
	@echo "Installing what requirements/$*.txt pins (the first time takes a minute) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: --requirement requirements/$*.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/pyvenv.cfg:
	@test -n "$(PYTHON)" || { echo "No Python 3.11 or newer found. Install one, or say which: make PYTHON=/path/to/python" >&2; exit 1; }
	@"$(PYTHON)" -m venv $(VENV) || { rm -f $@; echo "Cannot create $(VENV): on Debian and Ubuntu, install python3-venv." >&2; exit 1; }
