"""FMT013: each misspelling is told once, and what is no prose is left."""

from __future__ import annotations

from datetime import date

import pytest

from careerlint.config import Config
from careerlint.engine import linter
from careerlint.model.finding import Finding
from careerlint.readers import read_text

CONFIG = Config(select=("FMT013",), as_of=date(2026, 1, 1))


def found(text: str, name: str = "work.md") -> list[tuple[str, str | None]]:
    document = read_text(text, name)
    return [(document.words(finding.span), finding.fix) for finding in linter().lint(document, CONFIG).findings]


def findings(text: str) -> tuple[Finding, ...]:
    return linter().lint(read_text(text, "work.md"), CONFIG).findings


def test_two_misspellings_in_one_statement_are_two_findings() -> None:
    assert found("# Work\n\n- Pytorch and Tensorflow models\n") == [("Pytorch", "PyTorch"), ("Tensorflow", "TensorFlow")]


def test_other_places_are_related() -> None:
    (finding,) = findings("# Work\n\n- Github here\n- there a Github\n\n## Github pages\n\nThe end.\n")
    assert len(finding.related) == 2 and finding.statement is not None


def test_headings_count() -> None:
    assert found("# Speech in Pytorch\n\nIt runs.\n") == [("Pytorch", "PyTorch")]


def test_a_name_in_a_quotation_does_not_hide_the_next() -> None:
    text = "# Work\n\n- The guide forbids 'Github'.\n- Put the code on Github\n"
    (finding,) = findings(text)
    assert finding.span.start > text.index("Put") - 5


@pytest.mark.parametrize(
    "text",
    [
        "models/Pytorch/a.pt is loaded", "the Pytorch/ folder", "Tensorflow_gpu runs", "see Javascript.md", "#Pytorch #Github", "@Github wrote it",
        "pip install Pytorch", "the package Tensorflow-gpu", "run `Pytorch`", "> Written in Pytorch by the authors",
        "## References\n\n- An introduction to Tensorflow, 2019",
    ],
)  # fmt: skip
def test_silent_outside_prose(text: str) -> None:
    assert not found(f"# Work\n\n{text}\n")


@pytest.mark.parametrize("text", ["Pytorch-based models", "Tensorflow/Keras", "Keras/Tensorflow models", "the Github.", "(Github)", "Pytorch로"])
def test_prose_beside_punctuation(text: str) -> None:
    assert len(found(f"# Work\n\n- Built {text} for ships\n")) == 1
