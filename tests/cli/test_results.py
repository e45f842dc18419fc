"""Kept results: an unchanged document is not linted again, a changed one is, and the cache alone tells nothing."""

from __future__ import annotations

import errno
import os
import pickle
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from calling import BARE_FAILURE, KOREAN_FAILURE, careerlint, in_child, write
from test_start import imported

from careerlint import lint
from careerlint.model.finding import Report
from careerlint.results import LazyTuple, pack, results_folder, unpack


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "cache"))
    folder = results_folder()
    assert folder is not None
    return folder


def entries(cache: Path) -> list[Path]:
    return sorted(path for path in cache.rglob("*") if path.is_file())


def test_a_second_run_says_the_same_and_imports_nothing_heavy(cache: Path, tmp_path: Path) -> None:
    english, korean = write(tmp_path / "en.md", BARE_FAILURE), write(tmp_path / "ko.md", KOREAN_FAILURE)
    for output in ("rich", "json", "concise"):
        first = careerlint("check", english, korean, "--format", output, "--as-of", "2026-01-01")
        again = careerlint("check", english, korean, "--format", output, "--as-of", "2026-01-01")
        fresh = careerlint("check", english, korean, "--format", output, "--as-of", "2026-01-01", "--no-cache")
        assert first == again == fresh
    # The calls above leave out the rules about whole stories, which a process of its own does not.
    arguments = ("check", str(english), str(korean), "--as-of", "2026-01-01")
    assert "kiwipiepy" in imported(*arguments)
    assert imported(*arguments) == set()


@pytest.mark.parametrize("flags", [["--select", "CHG"], ["--preview"], ["--lang", "ko"], ["--kind", "resume"]], ids=" ".join)
def test_another_configuration_is_linted_anew(cache: Path, tmp_path: Path, flags: list[str]) -> None:
    path = write(tmp_path / "en.md", BARE_FAILURE)
    careerlint("check", path, "--as-of", "2026-01-01")
    before = entries(cache)
    outcome = careerlint("check", path, "--as-of", "2026-01-01", *flags)
    assert outcome == careerlint("check", path, "--as-of", "2026-01-01", *flags, "--no-cache")
    assert len(entries(cache)) == len(before) + 1


JOB = "# Ada Lind\n\n## Experience\n\n### Data engineer, Mar Azul (2020.01 - 2024.03)\n\n- Cut load time from 40 s to 6 s with a cache.\n"


def test_another_day_counts_only_where_the_day_decides(cache: Path, tmp_path: Path) -> None:
    undated, dated = write(tmp_path / "en.md", BARE_FAILURE), write(tmp_path / "cv.md", JOB)
    careerlint("check", undated, dated, "--as-of", "2026-01-01")
    before = {path: path.stat().st_mtime_ns for path in entries(cache)}
    later = careerlint("check", undated, dated, "--as-of", "2026-01-02", "--format", "concise")
    assert later == careerlint("check", undated, dated, "--as-of", "2026-01-02", "--format", "concise", "--no-cache")
    after = {path: path.stat().st_mtime_ns for path in entries(cache)}
    assert after.keys() == before.keys()
    assert sum(after[path] != before[path] for path in before) == 1
    assert "HON010" in careerlint("check", dated, "--as-of", "2019-01-01", "--format", "concise").out


def test_another_release_of_a_library_is_linted_anew(cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "en.md", BARE_FAILURE)
    careerlint("check", path)
    before = entries(cache)
    monkeypatch.setattr("careerlint.results.version", lambda name: "99" if name == "kiwipiepy" else "1")
    careerlint("check", path)
    assert len(entries(cache)) == len(before) + 1


def test_changed_words_are_linted_anew_and_a_copy_elsewhere_has_its_own_name(cache: Path, tmp_path: Path) -> None:
    path = write(tmp_path / "en.md", BARE_FAILURE)
    assert careerlint("check", path, "--format", "concise").out.count("STO001") == 1
    write(path, BARE_FAILURE.replace("did not work", "worked"))
    assert careerlint("check", path, "--format", "concise").out.count("STO001") == 0
    (tmp_path / "other").mkdir()
    copy = write(tmp_path / "other" / "en.md", BARE_FAILURE)
    assert careerlint("check", copy, "--format", "concise").out.startswith(f"{copy}:5:")


def test_files_around_the_document_count(cache: Path, tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    path = write(tmp_path / "README.md", "# Harbour maps\n\nSee [the notes](notes.md) for four cranes.\n")
    assert "FMT007" in careerlint("check", path, "--format", "concise").out
    assert "FMT007" in careerlint("check", path, "--format", "concise").out
    write(tmp_path / "notes.md", "# Notes\n")
    assert "FMT007" not in careerlint("check", path, "--format", "concise").out


def test_the_cache_holds_no_words_and_is_the_owners_alone(cache: Path, tmp_path: Path) -> None:
    careerlint("check", write(tmp_path / "secret-name.md", BARE_FAILURE))
    (entry,) = entries(cache)
    content = entry.read_bytes()
    assert all(word not in content for word in (b"network", b"STO001", b"secret-name", b"careerlint"))
    if os.name == "posix":
        assert entry.stat().st_mode & 0o077 == 0


def test_a_damaged_entry_is_replaced(cache: Path, tmp_path: Path) -> None:
    path = write(tmp_path / "en.md", BARE_FAILURE)
    first = careerlint("check", path)
    (entry,) = entries(cache)
    for content in (b"", b"short", entry.read_bytes()[:-1] + b"x"):
        entry.write_bytes(content)
        assert careerlint("check", path) == first
        assert len(entry.read_bytes()) > 100


def test_runs_side_by_side(cache: Path, tmp_path: Path) -> None:
    paths = [str(write(tmp_path / f"{number}.md", BARE_FAILURE.replace("Harbour", f"Harbour {number}"))) for number in range(4)]
    outcomes: list[bytes] = []
    runs = [threading.Thread(target=lambda: outcomes.append(in_child("check", *paths, "--format", "concise").stdout)) for _ in range(3)]
    for run in runs:
        run.start()
    for run in runs:
        run.join()
    assert len(set(outcomes)) == 1 and outcomes[0].count(b"STO001") == 4
    assert len(entries(cache)) == 4


def test_nothing_is_kept_without_the_cache_and_clear_removes_all(cache: Path, tmp_path: Path) -> None:
    path = write(tmp_path / "en.md", BARE_FAILURE)
    careerlint("check", path, "--no-cache")
    assert entries(cache) == []
    careerlint("check", path)
    assert len(entries(cache)) == 1
    outcome = careerlint("cache", "clear")
    assert (outcome.code, entries(cache)) == (0, [])
    assert outcome.out.startswith("1 kept report and")


def _no_home(*_: str) -> Path:
    raise RuntimeError("Could not determine home directory.")


@pytest.mark.parametrize("told", [_no_home, lambda *_: Path("~/.cache/careerlint")], ids=["new release", "old release"])
def test_who_has_no_home_has_no_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: Callable[..., Path]) -> None:
    path = write(tmp_path / "en.md", BARE_FAILURE)
    monkeypatch.setattr("platformdirs.user_cache_path", told)
    monkeypatch.chdir(tmp_path)
    assert "STO001" in careerlint("check", path, "--format", "concise").out
    assert (careerlint("cache", "clear").code, list(tmp_path.iterdir())) == (0, [path])


def test_without_the_library_that_encrypts_nothing_is_kept(cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "cryptography.hazmat.primitives.ciphers.aead", None)
    assert "STO001" in careerlint("check", write(tmp_path / "en.md"), "--format", "concise").out
    assert entries(cache) == []


@pytest.mark.skipif(sys.platform != "linux", reason="other systems say otherwise why a folder is not removed as a file")
def test_what_cannot_be_cleared_is_told(cache: Path, tmp_path: Path) -> None:
    folder = cache.parent / "rules-0123.pickle"
    folder.mkdir(parents=True)
    outcome = careerlint("cache", "clear")
    assert (outcome.code, outcome.complaints) == (2, [f"careerlint: {folder} cannot be removed: {os.strerror(errno.EISDIR)}; remove it by hand"])


def _named(module: str, name: str) -> bytes:
    return f"c{module}\n{name}\n".encode()


def _text(text: str) -> bytes:
    return b"X" + len(text.encode()).to_bytes(4, "little") + text.encode()


def test_bytes_of_a_stranger_run_no_code(tmp_path: Path) -> None:
    # A class of the model whose annotations hold code, and the decorator that would compile them: both can be reached by names of our modules.
    trace = tmp_path / "trace"
    code = f"x__=open({str(trace)!r}, 'w').close(),**k):pass\ndef q(a"
    owner, decorator = _named("careerlint.model.line_index", "LineIndex"), _named("careerlint.model.evidence", "dataclass")
    field = _named("careerlint.model.evidence", "field") + b")R(N}" + _text("init") + b"\x89stb"
    annotations = b"}" + _text(code) + _named("datetime", "date") + b"s"
    state = b"(N}" + _text("__annotations__") + annotations + b"s" + _text(code) + field + b"st"
    with pytest.raises(pickle.UnpicklingError):
        unpack(b"\x80\x04" + owner + state + b"b0" + decorator + owner + b"\x85R.")
    assert not trace.exists()


@pytest.mark.parametrize("name", ["dataclass", "field", "re", "cached_property"])
def test_only_the_parts_of_a_report_are_built(name: str) -> None:
    with pytest.raises(pickle.UnpicklingError):
        unpack(b"\x80\x04" + _named("careerlint.model.evidence", name) + b".")


def test_a_packed_report_is_the_same_and_its_signals_are_built_when_looked_at(tmp_path: Path) -> None:
    path = write(tmp_path / "README.md", "# 교통 예측\n\n## 결과\n\n- 정확도를 0.71에서 0.84로 올렸습니다.\n")
    fresh = lint(path)
    found = unpack(pack(fresh))
    assert isinstance(found, Report)
    assert not isinstance(found.signals, tuple)
    assert fresh.signals
    assert tuple(found.signals) == fresh.signals
    assert found == fresh
    assert pack(found) == pack(fresh)


def test_signals_too_are_built_of_parts_of_a_report_only() -> None:
    signals = LazyTuple(b"\x80\x04" + _named("builtins", "eval") + b".")
    with pytest.raises(pickle.UnpicklingError):
        len(signals)
