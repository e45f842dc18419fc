"""FMT004: sentence endings of several styles in one list or section, and tenses that change inside one list."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal

from careerlint.expression import Expression
from careerlint.model.evidence import Evidence, Hit
from careerlint.model.outline import Statement
from careerlint.model.rule import Rule
from careerlint.model.span import Span
from careerlint.model.token import AnalysedWord

Style = Literal["formal", "polite", "plain", "noun", "past", "present"]

_FEWEST, _SHARE, _FEWEST_OF_A_STYLE = 5, 0.2, 2
_FEWEST_TOLD, _SHARE_TOLD = 2, 0.4
"""English prose changes its tense for good reasons; only where half stands against half is it a slip."""
_LONGEST_NAME, _NAMING_WORDS = 20, 3
"""A bullet no longer than this, of so many words, may name a part."""
_NAMES: dict[Style, tuple[str, str]] = {
    "formal": ("-습니다", "-습니다"), "polite": ("-어요", "-어요"), "plain": ("-다", "-다"), "noun": ("명사형(-함, -음)", "noun endings"),
    "past": ("과거형", "past tense"), "present": ("현재형", "present tense"),
}
_TRAILING = " \t\n.!~…)]\"'”’*_`"
_FORMAL = Expression(r"(?:니다|니까)$")
_POLITE = Expression(r"(?:[어아해여예에]요|[가-힣][됐했였었았겠]어요|지요|네요|거든요|군요|죠)$|[가-힣]요$")
_OBJECT = ("을", "를")
_VERBAL_NOUNS = (
    r"개발|구현|설계|구축|개선|향상|분석|적용|도입|수행|진행|담당|작성|제작|달성|단축|감소|증가|처리|수집|최적화|배포|운영|참여|기여|관리|해결|제거|전환|자동화|검증|연동|통합|선정|수상|확보|절감|도출|제안|정리|완료|구성|추가|변경|교체|측정|비교|학습|정제|발견|확인|공유|발표"
)
_NOUN_END = Expression(rf"(?:{_VERBAL_NOUNS})$")
_CURRENT = Expression(r"현재|재직|진행\s?중|\b(?:present|current|now|ongoing|to date)\b", re.IGNORECASE)
_NO_STORY = frozenset(("usage", "structure", "license", "references", "task", "links", "prompt", "plan", "goal", "skills"))
_BASE = frozenset(
    "explain give tell show bring open cook order pack call achieve adapt add administer advise analyze analyse answer apply arrange assemble assist attend automate build calculate calibrate clean collaborate collect communicate compare compile conduct configure coordinate create debug "  # noqa: SIM905
    "define deliver deploy develop drive edit enhance ensure establish evaluate execute explore extend facilitate fix generate handle identify implement improve increase inspect install integrate interview investigate keep label "
    "audit lower raise halve double triple shorten save win wait advise patch launch learn maintain make manage mentor fly buy catch grow cut repair weld solder paint print photograph drill bake pick pack ship shoot sing dance feed milk breed sow harvest keep ring mend sew greet seat wash iron carry fill empty load unload drive ride steer sail count weigh mix pour compute simulate prove publish promote advertise negotiate receive hire coach tutor grade mark correct proofread invoice  migrate negotiate optimize optimise organize organise oversee participate perform prepare produce propose provide reduce refactor repair replace resolve run scale sell send serve "
    "solve sort streamline supervise take teach train translate troubleshoot update validate visualize watch write".split()
)
_BASE_OR_NOUN = frozenset(
    "order list label price film file post book plan stock store supply cover balance block link clock fish name number shape sketch state guide host help look pilot move change charge format map "  # noqa: SIM905
    "check design document draft draw engineer lead map measure model monitor plan present process program record report research review sample schedule support test track visit work".split()
)
_NAMING = frozenset(("test", "model", "report", "sample", "research", "process"))
_DETERMINERS = frozenset("the a an my our all each every new its their his her both two three four five six seven eight nine ten several many about".split())  # noqa: SIM905
_EITHER = frozenset("split cut set put read let hit shut spread cost quit cast hurt burst bet shed".split())  # noqa: SIM905
_PREPOSITIONS = frozenset("for of on with and or at from to by as".split())  # noqa: SIM905
_SPEAKERS = frozenset(("i", "we"))
_BETWEEN = frozenset(("then", "also", "just", "only", "now", "first", "soon", "later", "never", "always", "finally", "thus", "therefore", "still", "even", "once", "again", "both", "all", "often", "next"))
"""What stands between a speaker and the verb."""
_STATES = frozenset(
    "am are is was were can could will would should may might must do did like love want believe hope think know enjoy prefer need feel live look wish use speak understand also mean see say expect plan aim now".split()  # noqa: SIM905
)


def find_mixed_endings(evidence: Evidence, rule: Rule) -> Iterator[Hit]:
    """At most one hit for each section: the smaller style in its list or its prose."""
    told: set[int] = set()
    for indices in _groups(evidence):
        section = evidence.outline.statements[indices[0]].section
        hit = _judge(evidence, indices) if section not in told else None
        if hit is not None:
            told.add(section)
            yield hit


def _groups(evidence: Evidence) -> Iterator[list[int]]:
    """Statements that should sound alike: the bullets of one depth, or the prose, under one heading and one label."""
    groups: dict[tuple[object, ...], list[int]] = {}
    statements = evidence.outline.statements
    for index, statement in enumerate(statements):
        if statement.form not in ("prose", "bullet") or statement.label or not _is_told(evidence, index):
            continue
        if not _NO_STORY.isdisjoint(evidence.outline.section_kinds(statement)):
            continue
        if _is_bold_title(evidence, index) or _is_first_line(evidence, index):
            continue
        groups.setdefault((statement.section, statement.entry, statement.form, statement.depth > 1, statement.context, _part(evidence, index), statement.language), []).append(index)
    yield from groups.values()


def _part(evidence: Evidence, index: int) -> int:
    """The bullet that stands over the statement like a heading, such as a member's name; -1 where none does."""
    part, above = -1, evidence.outline.statements[index].parent
    while above >= 0:
        text = evidence.text(above).strip(_TRAILING + ":：")
        if len(text) <= _LONGEST_NAME and not _FORMAL.search(text) and not text.endswith(("다", "요")) and len(text.split()) <= _NAMING_WORDS:
            part = above
        above = evidence.outline.statements[above].parent
    return part


def _is_bold_title(evidence: Evidence, index: int) -> bool:
    """Whether the statement is a line in bold letters over what is told of it: a title, which ends as titles do."""
    statement, statements = evidence.outline.statements[index], evidence.outline.statements
    following = statements[index + 1] if index + 1 < len(statements) else None
    over = following is not None and (following.block is statement.block or following.parent == index or (statement.form == "prose" and following.form == "bullet"))
    return over and any(mark.kind == "strong" and _covers(mark.span, statement) for mark in evidence.document.marks)


def _is_first_line(evidence: Evidence, index: int) -> bool:
    """Whether the statement is the first line of a paragraph or bullet, without a predicate, and the next line tells more: a title there, too."""
    statements = evidence.outline.statements
    if index + 1 >= len(statements) or statements[index + 1].block is not statements[index].block:
        return False
    if index and statements[index - 1].block is statements[index].block:
        return False
    words = [word for word in evidence.words[index] if word.pos != "symbol"]
    between = evidence.document.text[statements[index].span.end : statements[index + 1].span.start]
    return "\n" in between and bool(words) and words[-1].pos in ("noun", "latin") and not {"nom", "final"} & words[-1].features


def _covers(mark: Span, statement: Statement) -> bool:
    return mark.start <= statement.span.start + 1 and mark.end >= statement.span.end - 1


def _is_told(evidence: Evidence, index: int) -> bool:
    """Whether the author tells it; an order in a list of what was done ("Check the probes") is a slip of tense, no order."""
    statement, claim = evidence.outline.statements[index], evidence.claims[index]
    if claim.author in ("author", "team"):
        return True
    return statement.form == "bullet" and statement.entry >= 0 and claim.because.startswith("instruction") and claim.setting == "entry"


def _judge(evidence: Evidence, indices: Sequence[int]) -> Hit | None:
    # All of them stand in one entry.
    current = _is_current(evidence, evidence.outline.statements[indices[0]])
    styles = {index: style for index in indices if (style := _style(evidence, index, current)) is not None}
    counted = Counter(styles.values()).most_common()
    unclear = sum(index not in styles and _opens_with_either(evidence, index) for index in indices)
    if len(styles) + unclear < _FEWEST or len(counted) < 2:
        return None
    (main, _), (other, fewer) = counted[0], counted[1]
    statements = evidence.outline.statements
    told = statements[indices[0]].language == "en" and statements[indices[0]].form == "prose"
    if fewer < (max(_FEWEST_TOLD, _SHARE_TOLD * len(styles)) if told else max(_FEWEST_OF_A_STYLE, _SHARE * len(styles))):
        return None
    first = next(index for index, style in styles.items() if style == other)
    like = next(index for index, style in styles.items() if style == main)
    values = {
        "match": evidence.text(first), "main": _ending(evidence.text(like), main), "other": _ending(evidence.text(first), other), "count": str(fewer), "total": str(len(styles)),
        "styles.ko": f"{_NAMES[main][0]}, {_NAMES[other][0]}", "styles.en": f"{_NAMES[main][1]} and {_NAMES[other][1]}",
    }
    return Hit(statements[first].span, first, evidence.entry_of(first), values=values, related=tuple(statements[index].span for index, style in styles.items() if style == other))


def _opens_with_either(evidence: Evidence, index: int) -> bool:
    """Whether a bullet opens with a verb whose past and present look alike: an ending that is there and tells no style."""
    first = next((word for word in evidence.words[index] if word.pos != "symbol"), None)
    return first is not None and first.lemma in _EITHER and evidence.outline.statements[index].form == "bullet"


def _style(evidence: Evidence, index: int, current: bool) -> Style | None:
    statement = evidence.outline.statements[index]
    words = [word for word in evidence.words[index] if word.pos != "symbol"]
    if not words or evidence.claims[index].modality in ("question", "plan", "wish"):
        return None
    if statement.language == "ko":
        return korean_style(evidence.text(index), words)
    return None if current else _english_style(evidence, statement, index, words)


def korean_style(text: str, words: Sequence[AnalysedWord]) -> Style | None:
    """The style of a Korean ending; None for a fragment that has none."""
    closing, last = text.rstrip(_TRAILING), words[-1]
    if _FORMAL.search(closing):
        return "formal"
    if _POLITE.search(closing) and last.pos in ("verb", "adjective"):
        return "polite"
    if closing.endswith("다") and (last.pos in ("verb", "adjective") or "final" in last.features):
        return "plain"
    told = last.pos in ("verb", "adjective") or {"nom", "final"} & last.features
    acted_on = last.pos == "noun" and not last.particle and _has_object(words)
    if (told and closing[-1:] in _NASAL_ENDS) or _NOUN_END.search(closing) or acted_on:
        return "noun"
    return None


def _has_object(words: Sequence[AnalysedWord]) -> bool:
    """Whether the closing noun acts on something; in "JWT를 활용한 로그인" a word before it does."""
    objects = [place for place, word in enumerate(words[:-1]) if word.particle in _OBJECT]
    return bool(objects) and not any("attr" in word.features for word in words[objects[-1] : -1])


_COMPOUND = Expression(r"-(?:related|based|driven|oriented|focused|centred|centered|enabled|backed|powered|inspired|sized|shaped|handed|minded)$")
"""Endings of adjectives that look like a past tense."""
_NASAL_ENDS = frozenset(chr(code) for code in range(0xAC00, 0xD7A4) if (code - 0xAC00) % 28 == 16)
"""Syllables that end in ㅁ, as -함, -음, -됨 do."""


def _english_style(evidence: Evidence, statement: Statement, index: int, words: Sequence[AnalysedWord]) -> Style | None:
    """The tense of what the author did; a product may do things in the present.

    In a bullet the opening verb tells it, in prose only a verb right after "I" or "we".
    """
    if len(words) < 2:
        return None
    if statement.form == "bullet" and index and evidence.outline.statements[index - 1].block is statement.block:
        # A remark behind the first sentence of a bullet.
        return None
    if words[0].lemma in _SPEAKERS:
        verb = next((word for word in words[1:] if word.lemma not in _BETWEEN), words[1])
        if "past" in verb.features or verb.lemma in ("have", "had"):
            return "past"
        return "present" if verb.pos == "latin" and verb.lemma not in _STATES and (not verb.lemma.endswith("ly") or verb.lemma in _BASE) else None
    if statement.form != "bullet":
        return None
    first, second = words[0], words[1]
    if _COMPOUND.search(first.lemma):
        return None
    if "past" in first.features:
        return "past"
    if "ing" in first.features and second.lemma not in ("is", "was"):
        return "present"
    acts_on = second.lemma in _DETERMINERS or second.pos == "number"
    told = first.lemma in _BASE or (first.lemma in _BASE_OR_NOUN and (acts_on or _is_plural(first.lemma, second.lemma)))
    told = told or any(base in _BASE or (base in _BASE_OR_NOUN and acts_on) for base in _third_person_of(first.lemma))
    return "present" if told and second.lemma not in _PREPOSITIONS else None


def _third_person_of(form: str) -> tuple[str, ...]:
    """The verbs of which the form may be the third person: "Runs", "Applies", "Teaches", in a résumé that speaks of its author."""
    if not form.endswith("s") or form.endswith("ss"):
        return ()
    return (form[:-1], form[:-2], f"{form[:-3]}y") if form.endswith("es") else (form[:-1],)


def _is_plural(first: str, second: str) -> bool:
    """Whether things follow that are acted on: "design tables"; "test results" are a thing themselves."""
    return first not in _NAMING and second.endswith("s") and not second.endswith("ss") and second.isalpha()


def _is_current(evidence: Evidence, statement: Statement) -> bool:
    """Whether the job goes on, or a letter speaks: there what was done and what is done stand side by side."""
    if statement.entry < 0:
        return False
    if evidence.outline.entries[statement.entry].kind == "answer":
        return True
    entry = evidence.outline.entries[statement.entry]
    head = evidence.document.text[entry.span.start : evidence.outline.statements[entry.statements[0]].span.end]
    return _CURRENT.search(head[:300]) is not None


def _ending(text: str, style: Style) -> str:
    """The words that show the style: the last of a Korean sentence, the first of an English one."""
    words = text.split()
    if style in ("past", "present"):
        return " ".join(words[:2]) if words[0] in ("I", "We") else words[0]
    return words[-1].rstrip(_TRAILING)
