"""Work grows with the size of a document and no faster: calls are counted, in documents that repeat one thing without end."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from re import _parser as parser  # type: ignore[attr-defined]
from types import FrameType
from typing import Any

import pytest

from careerlint.checks import empty_sections
from careerlint.config import Config
from careerlint.engine import linter
from careerlint.model.evidence import Hit
from careerlint.model.finding import Run
from careerlint.model.span import Span
from careerlint.numbers.patterns import _COMPOSITE
from careerlint.readers import read_text
from careerlint.reporters.formats import FORMATS
from careerlint.reporters.look import Look
from careerlint.rules import conditions, judging

_CONFIG = Config(as_of=date(2026, 1, 1), preview=True)
_SIZE = 60
"""Times that something is repeated in the smaller document."""
_FACTOR = 4
_MOST = 1.35
"""How many times the calls may grow beyond the document: some tables are looked up in steps that double."""


def _calls(text: str) -> int:
    """The calls of Python functions and built-in ones that a check of the text takes."""
    document = read_text(text)
    return _calls_of(lambda: linter().lint(document, _CONFIG))


def _calls_of(work: Callable[[], object]) -> int:
    """The calls of Python functions and built-in ones that some work takes."""
    count = 0

    def note(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


def _lines(line: str, head: str = "# Harbour\n\n") -> Callable[[int], str]:
    return lambda count: head + "".join(line.format(number=number, month=1 + number % 9) for number in range(count))


@pytest.mark.parametrize(
    "document",
    [
        pytest.param(_lines("- Cut the build from {number} min to 3 min.\n"), id="bullets"),
        pytest.param(_lines("- 빌드 시간을 {number}분에서 3분으로 줄였습니다.\n"), id="korean bullets"),
        pytest.param(_lines("- Built the same model of the harbour with a fixed camera.\n"), id="one bullet again and again"),
        pytest.param(_lines("> The judge called part {number} good.\n\nI built part {number} of it.\n\n"), id="quotations"),
        pytest.param(_lines("## Project {number}\n\nBuilt it in 2019.03 ~ 2020.0{month}.\n\n"), id="headings"),
        pytest.param(_lines("### Acme{number}, Engineer, 2019.0{month} - 2019.0{month}\n\n- Built it.\n\n", "# Resume\n\n## Experience\n\n"), id="jobs"),
        pytest.param(_lines("- TODO: [Your Name] did part {number}\n"), id="placeholders"),
        pytest.param(_lines("| F1 {number} | 0.{number} |\n", "| a | b |\n|---|---|\n"), id="rows"),
        pytest.param(_lines("| Map {number} | 2019.0{month} | Drew the shore and searched it. |\n", "# Resume\n\n## Projects\n\n| Project | Period | What I did |\n|---|---|---|\n"), id="works in rows"),
        pytest.param(_lines("[Map {number}](https://example.org/{number})\n\nDrew the shore and searched it.\n\n", "# Portfolio\n\n"), id="works in linked lines"),
        pytest.param(_lines("Use `x{number}` with 80% here. ", ""), id="code in a line"),
        pytest.param(_lines("we cut the time from 5 s to 3 s because the cache was slow, ", ""), id="one line"),
        pytest.param(_lines("원인을 찾아 라벨을 고쳐 5초에서 3초로 줄였고 ", ""), id="one korean line"),
        pytest.param(_lines("F1 0.8 ", ""), id="scores in a line"),
        pytest.param(_lines("5 -> 6 ", ""), id="changes in a line"),
        pytest.param(_lines("Python, Django, ", ""), id="names in a line"),
    ],
)
def test_work_grows_with_the_document(document: Callable[[int], str]) -> None:
    # The first look at a document of a kind fills what is kept: a longer one may meet expressions that a shorter does not.
    _calls(document(_FACTOR * _SIZE))
    small, large = _calls(document(_SIZE)), _calls(document(_FACTOR * _SIZE))
    assert large <= _MOST * _FACTOR * small


@pytest.mark.parametrize(
    "document",
    [
        pytest.param(_lines("### Acme{number} (2019 - 2020)\n\n**[Tern {number}](https://t.example)**\n\n- Built it.\n\n**[Gull {number}](https://g.example)**\n\n- Built it.\n\n", "# Resume\n\n## Experience\n\n"), id="clients of jobs"),
        pytest.param(_lines("## Map {number}\n\nDrew the shore.\n\n### Goal\n\n- See it.\n\n### Part {number}\n\n- Searched it.\n\n", "# Projects\n\n"), id="works with parts"),
        pytest.param(_lines("<details>\n<summary>Map {number}</summary>\n\nDrew the shore.\n\n</details>\n\nSearched it.\n\n", "# Portfolio\n\n"), id="folded"),
    ],
)
def test_work_of_the_outline_grows_with_the_document(document: Callable[[int], str]) -> None:
    def outline(size: int) -> Callable[[], object]:
        read = read_text(document(size))
        return lambda: linter().outline(read, _CONFIG)

    size = 2 * _SIZE
    outline(_FACTOR * size)()
    assert _calls_of(outline(_FACTOR * size)) <= 1.1 * _FACTOR * _calls_of(outline(size))


@pytest.mark.parametrize("reporter", FORMATS)
def test_work_of_a_report_grows_with_the_document(reporter: str) -> None:
    """A paragraph of many findings is cut into as many stretches; a page that held each of them against all findings never came to an end."""
    def report(size: int) -> Callable[[], object]:
        ready = linter()
        run = Run((ready.lint(read_text("모델을 그냥 갖다 썼습니다. " * size, "README.md"), _CONFIG),), "0", "", date(2026, 1, 1))
        return lambda: FORMATS[reporter](run, Look(rules=ready.rule_set.rules))

    size = _FACTOR * _SIZE
    report(size)()
    assert _calls_of(report(_FACTOR * size)) <= 1.1 * _FACTOR * _calls_of(report(size))


def test_links_are_looked_for_near_by(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a long entry every claim would else be held against every other statement."""
    linked = conditions.is_linked
    count = 0

    def counted(*arguments: Any) -> bool:
        nonlocal count
        count += 1
        return linked(*arguments)

    monkeypatch.setattr(conditions, "is_linked", counted)

    def links(size: int) -> int:
        nonlocal count
        count = 0
        text = _lines(
            "- Built a model that finds crane {number} in pictures of a fixed camera.\n"
            "- Because night pictures were rare, added a brightness augmentation that took F1 from 0.71 to 0.78 (crane {number}).\n"
            "- Training was unstable at first; the labels were mixed up, so {number} of them were corrected by hand.\n"
            "- Cut the time of prediction {number} by changing the batch size to 8 and exporting the network to ONNX.\n"
        )(size)
        linter().lint(read_text(text), _CONFIG)
        return count

    small = links(150)
    assert 0 < links(450) <= _MOST * 3 * small


def test_headings_over_nothing_are_held_against_all_others_once() -> None:
    """Comparisons within a line of code are no calls, so its steps are counted."""
    def steps(size: int) -> int:
        document = read_text(_lines("## 결과\n\n", "# 지도\n\n지도를 만들었습니다.\n\n")(size), "README.md")
        evidence = linter().examine(document, _CONFIG)
        count = 0

        def note(frame: FrameType, event: str, argument: object) -> Any:
            nonlocal count
            count += event == "line"
            return note if frame.f_code.co_filename == empty_sections.__file__ else None

        before = sys.gettrace()
        sys.settrace(note)
        try:
            assert len(list(empty_sections.find_empty_sections(evidence, rule))) > 0
        finally:
            sys.settrace(before)
        return count

    rule = next(rule for rule in linter().rule_set.rules if rule.code == "FMT008")
    assert steps(_FACTOR * _SIZE) <= _MOST * _FACTOR * steps(_SIZE)


def test_findings_that_stand_for_others_are_gathered_once() -> None:
    """Comparisons within a line are neither calls nor lines, so the steps of the interpreter are counted."""
    def steps(size: int) -> int:
        hits = [(rule, Hit(Span(number, number + 1), number // 2, None, values={"match": f"[{number}]"})) for number in range(2 * size)]
        count = 0

        def note(frame: FrameType, event: str, argument: object) -> Any:
            nonlocal count
            frame.f_trace_opcodes = frame.f_code.co_filename == judging.__file__
            count += event == "opcode"
            return note

        before = sys.gettrace()
        sys.settrace(note)
        try:
            kept = judging.one_for_each_family(hits)
        finally:
            sys.settrace(before)
        assert [len(hit.related) for _, hit in kept] == [1] * size
        return count

    rule = next(rule for rule in linter().rule_set.rules if rule.gather)
    assert steps(_FACTOR * _SIZE) <= _MOST * _FACTOR * steps(_SIZE)


def test_nested_lists_are_read_once() -> None:
    def nested(depth: int) -> str:
        return "".join("  " * level + f"- Built part {level}.\n" for level in range(depth))

    _calls(nested(10))
    assert _calls(nested(40)) <= _MOST * 4 * _calls(nested(10))


def test_no_number_of_several_parts_begins_with_endless_digits() -> None:
    """Tried at every digit of a long one, such a part would read it to its end each time."""
    _, branches = _only_branch(parser.parse(_COMPOSITE.replace("<MAIL>", "")))
    for branch in branches:
        for items in _ways(list(branch)):
            guarded = False
            for operation, argument in items:
                name = str(operation)
                guarded = guarded or name == "ASSERT_NOT"
                if name in ("ASSERT", "ASSERT_NOT", "AT"):
                    continue
                if name == "MAX_REPEAT" and argument[1] is parser.MAXREPEAT and _is_digits(argument[2]):
                    assert guarded
                break


def _only_branch(parsed: Any) -> Any:
    return next(argument for operation, argument in parsed if str(operation) == "BRANCH")


def _ways(items: list[Any]) -> list[list[Any]]:
    """The ways an expression may begin, groups and alternatives at its beginning opened."""
    for place, (operation, argument) in enumerate(items):
        name = str(operation)
        if name == "SUBPATTERN":
            return _ways([*items[:place], *argument[3], *items[place + 1 :]])
        if name == "BRANCH":
            return [way for branch in argument[1] for way in _ways([*items[:place], *branch, *items[place + 1 :]])]
        if name not in ("ASSERT", "ASSERT_NOT", "AT"):
            break
    return [items]


def _is_digits(items: Any) -> bool:
    operation, argument = items[0]
    return str(operation) == "IN" and any(str(kind) == "RANGE" and value == (ord("0"), ord("9")) for kind, value in argument)
