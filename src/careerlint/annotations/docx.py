"""Remarks in a .docx: a copy of the document in which each finding is a comment of Word at its own words."""

from __future__ import annotations

from collections import Counter

from careerlint.annotations import Annotated
from careerlint.annotations.docx_anchors import Anchors, Nook
from careerlint.annotations.docx_comments import Comments
from careerlint.annotations.docx_package import open_package
from careerlint.annotations.docx_ranges import Range, place_ranges
from careerlint.annotations.remarks import Remark, remarks_of
from careerlint.model.finding import Report
from careerlint.readers.limits import UnreadableError
from careerlint.reporters.clean_text import on_one_line

_MOST_QUOTED = 80
_NOOKS: dict[str, dict[Nook, str]] = {
    "ko": {
        "header": "머리글", "footer": "바닥글", "footnote": "각주", "endnote": "미주", "box": "텍스트 상자", "hidden": "숨긴 글자", "formula": "수식",
    },
    "en": {
        "header": "headers", "footer": "footers", "footnote": "footnotes", "endnote": "endnotes", "box": "text boxes", "hidden": "hidden text",
        "formula": "formulas",
    },
}  # fmt: skip
_PHRASES = {
    "ko": {
        "aside": "{nook}에는 메모를 달 수 없어 가까운 곳에 답니다. 이 메모의 대상: “{words}”",
        "told": "메모 {count}개는 메모를 달 수 없는 곳({nooks})의 말에 대한 것이라 가까운 곳에 달았습니다. 어떤 말인지는 메모에 적혀 있습니다.",
        "unplaced": "메모 {count}개는 본문에 달 자리가 없어 넣지 못했습니다. 'careerlint check'로 보세요.",
        "signed": "이 문서에는 디지털 서명이 있습니다. 사본에서는 서명이 유효하지 않습니다.",
    },
    "en": {
        "aside": "Word takes no comments in {nook}, so this one stands near by. It is about: “{words}”",
        "told": "comments that stand near their words, because Word takes none there: {count} ({nooks}); each says which words it is about",
        "unplaced": "comments that found no place in the body and were left out: {count}; 'careerlint check' shows them",
        "signed": "the document bears a digital signature, which is not valid in the copy",
    },
}


def annotate_docx(content: bytes, report: Report) -> Annotated:
    """The document with a comment for each remark of its report; comments that an earlier run wrote are replaced, others stay.

    `content` must be the very bytes that the report was made from: the reader has then gone through them in its own process,
    under limits of time and memory, and every part is parsed here just as it was there. That is why this needs no process of
    its own. Raises `UnreadableError`.
    """
    package = open_package(content)
    root = package.part(package.main)
    if root is None:
        raise UnreadableError("broken")
    comments = Comments(package, root)
    anchors = Anchors(package, root, report.document)
    # Runs are counted with the marks of an earlier run in place, as the reader has counted them.
    found = [(remark, anchors.of(remark.span)) for remark in remarks_of(report)]
    removed = comments.remove_ours()
    ranges: list[Range] = []
    nooks: Counter[Nook] = Counter()
    for remark, anchor in found:
        if anchor is None:
            continue
        if anchor.nook:
            nooks[anchor.nook] += 1
        identifier = comments.add(remark, _aside(report, remark, anchor.nook))
        ranges.append(Range(identifier, anchor.first, anchor.last))
    if ranges or removed:
        place_ranges(ranges, comments.reference)
        comments.save()
        package.put(package.main, root)
    told = tuple(_told(report.language, nooks, len(found) - len(ranges), package.is_signed and bool(ranges or removed)))
    return Annotated(package.copy(), len(ranges), told)


def _aside(report: Report, remark: Remark, nook: Nook | None) -> str:
    if nook is None:
        return ""
    words = on_one_line(report.shown(remark.span))
    words = words if len(words) <= _MOST_QUOTED else f"{words[: _MOST_QUOTED - 3]}..."
    return _PHRASES[report.language]["aside"].format(nook=_NOOKS[report.language][nook], words=words)


def _told(language: str, nooks: Counter[Nook], unplaced: int, signed: bool) -> list[str]:
    phrases = _PHRASES[language]
    lines = []
    if nooks:
        names = ", ".join(_NOOKS[language][nook] for nook in _NOOKS[language] if nook in nooks)
        lines.append(phrases["told"].format(count=nooks.total(), nooks=names))
    if unplaced:
        lines.append(phrases["unplaced"].format(count=unplaced))
    if signed:
        lines.append(phrases["signed"])
    return lines
