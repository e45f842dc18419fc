"""HON003, FOC001 and FOC002: what is listed, what was used, and which field a project belongs to."""

from __future__ import annotations

import pytest
from linting import examined, findings

from careerlint.checks.project_fields import field_of_entry, fields_of
from careerlint.checks.skill_use import evidenced, used_skills

SKILLS = {"torchvision": {"part_of": ["PyTorch"]}, "PyTorch": {"part_of": ["Python"]}, "U-Net": {"fields": ["cv"]}, "machine learning": {}}
RESUME = "# Resume\n\n## Skills\n\n{skills}\n\n## Projects\n\n### Harbour map\n\n- {told}\n"


def unbacked(skills: str, told: str) -> str:
    found = findings("HON003", RESUME.format(skills=skills, told=told))
    return found[0].message.partition(": ")[2] if found else ""


def test_evidence_reaches_the_whole_and_machine_learning() -> None:
    assert evidenced(["torchvision", "U-Net"], SKILLS) == {"torchvision", "PyTorch", "Python", "U-Net", "machine learning"}


def test_a_circle_of_parts_ends() -> None:
    assert evidenced(["a"], {"a": {"part_of": ["b"]}, "b": {"part_of": ["a"]}}) == {"a", "b"}


@pytest.mark.parametrize(
    "skills,told,missing",
    [
        ("Python, SQL, Kafka", "Loaded logs with Python into PostgreSQL", "Kafka"),
        ("AWS, PyTorch, scikit-learn", "Trained in torch on EC2, baseline by sklearn", ""),
        ("Git, Slack, VS Code, Linux, Excel", "Drew maps", ""),
        ("EC2, S3", "Moved the page to AWS", ""),
        ("Python, pandas, Matplotlib", "Wrote a Python script", ""),
        ("pandas", "Wrote a Java program", "pandas"),
        ("Python", "Trained a ResNet on photos", ""),
        ("machine learning, statistics, teamwork", "Drew maps", ""),
        ("Scala (2 projects), Rust", "Drew maps", ""),
        ("Learning: Rust, Scala", "Drew maps", ""),
        ("Rust, Scala", "Drew maps", "Rust, Scala"),
        ("Coursework: Rust, Scala", "Drew maps", ""),
        ("수업에서 사용: Rust, Scala", "Drew maps", ""),
        ("Experience: Rust, Scala", "Drew maps", "Rust, Scala"),
        ("Unity, Spring", "Developed for phones in Unity and shown in Spring 2020", "Spring"),
        ("Unity, Express", "Unity Hall was drawn, with Express-Line to it", "Unity, Express"),
        ("Docker, Kubernetes", "Packed the page in Docker", "Kubernetes"),
        ("Docker, Kubernetes, Argo CD", "Ran the page on Kubernetes", "Argo CD"),
        ("Kubernetes, Docker", "Ran the page on EKS", ""),
        ("Kubernetes, Google Cloud", "Ran the page on Compute Engine", "Kubernetes"),
        ("Docker, SQL, Google Cloud", "Ran the page on Cloud Run with Cloud SQL", ""),
        ("Compute Engine, Cloud Run", "Ran the page on GCP", ""),
        ("PyTorch, torchvision, Detectron2", "Trained in PyTorch", "Detectron2"),
        ("React, Next.js, React Native", "Built the page in React", "Next.js, React Native"),
        ("Spark, PySpark, Databricks", "Counted ferries with Spark", "Databricks"),
        ("Elasticsearch, Kibana", "Searched 3 million titles with Elasticsearch", "Kibana"),
        ("Elasticsearch", "Drew ferries in Kibana", ""),
        ("Elasticsearch", "Sent logs with Fluentd", "Elasticsearch"),
        ("PostgreSQL, pgvector", "Moved the tickets to PostgreSQL", "pgvector"),
        ("DAX", "Drew ferries in Power BI", ""),
    ],
)
def test_unbacked_skills(skills: str, told: str, missing: str) -> None:
    assert unbacked(skills, told) == missing


def test_a_heading_code_and_a_course_are_uses() -> None:
    text = "# Resume\n\n## Skills\n\nRust, Redis, Tableau\n\n## Projects\n\n### Rust harbour map\n\n- Drew maps\n\n```\nredis-cli ping\n```\n\n## Courses\n\n- Tableau evening course\n"
    assert not findings("HON003", text)


@pytest.mark.parametrize("heading", ["Stack & Skill", "Skills & Stack", "Tech Stack and Skills"])
def test_a_stack_of_skills_lists_skills(heading: str) -> None:
    assert findings("HON003", f"# Resume\n\n## {heading}\n\n- Rust\n\n## Projects\n\n### Harbour map\n\n- Drew maps in Java\n")


def test_a_summary_is_no_use() -> None:
    text = "# Resume\n\n## Summary\n\nI know Rust.\n\n## Skills\n\nRust\n\n## Projects\n\n### Harbour map\n\n- Drew maps\n"
    assert findings("HON003", text)


def test_many_unbacked_skills_are_one_finding_with_a_short_list() -> None:
    skills = "Rust, Scala, Kafka, Redis, Spark, Flink, Hive, Trino, Presto, Neo4j"
    (finding,) = findings("HON003", RESUME.format(skills=skills, told="Drew maps"))
    assert "and 2 more" in finding.message and len(finding.related) == 9


def test_a_document_without_stories_has_nothing_to_compare() -> None:
    assert not findings("HON003", "# Resume\n\n## Skills\n\nRust, Scala\n")


def test_used_skills_of_a_document() -> None:
    assert {"PyTorch", "Python", "Docker"} <= used_skills(examined(RESUME.format(skills="Kafka", told="torchvision in Docker")))
    assert "Kafka" not in used_skills(examined(RESUME.format(skills="Kafka", told="torchvision in Docker")))


@pytest.mark.parametrize(
    "title,told,field",
    [
        ("Bridge photos", "U-Net, IoU 0.7", "cv"),
        ("Hotel reviews", "BERT, F1 0.88", "nlp"),
        ("Answers from house rules", "RAG with an LLM, 81% right", "nlp"),
        ("Captions for X-rays", "Vision-language model, CIDEr 0.6", "cv"),
        ("Song recommender", "NDCG 0.3", "recsys"),
        ("Wake word", "Small CNN on MFCC, 2 false alarms", "speech"),
        ("Portraits", "StyleGAN2, FID 14", "generative"),
        ("Maze runner", "PPO, mean reward 250", "rl"),
        ("Rent", "CatBoost, MAE 71", "tabular"),
        ("Photo gallery", "First page in 1 s", ""),
        ("Voice memo page", "Recording and play back", ""),
    ],
)
def test_field_of_a_project(title: str, told: str, field: str) -> None:
    evidence = examined(f"# Portfolio\n\n## Projects\n\n### {title}\n\n- {told}\n\n### Other\n\n- Drew maps\n")
    assert field_of_entry(evidence, 0, fields_of(evidence.vocabulary["fields"])) == field


FIELDS = "# Work\n\n## Projects\n\n### Bridge photos\n\n- U-Net, IoU 0.7\n\n### Reviews\n\n- BERT, F1 0.8\n\n### Film recommender\n\n- NDCG 0.3\n\n### Rent\n\n- CatBoost, MAE 7\n"


def test_four_fields_are_too_many_but_not_for_a_generalist() -> None:
    (finding,) = findings("FOC001", FIELDS)
    assert "4 fields" in finding.message
    assert not findings("FOC001", FIELDS, role="generalist")


def test_one_field_with_half_of_the_projects_is_a_centre() -> None:
    more = "\n### Crack photos\n\n- ResNet, F1 0.8\n\n### Lane segmentation\n\n- IoU 0.7\n"
    assert not findings("FOC001", FIELDS + more)


def test_role_gap_needs_a_role() -> None:
    assert not findings("FOC002", FIELDS)
    assert not findings("FOC002", FIELDS, role="generalist")
    (finding,) = findings("FOC002", FIELDS, role="data-engineer")
    assert finding.message.endswith("SQL, ETL or Airflow, a data warehouse")


@pytest.mark.parametrize("told", ["I will learn Airflow and Snowflake next year.", "Plan: move SQL queries to Snowflake with Airflow"])
def test_plans_and_lists_are_no_evidence_for_a_role(told: str) -> None:
    text = f"# Resume\n\n## Skills\n\nSQL, Airflow, Snowflake\n\n## Projects\n\n### Map\n\n- Drew maps in Python\n\n## Plans\n\n- {told}\n"
    (finding,) = findings("FOC002", text, role="data-engineer")
    assert "data warehouse" in finding.message
