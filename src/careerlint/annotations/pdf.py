"""PDF copies: the person's own pages with a highlight on the words of each remark and a note at the titles."""

from __future__ import annotations

from careerlint.annotations import Annotated
from careerlint.annotations.pdf_placing import lines_beside, page_remarks
from careerlint.annotations.remarks import remarks_of
from careerlint.model.finding import Report
from careerlint.readers.isolation import work_isolated
from careerlint.readers.limits import Limits, UnreadableError

_WRITER = "careerlint.annotations.pdf_writing:write_remarks"

_MESSAGES = {
    "restricted": {
        "en": "The original restricts what may be done with it; this copy holds no such restrictions, so hand out the original.",
        "ko": "원본에는 권한 제한이 걸려 있지만 이 사본에는 없습니다. 제출할 때는 원본을 쓰세요.",
    },
    "signed": {
        "en": "The original is signed; the signature does not hold for this copy, so hand out the original.",
        "ko": "원본에는 전자 서명이 있지만 이 사본에서는 그 서명이 유효하지 않습니다. 제출할 때는 원본을 쓰세요.",
    },
}


def annotate_pdf(content: bytes, report: Report) -> Annotated:
    """Write the remarks of `report` into a copy of the file that it is about; raises `UnreadableError`.

    The copy is written in a child process with limits, since qpdf is native code and the file a stranger's.
    """
    remarks = remarks_of(report)
    placed = page_remarks(report, remarks)
    rows = tuple(tuple(remark) for remark in placed)
    made = work_isolated(_WRITER, report.path, content, Limits(), rows, lines_beside(report.document, placed))
    match made:
        case (bytes(copy), tuple(facts)):
            return Annotated(copy, len(remarks), tuple(_MESSAGES[fact][report.language] for fact in facts))
    raise UnreadableError("broken")
