"""The concise report: one line for each finding, as compilers print them."""

from __future__ import annotations

from careerlint.model.finding import Run
from careerlint.reporters.clean_text import on_one_line


def render_concise(run: Run) -> str:
    """`path:line:column: CODE level message`, in reading order, documents in the order of the call."""
    lines = []
    for report in run.reports:
        path = on_one_line(report.document.path)
        for finding in report.findings:
            line, column = report.document.line_column(finding.span.start)
            lines.append(f"{path}:{line}:{column}: {finding.code} {finding.level} {on_one_line(finding.message)}")
    return "".join(line + "\n" for line in lines)
