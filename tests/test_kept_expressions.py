"""Kept expressions: what was compiled before finds what `re` finds, and what nobody can read is compiled anew."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from careerlint import kept_expressions
from careerlint.kept_expressions import compile_expression, keep_expressions, read_expressions

EXPRESSIONS = [
    (r"(?P<whole>\d+)(?:\.(\d+))?\s?(?P<unit>ms|개)", 0),
    (r"^\W*(?i:teams?|팀)(?=\s|$)|[^\W\d_]{2,}?(?<!가)다", re.MULTILINE),
    (r"(?:[가-힣]++|😀)(?P<again>.)(?P=again)", re.DOTALL | re.IGNORECASE),
]
TEXT = "# Team 12\n정확도 3.5 ms, 팀 40개\n만들었다 😀xx GO!!\n"


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache, and a process that compiled nothing yet; the file of kept expressions in it."""
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    for name, empty in (("_made", {}), ("_asked", set()), ("_read", {})):
        monkeypatch.setattr(kept_expressions, name, empty)
    path = kept_expressions._file()
    assert path is not None
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def found(expression: re.Pattern[str]) -> list[tuple[object, ...]]:
    return [(match.span(), match.groups(), match.groupdict()) for match in expression.finditer(TEXT)]


def forget() -> None:
    for found in (kept_expressions._made, kept_expressions._asked, kept_expressions._read):
        found.clear()


def start_anew() -> None:
    forget()
    read_expressions()


def test_what_was_kept_finds_what_re_finds(cache: Path) -> None:
    for pattern, flags in EXPRESSIONS:
        compile_expression(pattern, flags)
    keep_expressions()
    start_anew()
    assert set(kept_expressions._made) == {(pattern, int(flags)) for pattern, flags in EXPRESSIONS}
    for pattern, flags in EXPRESSIONS:
        kept = compile_expression(pattern, flags)
        assert kept == re.compile(pattern, flags)
        assert kept.groupindex == re.compile(pattern, flags).groupindex
        assert found(kept) == found(re.compile(pattern, flags)) != []
    before = cache.stat().st_mtime_ns
    keep_expressions()
    assert cache.stat().st_mtime_ns == before


def test_runs_add_to_what_others_kept(cache: Path) -> None:
    compile_expression("a+", 0)
    keep_expressions()
    forget()
    compile_expression("b+", 0)
    keep_expressions()
    start_anew()
    assert set(kept_expressions._made) == {("a+", 0), ("b+", 0)}


def test_a_mistake_is_told_as_re_tells_it(cache: Path) -> None:
    with pytest.raises(re.error, match="missing"):
        compile_expression("(a", 0)


def test_a_full_file_keeps_what_the_last_run_asked_for(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_expressions, "_MOST", 2)
    for pattern in ("a+", "b+"):
        compile_expression(pattern, 0)
    keep_expressions()
    start_anew()
    for pattern in ("b+", "c+"):
        compile_expression(pattern, 0)
    keep_expressions()
    start_anew()
    assert set(kept_expressions._made) == {("b+", 0), ("c+", 0)}


@pytest.mark.parametrize("content", [b"", b"\x80\x05no pickle", b"cos\nsystem\n(S'true'\ntR."])
def test_what_cannot_be_read_is_compiled_anew(cache: Path, content: bytes) -> None:
    cache.write_bytes(content)
    start_anew()
    assert compile_expression("a+", 0).fullmatch("aaa")
    keep_expressions()
    start_anew()
    assert set(kept_expressions._made) == {("a+", 0)}


@pytest.mark.parametrize("made", [(), (32, b"abc", 0, {}, (None,)), (32, bytes(4), 0, {}, (None,)), (32, b"\xff" * 8, 0, {}, (None,)), (32, bytes(4), 10**30, {}, (None,)), ("32", 1, 2, 3, 4)])
def test_what_is_no_code_is_compiled_anew(cache: Path, monkeypatch: pytest.MonkeyPatch, made: tuple[object, ...]) -> None:
    monkeypatch.setitem(kept_expressions._made, ("a+", 0), made)
    assert compile_expression("a+", 0).fullmatch("aaa")


def test_a_run_keeps_its_expressions_and_no_word_of_a_document(tmp_path: Path) -> None:
    document = tmp_path / "README.md"
    document.write_text("# Zwetschgenzaehler\n\n- Counted plums for Xaverqvist with Plumdb: 81 ms to 30 ms.\n\n## Skills\n\nPlumdb, Node.js, Go, R\n\n## Work\n\n- Built a Node backend for plums.\n", encoding="utf-8")
    environment = os.environ | dict.fromkeys(("XDG_CACHE_HOME", "LOCALAPPDATA", "HOME"), str(tmp_path / "cache"))
    subprocess.run([sys.executable, "-m", "careerlint", "check", document], env=environment, capture_output=True, timeout=120, check=False)
    [kept] = (tmp_path / "cache").rglob("expressions-*.pickle")
    content = kept.read_bytes()
    assert len(kept_expressions._content(kept)) > 100
    assert not [word for word in (b"Zwetschgen", b"Xaverqvist", b"Plumdb", b"(?<![A-Za-z.-])Node(") if word.lower() in content.lower()]
