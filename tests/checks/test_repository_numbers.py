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
    # Whole percents, labels, changes, several metrics.
    ("정확도 94%를 달성했습니다.", ACCURACY),
    ("정확도는 94%입니다.", ACCURACY),
    ("Achieved 94% accuracy.", ACCURACY),
    ("Our classifier performs well: it has an accuracy of 94%.", ACCURACY),
    ("- Accuracy: 94.1%", ACCURACY),
    ("- **정확도**: 0.94", ACCURACY),
    ("Test accuracy: **94%**", {"results/metrics.json": '{"train_accuracy": 0.99, "test_accuracy": 0.7841}'}),
    ("Accuracy improved from 0.71 to 0.94.", ACCURACY),
    ("정확도를 0.71에서 0.94로 높였습니다.", ACCURACY),
    ("정확도가 71%에서 94%로 향상되었습니다.", ACCURACY),
    ("The best model has 0.94 accuracy.", ACCURACY),
    ("It reached an accuracy of 0.94 and an F1 of 0.77.", {"results/metrics.json": '{"accuracy": 0.7841, "f1": 0.7702}'}),
    ("정확도 0.78, F1 0.91을 얻었습니다.", {"results/metrics.json": '{"accuracy": 0.7841, "f1": 0.7702}'}),
    ("The accuracy is 0.91.", {"results/metrics.json": '{"test_accuracy": 0.7841}'}),
    ("The macro F1 is 0.91.", {"results/metrics.json": '{"macro_f1": 0.7841}'}),
    ("The accuracy is 94%.", {"results/metrics.json": '{"accuracy": 0.7841, "epochs": 6}'}),
    ("정확도는 0.94이다.\n\n시험을 마친 모델의 정확도는 94%입니다.", ACCURACY),
    # Tables: the same model, the same metric.
    ("| Model | Accuracy |\n|---|---|\n| CNN | 0.94 |\n| SVM | 0.80 |", {"results/table.csv": "model,accuracy\nCNN,0.90\nSVM,0.80\n"}),
    ("| 모델 | 정확도(%) |\n|---|---|\n| **CNN** (ours) | 94.1 |\n| SVM | 80.2 |", {"results/table.csv": "model,acc\nsvm,0.8021\ncnn,0.9033\n"}),
    ("| Model | Accuracy |\n|---|---|\n| CNN | **0.94** 🏆 |\n| SVM | 0.80 |", {"results/table.csv": "model,accuracy\nCNN,0.90\nSVM,0.80\n"}),
    ("| Metric | CNN | SVM |\n|---|---|---|\n| Accuracy | 94% | 80% |", {"results/all.json": '[{"model": "CNN", "accuracy": 0.9}, {"model": "SVM", "accuracy": 0.8}]'}),
    ("| Model | RMSE |\n|---|---|\n| LightGBM | 2.14 |", {"results/scores.json": '{"LightGBM": {"rmse": 3.02}, "SVM": {"rmse": 4.4}}'}),
    ("| Model | RMSE |\n|---|---|\n| LightGBM | 2.14 |", {"results/scores.csv": "metric,LightGBM,SVM\nrmse,3.02,4.4\n"}),
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
    ("정확도는 0.91이다.\n\n더 큰 모델의 정확도는 0.92이다.", ACCURACY),
    ("정확도는 91%이다.\n\n더 큰 모델의 정확도는 0.94이다.", ACCURACY),
    ("The accuracy rose from 0.7841 to 0.91.", ACCURACY),
    ("The accuracy rose from 0.71 to 0.784.", ACCURACY),
    ("정확도가 61%에서 78%로 향상되었습니다.", ACCURACY),
    ("정확도를 14%p 높였습니다.", ACCURACY),
    ("- Target accuracy: 0.91", ACCURACY),
    ("- 목표 정확도: 91%", ACCURACY),
    ("The baseline has an accuracy of 0.91.", ACCURACY),
    ("기준 모델의 정확도는 0.91이었다.", ACCURACY),
    ("정확도 70% 이상을 달성했습니다.", ACCURACY),
    ("The first version had an accuracy of 0.91, now it is 0.784.", ACCURACY),
    ("An earlier version had an accuracy of 0.91.", ACCURACY),
    ("The accuracy for class cat is 0.91.", ACCURACY),
    ("5-fold 평균 정확도는 0.91이다.", ACCURACY),
    ("The macro F1 is 0.91.", {"results/metrics.json": '{"f1": 0.7841}'}),
    ("The accuracy is 0.91.", {"results/metrics.json": '{"train_accuracy": 0.99, "test_accuracy": 0.7841}'}),
    ("The accuracy is 0.91.", {"results/metrics.json": '{"best_accuracy": 0.93}'}),
    ("The accuracy is 0.91.", {"results/log.csv": "epoch,accuracy\n1,0.7\n2,0.75\n"}),
    ("| Model | Accuracy |\n|---|---|\n| CNN | 0.90 |\n| SVM | 0.80 |", {"results/table.csv": "model,accuracy\nCNN,0.9012\nSVM,0.80\n"}),
    ("| Model | Accuracy |\n|---|---|\n| CNN | 0.94 |\n| SVM | 0.80 |", {"results/table.csv": "model,accuracy\nResNet,0.90\nMLP,0.81\n"}),
    ("| Model | Accuracy |\n|---|---|\n| CNN | 0.94 |", {"results/table.csv": "run,model,accuracy\n1,CNN,0.90\n2,CNN,0.91\n"}),
    ("| Model | Val accuracy |\n|---|---|\n| CNN | 0.94 |", {"results/table.csv": "model,test_accuracy\nCNN,0.90\n"}),
    ("| Model | Accuracy |\n|---|---|\n| CNN | 0.94 |", {"results/table.csv": "model,accuracy\nCNN,0.90\n", "results/second.csv": "model,accuracy\nnew,0.942\n"}),
    ("| Model | Accuracy |\n|---|---|\n| CNN (augmented) | 0.94 |", {"results/table.csv": "model,accuracy\nCNN,0.90\n"}),
    ("| Model | Accuracy |\n|---|---|\n| Paper | 0.94 |", {"results/table.csv": "model,accuracy\nPaper,0.90\n"}),
    ("| Model | Accuracy |\n|---|---|\n| CNN | ~0.94 |", {"results/table.csv": "model,accuracy\nCNN,0.90\n"}),
    ("| Model | Latency |\n|---|---|\n| CNN | 3.5 ms |", {"results/table.csv": "model,latency\nCNN,0.0041\n"}),
    ("| Class | F1 |\n|---|---|\n| cat | 0.94 |", {"results/table.csv": "class,f1\ncat,0.90\n"}),
    ("| 클래스 | F1 |\n|---|---|\n| 고양이 | 0.94 |", {"results/table.csv": "class,f1\n고양이,0.90\n"}),
    ("| Class | F1 |\n|---|---|\n| cat | 0.94 |", {"results/table.csv": "model,f1\nCNN,0.90\n"}),
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
