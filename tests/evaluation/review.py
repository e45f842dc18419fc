"""Draws 60 random findings (errors and warnings) from a folder of real documents, with a place for each verdict.

Run with `make review FOLDER=...`; writes review/findings.md. The share judged right goes into docs/quality.md.
"""

from __future__ import annotations

import argparse
import random
from datetime import date
from pathlib import Path

from careerlint.checking import check_files
from careerlint.config import Config
from careerlint.discovery import find_files
from careerlint.model.finding import Report

SAMPLE = 60


def main() -> None:
    """Write the sheet; the same folder and seed draw the same findings."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--output", type=Path, default=Path("review/findings.md"))
    options = parser.parse_args()
    config = Config(as_of=date(2026, 1, 1))
    reports = [outcome for outcome in check_files(find_files([options.folder]), lambda path: config) if isinstance(outcome, Report)]
    found = [(report, finding) for report in reports for finding in report.findings if finding.level != "note"]
    drawn = random.Random(options.seed).sample(found, min(SAMPLE, len(found)))
    lines = [f"{len(reports)} documents, {len(found)} errors and warnings, {len(drawn)} drawn", ""]
    for number, (report, finding) in enumerate(sorted(drawn, key=lambda item: (item[0].document.path, item[1].span)), 1):
        statements = report.outline.statements
        around = range(max(finding.statement - 1, 0), min(finding.statement + 3, len(statements))) if finding.statement is not None else range(0)
        line, _ = report.document.line_column(finding.span.start)
        lines.append(f"## {number}. {finding.code} {finding.name} - {Path(report.document.path).name}:{line} - verdict: [ ] right [ ] wrong [ ] arguable")
        lines.append(f"words: **{' '.join(report.document.words(finding.span).split())}**")
        for index in around:
            mark = ">" if index == finding.statement else " "
            section = report.outline.sections[statements[index].section]
            lines.append(f"{mark} [{section.kind}] {' '.join(report.document.words(statements[index].span).split())[:300]}")
        lines.append("")
    options.output.parent.mkdir(parents=True, exist_ok=True)
    options.output.write_text("\n".join(lines), encoding="utf-8")
    print(f"{lines[0]}; the sheet is {options.output}")


if __name__ == "__main__":
    main()
