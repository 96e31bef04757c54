# The portal's front door. `make help` lists what it opens.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
NEXT := var/next
MANAGE := $(BIN)/python manage.py
export PORT ?= 8000
SECONDS ?= 600

.DEFAULT_GOAL := help
.PHONY: help run audit test test-next test-faults fuzz check bench bench-search messages format clean

help: ## Show this help
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

run: $(VENV)/.run ## Start the portal on http://127.0.0.1:8000 (PORT=…)
	@$(MANAGE) run

test: $(VENV)/.dev ## Run every test (browser tests where Chromium is there)
	@$(MANAGE) build_messages --verbosity 0
	@sh portal/tests/engines.sh $(BIN)/python $(ARGS)

test-next: ## Run the tests on the newest Wagtail and Django (ARGS=…)
	@$(PYTHON) -m venv --clear $(NEXT)
	@sed -E '/^# What those bring along/,$$d; s/^(Django|wagtail|django-modelcluster)==.*/\1/' \
	  requirements.txt > $(NEXT)/requirements.txt
	@cp requirements-dev.txt requirements-watch.txt $(NEXT)/
	@$(NEXT)/bin/python -m pip install --quiet --disable-pip-version-check -r $(NEXT)/requirements-dev.txt
	@$(NEXT)/bin/python -m pip list --disable-pip-version-check | grep -iE '^(django|wagtail) '
	@$(NEXT)/bin/python manage.py build_messages --verbosity 0
	@sh portal/tests/engines.sh $(NEXT)/bin/python $(ARGS)

test-faults: $(VENV)/.dev ## Stop, fill and starve the servers the portal stands on (ARGS=…)
	@$(BIN)/python -m pytest -s -m faults portal/tests/faults $(ARGS)

fuzz: $(VENV)/.dev ## Draw new examples for the properties (SECONDS=600 ARGS=…)
	@$(MANAGE) build_messages --verbosity 0
	@end=$$(($$(date +%s) + $(SECONDS))); \
	while [ "$$(date +%s)" -lt "$$end" ]; do \
	  $(BIN)/python -m pytest -m hypothesis --hypothesis-profile fuzz $(ARGS) || exit; \
	done

check: $(VENV)/.dev ## Lint, types, layers, migrations, translations, deployment settings
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/djlint --lint --quiet templates
	@$(BIN)/lint-imports
	@$(MANAGE) makemigrations --check --dry-run
	@$(MANAGE) build_messages --verbosity 0
	@$(MANAGE) check_messages
	@$(MANAGE) build_assets --verbosity 0
	@SECRET_KEY=$$($(BIN)/python -c 'import secrets; print(secrets.token_urlsafe(60))') \
	  SITE_URL=https://portal.example ALLOWED_HOSTS=portal.example \
	  $(MANAGE) check --deploy --fail-level WARNING --settings portal.settings.production

audit: $(VENV)/.dev ## Judge one page of each kind by vnu, html-validate, axe, Lighthouse (URL=… ARGS=axe)
	@$(BIN)/python -m portal.audit --url $(or $(URL),http://127.0.0.1:$(PORT)) $(ARGS)

bench: $(VENV)/.dev ## Measure pages, a full library, a crowd registering (ARGS=library)
	@$(BIN)/python -m portal.bench $(ARGS)

bench-search: $(VENV)/.dev ## Measure search on each engine (ARGS=natural: readers' own words)
	@$(BIN)/python -m portal.bench $(if $(filter natural,$(ARGS)),$(ARGS),search $(ARGS))

messages: $(VENV)/.dev ## Collect new words to translate into locale/vi
	@$(MANAGE) make_messages

format: $(VENV)/.dev ## Format Python
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

clean: ## Remove what was built; your content in var/ stays
	rm -rf $(VENV) var/static var/assets

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed")'
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements.txt | $(VENV)/bin/python
	@echo "Installing what the portal runs on …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/.dev: requirements-dev.txt requirements.txt | $(VENV)/bin/python
	@echo "Installing what the tests need …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@ $(VENV)/.run
