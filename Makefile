# Copydesk: `make` lists what can be made. Needs Python 3.11 or later and make; everything else is fetched into
# .venv and .cache in this folder.
SHELL := bash
.DEFAULT_GOAL := help

VENV := .venv
PY := $(VENV)/bin/python
STAMPS := $(VENV)/stamps
LANGUAGETOOL := .cache/languagetool
.NOTPARALLEL:

.PHONY: help
help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s%s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: setup
setup: $(STAMPS)/runtime languagetool database ## Set up: Python packages, LanguageTool, database (seconds when done before)

.PHONY: run
run: setup ## Set up what is missing and start the server; its address is printed last
	@$(PY) -m app.serve

.PHONY: stop
stop: ## End the shared LanguageTool server
	@if [ -x $(PY) ]; then $(PY) -m app.engines.languagetool_server stop "$$($(PY) config.py INSTANCE_PATH)"; fi

.PHONY: test
test: $(STAMPS)/dev languagetool ## Set up what is missing and run all tests (ARGS="-k name" for some)
	@$(PY) -m pytest $(ARGS)

.PHONY: lint
lint: $(STAMPS)/dev ## Check code: ruff, mypy and the one-way imports
	@$(VENV)/bin/ruff check .
	@$(VENV)/bin/ruff format --check .
	@$(VENV)/bin/mypy
	@$(VENV)/bin/lint-imports

.PHONY: bench
bench: $(STAMPS)/runtime languagetool ## Time a check of 100, 1,000 and 10,000 words against LanguageTool alone
	@$(PY) -m tests.bench $(ARGS)

.PHONY: bench-queue
bench-queue: $(STAMPS)/dev ## Time the queue on PostgreSQL with 100,000 drafts and 2,000,000 audit entries (2 minutes)
	@$(PY) -m tests.bench_queue $(ARGS)

.PHONY: load
load: $(STAMPS)/runtime languagetool ## Let fifty simulated editors work at once, and compare with one
	@$(PY) -m tests.load $(ARGS)

.PHONY: bench-editor
bench-editor: $(STAMPS)/dev languagetool ## Time keystrokes and checks in the editor, in headless Chromium
	@$(PY) -m tests.bench_editor $(ARGS)

.PHONY: calibrate
calibrate: $(STAMPS)/runtime languagetool ## Measure every engine rule on ../shared/data and write the tables of rules
	@$(PY) -m tests.accuracy.calibrate $(ARGS)

.PHONY: accuracy
accuracy: $(STAMPS)/dev ## Plant slips in published stories, and measure on marked drafts where ../shared is there
	@$(PY) -m tests.accuracy.plant $(ARGS)
	@if [ -d ../shared/eval ]; then $(PY) -m tests.accuracy.gold gold --folder dev --folder seed --folder "$(CURDIR)/tests/accuracy/drafts/tune"; fi

.PHONY: languagetool
languagetool: $(LANGUAGETOOL)/installed ## Fetch LanguageTool (part of setup)

.PHONY: database
database: $(STAMPS)/runtime ## Bring the database up to date (part of setup)
	@$(VENV)/bin/flask --app app db upgrade

.PHONY: demo
demo: $(STAMPS)/runtime ## Fill an empty database with a made-up newsroom and print who signs in (half a minute)
	@$(VENV)/bin/flask --app app db demo

# Only upgrades need this, and Node: the bundle is committed. It is built apart, for static/ is served.
.PHONY: vendor
vendor: ## Rebuild static/vendor/prosemirror.js from its lockfile (needs Node and npm)
	@mkdir -p .cache/vendor
	@cp -t .cache/vendor static/vendor/{.npmrc,package.json,package-lock.json,entry.js,build.mjs}
	@cd .cache/vendor && npm ci --silent && npm run --silent build
	@cp -t static/vendor .cache/vendor/{prosemirror.js,LICENSES.txt,SHA256SUMS}
	@cat static/vendor/SHA256SUMS

.PHONY: clean
clean: stop ## Remove what setup made; the instance folder with the newsroom's data stays
	@rm -rf $(VENV) .cache .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
	@echo "Removed $(VENV) and .cache. The folder instance, with the newsroom's data, is still there."

# The virtual environment, with the first Python of 3.11 or later that runs.
$(PY):
	@set -euo pipefail; \
	for python in python3 python3.13 python3.12 python3.11 python3.14; do \
	  if $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then found=$$python; break; fi; \
	done; \
	if [ -z "$${found:-}" ]; then \
	  echo "Copydesk needs Python 3.11 or later, and none was found (looked for python3, python3.11 to python3.14)." >&2; \
	  echo "Install one (on Debian 12 or later: apt-get install python3 python3-venv) and run make again." >&2; exit 1; \
	fi; \
	echo "Making $(VENV) with $$($$found --version) ..."; \
	$$found -m venv $(VENV) || { rm -rf $(VENV); \
	  echo "python3 -m venv failed. On Debian: apt-get install python3-venv" >&2; exit 1; }

$(STAMPS): | $(PY)
	@mkdir -p $@

# requirements-dev.txt holds all of requirements.txt at the same versions: whichever was installed last counts.
$(STAMPS)/runtime: requirements.txt | $(STAMPS)
	$(call install,requirements.txt)

$(STAMPS)/dev: requirements-dev.txt | $(STAMPS)
	$(call install,requirements-dev.txt)
	@touch $(STAMPS)/runtime

define install
@set -euo pipefail; \
total=$$(grep -c '==' $(1)); \
echo "Installing $$total Python packages of $(1), each checked by its hash (a few minutes the first time) ..."; \
$(PY) -m pip install --disable-pip-version-check --no-input --progress-bar off --require-hashes -r $(1) \
  | awk -v total="$$total" '/^Collecting/ { n++; if (n % 10 == 0) { print "  " n " of about " total ": " $$2; fflush() } } \
    /^Installing collected/ { print "  unpacking ..."; fflush() }'; \
touch $@
endef

# A desk without LanguageTool still gets its report, by Harper and our own checks: failing to fetch it stops nothing
# except on CI, and is tried again at the next start.
$(LANGUAGETOOL)/installed: app/engines/languagetool/pom.xml app/engines/languagetool/SHA256SUMS | $(STAMPS)/runtime
	@if $(PY) -m app.engines.languagetool_install $(LANGUAGETOOL); then touch $@; \
	elif [ "$${CI:-}" = true ]; then exit 1; \
	else echo "Going on without LanguageTool: the smaller engine Harper checks grammar until it is there." >&2; fi
