"""The same bytes on every machine: two processes that order their sets differently, and have kept nothing, write the same files."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
POOR = ROOT / "examples" / "poor"
DOCUMENTS = ("ko-ml-junior.pdf", "ko-ml-junior.docx", "en-portfolio.md", "en-career-changer.pdf")
DAY = ("--as-of", "2026-01-01")
_FINDINGS = 1


def run(seed: str, folder: Path, *arguments: str | Path) -> int:
    """Call careerlint in a child with this seed of hashes, which compiles the rules itself: its cache is empty when it is called first."""
    environment = {**os.environ, "PYTHONHASHSEED": seed, "XDG_CACHE_HOME": str(folder / "cache"), "COLUMNS": "100"}
    done = subprocess.run([sys.executable, "-m", "careerlint", *arguments], capture_output=True, env=environment, timeout=300, cwd=ROOT, check=False)
    assert done.returncode in (0, _FINDINGS), done.stderr.decode()
    return done.returncode


def written(folder: Path) -> dict[str, bytes]:
    """Every file below a folder by its name, without the store: it notes when each outcome came."""
    paths = (path for path in sorted(folder.rglob("*")) if path.is_file() and path.suffix != ".sqlite")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """What `check` and `batch` write under two seeds."""
    found = []
    for seed in ("0", "1"):
        folder = tmp_path_factory.mktemp(f"seed-{seed}")
        out = folder / "out"
        out.mkdir()
        formats = [f"--format={name}:{out / f'report.{name}'}" for name in ("json", "sarif", "html")]
        assert run(seed, folder, "check", "--no-cache", *(POOR / name for name in DOCUMENTS), *formats, *DAY) == _FINDINGS
        run(seed, folder, "batch", *(POOR / name for name in DOCUMENTS), "--out", out / "cohort", "--jobs", "1", *DAY)
        found.append(written(out))
    return found[0], found[1]


@pytest.mark.xdist_group("same-bytes")
def test_everything_is_written(outputs: tuple[dict[str, bytes], dict[str, bytes]]) -> None:
    """What is compared below holds findings, pictures of pages and the page of the batch."""
    first, _ = outputs
    assert {"report.json", "report.sarif", "report.html", "cohort/index.html", "cohort/findings.csv"} <= set(first), sorted(first)
    assert b"STO001" in first["report.json"] and b"STO001" in first["cohort/findings.csv"]
    assert b"data:image" in first["report.html"]


@pytest.mark.xdist_group("same-bytes")
def test_the_order_of_hashes_changes_nothing(outputs: tuple[dict[str, bytes], dict[str, bytes]]) -> None:
    first, second = outputs
    assert list(first) == list(second)
    assert [name for name in first if first[name] != second[name]] == []
