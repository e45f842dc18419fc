"""`check --fix`: what is corrected, what stays as it is, and what is said about it."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from calling import check, write

SLIPS = "# Work\n\n- Trained it in Pytorch and **Tensorflow**; code on Github, talk on Github.\n"
MENDED = "# Work\n\n- Trained it in PyTorch and **TensorFlow**; code on GitHub, talk on GitHub.\n"
EXAMPLES = Path(__file__).parent.parent.parent / "examples"


def fix(*arguments: str | Path, given: str | None = None) -> tuple[int, str, list[str]]:
    outcome = check("--select", "FMT013", "--fix", *arguments, given=given)
    return outcome.code, outcome.out, outcome.complaints


def test_corrections_are_written_and_told(tmp_path: Path) -> None:
    path = write(tmp_path / "work.md", SLIPS)
    code, out, complaints = fix(path)
    assert path.read_text(encoding="utf-8") == MENDED
    assert code == 0 and "FMT013" not in out
    assert complaints == [f"careerlint: {path}: 4 corrected"]


def test_without_the_option_nothing_is_written(tmp_path: Path) -> None:
    path = write(tmp_path / "work.md", SLIPS)
    assert "FMT013" in check("--select", "FMT013", path).out
    assert path.read_text(encoding="utf-8") == SLIPS


@pytest.mark.parametrize(
    "encoding,mark", [("utf-8", b""), ("utf-8", b"\xef\xbb\xbf"), ("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff"), ("cp949", b"")]
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_encoding_mark_and_line_ends_stay(tmp_path: Path, encoding: str, mark: bytes, line_end: str) -> None:
    text = "# 일한 것\n\n- Pytorch로 학습했다.\n- 코드는 Github에 있다.\n- 끝에 빈칸  \n\n\n"
    right = text.replace("Pytorch", "PyTorch").replace("Github", "GitHub")
    path = write(tmp_path / "work.md", mark + text.replace("\n", line_end).encode(encoding))
    fix(path)
    assert path.read_bytes() == mark + right.replace("\n", line_end).encode(encoding)


def test_plain_text_and_mixed_line_ends(tmp_path: Path) -> None:
    path = write(tmp_path / "work.txt", b"WORK\r\n\r\nBuilt the page in Javascript.\nStored it in Mysql.\rDone\x0c\n")
    fix(path)
    assert path.read_bytes() == b"WORK\r\n\r\nBuilt the page in JavaScript.\nStored it in MySQL.\rDone\x0c\n"


def test_letters_that_do_not_stand_together_are_left(tmp_path: Path) -> None:
    text = "# Work\n\n- Trained in **Py**torch, served by Fastapi &amp; caf\u0065\u0301.\n"
    path = write(tmp_path / "work.md", text)
    fix(path)
    assert path.read_text(encoding="utf-8") == text.replace("Fastapi", "FastAPI")


def test_code_and_addresses_stay(tmp_path: Path) -> None:
    text = "# Work\n\nRun `Pytorch`, see https://github.com/x/Pytorch and [the page](Javascript/index.html).\n\n```\nimport Numpy\n```\n"
    path = write(tmp_path / "work.md", text)
    code, _, complaints = fix(path)
    assert path.read_text(encoding="utf-8") == text
    assert code == 0 and complaints == ["careerlint: nothing to correct"]


def test_a_second_run_has_nothing_to_do(tmp_path: Path) -> None:
    path = write(tmp_path / "work.md", SLIPS)
    fix(path)
    assert fix(path)[2] == ["careerlint: nothing to correct"]


def test_permissions_and_links_stay(tmp_path: Path) -> None:
    path = write(tmp_path / "real.md", SLIPS)
    path.chmod(0o640)
    link = tmp_path / "link.md"
    link.symlink_to(path)
    fix(link)
    assert link.is_symlink() and path.read_text(encoding="utf-8") == MENDED
    assert path.stat().st_mode & 0o777 == 0o640
    assert sorted(item.name for item in tmp_path.iterdir()) == ["link.md", "real.md"]


def test_word_and_pdf_files_are_left_with_one_line(tmp_path: Path) -> None:
    for name in ("en-new-graduate.docx", "en-new-graduate.pdf"):
        shutil.copy(EXAMPLES / "poor" / name, tmp_path / name)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    _, _, complaints = fix(tmp_path)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before
    assert len(complaints) == 2
    assert "left as they are" in complaints[1] and "en-new-graduate.docx" in complaints[1] and "en-new-graduate.pdf" in complaints[1]


def test_standard_input_is_refused_with_a_way_out() -> None:
    code, out, complaints = fix("-", given=SLIPS)
    assert code == 2 and not out
    assert len(complaints) == 1 and "standard input" in complaints[0] and "name the file" in complaints[0]


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="needs a user who may not write everywhere")
def test_a_read_only_file_is_an_error_and_the_others_are_corrected(tmp_path: Path) -> None:
    locked, free = write(tmp_path / "a.md", SLIPS), write(tmp_path / "b.md", SLIPS)
    locked.chmod(0o444)
    code, _, complaints = fix(locked, free)
    assert code == 2 and locked.read_text(encoding="utf-8") == SLIPS and free.read_text(encoding="utf-8") == MENDED
    assert "read-only" in complaints[0]


def test_messages_are_in_the_language_of_the_document(tmp_path: Path) -> None:
    path = write(tmp_path / "work.md", "# 프로젝트\n\n- 모델을 Pytorch로 학습했습니다.\n")
    assert fix(path)[2] == [f"careerlint: {path}: 1곳을 고쳤습니다"]
