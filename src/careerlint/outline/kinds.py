"""Kinds: whether a document is a résumé, a letter, a career history, a portfolio or one project."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from pathlib import PurePath

from careerlint.model.document import Document
from careerlint.model.outline import Kind, SectionKind
from careerlint.outline.dates import has_date_range
from careerlint.outline.lines import OutlineLine
from careerlint.outline.sections import DraftSection, children
from careerlint.outline.vocabulary import title_kind

_RESUME_SECTIONS = frozenset((
    "experience", "education", "skills", "certificates", "awards", "languages", "personal", "training", "activities", "publications", "summary",
))
_PROJECT_PARTS = frozenset((
    "overview", "goal", "task", "data", "method", "experiment", "result", "troubleshooting", "limits", "retrospective", "lesson", "plan",
    "role", "team", "usage", "structure", "references", "license",
))
_LETTER = re.compile(
    r"지원\s?동기|성장\s?과정|입사\s?후\s?포부|성격의?\s?장?단점|\d{3,4}\s?자\s?(?:이내|내외|이상)|기술(?:해|하)\s?(?:주세요|주십시오|시오|십시오)|작성해\s?주(?:세요|십시오)|"
    r"\bDear\s+(?:Hiring|Sir|Madam|Ms|Mr|[A-Z])|\bSincerely\b|\bI am writing to\b|\bapply(?:ing)? for the\b|귀사|귀하의 회사|지원하게 되었습니다",
    re.IGNORECASE,
)
_FORM_QUESTION = re.compile(r"(?:\?|기술하시오|서술하시오|주십시오|주세요|바랍니다)\s*(?:\([^)]*\))?\s*$")
_CONTACT = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+|01\d[- ]?\d{3,4}[- ]?\d{4}|linkedin\.com/in|\(\d{3}\)\s?\d{3}-\d{4}", re.IGNORECASE)


def detect_kind(document: Document, lines: Sequence[OutlineLine], sections: Sequence[DraftSection]) -> Kind:
    """The kind of a document, from its title, its sections, its prompts and its name."""
    named = _named(document, sections)
    found = {section.kind for section in sections if section.title is not None}
    resume = found & _RESUME_SECTIONS
    parts = found & _PROJECT_PARTS
    if named in ("cover-letter", "career"):
        return named
    if _is_letter(document, lines, sections):
        return "cover-letter"
    if named == "resume":
        return "resume"
    if named == "portfolio":
        return "resume" if _is_resume(document, resume, parts) and "experience" in found and "education" in found else "portfolio"
    if _is_resume(document, resume, parts):
        return "resume"
    return "portfolio" if len(project_titles(document, lines, sections)) >= 2 else "project"


def _named(document: Document, sections: Sequence[DraftSection]) -> Kind | None:
    titles = [section for section in sections if section.title is not None][:2]
    for section in titles:
        kind = title_kind(document.words(section.title)) if section.title else None
        # A heading "포트폴리오" in the middle of a résumé is a section, at the top it is the title.
        if kind is not None and (section is titles[0] or section.level <= 1):
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


def project_titles(document: Document, lines: Sequence[OutlineLine], sections: Sequence[DraftSection]) -> list[int]:
    """The sections that look like one project among several: siblings whose titles are no part names.

    They stand under a projects heading, or are siblings at the highest level that has two or more of them and show
    what projects show: parts of their own, a period, or several statements each.
    """
    for index, section in enumerate(sections):
        if section.kind == "projects":
            found = [child for child in children(sections, index) if sections[child].kind == "other"]
            if found:
                return found
    top = _top_level(sections)
    candidates = [index for index in top if sections[index].kind == "other"]
    if len(candidates) < 2 or len(candidates) * 2 < len(top):
        return []
    telling = [index for index in candidates if _shows_project(document, lines, sections, index)]
    return telling if len(telling) >= 2 else []


def _top_level(sections: Sequence[DraftSection]) -> list[int]:
    titled = [index for index, section in enumerate(sections) if section.title is not None]
    if not titled:
        return []
    roots = [index for index in titled if sections[index].parent < 0]
    while len(roots) == 1:
        inner = children(sections, roots[0])
        if not inner:
            break
        roots = inner
    return roots


def _shows_project(document: Document, lines: Sequence[OutlineLine], sections: Sequence[DraftSection], index: int) -> bool:
    section = sections[index]
    inner = children(sections, index)
    if sum(sections[child].kind in _PROJECT_PARTS for child in inner) >= 2:
        return True
    words = document.words(section.title) if section.title else ""
    first = [document.words(line.span) for line in lines[section.lines[0] : section.lines[0] + 3]]
    return any(has_date_range(text) for text in (words, *first) if len(text) < 200)
