"""Labels: the words before a colon, in brackets or in bold that say what a line is about."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from careerlint.model.span import Span
from careerlint.outline.headings import heading_words
from careerlint.outline.lines import Line
from careerlint.outline.vocabulary import HeadingVocabulary

_COLON = re.compile(r"(?P<label>[^\n:：|→.!?]{1,28}?)\s*[:：]\s*(?=\S)(?!//)")
_BRACKETS = re.compile(r"[\[【<〈](?P<label>[^\]】>〉\n]{1,16})[\]】>〉]\s*[:：-]?\s*(?=\S)")
_DASH = re.compile(r"(?P<label>[^\n:：|→.!?–—-]{1,16}?)\s+[-–—|]\s+(?=\S)")
_SEPARATOR = re.compile(r"\s*[:：|–—-]\s*|\s+")
_PREDICATE = re.compile(r"(?:다|요|고|며|는|을|를|에서|으로)$")
_LEAST_REST = 4
_SPOKEN = frozenset((
    "fix", "cause", "problem", "issue", "action", "result", "solution", "situation", "task", "reason", "impact", "lesson", "learned", "challenge", "before", "after",
    "해결", "조치", "문제", "원인", "이유", "결과", "성과", "배움", "교훈", "상황", "행동", "과제", "시도", "개선", "역할", "기여", "효과", "한계", "배경", "목표", "근거", "선택이유", "도입이유",
))


def find_label(line: Line, vocabulary: HeadingVocabulary, strong: Sequence[Span]) -> tuple[str, Span]:
    """The label of a line and the span of its statement.

    A known label ("원인:") is cut off; an unknown one ("LightGBM:") stays in the statement, because it may be its subject.
    """
    text = line.text
    match = _BRACKETS.match(text) or _bold_lead(line, strong) or _COLON.match(text) or _DASH.match(text)
    if match is None:
        return "", line.span
    label = match["label"].strip(" *_`'\"") if isinstance(match, re.Match) else match[0]
    end = match.end() if isinstance(match, re.Match) else match[1]
    known = is_known_label(label, vocabulary)
    if not known and (isinstance(match, re.Match) and match.re is not _COLON):
        return "", line.span
    if len(label.split()) > 4 or not any(character.isalpha() for character in label) or _PREDICATE.search(label) or (label[-1:].isdigit() and text[end : end + 1].isdigit()):
        return "", line.span
    rest = text[end:]
    if known and sum(character.isalpha() for character in rest) >= _LEAST_REST:
        return label, Span(line.span.start + end, line.span.end)
    return label, line.span


def is_known_label(label: str, vocabulary: HeadingVocabulary) -> bool:
    """Whether the words name a part of a project or another thing that labels say."""
    words = heading_words(label)
    return "".join(words.lower().split()) in _SPOKEN or vocabulary.exact(words, "project") is not None


def label_alone(line: Line, vocabulary: HeadingVocabulary) -> str:
    """The label that a whole line is ("**원인**", "Challenges:"), or nothing."""
    text = line.text.strip()
    if len(text) > 40 or "\t" in text:
        return ""
    words = heading_words(text)
    if text.endswith((":", "：")) and len(words.split()) <= 6:
        return words
    if is_known_label(text, vocabulary) and len(words) <= 20:
        return words
    if line.kind == "text" and line.bold and len(words) <= 30 and not any(character.isdigit() for character in words) and not text.endswith((".", "다", "요", "함", "음")):
        return words
    return ""


def _bold_lead(line: Line, strong: Sequence[Span]) -> tuple[str, int] | None:
    """Bold words that open the line, and where the text after them and their separator starts."""
    index = bisect_left(strong, Span(line.span.start, 0))
    if index == len(strong) or strong[index].start != line.span.start or strong[index].end >= line.span.end:
        return None
    length = len(strong[index])
    label = line.text[:length].strip(" :：")
    gap = _SEPARATOR.match(line.text, length) if not line.text[:length].rstrip().endswith((":", "：")) else None
    end = gap.end() if gap is not None else length
    while end < len(line.text) and line.text[end] == " ":
        end += 1
    if not label or len(label) > 28 or end >= len(line.text):
        return None
    # "**전처리**를 맡아" goes on as a sentence.
    separated = line.text[:length].rstrip().endswith((":", "：")) or (gap is not None and gap.group() != "")
    return (label, end) if separated else None
