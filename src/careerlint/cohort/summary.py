"""Summary: what the cohort should learn first, and which documents could not be read, on one page of Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import IO

from careerlint.cohort.contents import Contents
from careerlint.cohort.overview import render_overview
from careerlint.cohort.presenting import Presented
from careerlint.cohort.tables import MOST_ROWS
from careerlint.reporters.github_summary import markdown_text

_MOST_UNREAD = 500
_WORDS = {
    "ko": {
        "as-of": "기준일 {day}, careerlint {version}, 규칙 {ruleset}",
        "unread": "읽지 못한 문서", "unread-head": "| 문서 | 사람 | 이유 |", "more-unread": "그 밖의 {count}개는 documents.csv에 있습니다.", "all-read": "모든 문서를 읽었습니다.",
        "copies": "내용이 같은 문서", "copies-head": "| 문서 | 사람 | 같은 문서 |",
        "changes": "지난 실행 이후 달라진 것", "changes-head": "| 사람 | 고친 것 | 새로 생긴 것 | 다시 나타난 것 |",
        "other-rules": "지난 실행과 규칙이나 설정이 달라서, 달라진 것이 모두 글을 고친 결과는 아닙니다.",
        "sheet": "findings.xlsx에는 처음 {count}건만 들어갔습니다. Excel 시트에 더 들어가지 않기 때문이며, findings.csv와 findings.parquet에는 모두 있습니다.",
    },
    "en": {
        "as-of": "as of {day}, careerlint {version}, rules {ruleset}",
        "unread": "Documents that could not be read", "unread-head": "| document | person | reason |", "more-unread": "documents.csv has the {count} others.", "all-read": "Every document was read.",
        "copies": "Documents with the same content", "copies-head": "| document | person | the same as |",
        "changes": "What changed since the run before", "changes-head": "| person | cured | new | back again |",
        "other-rules": "The run before was made with other rules or options: not every change comes from what was written.",
        "sheet": "findings.xlsx holds the first {count} findings only, since a sheet of Excel holds no more; findings.csv and findings.parquet have them all.",
    },
}  # fmt: skip


def write_summary(presented: Presented, file: IO[bytes]) -> None:
    """The page in the language of the frame."""
    for line in _lines(presented):
        file.write(line.encode("utf-8", "replace") + b"\n")


def _lines(presented: Presented) -> Iterator[str]:
    contents = presented.contents
    words = _WORDS[contents.language]
    yield render_overview(presented.frame, presented.beside({}), presented.tally)
    facts = contents.facts
    yield words["as-of"].format(day=facts.as_of, version=facts.version, ruleset=facts.ruleset[:12])
    if presented.tally.levels.total >= MOST_ROWS:
        yield "\n" + words["sheet"].format(count=MOST_ROWS - 1)
    yield from _changes(contents, words)
    yield from _unread(contents, presented.tally.documents - presented.tally.read, words)
    copies = presented.tally.duplicates
    if copies:
        yield f"\n## {words['copies']}\n\n{words['copies-head']}\n| --- | --- | --- |"
        rows = (row for row in contents.documents() if row.duplicate_of)
        for row in islice(rows, _MOST_UNREAD):
            yield f"| {markdown_text(row.path)} | {markdown_text(row.person)} | {markdown_text(row.duplicate_of)} |"
        if copies > _MOST_UNREAD:
            yield "\n" + words["more-unread"].format(count=copies - _MOST_UNREAD)


def _changes(contents: Contents, words: dict[str, str]) -> Iterator[str]:
    changes = contents.changes()
    if not changes:
        return
    yield f"\n## {words['changes']}\n"
    if not contents.same_rules():
        yield words["other-rules"] + "\n"
    yield f"{words['changes-head']}\n| --- | ---: | ---: | ---: |"
    for change in changes:
        yield f"| {markdown_text(change.person)} | {change.cured} | {change.new} | {change.returned} |"


def _unread(contents: Contents, unread: int, words: dict[str, str]) -> Iterator[str]:
    yield f"\n## {words['unread']}\n"
    if not unread:
        yield words["all-read"]
        return
    yield f"{words['unread-head']}\n| --- | --- | --- |"
    for row in islice((row for row in contents.documents() if row.error), _MOST_UNREAD):
        yield f"| {markdown_text(row.path)} | {markdown_text(row.person)} | {markdown_text(row.reason)} |"
    if unread > _MOST_UNREAD:
        yield "\n" + words["more-unread"].format(count=unread - _MOST_UNREAD)
