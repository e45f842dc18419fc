# Two commands: `make try` lints an example, `make test` runs every check. Both set up what they need.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: try test eval weights spacing quality review clean

try: $(VENV)/.installed
	$(BIN)/careerlint check examples/poor/ko-ml-junior.docx || test $$? -eq 1

test: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/pytest

eval: $(VENV)/.installed-dev
	$(BIN)/python tests/evaluation/measure.py

# Learns the weights of words in rules/weights again; needed after many new labelled documents or examples.
weights: $(VENV)/.installed-dev
	$(BIN)/python -m pip install --quiet --editable ".[weights]"
	$(BIN)/python tests/evaluation/weigh.py

# Learns again where a space stands between two Korean letters, for lines that a PDF broke.
spacing: $(VENV)/.installed-dev
	$(BIN)/python -m pip install --quiet --editable ".[weights]"
	$(BIN)/python tests/evaluation/spacing.py

# Writes the generated documents: the figures of all rules, their pages, and what of the talk they carry.
quality: $(VENV)/.installed-dev
	$(BIN)/python tests/evaluation/measure.py --write
	$(BIN)/careerlint rules pages docs/rules
	$(BIN)/python docs/build.py

review: $(VENV)/.installed-dev
	$(BIN)/python tests/evaluation/review.py $(FOLDER)

$(VENV)/.installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --editable .
	touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	touch $@

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache
