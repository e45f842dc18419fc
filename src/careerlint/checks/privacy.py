"""PRV001, PRV002, PRV003: reports the private values that were found, each in the documents where it does harm."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath

from careerlint.checks.places import statement_at
from careerlint.expression import Expression
from careerlint.model.evidence import Evidence, Hit
from careerlint.model.finding import Level
from careerlint.model.private import PROTECTED, PrivateKind, PrivateValue
from careerlint.model.rule import Rule
from careerlint.model.span import Span

_NAMES: dict[PrivateKind, dict[str, str]] = {
    "resident-number": {"ko": "주민등록번호", "en": "a resident registration number"},
    "passport": {"ko": "여권번호", "en": "a passport number"},
    "card": {"ko": "카드번호", "en": "a payment card number"},
    "test-card": {"ko": "시험용으로 알려진 카드번호", "en": "a payment card number (one that is published for tests)"},
    "phone": {"ko": "개인 전화번호", "en": "a private phone number"},
    "address": {"ko": "집 주소", "en": "a home address"},
    "birth-date": {"ko": "생년월일", "en": "the date of birth"},
    "age": {"ko": "나이", "en": "the age"},
    "gender": {"ko": "성별", "en": "the gender"},
    "marital-status": {"ko": "결혼 여부", "en": "the marital or family status"},
    "family": {"ko": "가족 관계", "en": "the family"},
    "home-town": {"ko": "출신지", "en": "the home town"},
    "religion": {"ko": "종교", "en": "the religion"},
    "body": {"ko": "키와 몸무게", "en": "height or weight"},
    "photo": {"ko": "사진", "en": "a photo"},
}
_COMMON: frozenset[PrivateKind] = frozenset(("birth-date", "age", "photo"))
"""What private companies in Korea still often ask for."""
_DATA_COLUMNS = Expression(r"이름|성명|전화|연락처|휴대폰|핸드폰|주소|\b(?:name|phone|tel|mobile|address|city|street)\b", re.IGNORECASE)
_MEMBER_COLUMNS = Expression(r"역할|담당|직책|포지션|소속|학과|파트|깃허브|이메일|메일|\b(?:role|position|part|github|e-?mail|responsib\w+|member|team)\b", re.IGNORECASE)
_IN_PUBLIC = frozenset(("project", "portfolio"))


def find_national_ids(evidence: Evidence, rule: Rule) -> Iterator[Hit]:
    """A hit for each number of identity; a card that services publish for tests is a note, since no reader can know it."""
    for value in evidence.private:
        if value.certain and value.kind in ("resident-number", "passport", "card"):
            yield _hit(evidence, (value,), value.span)
        elif value.kind == "test-card":
            yield _hit(evidence, (value,), value.span, "note")


def find_protected_attributes(evidence: Evidence, rule: Rule) -> Iterator[Hit]:
    """A hit for each statement or line that tells one or more protected attributes."""
    groups: dict[tuple[int | None, int], list[PrivateValue]] = {}
    for value in evidence.private:
        if value.certain and value.kind in PROTECTED:
            statement = statement_at(evidence, value.span if len(value.span) else value.around)
            if statement is not None and evidence.claims[statement].author in ("third-party", "task"):
                continue
            line = -1 if statement is not None else evidence.document.text.count("\n", 0, value.span.start)
            groups.setdefault((statement, line), []).append(value)
    for values in groups.values():
        span = Span(min(value.around.start for value in values), max(value.around.end for value in values))
        yield _hit(evidence, tuple(values), span, _level(evidence, values))


def find_public_contacts(evidence: Evidence, rule: Rule) -> Iterator[Hit]:
    """A hit for each private phone number or address in the Markdown of a project or portfolio."""
    if evidence.document.format != "md" or _is_resume(evidence):
        return
    for value in evidence.private:
        if value.certain and value.kind in ("phone", "address") and _kind_at(evidence, value.span.start) in _IN_PUBLIC and not _is_sample(evidence, value.span):
            yield _hit(evidence, (value,), value.span)


def _is_sample(evidence: Evidence, span: Span) -> bool:
    """Whether a value stands in a table of two or more rows whose columns are those of data about people, with no role or mail of a member."""
    statement = statement_at(evidence, span)
    if statement is None or evidence.outline.statements[statement].table < 0:
        return False
    found = evidence.outline.statements[statement]
    rows = {other.row for other in evidence.outline.statements if other.table == found.table and not other.head}
    header = " ".join(found.context)
    return len(rows) > 1 and _DATA_COLUMNS.search(header) is not None and _MEMBER_COLUMNS.search(header) is None


def _is_resume(evidence: Evidence) -> bool:
    """Whether it tells a career, whatever its kind was taken for: a résumé may carry a phone number, a README not."""
    name = PurePath(evidence.document.path.replace("\\", "/")).stem.lower()
    told = any(section.kind in ("experience", "education") or section.heading.lower() in ("work", "jobs") for section in evidence.outline.sections)
    return told and name != "readme" and evidence.outline.kind == "project"


def _hit(evidence: Evidence, values: tuple[PrivateValue, ...], span: Span, level: Level | None = None) -> Hit:
    statement = statement_at(evidence, values[0].span if len(values[0].span) else span)
    kinds = tuple(dict.fromkeys(value.kind for value in values))
    korean, english = ([_NAMES[kind][language] for kind in kinds] for language in ("ko", "en"))
    told = " and ".join(filter(None, (", ".join(english[:-1]), english[-1])))
    return Hit(span, statement, evidence.entry_of(statement), level, {"match": evidence.masking.words(span), "kind.ko": ", ".join(korean), "kind.en": told})


def _level(evidence: Evidence, values: list[PrivateValue]) -> Level | None:
    """Birth date and photo are a note where a private company in Korea is the reader."""
    profile = evidence.profile
    if profile in ("", "auto"):
        profile = "private" if evidence.outline.language == "ko" else "global"
    return "note" if profile == "private" and all(value.kind in _COMMON for value in values) else None


def _kind_at(evidence: Evidence, offset: int) -> str:
    parts = evidence.outline.parts
    return next((part.kind for part in parts if part.span.start <= offset <= part.span.end), evidence.outline.kind)
