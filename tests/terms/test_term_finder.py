"""The term finder: which technologies a text names, in every spelling, and which words only look like one."""

from __future__ import annotations

import pytest

from careerlint.engine import linter
from careerlint.model.span import Span
from careerlint.terms import TermFinder

FINDER = linter().terms


def names(text: str) -> list[str]:
    return [mention.skill.name for mention in FINDER.find(text)]


def spellings(text: str) -> list[str]:
    return [mention.spelling for mention in FINDER.find(text)]


@pytest.mark.parametrize(
    "text,found",
    [
        ("YOLOv8n과 ResNet-50, EfficientNetB4", ["YOLOv8n", "ResNet-50", "EfficientNetB4"]),
        ("GPT-4o-mini and Llama-3-8B", ["GPT-4o-mini", "Llama-3-8B"]),
        ("klue/roberta-large, ViT-B/16, Swin-T, T5-base", ["klue/roberta-large", "ViT-B/16", "Swin-T", "T5-base"]),
        ("U-Net++ and DeepLabV3+", ["U-Net++", "DeepLabV3+"]),
        ("PyTorch 1.13", ["PyTorch"]),
        ("two GANs and three CNNs", ["GANs", "CNNs"]),
    ],
)
def test_versions_and_sizes_belong_to_the_name(text: str, found: list[str]) -> None:
    assert spellings(text) == found


@pytest.mark.parametrize(
    "text,found",
    [
        ("BERT기반 모델", ["BERT"]),
        ("파이토치모델을 도커로 배포", ["PyTorch", "Docker"]),
        ("스프링부트와 엘라스틱서치를", ["Spring Boot", "Elasticsearch"]),
        ("랜덤 포레스트, 랜덤포레스트, RandomForest", ["random forest"] * 3),
        ("A/B 테스트를 설계", ["A/B test"]),
        ("k-평균과 K-Means, kmeans", ["k-means"] * 3),
        ("LightGBM·XGBoost·CatBoost", ["LightGBM", "XGBoost", "CatBoost"]),
        ("통계학과를 졸업", []),
        ("두 화면을 A/B 테스트해 모델을 양자화했다", ["A/B test", "quantization"]),
    ],
)
def test_korean_particles_and_spacing(text: str, found: list[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "vitamin C and an X-Ray", "a go-to-market plan", "the Spring 2022 semester", "attention to detail", "S&P 500, R&D", "the crossed polars",
        "an HTML canvas", "data/proc and src/py test", "the page reacts at once", "we go to C", "a flask of tea", "a spark of interest", "see below. Py tests pass",
        "Great expectations", "https://github.com/a/pytorch", "me@pytorch.org", "an open API", "swift and express delivery",
    ],
)  # fmt: skip
def test_ordinary_words_name_nothing(text: str) -> None:
    assert not set(names(text)) - {"HTML"}


@pytest.mark.parametrize(
    "text,found",
    [
        ("Python, R, Go, C", ["Python", "R", "Go", "C"]),
        ("C/C++와 Java", ["C", "C++", "Java"]),
        ("R을 사용해 분석", ["R"]),
        ("written in Go.", ["Go"]),
        ("- R\n- Python", ["R", "Python"]),
        ("Java/Spring", ["Java", "Spring"]),
        ("flask, redis, airflow", ["Flask", "Redis", "Airflow"]),
        ("a flask and an airflow", []),
    ],
)
def test_short_names_count_beside_others(text: str, found: list[str]) -> None:
    assert names(text) == found


def test_the_longest_name_wins() -> None:
    assert names("React Native, Spring Boot, Retrieval-Augmented Generation") == ["React Native", "Spring Boot", "RAG"]


def test_offsets_are_those_of_the_document() -> None:
    (mention,) = FINDER.find("uses Pytorch", 100)
    assert mention.span == Span(105, 112)
    assert [(slip.span, slip.right) for slip in mention.slips] == [(Span(105, 112), "PyTorch")]


@pytest.mark.parametrize(
    "text,right",
    [
        ("Pytorch", ["PyTorch"]), ("Github Actions", ["GitHub"]), ("Tensorflow Lite", ["TensorFlow"]), ("MySql", ["MySQL"]), ("MLFlow", ["MLflow"]),
        ("Kubernates", ["Kubernetes"]), ("Java Script", ["JavaScript"]), ("pytorch", []), ("PYTORCH", []), ("Pandas", []), ("Resnet50", []),
    ],
)  # fmt: skip
def test_slips(text: str, right: list[str]) -> None:
    assert [slip.right for mention in FINDER.find(text) for slip in mention.slips] == right


def test_techniques_are_choices_and_no_tools() -> None:
    techniques = {name for name, skill in FINDER.skills.items() if skill.technique}
    assert {"BERT", "random forest", "focal loss", "PostgreSQL", "Redis", "Triton Inference Server", "RAG"} <= techniques
    assert not techniques & {"Python", "SQL", "pandas", "Git", "GitHub", "Matplotlib", "PyTorch", "Docker", "ETL", "A/B test", "Tableau"}


def test_a_vocabulary_of_ones_own() -> None:
    finder = TermFinder.from_data({"Foo Bar": {"kind": "tool", "also": ["=FB"]}, "Baz": {"kind": "library", "part_of": ["Foo Bar"], "exact": True}})
    assert [mention.skill.name for mention in finder.find("foo-bar, FB, fb, Baz, baz; a baz")] == ["Foo Bar", "Foo Bar", "Baz", "Baz"]
