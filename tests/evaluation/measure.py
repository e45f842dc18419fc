"""Measures the rules on labelled documents: precision, recall and alarms per 100 clean statements, by rule and language.

Run with `make eval`; `--misses` prints every miss and false alarm.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from careerlint.config import Config
from careerlint.engine import linter
from careerlint.model.finding import Finding, Report
from careerlint.model.rule import Rule
from careerlint.readers import read_text

FOLDER = Path(__file__).parent
QUALITY = FOLDER.parent.parent / "docs" / "quality.md"
MARKS = ("<!-- figures {} -->", "<!-- end of figures {} -->")
"""What stands before and after the table of a language in docs/quality.md."""
AS_OF = date(2026, 1, 1)
FIRST_RULES = frozenset(("CHG001", "CHG003", "STO001", "STO003", "HON001", "HON002", "HON004", "RES003", "ATT002", "FMT005"))


@dataclass
class Tally:
    """Counts by (language, code): right findings, missed ones, false alarms; clean statements by language."""

    right: Counter[tuple[str, str]] = field(default_factory=Counter)
    missed: Counter[tuple[str, str]] = field(default_factory=Counter)
    false: Counter[tuple[str, str]] = field(default_factory=Counter)
    clean: Counter[str] = field(default_factory=Counter)
    remarks: list[str] = field(default_factory=list)

    def precision(self, key: tuple[str, str]) -> float:
        """The share of findings that are right; 1 where there are none."""
        found = self.right[key] + self.false[key]
        return self.right[key] / found if found else 1.0

    def recall(self, key: tuple[str, str]) -> float:
        """The share of labelled findings that were found; 1 where there are none."""
        wanted = self.right[key] + self.missed[key]
        return self.right[key] / wanted if wanted else 1.0


def _lines(language: str, files: Sequence[Path]) -> list[str]:
    paths = files or sorted(FOLDER.glob(f"{language}*.jsonl"))
    return [line for path in paths for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def cases(language: str, files: Sequence[Path] = ()) -> Iterator[dict[str, Any]]:
    """The labelled documents of one language: of the given files, else of all files here."""
    yield from (case for case in map(json.loads, _lines(language, files)) if case["language"] == language)


def judged_codes(case: dict[str, Any], rules: Iterable[Rule]) -> frozenset[str]:
    """The rules for which the labels of a case are complete.

    Cases without `judged` were labelled for the first ten rules. The others are labelled for every rule about statements and
    for those rules about entries and documents that they name: a short text lacks most elements of a story. Phrases (`only`)
    are labelled for their own rule.
    """
    if "judged" not in case:
        return FIRST_RULES
    if case.get("only"):
        return frozenset(case["judged"])
    return frozenset(case["judged"]) | {rule.code for rule in rules if rule.scope == "statement" or rule.code == case["rule"]}


def config_of(case: dict[str, Any]) -> Config:
    """The configuration that a case asks for; trial rules run too."""
    options = dict(case.get("options", {}))
    as_of = date.fromisoformat(options.pop("as_of")) if "as_of" in options else AS_OF
    return Config(as_of=as_of, preview=True, **options)


def places_of(text: str, words: str) -> list[tuple[int, int]]:
    """Every place at which the labelled words stand: a sentence that is told twice is labelled once."""
    wanted = words if words in text else " ".join(words.split())
    found = []
    start = text.find(wanted)
    while start >= 0:
        found.append((start, start + len(wanted)))
        start = text.find(wanted, start + 1)
    return found


def _answers(report: Report, finding: Finding, places: Sequence[tuple[int, int]], scope: str) -> bool:
    """Whether a finding is at the labelled words.

    One about more than a statement may be labelled at a related place or the title above, one about the document at its first heading.
    """
    spans = [finding.span]
    if scope != "statement":
        spans += finding.related
        if scope == "document":
            spans += [title for section in report.outline.sections if (title := section.title) is not None][:1]
        if finding.statement is None and finding.entry is not None and (named := report.outline.entries[finding.entry].title) is not None:
            spans.append(named)
        if finding.statement is not None:
            statement = report.outline.statements[finding.statement]
            titles = (report.outline.sections[statement.section].title, report.outline.entries[statement.entry].title if statement.entry >= 0 else None)
            spans += [title for title in titles if title is not None]
    return any(touches(span.start, span.end, start, end) for span in spans for start, end in places)


def _is_beside(finding: Finding, places: Sequence[tuple[int, int]]) -> bool:
    """Whether the labelled words are among those that a finding names besides its own."""
    return any(touches(span.start, span.end, start, end) for span in finding.related for start, end in places)


def measure_language(language: str, tally: Tally, files: Sequence[Path] = ()) -> None:
    """Lint every case of a language and add to the tally; a finding is right when it overlaps the labelled words."""
    ready = linter()
    rules = ready.rule_set.rules
    codes = {rule.code for rule in rules}
    scopes = {rule.code: rule.scope for rule in rules}
    for case in cases(language, files):
        document = read_text(case["text"].encode(), "case.md", Config().limits)
        report = ready.lint(document, config_of(case))
        judged = judged_codes(case, rules) & codes
        wanted = [(item["code"], item["text"]) for item in case["findings"] if item["code"] in judged]
        found = [item for item in report.findings if item.code in judged]
        told = tuple(found)
        for code, words in wanted:
            places = places_of(document.text, words)
            match = next((item for item in found if item.code == code and _answers(report, item, places, scopes[code])), None)
            if match is None and any(item.code == code and _is_beside(item, places) for item in told):
                # One finding tells of several lines: the first is its place, the others stand beside it.
                tally.right[language, code] += 1
                continue
            if match is None and not places:
                match = next((item for item in found if item.code == code), None)
            if match is None:
                tally.missed[language, code] += 1
                tally.remarks.append(f"MISS  {case['id']} {code}: {words!r}")
            else:
                found.remove(match)
                tally.right[language, code] += 1
        for item in found:
            tally.false[language, item.code] += 1
            statement = document.words(report.outline.statements[item.statement].span) if item.statement is not None else ""
            tally.remarks.append(f"ALARM {case['id']} {item.code}: {document.words(item.span)!r} in {' '.join(statement.split())!r}")
        if not wanted:
            tally.clean[language] += len(report.outline.statements)


def touches(start: int, end: int, other_start: int, other_end: int) -> bool:
    """Whether two half-open ranges share a letter."""
    return start < other_end and other_start < end


def table(tally: Tally) -> str:
    """The figures as a Markdown table, a row for each rule, for one language after the other."""
    lines = ["| rule | language | right | missed | false | precision | recall | alarms / 100 clean |", "|---|---|---:|---:|---:|---:|---:|---:|"]
    keys = sorted({*tally.right, *tally.missed, *tally.false}, key=lambda key: (key[1], key[0]))
    totals: dict[str, Counter[str]] = {}
    for key in keys:
        language, code = key
        alarms = 100 * tally.false[key] / max(tally.clean[language], 1)
        lines.append(f"| {code} | {language} | {tally.right[key]} | {tally.missed[key]} | {tally.false[key]} | {tally.precision(key):.2f} | {tally.recall(key):.2f} | {alarms:.2f} |")
        totals.setdefault(language, Counter()).update(right=tally.right[key], missed=tally.missed[key], false=tally.false[key])
    for language, total in sorted(totals.items()):
        precision = total["right"] / max(total["right"] + total["false"], 1)
        recall = total["right"] / max(total["right"] + total["missed"], 1)
        alarms = 100 * total["false"] / max(tally.clean[language], 1)
        lines.append(f"| all | {language} | {total['right']} | {total['missed']} | {total['false']} | {precision:.2f} | {recall:.2f} | {alarms:.2f} |")
    return "\n".join(lines)


def written_table(language: str, page: str) -> str:
    """The table of one language as it stands in the page."""
    begin, end = (mark.format(language) for mark in MARKS)
    return page.partition(begin)[2].partition(end)[0].strip()


def with_table(language: str, page: str, figures: str) -> str:
    """The page with the table of one language replaced."""
    begin, end = (mark.format(language) for mark in MARKS)
    head, _, rest = page.partition(begin)
    return f"{head}{begin}\n{figures}\n{end}{rest.partition(end)[2]}"


def main() -> None:
    """Print the table, and the misses on request."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true", help="print every miss and false alarm")
    parser.add_argument("--language", choices=("ko", "en"), action="append")
    parser.add_argument("--file", type=Path, action="append", default=[], help="measure on these files of cases only")
    parser.add_argument("--rule", action="append", default=[], help="print the misses of these rules only")
    parser.add_argument("--write", action="store_true", help="write the tables into docs/quality.md")
    options = parser.parse_args()
    if options.write:
        page = QUALITY.read_text(encoding="utf-8")
        for language in ("ko", "en"):
            own = Tally()
            measure_language(language, own)
            page = with_table(language, page, table(own))
        QUALITY.write_text(page, encoding="utf-8", newline="\n")
        return
    tally = Tally()
    for language in options.language or ("ko", "en"):
        measure_language(language, tally, options.file)
    if options.misses:
        print("\n".join(line for line in tally.remarks if not options.rule or any(f" {code}: " in line for code in options.rule)))
    print(table(tally))


if __name__ == "__main__":
    main()
