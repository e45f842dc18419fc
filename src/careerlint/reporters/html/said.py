"""Said: the words of the page's frame, each in both languages, since one switch on the page decides which is read."""

from __future__ import annotations

from typing import NamedTuple

from careerlint.model.families import FAMILIES
from careerlint.model.finding import Report
from careerlint.model.place import SourceRange
from careerlint.model.span import Span
from careerlint.reporters.phrases import PHRASES
from careerlint.reporters.places import where


class Said(NamedTuple):
    """One text of the frame in Korean and English."""

    ko: str
    en: str

    def filled(self, **values: object) -> Said:
        """The text with its blanks filled in both languages; a value that is `Said` goes into each in its own."""
        return Said(*(text.format(**{name: _in(value, language) for name, value in values.items()}) for language, text in zip(("ko", "en"), self, strict=True)))


def phrase(key: str) -> Said:
    """A text that the page shares with the terminal, or one of its own."""
    return _OWN[key] if key in _OWN else Said(PHRASES["ko"][key], PHRASES["en"][key])


def place_of(report: Report, stands: Span | SourceRange) -> Said:
    """Where it stands: "page 2"."""
    return Said(where(report, stands, "ko"), where(report, stands, "en"))


def family_of(code: str) -> Said:
    """The name of a family of rules; the code itself where the family is the user's own."""
    return Said(**FAMILIES[code].name) if code in FAMILIES else Said(code, code)


def _in(value: object, language: str) -> object:
    return getattr(value, language) if isinstance(value, Said) else value


_OWN = {
    "title": Said("careerlint 보고서", "careerlint report"),
    "skip": Said("살펴볼 곳으로 건너뛰기", "Skip to the findings"),
    "frame": Said("화면 언어", "Language of the page"),
    "theme": Said("밝기", "Appearance"),
    "theme-auto": Said("자동", "Auto"), "theme-light": Said("밝게", "Light"), "theme-dark": Said("어둡게", "Dark"),
    "help": Said("도움말", "Help"),
    "pages": Said("{count}쪽", "{count} pages"), "page-one": Said("1쪽", "1 page"),
    "page": Said("{page}쪽", "page {page}"),
    "documents": Said("문서 {count}개", "{count} documents"), "document-number": Said("문서 {number}", "document {number}"),
    "section-number": Said("섹션 {number}", "section {number}"), "entry-number": Said("항목 {number}", "entry {number}"),
    "errors": Said("오류", "errors"), "warnings": Said("경고", "warnings"), "notes": Said("참고", "notes"),
    "error-means": Said("면접을 놓치게 하는 것", "may cost the interview"),
    "warning-means": Said("면접관이 파고들 것", "what they will dig into"),
    "note-means": Said("더 강하게 쓸 수 있는 것", "can be told more strongly"),
    "alternative": Said("대안", "alternative"),
    "matrix-told": Said("{title}, {element}: 있습니다. {words}", "{title}, {element}: told. {words}"),
    "matrix-untold": Said("{title}, {element}: 찾지 못했습니다", "{title}, {element}: not found"),
    "matrix-hint": Said("●를 누르면 그 문장으로 가고, ·를 누르면 무엇이 비었는지 알려 줍니다.", "● opens the statement that tells it; · says what is missing."),
    "matrix-key": Said("● 있음 · 이 문서에서 찾지 못함", "● told · not found in this document"),
    "more-rows": Said("그 밖의 항목 {count}개", "and {count} more entries"),
    "findings": Said("살펴볼 곳", "Findings"),
    "document": Said("문서", "Document"),
    "family": Said("갈래", "Family"), "section": Said("섹션", "Section"), "every": Said("전체", "All"),
    "filter": Said("골라 보기", "Show"), "level": Said("수준", "Level"),
    "none-matches": Said("고른 조건에 맞는 것이 없습니다.", "No finding matches."), "show-all": Said("모두 보기", "Show all"),
    "shown-count": Said("{shown}개 표시", "{shown} shown"),
    "open-words": Said("문서에서 보기", "Show in the document"), "open-finding": Said("설명 보기", "Show the finding"),
    "ask": Said("면접 질문", "They ask"), "why": Said("왜", "Why"), "rewrite": Said("이렇게", "Try"),
    "again": Said("왜 · 이렇게 · 면접 질문", "Why, how, and what they ask"),
    "missing": Said("아직 찾지 못한 것", "Not found yet"),
    "page-words": Said("{page}쪽의 글", "Text of page {page}"),
    "page-picture": Said("{count}쪽 가운데 {page}쪽의 그림. 글은 그림 아래에 있습니다.", "Picture of page {page} of {count}; its text follows below the picture."),
    "covered": Said("전화번호 같은 개인정보는 가렸습니다.", "Private values such as phone numbers are covered."),
    "no-pictures": Said("쪽을 그림으로 그리지 못해 글로 보여 줍니다. 파일이 바뀌었거나 없어졌을 수 있습니다.", "The pages could not be drawn, so their text is shown; the file may have changed or be gone."),
    "redacted": Said("문서의 글은 이 보고서에 넣지 않았습니다. 위치와 규칙만 있습니다.", "No text of the document is in this report, only places and rules."),
    "silenced": Said(
        "양식이나 과제 안내처럼 여럿이 함께 쓴 문장에서 나온 {count}건은 싣지 않았습니다.",
        "Not told here: {count} on sentences that many people share, as in a form or an assignment.",
    ),
    "unread": Said("읽지 못한 문서", "Could not be read"),
    "internal": Said("careerlint가 이 문서에서 멈췄습니다.", "careerlint failed on this document."),
    "rules": Said("규칙", "Rules"), "bad": Said("걸리는 예", "Fires on"), "good": Said("괜찮은 예", "Stays silent on"),
    "rules-hint": Said("이 보고서에 나온 규칙입니다. 터미널에서는 careerlint explain {code} --lang ko로 볼 수 있습니다.", "The rules of this report; in a terminal: careerlint explain {code}"),
    "picture": Said("그림", "picture"), "hidden": Said("보이지 않는 글", "hidden text"),
    "index": Said("문서 목록", "Documents"), "kind": Said("종류", "Kind"), "top": Said("목록으로", "Back to the list"),
    "made": Said("careerlint {version} · 규칙 {ruleset} · 기준일 {day}", "careerlint {version} · rules {ruleset} · as of {day}"),
    "keys": Said("키보드", "Keyboard"), "key-next": Said("다음 · 이전", "next and previous finding"), "key-open": Said("문서에서 보기", "show its words in the document"),
    "key-back": Said("설명으로 돌아가기, 닫기", "back to the finding, close"), "key-help": Said("이 도움말", "this help"), "close": Said("닫기", "Close"),
    "marks": Said("표시", "Marks"), "mark-words": Said("밑줄이 있는 말이 살펴볼 곳입니다. 누르면 설명이 열립니다.", "Underlined words have a finding; click them to read it."),
    "mark-about": Said("점선은 함께 볼 말이거나 문서와 항목 전체의 제목입니다.", "A dotted line marks words that belong to it, or the title of an entry or document."),
    "goal-missing": Said("무엇을 이루려 했는지", "what it was meant to achieve"),
    "reason-missing": Said("왜 그 방법을 골랐는지", "why this way was chosen"),
    "alternative-missing": Said("어떤 다른 방법과 견주었는지", "which other way it was compared with"),
    "change-missing": Said("직접 무엇을 바꾸었는지", "what you changed yourself"),
    "measure-missing": Said("숫자로 얼마나 달라졌는지", "by how much it helped, in numbers"),
    "adversity-missing": Said("무엇이 어려웠는지", "what got in the way"),
    "cause-missing": Said("왜 그런 일이 생겼는지", "why that happened"),
    "remedy-missing": Said("그래서 어떻게 풀었는지", "what was done about it"),
    "lesson-missing": Said("무엇을 배웠는지", "what was learned from it"),
    "role-missing": Said("본인의 몫이 어디까지인지", "which part was your own"),
    "missing-told": Said("{title}: {what} 이 문서에서 찾지 못했습니다.", "{title}: {what} was not found in this document."),
}
