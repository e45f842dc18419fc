"""The concise report: one line for each finding, as compilers print them."""

from __future__ import annotations

from careerlint.model.finding import Run
from careerlint.reporters.clean_text import on_one_line
from careerlint.reporters.look import Look
from careerlint.reporters.phrases import counts_by_rule
from careerlint.reporters.places import place_in_file


def render_concise(run: Run, look: Look) -> str:
    """`path:line:column: CODE level message`, in reading order; a .docx and a .pdf have paragraphs and pages in place of lines.

    The counts of the rules follow where they are asked for: "   3 STO001 bare-failure".
    """
    lines = []
    for report in run.reports:
        path = on_one_line(report.document.path)
        for finding in report.findings:
            lines.append(f"{place_in_file(report, finding.stands, path)}: {finding.code} {finding.level} {on_one_line(finding.message)}")
    if look.statistics:
        lines += [f"{count:>5}  {code}  {name}" for count, code, name in counts_by_rule(run)]
    return "".join(line + "\n" for line in lines)
