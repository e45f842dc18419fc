# Two commands: `make try` lints an example, `make test` runs every check. Both set up what they need.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: try test eval review lint clean

try: $(VENV)/.installed
	-$(BIN)/careerlint check examples/poor/ko-ml-junior.docx

test: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/pytest

eval: $(VENV)/.installed-dev
	$(BIN)/python tests/evaluation/measure.py

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
