"""The files that `careerlint init` writes: a commented configuration, a workflow and a pre-commit entry."""

from __future__ import annotations

from careerlint.settings.keys import KEYS

WORKFLOW_PATH = ".github/workflows/careerlint.yml"
PRE_COMMIT_PATH = ".pre-commit-config.yaml"
REPOSITORY = "https://github.com/careerlint/careerlint"


def settings_text() -> str:
    """A careerlint.toml in which every key stands as a comment with its default or an example."""
    lines = [
        "# The configuration of careerlint for the documents in this folder and below.",
        "# `careerlint config FILE` shows what applies to a file and where it comes from.",
        "",
    ]
    for name, key in KEYS.items():
        lines += [f"# {key.about}", f"# {name} = {key.example}", ""]
    return "\n".join(lines)


def workflow_text(version: str) -> str:
    """A workflow that reviews every pull request; it fails on warnings that the change brings."""
    return f"""\
name: careerlint
on: pull_request
permissions:
  contents: read
jobs:
  careerlint:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: careerlint/careerlint@v{version}
        with:
          paths: README.md
"""


def pre_commit_text(version: str) -> str:
    """A configuration of pre-commit with the hook of careerlint."""
    return f"""\
repos:
  - repo: {REPOSITORY}
    rev: v{version}
    hooks:
      - id: careerlint
"""
