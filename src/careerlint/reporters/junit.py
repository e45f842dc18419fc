"""The JUnit report: a suite for each document and a case for each finding, for servers that show tests."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections import Counter

from careerlint.model.finding import Finding, Report, Run, Unreadable
from careerlint.reporters.clean_text import on_one_line
from careerlint.reporters.look import Look
from careerlint.reporters.paths import shown_path
from careerlint.reporters.phrases import PHRASES
from careerlint.reporters.places import place_in_file, placed_message
from careerlint.reporters.remark_notices import Notice, remark_notices
from careerlint.reporters.xml_text import xml_safe, xml_text

_LONGEST_NAME = 60


def render_junit(run: Run, look: Look) -> str:
    """Suites in the order of the documents: errors and warnings fail, notes are skipped, a clean document passes one case."""
    root = ET.Element("testsuites", name="careerlint")
    for outcome in run.outcomes:
        root.append(_unread(outcome, look) if isinstance(outcome, Unreadable) else _document(outcome, look))
    for counted in ("tests", "failures", "errors"):
        root.set(counted, str(sum(int(suite.get(counted, "0")) for suite in root)))
    root.set("time", "0")
    return xml_text(root)


def _document(report: Report, look: Look) -> ET.Element:
    path = xml_safe(shown_path(report.document.path, look.root))
    names: Counter[str] = Counter()
    cases = [_finding(report, finding, path, names) for finding in report.findings]
    passing = [ET.Element("testcase", name=PHRASES[look.language]["no-finding"], classname=path, time="0")]
    return _suite(path, (cases or passing) + [_notice(notice, path, names) for notice in remark_notices(report)])


def _notice(notice: Notice, path: str, names: Counter[str]) -> ET.Element:
    """What is wrong with a remark fails nothing, as notes do not."""
    case = ET.Element("testcase", name=xml_safe(_numbered(f"careerlint {notice.name}", names)), classname=path, time="0")
    ET.SubElement(case, "skipped", type="note", message=xml_safe(f"{path}:{notice.line}: {notice.message}"))
    return case


def _finding(report: Report, finding: Finding, path: str, names: Counter[str]) -> ET.Element:
    case = ET.Element("testcase", name=_name(report, finding, names), classname=path, time="0")
    message = xml_safe(placed_message(report, finding))
    told = ET.SubElement(case, "skipped" if finding.level == "note" else "failure", type=finding.level, message=message)
    words = PHRASES[report.language]
    told.text = xml_safe(
        "\n".join(
            (
                f"{words[finding.level]}: {finding.code} {finding.name}",
                f"{words['place']}: {place_in_file(report, finding.stands, path)}",
                f"{words['why']}: {on_one_line(finding.why)}",
                f"{words['rewrite']}: {on_one_line(finding.rewrite)}",
                f"{words['question']}: {on_one_line(finding.question)}",
            )
        )
    )
    return case


def _name(report: Report, finding: Finding, names: Counter[str]) -> str:
    """The rule and the words, so that a case keeps its name and its history when lines move; numbered where they come again."""
    words = xml_safe(on_one_line(report.words(finding)))
    short = words if len(words) <= _LONGEST_NAME else words[: _LONGEST_NAME - 3] + "..."
    name = f"{finding.code} {finding.name}: {short}" if short else f"{finding.code} {finding.name}"
    return _numbered(name, names)


def _numbered(name: str, names: Counter[str]) -> str:
    names[name] += 1
    return name if names[name] == 1 else f"{name} ({names[name]})"


def _unread(outcome: Unreadable, look: Look) -> ET.Element:
    path = xml_safe(shown_path(outcome.path, look.root))
    case = ET.Element("testcase", name=PHRASES[look.language]["unread"], classname=path, time="0")
    message = xml_safe(on_one_line(outcome.message_ko if look.language == "ko" else outcome.message))
    ET.SubElement(case, "error", type=outcome.kind, message=message)
    return _suite(path, [case])


def _suite(path: str, cases: list[ET.Element]) -> ET.Element:
    suite = ET.Element("testsuite", name=path, file=path)
    suite.set("tests", str(len(cases)))
    for attribute, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        suite.set(attribute, str(sum(case.find(tag) is not None for case in cases)))
    suite.set("time", "0")
    suite.extend(cases)
    return suite
