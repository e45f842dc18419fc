"""HON011, the note: one value of a metric in the document, one other value in the results of its repository."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hits import findings_on
from repositories import PLAIN, readme, repository

ACCURACY = {"results/metrics.json": '{"accuracy": 0.7841}'}
NOTEBOOK = json.dumps({"cells": [{"cell_type": "code", "source": ["print(f1)"], "outputs": [{"text": ["F1: 0.74\n"]}]}]})

DIFFER = [
    ("시험 정확도 0.91을 얻었다.", {"results/metrics.json": '{"test_accuracy": 0.7841}'}),
    ("정확도는 91.2%였다.", ACCURACY),
    ("F1은 0.83이었다.", {"train.ipynb": NOTEBOOK}),
    ("The test accuracy is 0.91.", {"results/metrics.json": '{"test": {"accuracy": 0.7841}}'}),
    ("It reached an accuracy of 91.2%.", {"metrics.csv": "metric,value\naccuracy,78.41\n"}),
    ("The RMSE is 2.14.", {"results/scores.txt": "RMSE: 3.02\n"}),
]


@pytest.mark.parametrize(("claim", "files"), DIFFER)
def test_another_value(tmp_path: Path, claim: str, files: dict[str, str]) -> None:
    path = repository(tmp_path / "a", {**PLAIN, **files, "README.md": readme(claim)}) / "README.md"
    (finding,) = findings_on(path, "HON011")
    assert finding.level == "note" and next(iter(files)) in finding.message


AGREE = [
    ("정확도는 78.4%였다.", ACCURACY),
    ("정확도는 0.78이었다.", ACCURACY),
    ("정확도는 약 80%였다.", ACCURACY),
    ("The accuracy is 0.784.", ACCURACY),
    # One of several agrees, or several differ.
    ("The accuracy is 0.91.", {**ACCURACY, "results/other.txt": "best 0.9104\n"}),
    ("The accuracy is 0.91.", {**ACCURACY, "results/second.json": '{"accuracy": 0.81}'}),
    # Another split, another part, another metric.
    ("The test accuracy is 0.91.", {"results/metrics.json": '{"train_accuracy": 0.99}'}),
    ("The accuracy is 0.91.", {"results/metrics.json": '{"val_accuracy": 0.88}'}),
    ("The accuracy is 0.91.", {"results/metrics.json": '{"class_3": {"accuracy": 0.5}}'}),
    ("The accuracy is 0.91.", {"results/metrics.json": '{"f1": 0.5}'}),
    # Several values are told, or none as a result.
    ("The accuracy is 0.91. With all features the accuracy is 0.93.", ACCURACY),
    ("The accuracy rose from 0.71 to 0.91.", ACCURACY),
    ("The goal was an accuracy of 0.91.", ACCURACY),
    ("The paper reports an accuracy of 0.91.", ACCURACY),
    ("| model | accuracy |\n|---|---|\n| ours | 0.91 |", ACCURACY),
    # Nothing that can be read.
    ("The accuracy is 0.91.", {"results/metrics.json": "{"}),
    ("The accuracy is 0.91.", {}),
]


@pytest.mark.parametrize(("claim", "files"), AGREE)
def test_a_value_that_agrees_or_is_another(tmp_path: Path, claim: str, files: dict[str, str]) -> None:
    path = repository(tmp_path / "a", {**PLAIN, **files, "README.md": readme(claim)}) / "README.md"
    assert findings_on(path, "HON011") == ()
