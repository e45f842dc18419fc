"""Annotating: the copy of a document that holds its remarks, written beside it; the document itself is never touched."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path

from careerlint.annotations import ANNOTATORS, Annotated
from careerlint.files import replace_document
from careerlint.model.document import TEXT_FORMATS, Format
from careerlint.model.finding import Report, Run
from careerlint.readers.formats import SUFFIXES
from careerlint.reporters.gaps import shown_items
from careerlint.reporters.look import Look, Notes
from careerlint.reporters.markdown import render_markdown
from careerlint.standing import is_folder

MARK = ".careerlint"
"""What stands in the name of a copy before its ending."""


class AnnotatingError(Exception):
    """Why no copy was written, and the way out, in both languages."""

    def __init__(self, message: str, message_ko: str) -> None:
        super().__init__(message)
        self.messages = {"en": message, "ko": message_ko}


@dataclass(frozen=True, slots=True)
class CopyOptions:
    """Where copies go (None: beside the document; a folder, or for one document a file), and whether they may replace a file.

    `documents` are all that the call names: none of them is ever replaced. `into_folder` says that `output` is a folder; it is
    made with the first copy.
    """

    output: Path | None = None
    force: bool = False
    documents: tuple[Path, ...] = ()
    into_folder: bool = False


def annotated(content: bytes, run: Run, notes: Notes) -> Annotated:
    """What the copy of the run's only document holds; of a text it is a review in Markdown. Raises `UnreadableError`.

    `content` are the bytes that the report was made from.
    """
    (report,) = run.reports
    if report.document.format in TEXT_FORMATS:
        named = replace(report, document=replace(report.document, path=Path(report.path).name))
        text = render_markdown(replace(run, outcomes=(named,)), Look(language=report.language, notes=notes))
        return Annotated(text.encode("utf-8", "replace"), len(shown_items(report, notes)))
    return _annotator(report.document.format)(content, _told_as(report, notes))


def target_of(document: Path, format: Format, copying: CopyOptions) -> Path:
    """Where the copy of a document goes; raises `AnnotatingError` for a name that does not fit."""
    stem = document.stem
    if stem.lower().endswith(MARK):
        if format in TEXT_FORMATS:
            raise AnnotatingError(
                "this is a review that careerlint wrote; name the document that it is about",
                "careerlint가 쓴 검토 글입니다. 검토할 문서를 지정하세요",
            )
        stem = stem[: -len(MARK)]
    ending = ".md" if format in TEXT_FORMATS else document.suffix if SUFFIXES.get(document.suffix.lower()) == format else f".{format}"
    name = f"{stem}{MARK}{ending}"
    if copying.output is None:
        return document.with_name(name)
    if copying.into_folder or is_folder(copying.output):
        return copying.output / name
    given = copying.output.suffix.lower()
    if given != ending.lower() and not (format in TEXT_FORMATS and SUFFIXES.get(given) in TEXT_FORMATS):
        raise AnnotatingError(f"the copy is a {ending} file; name one with -o, or a folder", f"사본은 {ending} 파일입니다. -o에 그런 파일 이름이나 폴더를 주세요")
    return copying.output


def write_copy(target: Path, content: bytes, document: Path, written: Iterable[Path], copying: CopyOptions) -> None:
    """Put the whole copy in place at once; raises `AnnotatingError` and then leaves everything as it was.

    No document of the call is ever replaced, by whatever name or link it is reached; only a copy of an earlier run that is
    annotated again is, with `force`. `written` are the copies that this call has written before.
    """
    again = document.stem.lower().endswith(MARK) and _is_same(target, document)
    if any(_is_same(target, each) for each in written):
        raise AnnotatingError(f"{target} was just written for another document; annotate this one by itself with -o", f"{target} 파일은 방금 다른 문서의 것으로 썼습니다. 이 문서는 -o로 이름을 주어 따로 실행하세요")
    if not again and any(_is_same(target, each) for each in (document, *copying.documents)):
        raise AnnotatingError(f"{target} is one of the documents, which stay as they are; name another file with -o", f"{target} 파일은 원본 문서라서 그대로 둡니다. -o로 다른 파일을 지정하세요")
    if is_folder(target):
        raise AnnotatingError(f"{target} is a folder; name a file with -o", f"{target} 자리에는 폴더가 있습니다. -o로 파일을 지정하세요")
    if os.path.lexists(target) and not copying.force:
        raise AnnotatingError(f"{target} is there already; --force replaces it, -o names another file", f"{target} 파일이 이미 있습니다. --force로 바꾸거나 -o로 다른 파일을 지정하세요")
    try:
        if copying.into_folder:
            target.parent.mkdir(parents=True, exist_ok=True)
        replace_document(target, content, document)
    except OSError as failure:
        why = failure.strerror or type(failure).__name__
        raise AnnotatingError(f"{target} cannot be written ({why}); choose another place with -o", f"{target} 파일을 쓸 수 없습니다({why}). -o로 다른 곳을 지정하세요") from None


def _annotator(format: Format) -> Callable[[bytes, Report], Annotated]:
    module, name = ANNOTATORS[format].split(":")
    function: Callable[[bytes, Report], Annotated] = getattr(import_module(module), name)
    return function


def _told_as(report: Report, notes: Notes) -> Report:
    """The report in which grouping leaves what `notes` asks for: findings without a gap are told one by one."""
    if notes == "all":
        return replace(report, findings=tuple(replace(finding, gap="") for finding in report.findings))
    if notes == "none":
        return replace(report, findings=tuple(finding for finding in report.findings if finding.level != "note"))
    return report


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False
