"""Kinds: whether a document is a résumé, a letter, a career history, a portfolio or one project."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence, Set
from pathlib import PurePath

from careerlint.model.document import Document
from careerlint.model.outline import Kind, SectionKind
from careerlint.outline.dates import has_date_range
from careerlint.outline.lines import OutlineLine
from careerlint.outline.sections import DraftSection, ancestors, children
from careerlint.outline.vocabulary import title_kind

_RESUME_SECTIONS = frozenset((
    "experience", "education", "skills", "certificates", "awards", "languages", "personal", "training", "activities", "publications", "summary",
))
PROJECT_PARTS: frozenset[SectionKind] = frozenset((
    "overview", "goal", "task", "data", "method", "experiment", "result", "troubleshooting", "limits", "retrospective", "lesson", "plan",
    "role", "team", "usage", "structure", "references", "license",
))
_TELLING_PARTS: frozenset[SectionKind] = frozenset((
    "overview", "goal", "task", "data", "method", "experiment", "result", "troubleshooting", "limits", "retrospective", "usage", "structure",
))
_CLOSING_PARTS: frozenset[SectionKind] = frozenset(("overview", "goal", "experiment", "result", "limits", "retrospective", "plan", "lesson", "usage"))
_NUMBERED = re.compile(r"(?:프로젝트|project)\s*#?\d", re.IGNORECASE)
_LOG = re.compile(r"change|변경|version|릴리[즈스]|release|week|\bv?\d+\.\d+\.\d+", re.IGNORECASE)
_PART_LABEL = re.compile(r"(?m)^[\s*\[【-]*(기간|역할|담당|사용 ?기술|기술 ?스택|성과|문제|해결|결과|인원|기여도|period|role|stack|tech|result|problem|solution|impact)\s*[\])】*]*\s*[:：|]", re.IGNORECASE)
_SEVERAL = 2
_EMPLOYED = re.compile(r"full-time|part-time|\bintern|\byrs?\b|\bmos\b|재직|근무|정규직|계약직|사원|대리|과장|연구원", re.IGNORECASE)
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
    return "portfolio" if len(project_titles(document, lines, sections)) >= 2 else "project"


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


def project_titles(document: Document, lines: Sequence[OutlineLine], sections: Sequence[DraftSection]) -> list[int]:
    """The sections that look like one project among several: siblings whose titles are no part names.

    They stand under a projects heading, or are siblings at the highest level that has two or more of them and show
    what projects show: parts of their own, a period, a number after the word "project".
    """
    inside = children(sections)
    for index, section in enumerate(sections):
        if section.kind == "projects":
            found = [child for child in inside[index] if sections[child].late not in PROJECT_PARTS]
            if found:
                return found
    top = _top_level(sections, inside)
    candidates = [index for index in top if sections[index].kind == "other" and sections[index].late not in _CLOSING_PARTS]
    flat = _flat_titles(sections, top)
    if len(flat) >= _SEVERAL:
        return flat
    if len(candidates) < _SEVERAL or len(candidates) * 2 < len(top) or _is_about_one_thing(sections, top):
        return []
    telling = [index for index in candidates if shows_project(document, lines, sections, index, inside)]
    return telling if len(telling) >= _SEVERAL and len(telling) * 2 >= len(candidates) else []


def _is_about_one_thing(sections: Sequence[DraftSection], top: Sequence[int]) -> bool:
    """Whether the title above is that of a change log or guide, or two headings are parts of one project."""
    around = [place for index in top[:1] for place in ancestors(sections, index)]
    if any(sections[place].kind in PROJECT_PARTS for place in around):
        return True
    telling = {sections[index].kind for index in top if sections[index].kind in _TELLING_PARTS}
    telling |= {sections[index].late for index in top if sections[index].late in _CLOSING_PARTS}
    return len(telling) >= _SEVERAL


def _flat_titles(sections: Sequence[DraftSection], top: Sequence[int]) -> list[int]:
    """Titles followed by the same parts at their own level: A, 개요, 결과, B, 개요, 결과."""
    runs: list[tuple[int, set[SectionKind]]] = []
    for index in top:
        if sections[index].kind in PROJECT_PARTS:
            if runs:
                runs[-1][1].add(sections[index].kind)
        else:
            runs.append((index, set()))
    repeated = Counter(kind for _, kinds in runs for kind in kinds)
    return [index for index, kinds in runs if sum(repeated[kind] >= _SEVERAL for kind in kinds) >= _SEVERAL]


def _top_level(sections: Sequence[DraftSection], inside: Sequence[Sequence[int]]) -> list[int]:
    roots = [index for index, section in enumerate(sections) if section.title is not None and section.parent < 0]
    while len(roots) == 1 and inside[roots[0]]:
        roots = list(inside[roots[0]])
    if len(roots) == _SEVERAL and inside[roots[1]] and not inside[roots[0]]:
        return list(inside[roots[1]])
    return roots


def shows_project(
    document: Document, lines: Sequence[OutlineLine], sections: Sequence[DraftSection], index: int, inside: Sequence[Sequence[int]]
) -> bool:
    """Whether a section has what a project has: two parts of its own, a period, or a number after the word "project"."""
    section = sections[index]
    if len({sections[child].late for child in inside[index] if sections[child].late in PROJECT_PARTS}) >= _SEVERAL:
        return True
    words = document.words(section.title) if section.title else ""
    if _NUMBERED.match(words.strip()):
        return True
    if _LOG.search(words):
        return False
    first = [document.words(line.span) for line in lines[section.lines[0] : section.lines[0] + 3]]
    if any(has_date_range(text) for text in (words, *first) if len(text) < 200):
        return True
    labels = {match[1] for line in lines[section.lines[0] : section.lines[0] + 12] if line.kind in ("text", "item") for match in _PART_LABEL.finditer(document.words(line.span)[:400])}
    return len(labels) >= _SEVERAL
