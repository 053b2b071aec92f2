# The two commands of a new machine are `make run` and `make test`; both set everything up first.

VENV := .venv
PYTHON := $(VENV)/bin/python
SETUP := $(VENV)/.installed

.PHONY: run test lint bench translations texts build check-build audit soak demo manual clean

run: $(SETUP) translations
	$(PYTHON) -m compileall -q sad_desktop
	$(PYTHON) tools/run.py

test: $(SETUP) translations lint
	$(PYTHON) -m pytest -n auto --dist worksteal

lint: $(SETUP)
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/ruff check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports

bench: $(SETUP) translations
	$(PYTHON) -m bench

# Compiles translations/*.ts; `make texts` first collects new texts from the sources.
translations: $(SETUP)
	$(PYTHON) tools/translations.py compile

texts: $(SETUP)
	$(PYTHON) tools/translations.py update

build: $(SETUP) translations
	$(VENV)/bin/pyinstaller --noconfirm build.spec

# The built folder, moved to a folder with an Arabic name, run without Python, fonts or network
check-build: build
	$(PYTHON) tools/check_build.py dist/sad-desktop

# Random keying on the real window, both languages: make soak SECONDS=120 SEED=7
SECONDS ?= 7200
SEED ?= 1
soak: $(SETUP) translations
	QT_QPA_PLATFORM=offscreen $(PYTHON) -m tests.gui.soak --seconds $(SECONDS) --seed $(SEED)

demo: $(SETUP) translations
	QT_QPA_PLATFORM=offscreen $(PYTHON) -m sad_desktop demo -o demo

# Pictures of the running program into resources/manual, the manual as PDF into dist/
manual: $(SETUP) translations
	QT_QPA_PLATFORM=offscreen PYTHONPATH=. $(PYTHON) tools/manual.py

# Asks the public databases for known faults of what is shipped; needs the network
audit:
	python3 -m venv build/audit
	build/audit/bin/pip install --quiet --disable-pip-version-check pip-audit==2.10.1
	build/audit/bin/pip-audit --no-deps --disable-pip -r constraints.txt

$(SETUP): pyproject.toml constraints.txt tools/setup.sh
	sh tools/setup.sh $(VENV)
	touch $(SETUP)

clean:
	rm -rf $(VENV) build dist demo translations/*.qm
