# The two commands: make demo, make test. Everything else is here for who works on Broadsheet.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
ROOM := $(VENV)/newsroom

# Trust what the machine trusts, so that a newsroom behind its own proxy can install too.
export UV_SYSTEM_CERTS := true
export UV_NATIVE_TLS := true

.PHONY: help setup demo test check format docs faults machines bench lock build clean

help: ## Show what can be made
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "make %-8s %s\n", $$1, $$2}'

setup: $(READY) ## Make .venv, with broadsheet in it

# uv comes from the package registry into a folder of its own; everything else is pinned by hash.
$(READY): requirements-dev.txt pyproject.toml
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "make: Python 3.11 or newer is not here; install it, or name it with PYTHON=/path/to/python3" >&2; exit 1; }
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check 'uv>=0.8,<1'
	$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements-dev.txt
	$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --editable .
	@touch $@

demo: setup ## Make a sample newspaper and serve it
	$(BIN)/broadsheet demo demo --port $(PORT)

test: setup ## Run every test, the browser's included, one process a core
	$(BIN)/python -m pytest -n auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder

# The type checker reads Django's settings, and those come from a newsroom.
$(ROOM)/broadsheet.toml: $(READY)
	rm -rf $(ROOM)
	$(BIN)/python -c "import pathlib; from broadsheet.commands import new; new.run(pathlib.Path('$(ROOM)'), language='en', time_zone='UTC')"

check: setup $(ROOM)/broadsheet.toml ## Format, lint, types, import rules, migrations, templates, documents
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	BROADSHEET_NEWSROOM=$(ROOM) $(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/djlint --lint --quiet src
	$(BIN)/python -m pytest -q tests/house

format: setup ## Put the code in order
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

docs: setup ## Write the documents that are made from the code
	$(BIN)/python -c "from broadsheet.commands.new import settings_page; print(settings_page(), end='')" > docs/settings.md

faults: setup ## Kill the worker and the desk at every single step of a morning
	BROADSHEET_FAULTS=whole $(BIN)/python -m pytest -q tests/faults

machines: setup ## Cut a machine off and kill a worker of a newsroom on several, as root
	BROADSHEET_MACHINES=yes $(BIN)/python -m pytest -q -rsP tests/machines

bench: setup ## Measure: the server, the press, the import, the weight of a page
	$(BIN)/python -m bench

lock: setup ## Pin every dependency by hash
	$(BIN)/uv pip compile -q --generate-hashes --universal --no-emit-index-url --python-version 3.11 pyproject.toml -o requirements.txt
	$(BIN)/uv pip compile -q --generate-hashes --universal --no-emit-index-url --python-version 3.11 pyproject.toml --group dev -o requirements-dev.txt

build: setup ## Build the wheel and the source distribution
	$(BIN)/uv build --quiet

clean: ## Take away what was made here
	rm -rf $(VENV) build dist demo .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
