# `make site` and `make test` set up a Debian machine that has only Swift: scripts/need installs
# with apt what is missing, and says so.

PYTHON := .venv/bin/python
SPEC := .build/gfm-spec.txt
STEMS := .build/stems.txt

.PHONY: help site test lint manual bench bench-search clean build venv
.NOTPARALLEL:

help: ## Show this list
	@sed -nE 's/^([a-z-]+):.*## (.*)/make \1\t\2/p' Makefile | expand -t 14

site: build ## Build sitegen, and Content into Public
	.build/release/sitegen

test: build venv $(SPEC) $(STEMS) ## Run all tests, those in a browser as well
	@scripts/need python3 openssl
	SITEGEN_SPEC="$(CURDIR)/$(SPEC)" SITEGEN_STEMS="$(CURDIR)/$(STEMS)" swift test
	@scripts/need nodejs
	SITEGEN_STEMS="$(CURDIR)/$(STEMS)" node --test Tests/JavaScript
	$(PYTHON) -m pytest -q Tests/Browser

lint: ## Check the format of the sources
	swift format lint --strict -r Sources Tests Package.swift
	@scripts/tidy

manual: ## Write the manual pages into .build/man: man .build/man/sitegen.1
	@mkdir -p .build/man
	swift package --allow-writing-to-package-directory generate-manual --multi-page --output-directory .build/man
	@rm -f .build/man/sitegen.trial.1 .build/man/sitegen.search-*.1

bench: ## Compare sitegen with its rivals (BENCH="--notes 1000")
	@if [ -x ../shared/bench/compare ]; then ../shared/bench/compare $(BENCH); \
	else echo "No comparison to run: ../shared/bench/compare is not there."; fi

bench-search: build venv ## Compare the search with Pagefind's (BENCH="--misses")
	$(PYTHON) -m pip install --quiet --disable-pip-version-check -r Benchmarks/search/requirements.txt
	$(PYTHON) Benchmarks/search/run.py $(BENCH)

clean: ## Remove what was built: .build, .venv and Public
	rm -rf .build .venv
	git clean -fdXq Public

build:
	@scripts/need pkg-config libcmark-gfm-dev libcmark-gfm-extensions-dev libdeflate-dev libcurl4-openssl-dev
	swift build -c release --product sitegen

venv:
	@scripts/need python3-venv chromium default-jre-headless graphviz
	@[ -x $(PYTHON) ] || python3 -m venv .venv
	$(PYTHON) -m pip install --quiet --disable-pip-version-check -r Tests/Browser/requirements.txt

$(SPEC):
	@scripts/gfm-spec $@

$(STEMS): scripts/stems | venv
	@scripts/need wamerican
	$(PYTHON) scripts/stems $@
