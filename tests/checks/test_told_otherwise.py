"""Sizes in labels, values out of their range, percentiles in words, blanks with alternatives, names that something else bears, and lists of short works."""

from __future__ import annotations

import pytest

from careerlint.checks.arithmetic import check_statement_arithmetic, impossible_value
from careerlint.checks.labelled_sizes import with_label
from careerlint.config import Config
from careerlint.engine import linter
from careerlint.numbers.changes import changes
from careerlint.numbers.reading import read_numbers
from careerlint.readers import read_text

JOB = "# Ana Reyes\n\n## Experience\n\n### Halden Foods, clerk (2021-02 to 2023-04)\n- {}\n- Wrote the price list of 900 articles.\n"


def findings(text: str, code: str) -> list[str]:
    """The words of every finding of one rule."""
    document = read_text(text.encode(), "case.md", Config().limits)
    return [document.words(finding.span) for finding in linter().lint(document, Config(select=(code,), preview=True)).findings]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Quadrupled output: 20 to 60 crates", ["Quadrupled"]),
        ("Quadrupled output: 20 to 80 crates", []),
        ("We got 30% faster: 10 s before, 5 s now.", ["30%"]),
        ("Half the price: 10 to 5 EUR", []),
    ],
)
def test_a_size_in_the_label_is_compared_with_the_values_behind_it(line: str, found: list[str]) -> None:
    assert findings(f"# Shop\n- {line}\n", "HON004") == found


def test_a_label_without_a_size_gives_no_numbers() -> None:
    assert with_label("Output", "20 to 60 crates", read_numbers("20 to 60 crates")) == ("20 to 60 crates", ())


@pytest.mark.parametrize(("label", "text", "impossible"), [("IoU", "1.08", True), ("Test accuracy", "112%", True), ("IoU", "0.81", False), ("Loss", "1.08", False), ("Recall", "1.3x the old one", False)])
def test_a_value_behind_a_metric_in_the_label(label: str, text: str, impossible: bool) -> None:
    assert (impossible_value(label, text, read_numbers(text)) is not None) is impossible


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The correlation of age with speed came out as r = 1.3.", "1.3"), ("A coverage of 120% was reached by the tests.", "120"),
        ("The correlation of age with speed is -0.8.", ""), ("R² is -0.03 on the test year.", ""), ("The share of online orders grew by 120%.", ""),
        ("상위 12% (2,400팀 중 312위)", "상위 12%"), ("상위 13% (2,400팀 중 312위)", ""), ("상위 12% (2,400팀 중 290위)", ""), ("상위 7% (150팀 중 12위)", ""),
        ("30th of 1,000 teams (top 2%)", "top 2%"), ("Top 12% (312th of 2,400 teams)", "Top 12%"), ("Top 13% (312th of 2,400 teams)", ""), ("Top 12% (290th of 2,400 teams)", ""),
        ("3rd of 150 teams, i.e. lower 2 %", "2 %"), ("3rd of 150 teams, i.e. upper 2 %", ""), ("12th of 60 teams, which makes the top 10 %", "top 10 %"),
        ("From 120 to 30 minutes, three times as fast", "three times"), ("From 120 to 30 minutes, four times as fast", ""),
        ("Of 250 tickets, 50 were reopened, that is 40%", "40%"),
    ],
)
def test_values_that_cannot_be(text: str, words: str) -> None:
    found = check_statement_arithmetic(text, read_numbers(text), changes(text))
    assert [text[item.span.start : item.span.end] for item in found] == ([words] if words else [])


def test_a_blank_is_reported_by_its_own_words_whatever_alternative_matched() -> None:
    assert findings("# Letter\n\nTODO: say why this company\n", "FMT005") == ["TODO: say why this company"]
    assert not findings("# App\n\nTemplates fill {{customer}} from the CRM.\n", "FMT005")


@pytest.mark.parametrize(("line", "told"), [("Gladly supported the night team", 1), ("Duties: phone, post, filing", 1), ("Duties: wrote the rota of 30 nurses", 0), ("Attended 640 births", 0)])
def test_softened_and_labelled_duties(line: str, told: int) -> None:
    assert len(findings(JOB.format(line), "RES003")) == told


@pytest.mark.parametrize(("text", "named"), [("Fine-tuned BART for summaries.", True), ("Delays of BART trains", False), ("Trained with an MSE loss.", True), ("The MSE loss was 0.31.", False)])
def test_names_that_something_else_bears(text: str, named: bool) -> None:
    document = read_text(f"# P\n\n- {text}\n".encode(), "case.md", Config().limits)
    evidence = linter().examine(document, Config())
    assert bool({mention.skill.name for mentions in evidence.mentions for mention in mentions} & {"BART", "MSE loss"}) is named


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("# Audio notebooks\n\n## Chord recognition\n- HMM, 68 % of frames right\n## Drum separation\n- 5.1 dB SDR on 20 loops\n", "portfolio"),
        ("# Audio player\n\nA player for two formats.\n\n## Chord view\n- 68 % of frames right\n## Drum view\n- 5.1 dB\n", "project"),
        ("# What we did\n\n## Reef monitor, group of four\n- We lowered two cameras.\n", "portfolio"),
        ("# Data analyst\n\n## Stations\n### Tennis coach, 2010 - 2017\n- 60 pupils a week\n", "resume"),
        ("# Tuner\n## Motivation\nWe want to make people happy.\n", "project"),
    ],
)
def test_titles_that_only_hold_works(text: str, kind: str) -> None:
    document = read_text(text.encode(), "case.md", Config().limits)
    assert linter().lint(document, Config()).outline.kind == kind


def test_node_in_an_entry_backs_node_js() -> None:
    entry = "# Jo Reyes\n\n## Experience\n\n### Engineer, Acme (2022 - 2026)\n\n- Designed a library ({}/TypeScript) that 14 teams use.\n\n## Skills\n\nNode.js, TypeScript\n"
    assert findings(entry.format("Node"), "HON003") == []
    assert findings(entry.format("Bun"), "HON003") == ["Node.js"]


def test_a_title_may_tell_the_task_of_a_contest() -> None:
    text = "# NASA Airathon: 12th of 240, Predict Air Quality\n\n- Trained one model for each city.\n- Wrote a notebook that shows one place on one day.\n"
    assert findings(text, "FOC007") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("# Wine\n\nFind me on [LinkedIn](https://linkedin.com/in/<your_handle>).\n", ["LinkedIn"]),
        ("# Wine\n\nCode: [<repo_url>](<repo_url>)\n", ["<repo_url>"]),
        ("# Wine\n\nThe paper: [[Link]()].\n", []),
        ("# Wine\n\nSee the [repository](https://github.com/yourusername/wine).\n", ["repository"]),
        ("# Wine\n\nSee the [site](https://yourportfolio.com) and the [site](https://yourportfolio.com).\n", ["site"]),
        ("# Wine\n\nSee the [repository](https://github.com/idalund/wine).\n", []),
        ("# Wine\n\nOne hour to run on xxxx\n", ["xxxx"]),
        ("# Self-Driving Nanodegree Project 5\n\nA tracker.\n", []),
        ("# Wine\n\n## Description of the Project\n\nA tracker.\n", []),
        ("# 시리얼\n\n- box2/box1 (이곳에 꿀생강차가 들어감)\n", []),
        ("# 시리얼\n\n- 화면 (여기에 사진이 들어감)\n", ["(여기에 사진이 들어감)"]),
    ],
)
def test_what_was_never_filled_in(text: str, found: list[str]) -> None:
    assert findings(text, "FMT005") == found


TABLE = "# Churn\n\n| Model | Accuracy | Precision | Recall |\n|---|---|---|---|\n| Logistic Regression | 80% | 0.65 | {} |\n| Random Forest | 79% | 0.62 | 0.51 |\n\n**Best Model:** Random Forest\n"


def test_what_is_called_best_is_not_where_another_row_is_better_throughout() -> None:
    assert len(findings(TABLE.format("0.57"), "HON012")) == 1
    assert findings(TABLE.format("0.49"), "HON012") == []


def test_lists_in_code_and_shares_of_tools_are_nobodys_claim() -> None:
    assert findings("# Reviews\n\n- `boring`, `worst`, `awful`, `terrible`\n", "STO001") == []
    assert findings("# Drill\n\n## Tools\n\n- Claude & Gemini: helped with writing the page\n", "RES003") == []
