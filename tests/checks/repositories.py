"""Small git repositories for the tests of rules that look at one."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

PLAIN = {"app.py": "import flask\n", "requirements.txt": "flask\n", "src/read.py": "import os\n"}
"""A repository in which a small program stands, and nothing that is claimed."""


def git(root: Path, *arguments: str) -> None:
    """Run git in a repository, whatever the user has configured."""
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    settings = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "protocol.file.allow=always")
    subprocess.run(["git", *settings, *arguments], cwd=root, env=environment, check=True, capture_output=True)


def repository(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """A repository with these files tracked; the folder may exist."""
    root.mkdir(parents=True, exist_ok=True)
    git(root, "init", "--quiet")
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "first")
    return root


def readme(claim: str) -> str:
    """A README of one project that makes a claim."""
    if any("가" <= letter <= "힣" for letter in claim):
        return f"# 정류장 혼잡도\n\n## 소개\n\n버스 정류장의 혼잡도를 미리 보여 준다.\n\n## 구현\n\n{claim}\n"
    return f"# Crowded stops\n\n## Overview\n\nShows how crowded a bus stop will be.\n\n## Implementation\n\n{claim}\n"
