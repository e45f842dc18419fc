"""Any text: lines in any order, cut, doubled and marked at random, are linted without a fault."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from random import Random

import pytest

from careerlint.config import Config
from careerlint.engine import linter
from careerlint.readers import UnreadableError, read_text

EXAMPLES = Path(__file__).parent.parent / "examples"
LINES = [line for path in sorted(EXAMPLES.rglob("*")) if path.suffix in (".md", ".txt") for line in path.read_text(encoding="utf-8").splitlines()]
NAMES = ("README.md", "portfolio.md", "이력서.md", "cv.txt", "자기소개서.txt")
MARKS = ("", "  ", "\t", "> ", "- ", "1. ", "| ", "# ", "**", "```", "<details>", "</details>", "\u200b", "\ufeff", "😀 ", "(", ")", "- [ ] ", "---", "$$", "<!-- ", "-->", "n't ")
EACH = 40


def text_of(chance: Random) -> str:
    count = chance.choice((1, 3, 10, 40))
    start = chance.randrange(len(LINES))
    lines = LINES[start : start + count] if chance.random() < 0.5 else chance.sample(LINES, count)
    return chance.choice(("\n", "\n\n")).join(_changed(line, chance) for line in lines)


def _changed(line: str, chance: Random) -> str:
    match chance.randrange(12):
        case 0:
            return line[: chance.randrange(len(line) + 1)]
        case 1:
            return chance.choice(MARKS) + line
        case 2:
            return line + chance.choice(MARKS)
        case 3:
            return line * 2
        case 4:
            return "".join(chance.sample(line, len(line)))
    return line


@pytest.mark.parametrize("seed", range(12))
def test_any_lines_are_linted(seed: int) -> None:
    chance = Random(seed)
    for _ in range(EACH):
        text, name = text_of(chance), chance.choice(NAMES)
        try:
            document = read_text(text, name)
        except UnreadableError as error:
            assert error.kind == "empty", text
            continue
        findings = linter().lint(document, Config(preview=True, as_of=date(2026, 1, 1))).findings
        assert all(0 <= finding.span.start <= finding.span.end <= len(document.text) for finding in findings), text


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("text", ["# ", "- ", "#\n\n#", "| |\n|-|\n", "# A\n\n##\n", "- It do n't work ca n't ' 're.\n"])
def test_a_page_of_marks_alone_is_linted(text: str, name: str) -> None:
    try:
        document = read_text(text, name)
    except UnreadableError as error:
        assert error.kind == "empty"
        return
    assert linter().lint(document, Config(preview=True, as_of=date(2026, 1, 1))) is not None
