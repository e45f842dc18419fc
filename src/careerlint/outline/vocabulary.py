"""The words of headings: how a heading is normalised and what it announces."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from typing import Any, cast, get_args

from careerlint.expression import Expression
from careerlint.model.outline import Kind, SectionKind

WORK_SECTIONS: frozenset[SectionKind] = frozenset(("experience", "projects"))
"""Where a person's jobs and works stand."""
_SHORTCODE = Expression(r":[a-z0-9_+-]+:")
_NUMBERING = Expression(
    r"^\s*(?P<label>(?:step|part|phase|chapter|section|제)\s*)?(?:[\[(]\d{1,2}(?:[-.]\d{1,2})*[\])]|\d{1,2}(?:[-.]\d{1,2})*(?:\s*[.):](?!\d)|장|\s?-(?=\s)|(?(label)|(?:(?<=[-.]\d\d)|(?<![2-9]\d)))(?=\s))|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]+\s*[.)]?|[IVX]{1,4}[.)]\s|[가나다라마바사아자차][.)]\s|[①-⑳]|[A-Z][.)]\s)\s*",
    re.IGNORECASE,
)
_OPEN = frozenset("【[<〈《「『({")
_CLOSED = frozenset("】]>〉》」』)}")
_SPACED_SYLLABLES = Expression(r"(?<![가-힣A-Za-z])(?:[가-힣A-Z]\s){2,}[가-힣A-Z](?![가-힣A-Za-z])")
_TWO_SYLLABLES = Expression(r"^[가-힣] [가-힣]$")
_PAIR = Expression(r"\s*(?:[(（\[|/·,&+]|\s-\s|\s–\s|\s및|와\s|(?<![성결효경])과\s|(?<=\w)\s(?=\())\s*", re.IGNORECASE)
_AND = Expression(r"\s*,\s(?:and\s)?\s*|\sand\s", re.IGNORECASE)
_SCRIPTS = Expression(r"(?<=[가-힣])\s+(?=[A-Za-z])|(?<=[A-Za-z])\s+(?=[가-힣])")
"""Where one language follows the other: "외국어 Languages"."""
_OF_A_TEAM = Expression(r"[(\[]\s?(?:(?:팀|개인)\s?프로젝트|[0-9]{1,2}\s?(?:인|명)(?:\s?팀)?|team of [0-9]{1,2}|team project|solo|personal project)\s?[)\]]", re.IGNORECASE)
"""How many made it stands behind the title of a work, never behind the name of a part: "리뷰 요약 (3인 팀)"."""
_LATE_BRACKET = Expression(r"\s*[(\[].*$")
_PLANNED = Expression(r"\S\s?[(\[](?:all )?(?:planned|upcoming|coming soon|to[- ]?do|not (?:yet )?(?:implemented|done|started)|예정|계획|미구현|추가 예정|구현 예정|개발 예정)\b[^()\[\]]{0,30}[)\]]?$", re.IGNORECASE)
"""A heading whose brackets say that nothing below it is done: "Features (planned)"."""
_TRANSLATED = Expression(r"\s?[(\[|/]|\s[-–]\s")
_QUALIFIED = Expression(
    r"(?:hobby|private|spare-time|free-time|freelance|recent|latest|selected|relevant|additional|other|further|previous|past|current|earlier|notable|key|major|more|selection of)\s(?!(?:work|works|experiments?|training)$)(?=\S)|"
    r"(?:주요|기타|최근|이전|그\s?외|그\s?밖의|추가|대표)\s(?=\S)",
    re.IGNORECASE,
)
"""What is said of a list beside what is listed: "Recent employment", "그 외 프로젝트"."""
_QUALIFIED_KINDS: frozenset[SectionKind] = frozenset(("experience", "projects", "education", "publications", "awards", "certificates", "activities", "skills"))
_SIDES = Expression(r"(?:personal|individual|solo|team|group|개인|팀|단체)\s?[/&·,]\s?(?:and\s)?(?:personal|individual|solo|team|group|개인|팀|단체)\s(?=\S)", re.IGNORECASE)
"""Alone or with others, as works are said to be made."""
_MEASURED = Expression(r"\bmodels?\b.*\bmetrics?\W*$|모델.*(?:지표|평가)\W*$", re.IGNORECASE)
_PLAIN_LISTS = frozenset(("work", "experience", "employment", "jobs", "projects", "education"))
_BESIDE_OTHERS: frozenset[SectionKind] = frozenset(("publications", "certificates", "languages"))
_MOST_WORDS = 8
_LONGEST_HEADING = 60
_PAIR_OF_NAMES = 2
_TASK_NAMED = Expression(r"\W{0,3}[A-Za-z]\w*(?:-[A-Za-z]\w*)+\s?[:：]\s\S+\s\S")
_LONGEST_TITLE, _LONGEST_WITH_AUTHOR = 40, 90
_SHORT_HALF = 6
_ASKING = frozenset(("why", "what", "how", "about", "왜"))

_PORTFOLIO_OF_OTHERS = Expression(
    r"\b(?:stock|asset|investment|crypto|equity|bond|loan|credit|fund|wealth)\sportfolios?\b|\bportfolios?\s(?:optimi[sz]\w*|manage\w*|track\w*|alloc\w*|theory|risk|rebalanc\w*|builder|generator|construction|returns?|simulat\w*|recommend\w*|backtest\w*|selection|hedg\w*)|"
    r"(?:주식|자산|투자|펀드|대출|코인)\s?포트폴리오|포트폴리오\s?(?:관리|최적화|추천|생성|공유|빌더|투자|비중|리밸런싱|이론|수익률)",
    re.IGNORECASE,
)
"""What a program keeps or weighs, and no page of somebody's works: "Stock portfolio tracker", "포트폴리오 관리 플랫폼"."""
_BEFORE_AUTHOR = Expression(r"\s?(?:[:：|]|\s[—–-])\s")


_OF_THE_PROJECT = Expression(
    r"\s(?:from|in|during|with|about|through|of|on|while (?:doing|building|working on))\s(?:this|the|my|our)\s(?:\w+\s)?(?:project|work|course|competition|challenge|capstone|internship|process|journey)s?$"
    r"|^(?:이번\s)?(?:프로젝트|대회|과제|작업|활동|개발)(?:[를을]\s?(?:통해(?:서)?|하면서|하며|진행하면서|진행하며|마치며)|에서|하면서|하며)\s",
    re.IGNORECASE,
)
"""What a heading adds to a known one without changing what it announces: "What I learned from this project", "프로젝트를 통해 배운 점"."""


_OF_TROUBLES = frozenset(("troubleshooting", "experiment", "retrospective", "lesson"))
_AS_LOG = Expression(r"(?<=\S)\s?(?:로그|모음집?|모음|기록(?:장|들)?|노트|정리|일지|사례(?:집)?|문서|이력|내역|목록|logs?|notes?|journal|diary|records?|collection|list|archive)$", re.IGNORECASE)
"""What makes a page of what was met on the way: "트러블슈팅 모음", "Troubleshooting log"."""
_FIGURES_BEHIND = Expression(
    r"\s?(?:[:：|,·(\[–—-]\s?)?(?:총|약|누적|합계|total(?: of)?|about|over)?\s?(?:\d{1,2}\+?\s?(?:년(?:\s?차)?|개월|months?|mos?|years?|yrs?)\s?,?\s?(?:and\s)?){1,2}(?:이상|차)?\s?[)\]]?$", re.IGNORECASE
)
"""How long the jobs below a heading lasted in all: "경력 : 4년 1개월", "Experience (3 years)"."""


_OVER_TIME = Expression(r"(?<=\S)\s?(?:히스토리|타임라인|연혁|연대기|history|timeline)$", re.IGNORECASE)
"""What makes of a list one through the years: "경력 히스토리", "Employment timeline"."""
_ABOUT = Expression(r"^(?:[가-힣A-Za-z]+\s)?관련\s(?=\S)")
"""What a list has to do with: "전공 관련 프로젝트"."""
_WHICH = Expression(
    r"(?<=[a-z]s)\s(?:(?:that are |which are )?(?:related|relating) to|about|around|involving|in|on|with|using|from|at|for|outside(?: of)?|during|beside)\s(?!me\b|my\b|this\b|these\b|next\b)(?=\S).*$",
    re.IGNORECASE,
)
"""What a list in the plural is about, or where it was made: "Projects related to AI"."""
_LISTED_WORKS = frozenset(("projects", "competitions", "hackathons", "publications", "internships"))
_ONE_WORK = Expression(r"(?:개인|팀|토이|사이드|미니|졸업|최종)\s?프로젝트\s[-–—:：]\s(?!프로젝트)\S")
"""The title of one work, behind what sort it is: "개인프로젝트 - 들숨날숨"."""
_COMMON = ("experience", "education", "projects", "skills", "career", "employment", "certifications", "certificates", "publications", "achievements", "languages", "references", "interests", "volunteering", "internships", "coursework")
"""Headings that are met often enough to be known with a slip of the pen."""
_FEWEST_LETTERS = 5
_SLIP = 0.85
"""How alike two words are of which one is meant by the other: "experiment" is no experience."""


@lru_cache(maxsize=4096)
def heading_words(heading: str) -> str:
    """The heading without emoji, marks, numbering and brackets; spaced syllables are closed up; case is kept."""
    text = _SHORTCODE.sub(" ", unicodedata.normalize("NFKC", heading))
    text = "".join(character if _is_word_like(character) else " " for character in text)
    text = _SPACED_SYLLABLES.sub(lambda match: match.group().replace(" ", ""), " ".join(text.split()))
    stripped = _NUMBERING.sub("", text).strip()
    text = stripped or text
    while _is_in_brackets(text):
        text = text[1:-1].strip()
    text = text.strip(" :：.-–—*_~|#>\"'’“”")
    return text.replace(" ", "") if _TWO_SYLLABLES.match(text) else text


def is_planned(heading: str) -> bool:
    """Whether the brackets behind a heading say that nothing of it is done yet: "Features (planned)"."""
    return _PLANNED.search(heading) is not None


def _is_in_brackets(text: str) -> bool:
    """Whether one pair of brackets is around all of a heading: not "(주)갈매기 (2023)", whose first one ends behind a word."""
    if not text or text[0] not in _OPEN or text[-1] not in _CLOSED:
        return False
    depth = 0
    for place, character in enumerate(text):
        depth += (character in _OPEN) - (character in _CLOSED)
        if depth <= 0:
            return place == len(text) - 1
    return True


def _is_word_like(character: str) -> bool:
    category = unicodedata.category(character)
    return category[0] in "LNPZ" or character in "+&|/<>=~"


@dataclass(frozen=True, slots=True)
class HeadingVocabulary:
    """Known headings, by their words without spaces in lower case, and for each kind of document what its title says."""

    kinds: Mapping[str, SectionKind]
    last: Mapping[str, SectionKind]
    titles: Mapping[Kind, Expression]

    @classmethod
    def from_data(cls, data: Mapping[str, Mapping[str, list[str]]] | Any, titles: Mapping[str, Mapping[str, Sequence[str]]] | Any) -> HeadingVocabulary:
        """From the vocabulary files: section kind, language, words, and kind of document, language, expressions; raises ValueError for an unknown kind."""
        kinds: dict[str, SectionKind] = {}
        last: dict[str, SectionKind] = {}
        for kind, by_language in data.items():
            if kind not in get_args(SectionKind):
                raise ValueError(f"'{kind}' is no section kind")
            for language, words in by_language.items():
                table = last if language == "last" else kinds
                for word in words.split(",") if isinstance(words, str) else words:
                    table.setdefault(_key(word), cast("SectionKind", kind))
        named = {cast("Kind", kind): Expression("|".join(one for found in by_language.values() for one in found), re.IGNORECASE) for kind, by_language in titles.items()}
        return cls(kinds, last, named)

    def title_kind(self, heading: str) -> Kind | None:
        """The kind of document that a title names ("홍길동 이력서"), if it names one."""
        words = heading_words(heading)
        if len(words) > _LONGEST_TITLE:
            # "Portfolio: Ada Lind, information design" names the document before it names its author.
            words = _BEFORE_AUTHOR.split(words, 1)[0] if len(words) <= _LONGEST_WITH_AUTHOR else ""
        words = _PORTFOLIO_OF_OTHERS.sub("", words)
        # A motto may stand before "안녕하세요, 데이터 분석가 김물결입니다".
        greeting = words.rsplit(". ", 1)[-1]
        return next((kind for kind, named in self.titles.items() if named.search(words) or named.search(greeting)), None)

    def kind_by_last_word(self, heading: str) -> SectionKind | None:
        """What the last word, or the last two, of a longer heading announces; for parts of a project, never for its title."""
        words = _LATE_BRACKET.sub("", heading_words(heading)).split()
        if _OF_A_TEAM.search(heading):
            return None
        if not 1 < len(words) <= _MOST_WORDS or words[0].lower() in _ASKING or heading.rstrip().endswith("?"):
            return None
        two = self.last.get(_key(" ".join(words[-2:])))
        found = two or self.last.get(_key(words[-1])) or self.kinds.get(_key(" ".join(words[-2:])))
        if found == "experience" and (before := self.kinds.get(_key(" ".join(words[:-1])))) is not None:
            # "트러블슈팅 경험" tells of the troubles of one project.
            return before
        if found == "overview" and _TASK_NAMED.match(heading):
            # "NLP-Summarization: 일상 대화 요약" names a work that sums up talks.
            return None
        # "Models used and their evaluation metrics" shows what was measured; by what a competition measures is told in two words.
        return "experiment" if found == "task" and _MEASURED.search(heading) else found

    def kind_of(self, heading: str) -> SectionKind | None:
        """What the whole heading, or each half of a pair ("프로필 (Profile)", "A & B"), announces; never a substring."""
        words = heading_words(heading)
        if not words or len(words) > _LONGEST_HEADING:
            return None
        found = self.kinds.get(_key(words)) or ("plan" if is_planned(words) else self._of_qualified(words))
        if found is not None:
            return found
        if _SIDES.match(words):
            return self._of_both_sides(_SIDES.sub("", words))
        plain = _OF_THE_PROJECT.sub("", words).strip()
        if plain and plain != words:
            return self.kind_of(plain)
        readings = (self._of_jobs_with_years, self._of_subject, self._of_log, self._of_both_languages, self._of_list, self._of_years, self._of_slip, self._of_shared_noun, self._of_pair)
        return next((kind for read in readings if (kind := read(words)) is not None), None)

    def _of_qualified(self, words: str) -> SectionKind | None:
        """What is listed behind what is said of the list: "Recent employment"."""
        qualified = _QUALIFIED.match(words)
        if qualified is None:
            return None
        listed = words[qualified.end() :]
        found = self.kinds.get(_key(listed)) or self._of_shared_noun(listed)
        return found if found in _QUALIFIED_KINDS else None

    def _of_jobs_with_years(self, words: str) -> SectionKind | None:
        """The jobs before how long they lasted in all: "경력 : 4년 1개월"."""
        jobs = _FIGURES_BEHIND.sub("", words).strip()
        return "experience" if jobs and jobs != words and self.kind_of(jobs) == "experience" else None

    def _of_subject(self, words: str) -> SectionKind | None:
        """What is listed before what it is about: "Projects related to AI"."""
        listed = _WHICH.sub("", words)
        return self.kind_of(listed) if listed != words and listed.lower().rsplit(" ", 1)[-1] in _LISTED_WORKS else None

    def _of_log(self, words: str) -> SectionKind | None:
        """What a page of troubles is called without what makes it a page: "트러블슈팅 모음"."""
        kept = _AS_LOG.sub("", words)
        found = self.kinds.get(_key(kept)) if kept != words else None
        return found if found in _OF_TROUBLES else None

    def _of_both_languages(self, words: str) -> SectionKind | None:
        """What both halves say in two scripts: "외국어 Languages"."""
        both = {self.kinds.get(_key(half)) for half in _SCRIPTS.split(words)}
        return both.pop() if len(both) == 1 else None

    def _of_list(self, words: str) -> SectionKind | None:
        """What a list of known headings announces first; "Research and work" lists the jobs, "Certificates and education" the degrees."""
        names = [_key(one) for one in _AND.split(words)]
        listed = [self.kinds.get(name) for name in names]
        if len(listed) < _PAIR_OF_NAMES or None in listed:
            return None
        plain = next((name for name in names if name in _PLAIN_LISTS), "") if listed[0] in _BESIDE_OTHERS else ""
        return self.kinds[plain] if plain else listed[0]

    def _of_years(self, words: str) -> SectionKind | None:
        """What a list through the years, or about something, holds: "경력 히스토리"."""
        held = _ABOUT.sub("", _OVER_TIME.sub("", words))
        found = self.kinds.get(_key(held)) if held != words else None
        return found if found in _QUALIFIED_KINDS else None

    def _of_slip(self, words: str) -> SectionKind | None:
        """What a word with a slip of the pen means."""
        meant = _mistyped(words)
        return self.kinds.get(meant) if meant else None

    def _of_pair(self, words: str) -> SectionKind | None:
        """What the first half of a pair announces, where the other is known too or only translates or shortens it."""
        halves = [half for half in _PAIR.split(words) if half.strip(" )）]")]
        if len(halves) < _PAIR_OF_NAMES or _ONE_WORK.match(words):
            return None
        named = [self.kinds.get(_key(half)) for half in halves]
        known = [kind for kind in named if kind is not None]
        short = len(halves[-1]) <= _SHORT_HALF and " " not in halves[-1]
        if not known or (len(known) < len(halves) and (named[0] is None or not (self._is_translated(words) or short))):
            return None
        # "Technical / project experience" lists the projects.
        return known[-1] if known[0] == "skills" and known[-1] in WORK_SECTIONS and " " in halves[-1].strip() else known[0]

    def _of_both_sides(self, words: str) -> SectionKind | None:
        """What "Personal/Team Experience & Projects" announces: the works, where they are named, for nobody is employed by himself."""
        names = [self.kinds.get(_key(half)) for half in _PAIR.split(words)]
        return "projects" if None not in names and names[-1] in WORK_SECTIONS else None

    def _of_shared_noun(self, words: str) -> SectionKind | None:
        """What names that share their last word announce, where each of them is known with it: "Teaching and volunteer experience"."""
        *names, noun = words.split(" ")
        parts = _AND.split(" ".join(names))
        known = [self.kinds.get(_key(f"{part} {noun}")) for part in parts]
        return known[0] if len(parts) > 1 and None not in known else None

    def _is_translated(self, words: str) -> bool:
        """Whether all that stands before a bracket, a bar or a dash is a known heading; "Data & Automation Intern | Vell" names a post."""
        before = _TRANSLATED.split(words, 1)[0]
        return before != words and self.kind_of(before) is not None


def _mistyped(words: str) -> str:
    """The common heading that is meant by a word with a slip of the pen ("Careear", "Expereince"); empty where there is none."""
    typed = words.lower()
    if not typed.isascii() or not typed.isalpha() or len(typed) < _FEWEST_LETTERS:
        return ""
    near = get_close_matches(typed, [common for common in _COMMON if common[0] == typed[0]], 1, _SLIP)
    return near[0] if near else ""


@lru_cache(maxsize=4096)
def _key(words: str) -> str:
    return "".join(character for character in unicodedata.normalize("NFKC", words).lower() if character.isalnum() or character in "+")
