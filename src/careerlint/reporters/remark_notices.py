"""Notices about remarks in a document: those that suppress nothing, end nothing, or are written so that nothing reads them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from careerlint.model.document import TEXT_FORMATS
from careerlint.model.finding import Report
from careerlint.model.suppression import Suppression
from careerlint.reporters.clean_text import on_one_line

NoticeName = Literal["unused-remark", "needless-remark", "unknown-remark", "misspelt-remark"]

_MESSAGES: dict[str, dict[str, str]] = {
    "en": {
        "unused-remark": "this remark suppresses nothing any more; remove it (careerlint: {verb}{names})",
        "needless-remark": "no 'careerlint: off' before this remark is still open for what it names; remove it, or write the off (careerlint: on{names})",
        "unknown-remark": "the remark names '{name}', which is no rule, family or verb{hint}; 'careerlint rules' lists the rules, the verbs are ignore, ignore-file, off and on",
        "misspelt-remark": "this is no remark to careerlint and suppresses nothing, since it begins with '{name}'; begin it with 'careerlint:'",
        "hint": "; did you mean {near}?",
    },
    "ko": {
        "unused-remark": "이 예외 표시는 이제 숨기는 것이 없습니다. 지우세요 (careerlint: {verb}{names})",
        "needless-remark": "이 표시가 끝낼 'careerlint: off'가 앞에 없습니다. 지우거나 off를 쓰세요 (careerlint: on{names})",
        "unknown-remark": "예외 표시에 쓴 '{name}' 같은 규칙, 규칙군, 명령은 없습니다.{hint} 규칙은 'careerlint rules'에서, 명령은 ignore, ignore-file, off, on에서 고르세요",
        "misspelt-remark": "예외 표시가 '{name}'(으)로 시작해 읽히지 않고 아무것도 숨기지 않습니다. 'careerlint:'로 시작하세요",
        "hint": " 혹시 {near}입니까?",
    },
}


@dataclass(frozen=True, slots=True)
class Notice:
    """What is told of one remark; `line` is where it stands in the source, or in the text of a document without lines."""

    name: NoticeName
    line: int
    message: str
    suppression: Suppression


def remark_notices(report: Report, language: str = "") -> Iterator[Notice]:
    """The notices of a document in the order of its remarks, in the language of its messages or another; they are no findings and fail nothing."""
    unused = frozenset(report.unused)
    for remark in report.suppressions:
        name = _name_of(remark, remark in unused)
        if name is not None:
            yield Notice(name, remark.line, _message(name, remark, _MESSAGES[language or report.language]), remark)


def notice_line(report: Report, notice: Notice) -> int | None:
    """The line for consumers that show the source; None where the format has no lines."""
    return notice.line if report.document.format in TEXT_FORMATS else None


def _name_of(remark: Suppression, unused: bool) -> NoticeName | None:
    if remark.slip:
        return "misspelt-remark"
    if remark.unknown:
        return "unknown-remark"
    if not unused:
        return None
    return "needless-remark" if remark.verb == "on" else "unused-remark"


def _message(name: NoticeName, remark: Suppression, told: dict[str, str]) -> str:
    names = "".join(f" {name}" for name in remark.written)
    hint = told["hint"].format(near=remark.near) if remark.near else ""
    quoted = on_one_line(remark.slip or "".join(remark.unknown[:1]))
    return told[name].format(verb=remark.verb, names=names, name=quoted, hint=hint)
