"""The concise report: one line for each finding, as compilers print them."""

from __future__ import annotations

from careerlint.model.finding import Run
from careerlint.reporters.clean_text import on_one_line
from careerlint.reporters.places import place_in_file


def render_concise(run: Run) -> str:
    """`path:line:column: CODE level message`, in reading order; a .docx and a .pdf have paragraphs and pages in place of lines."""
    lines = []
    for report in run.reports:
        path = on_one_line(report.document.path)
        for finding in report.findings:
            lines.append(f"{place_in_file(report, finding.stands, path)}: {finding.code} {finding.level} {on_one_line(finding.message)}")
    return "".join(line + "\n" for line in lines)
