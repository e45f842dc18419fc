"""Phrases: the words of the reports for people in both languages."""

from __future__ import annotations

from collections import Counter

from careerlint.model.finding import LEVELS, Report, Run

PHRASES: dict[str, dict[str, str]] = {
    "ko": {
        "error": "오류", "warning": "경고", "note": "참고",
        "first": "먼저 볼 세 가지", "first-few": "먼저 볼 것", "strong": "이미 강한 점", "matrix": "스토리 매트릭스",
        "adversity-strength": "역경과 해결을 함께 말했습니다", "measure-strength": "무엇을 바꿔 얼마나 달라졌는지 숫자로 말했습니다",
        "alternative-strength": "다른 방법과 비교했습니다",
        "why": "왜", "rewrite": "이렇게", "question": "면접 질문", "also": "같이 볼 곳: {places}",
        "goal": "목표", "reason": "이유", "alternative": "대안", "change": "변경", "measure": "측정", "adversity": "역경",
        "cause": "원인", "remedy": "해결", "lesson": "배움", "role": "역할",
        "clean": "짚어 드릴 곳을 찾지 못했습니다. 수고하셨습니다.",
        "clean-accepted": "예외로 받아들인 {count}가지 말고는 짚어 드릴 곳을 찾지 못했습니다.",
        "untitled": "(제목 없음)", "whole": "문서 전체", "line": "{line}행", "page": "{page}쪽", "paragraph": "{paragraph}번째 문단", "in-form": "{place}('{title}')", "header": "머리글 {paragraph}번째 문단", "footer": "바닥글 {paragraph}번째 문단",
        "gap": "이 이야기에서 아직 찾지 못한 것: {names}", "gap-resume": "이 이력서의 이야기에서 아직 찾지 못한 것: {names}",
        "gap-others": " 외 {count}곳",
        "gap-document": "이 문서에서 아직 찾지 못한 것: {names}",
        "fixable": "careerlint check --fix로 고칠 수 있는 표기: {count}가지",
        "explain": "규칙 설명: careerlint explain {code} --lang ko",
        "resume": "이력서", "cover-letter": "자기소개서", "career": "경력기술서", "portfolio": "포트폴리오", "project": "프로젝트",
        "statistics": "규칙별 개수", "legend": "● 있음 / · 이 문서에서 찾지 못함", "more-rows": "그 밖의 항목 {count}개",
        "hidden": "{count}개는 표시하지 못했습니다. GitHub는 한 단계에서 오류, 경고, 알림을 10개씩만 보여 줍니다. 로그와 작업 요약에는 모두 있습니다.",
        "disagree": "동의하지 않으면 그 글 바로 앞 줄에 {remark}를 적으면 더 알리지 않습니다. 왜 나왔는지는 {command}로 볼 수 있습니다.",
        "remark-reason": "까닭",
        "unread": "읽지 못한 문서", "document": "문서", "reason-unread": "이유", "level": "수준", "place": "위치", "rule": "규칙", "finding": "내용",
        "cut": "{count}개는 이 요약에 들어가지 않아 뺐습니다. 로그에는 모두 있습니다.", "no-finding": "찾은 것 없음", "remarks": "careerlint에 쓴 예외 표시",
    },
    "en": {
        "error": "error", "warning": "warning", "note": "note",
        "first": "Look at these three first", "first-few": "Look at these first", "strong": "Already strong", "matrix": "Story matrix",
        "adversity-strength": "tells an obstacle together with what was done about it",
        "measure-strength": "says what was changed and by how much it helped", "alternative-strength": "compares with another way",
        "why": "why", "rewrite": "try", "question": "they will ask", "also": "see also {places}",
        "goal": "goal", "reason": "reason", "alternative": "alternative", "alternative-short": "altern.", "change": "change", "measure": "measure", "adversity": "adversity",
        "cause": "cause", "remedy": "remedy", "lesson": "lesson", "role": "role",
        "clean": "Found nothing to point out. Nicely done.",
        "clean-accepted": "Found nothing to point out besides the {count} accepted by remarks.",
        "untitled": "(untitled)", "whole": "The whole document", "line": "line {line}", "page": "page {page}", "paragraph": "paragraph {paragraph}", "in-form": "{place} ('{title}')", "header": "paragraph {paragraph} of the header", "footer": "paragraph {paragraph} of the footer",
        "gap": "not found in this story yet: {names}", "gap-resume": "not found in the stories of this résumé yet: {names}",
        "gap-others": " and {count} more",
        "gap-document": "not found in this document yet: {names}",
        "fixable": "careerlint check --fix corrects these spellings: {count}",
        "explain": "about a rule: careerlint explain {code}",
        "resume": "résumé", "cover-letter": "cover letter", "career": "career history", "portfolio": "portfolio", "project": "project",
        "statistics": "Findings by rule", "legend": "● there / · not found in this document", "more-rows": "and {count} more entries",
        "hidden": "{count} more have no annotation: GitHub shows 10 errors, 10 warnings and 10 notices of a step. The log and the job summary have them all.",
        "disagree": "You disagree? {remark} on the line before that text accepts it; {command} says why it was found.",
        "remark-reason": "reason",
        "unread": "documents that could not be read", "document": "document", "reason-unread": "reason", "level": "level", "place": "place",
        "rule": "rule", "finding": "finding",
        "cut": "{count} more do not fit into this summary; the log has them all.", "no-finding": "nothing found", "remarks": "remarks to careerlint",
    },
}
"""By language and key; `{name}` are blanks."""

def counts_by_rule(run: Run) -> list[tuple[int, str, str]]:
    """How often each rule has found something, with its code and name, the most frequent first."""
    counts = Counter((finding.code, finding.name) for report in run.reports for finding in report.findings)
    return [(count, code, name) for (code, name), count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))]


_COUNTED = {"document": "문서 {}개", "error": "오류 {}", "warning": "경고 {}", "note": "참고 {}", "accepted": "받아들임 {}", "unreadable": "읽지 못함 {}"}
_UNCHANGED = frozenset(("accepted", "unreadable"))


def capital(text: str) -> str:
    """The text as the beginning of a line: labels are lower case in the terminal, where they stand beside columns."""
    return text[:1].upper() + text[1:]


def clean_line(report: Report, language: str) -> str:
    """What is said where nothing is found; who accepted all of it by remarks is not told that there was nothing."""
    words = PHRASES[language]
    return words["clean-accepted"].format(count=len(report.accepted)) if report.accepted else words["clean"]


def summary_line(counts: dict[str, int], language: str) -> str:
    """How many of what there are, in the order of `counts`: "2 documents · 1 error · 0 warnings"."""
    if language == "ko":
        return " · ".join(_COUNTED[name].format(count) for name, count in counts.items())
    return " · ".join(f"{count} {name if count == 1 or name in _UNCHANGED else f'{name}s'}" for name, count in counts.items())


def run_summary(run: Run, language: str) -> str:
    """`summary_line` for the documents of a run: by level, and how many were accepted by remarks or could not be read where there are some."""
    levels = Counter(finding.level for report in run.reports for finding in report.findings)
    counts: dict[str, int] = {"document": len(run.outcomes)}
    counts.update((level, levels[level]) for level in LEVELS)
    accepted = sum(len(report.accepted) for report in run.reports)
    if accepted:
        counts["accepted"] = accepted
    if run.unreadable:
        counts["unreadable"] = len(run.unreadable)
    return summary_line(counts, language)
