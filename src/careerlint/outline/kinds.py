"""Kinds: whether a document is a résumé, a letter, a career history, a portfolio or one project."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from pathlib import PurePath

from careerlint.model.document import Document
from careerlint.model.outline import Kind, SectionKind
from careerlint.outline.dates import has_date_range
from careerlint.outline.levels import PROJECT_PARTS
from careerlint.outline.lines import OutlineLine
from careerlint.outline.projects import project_titles
from careerlint.outline.sections import DraftSection
from careerlint.outline.vocabulary import title_kind

_RESUME_SECTIONS = frozenset((
    "experience", "education", "skills", "certificates", "awards", "languages", "personal", "training", "activities", "publications", "summary",
))
_SEVERAL = 2
_EMPLOYED = re.compile(r"full-time|part-time|\bintern|\byrs?\b|\bmos\b|재직|근무|정규직|계약직|사원|대리|과장|연구원", re.IGNORECASE)
_LETTER = re.compile(
    r"지원\s?동기|성장\s?과정|입사\s?후\s?포부|성격의?\s?장?단점|\d{3,4}\s?자\s?(?:이내|내외|이상)|기술(?:해|하)\s?(?:주세요|주십시오|시오|십시오)|작성해\s?주(?:세요|십시오)|"
    r"\bDear\s+(?:Hiring|Sir|Madam|Ms|Mr|[A-Z])|\bSincerely\b|\bI am writing to\b|\bapply(?:ing)? for the\b|귀사|귀하의 회사|지원하게 되었습니다|채용\s?담당자|지원자\s\S{2,4}\s?(?:드림|올림)|"
    r"\byours (?:sincerely|faithfully|truly)\b|\b(?:kind|best|warm)(?:est)? regards\b|\bmy application\b|\b\d{2,4} (?:words|characters)\b|\bwhy (?:do|should) (?:you|we) (?:want|hire)\b",
    re.IGNORECASE,
)
_FORM_QUESTION = re.compile(r"(?:\?|기술하시오|서술하시오|주십시오|주세요|바랍니다)\s*(?:\([^)]*\))?\s*$")
_CONTACT = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+|01\d[- ]?\d{3,4}[- ]?\d{4}|linkedin\.com/in|\(\d{3}\)\s?\d{3}-\d{4}", re.IGNORECASE)


def detect_kind(document: Document, lines: Sequence[OutlineLine], sections: Sequence[DraftSection]) -> Kind:
    """The kind of a document, from its title, its sections, its prompts and its name."""
    named = _named(document, sections)
    found = {section.kind for section in sections if section.title is not None}
    resume = found & _RESUME_SECTIONS
    parts = found & PROJECT_PARTS
    if named in ("cover-letter", "career"):
        return named
    if _is_letter(document, lines, sections):
        return "cover-letter"
    if named == "resume":
        return "resume"
    if named == "portfolio":
        return "resume" if _is_resume(document, resume, parts) and "experience" in found and "education" in found else "portfolio"
    if _is_resume(document, resume, parts) or (not parts and _dated_jobs(document, lines) >= _SEVERAL):
        return "resume"
    return "portfolio" if len(project_titles(document, lines, sections)) >= _SEVERAL else "project"


def _named(document: Document, sections: Sequence[DraftSection]) -> Kind | None:
    titles = [section for section in sections if section.title is not None][:2]
    for section in titles:
        kind = title_kind(document.words(section.title)) if section.title else None
        # A heading "포트폴리오" in the middle of a résumé is a section, at the top it is the title.
        if kind is not None and (section is titles[0] or section.level <= 2):
            return kind
    name = PurePath(document.path.replace("\\", "/")).stem
    return title_kind(name.replace("_", " ").replace("-", " ")) if name.lower() not in ("readme", "index") else None


def _is_resume(document: Document, resume: Set[SectionKind], parts: Set[SectionKind]) -> bool:
    strong = resume & {"experience", "education", "personal", "certificates"}
    if len(strong) >= 2 or (len(strong) == 1 and len(resume) >= 2 and len(parts) <= 2):
        return True
    if len(resume) >= 2 and len(parts - {"overview", "result", "role", "structure"}) <= 1:
        return True
    return bool(strong) and _CONTACT.search(document.text[:600]) is not None and len(parts) <= 2


def _dated_jobs(document: Document, lines: Sequence[OutlineLine]) -> int:
    """Short lines with a period that goes on or words of employment, as copied from a profile page."""
    texts = (document.words(line.span)[:300] for line in lines if line.kind in ("text", "heading"))
    return sum(has_date_range(text) and _EMPLOYED.search(text) is not None for text in texts)


def _is_letter(document: Document, lines: Sequence[OutlineLine], sections: Sequence[DraftSection]) -> bool:
    letters = sum(section.kind == "letter" for section in sections)
    if letters >= 2:
        return True
    others = sum(section.title is not None and section.kind not in ("letter", "other", "summary", "prompt") for section in sections)
    if letters and others <= 1:
        return True
    signs = len({match.group().lower() for match in _LETTER.finditer(document.text[:6000])})
    questions = sum(
        _FORM_QUESTION.search(document.words(line.span).strip()) is not None for line in lines if line.kind in ("heading", "text") and len(line.span) < 300
    )
    prose = sum(len(line.span) for line in lines if line.kind == "text")
    bullets = sum(len(line.span) for line in lines if line.kind in ("item", "table"))
    return others <= 1 and prose > 2 * bullets and (signs >= 2 or (signs >= 1 and questions >= 1))
