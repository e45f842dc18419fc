"""Letters: whether a document is a cover letter, by its questions, its greeting and signature, or by what only letters say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from careerlint.expression import Expression
from careerlint.model.document import Document
from careerlint.model.outline import SectionKind
from careerlint.outline.draft import Draft
from careerlint.outline.lines import OutlineLine

_SEVERAL = 2
_LETTER = Expression(
    r"지원\s?동기|성장\s?과정|입사\s?후\s?포부|성격의?\s?장?단점|\d{3,4}\s?자\s?(?:이내|내외|이상)|기술(?:해|하)\s?(?:주세요|주십시오|시오|십시오)|작성해\s?주(?:세요|십시오)|"
    r"\bDear\s+[\w{\[<]|\bSincerely\b|\bI am writing to\b|\bapply(?:ing)? for the\b|귀사|귀하의 회사|지원하게 되었습니다|채용\s?담당자|입사\s?후(?:에는|에도|,)|저의 (?:가장 큰 )?(?:강점|장점)은|신입 [가-힣]{2,8}로서|지원자\s\S{2,4}\s?(?:드림|올림)|"
    r"\byours (?:sincerely|faithfully|truly)\b|\b(?:kind|best|warm)(?:est)? regards\b|\bmy application\b|\b\d{2,4} (?:words|characters)\b|\bwhy (?:do|should) (?:you|we) (?:want|hire)\b",
    re.IGNORECASE,
)
_FORM_QUESTION = Expression(r"(?:\?|기술하시오|서술하시오|주십시오|주세요|바랍니다)\s*(?:(?:\([^)]*\))\s*)?$")
_GREETING_LINE = Expression(
    r"^(?:(?:dear|hello|hi|hey|greetings|good (?:day|morning|afternoon|evening)|to whom it may concern|to the (?:[\w&.'’-]+ ){0,4}(?:team|committee|manager|managers|board|department))\b[^.?\n]{0,50}[,:!]?|(?:안녕하세요|안녕하십니까|존경하는)[^?\n]{0,30})$",
    re.IGNORECASE,
)
"""A line that greets whoever reads."""
_CLOSING_LINE = Expression(r"^(?:(?:(?i:best|kind|warm)(?:\s\w+)?|(?i:yours|thanks|thank you|cheers|regards|sincerely)(?:\s\w+)?),?\s)?[A-ZÀ-Ž][\w.'’-]+(?:\s[A-ZÀ-Ž][\w.'’-]*){0,2}$|^[가-힣]{2,4}(?:\s(?:드림|올림|배상))$")
"""A line that signs with a name."""
_FAREWELL = r"(?:(?:(?:best|kind|warm)(?:est)?\s)?(?:regards|wishes)|(?:yours\s)?(?:sincerely|faithfully|truly)(?:\syours)?|respectfully(?:\syours)?)"
_VALEDICTION = Expression(rf"(?:^|\n)\W{{0,2}}{_FAREWELL},?$", re.IGNORECASE)
_LEAVE = Expression(rf"(?:best|kind|warm)(?:est)?,|(?:{_FAREWELL}|cheers),?", re.IGNORECASE)
"""A row that takes leave above a name."""
_BEHIND_NAME = 3
_GREETING = Expression(r"\s*(?:dear\b|to whom it may concern)", re.IGNORECASE)
_SIGNED_ABOVE = Expression(r"[.!?,]\s*$")
"""How the line above a name ends, where no blank line stands between."""
_ENDING = Expression(
    r"\bthank(?:s| you)(?: (?:very|so) much)? for (?:considering|reading (?:my|this)|reviewing (?:my|this)|taking the time|your (?:time|consideration|attention|interest in (?:me|my)))\b|"
    r"\bI (?:would |do )?look forward to (?:hearing|speaking|talking|meeting|discussing|the (?:chance|opportunity))\b",
    re.IGNORECASE,
)
_FIT = Expression(
    r"\bwhat sets me apart\b|\bmakes? me (?:an?|the) (?:\w+ )?(?:fit|candidate|match|choice|addition)\b|\bI (?:am|'m|’m) (?:\w+ )?(?:qualified|suited|positioned) (?:for|to)\b|"
    r"\bI (?:believe|am confident|am certain|am convinced)(?: that)? my (?:\w+,? (?:and )?){0,3}(?:background|experience|skills?|skillset|training)\b",
    re.IGNORECASE,
)
_SOUGHT = Expression(
    r"\bI (?:am|'m|’m) (?:(?:currently|now|actively) )?(?:seeking|looking|hoping) (?:to (?:join|transition|move|contribute|apply)|for (?:an?|the|my next) [^.\n]{0,40}(?:role|position|opportunity|internship|job))\b|"
    r"\bI (?:am|'m|’m) (?:\w+ )?(?:excited|eager|keen|thrilled|interested) (?:to (?:apply|join)|(?:about|for|by|in) (?:the|this|your) (?:\w+ )?(?:opportunity|role|position|opening|internship))\b|"
    r"\b(?:saw|found|read|came across|noticed) (?:this|the|your) (?:\w+ )?(?:opening|posting|vacancy|advert(?:isement)?|position|listing)\b",
    re.IGNORECASE,
)
_OF_MYSELF = Expression(r"\bMy name is [A-Z]|\b(?:[Mm]y|MY) (?:(?:technical|professional|academic|whole|entire) )?(?:background|career)\b|\bmy (?:enclosed|attached) (?:resume|résumé|CV)\b")
"""What a letter says, by kind: it ends, it says why its writer fits, what is sought, and who writes."""
_ADDRESSED = Expression(r"^(?:letter|application|motivation)\s?[:,]\s\S|^to (?:the )?(?!do\b|dos\b|be\b|run\b|use\b)\S", re.IGNORECASE)
"""Titles of letters: what for or whom to."""
_FIRST_PERSON = Expression(r"\bI(?:['’](?:m|ve|d|ll))?\s(?!/O)|\b[Mm]y\s")
_APPLYING = (
    Expression(r"\b(?:positions?|roles?|jobs?|vacancy|openings?|internship)\b", re.IGNORECASE),
    Expression(r"\b(?:appl(?:y|ied|ying|icants?|ications)|my application|candidates?|consider(?:ing)? me|your consideration|hire me|hiring|qualified|qualifications|letter of interest)\b", re.IGNORECASE),
    Expression(r"\b(?:resume|résumé|CV|curriculum vitae|enclosed|attached)\b", re.IGNORECASE),
    Expression(r"\byour (?:\w+ ){0,2}(?:team|company|organi[sz]ation|firm|lab|laboratory|school|department|mission|needs|clients|customers|group|institution|studio)\b|\b(?:any|a|the|your) (?:company|employer|organi[sz]ation)\b", re.IGNORECASE),
    Expression(r"\b(?:my|an?) (?:\w+ ){0,2}career\b|\bmy (?:\w+ ){0,2}(?:background|experiences?|skills?|abilities|strengths?|work ethic)\b|\byears? (?:of )?(?:\w+ ){0,3}experience\b|\bworked (?:for|in|as|at)\b", re.IGNORECASE),
    Expression(r"\b(?:opportunit(?:y|ies)|contribut(?:e|ing) to|would (?:love|like|very much)|look(?:ing)? forward|interested in|excited|passion(?:ate)?|attracted|eager|keen)\b", re.IGNORECASE),
)
"""What those who apply speak of, by kind: a post, applying, a résumé, the employer, their past, what they hope for."""
_OF_A_PROGRAM = Expression(r"\b(?:install|clone|npm|pip|docker run|repository|repo|README|run the|this (?:project|app|code|program|package|library|dataset|notebook|game|post|article))\b", re.IGNORECASE)
_MANY_KINDS, _OFTEN = 4, 4
_LONGEST_ADDRESS = 70
_LONGEST_ROW, _MOST_ADDRESSES = 60, 6
_SENTENCE_END = Expression(r"\s\S+\s\S+\s\S+\s\S+[.!?]$|[다요]$")
_LONG_PROSE = 400
_TOLD_IN_LETTERS: frozenset[SectionKind] = frozenset(("letter", "prompt", "other", "summary", "projects", "activities", "plan", "lesson"))
"""What the headings of a letter announce that begins with why its writer applies."""
_INTRODUCTION = Expression(r"^(?:간단\s*)?자기\s?소개(?:서)?$")
_SELF = Expression(r"^(?:간단\s*)?자기\s?소개$|^about me$|^motivation$|^(?:지원|입사)\s", re.IGNORECASE)


def is_letter(draft: Draft) -> bool:
    """Whether a document is a letter or the answers to a form's questions."""
    letters = sum(section.kind == "letter" for section in draft.sections)
    prompts = sum(section.kind == "prompt" for section in draft.sections)
    titled = draft.titled
    if letters >= _SEVERAL or (prompts and prompts + letters == len(titled)):
        return True
    # Above the questions of a form stands what it is for and whose it is.
    if prompts >= _SEVERAL and prompts + letters == len(titled) - 1 and titled[0].kind in ("other", "personal"):
        return True
    others = sum(section.title is not None and section.kind not in ("letter", "other", "summary", "prompt") for section in draft.sections)
    if letters and (others <= 1 or (titled[0].kind == "letter" and all(section.kind in _TOLD_IN_LETTERS for section in titled))):
        return True
    if _introduces(draft):
        return True
    prose = sum(len(line.span) for line in draft.lines if line.kind == "text")
    bullets = sum(len(line.span) for line in draft.lines if line.kind in ("item", "table"))
    if prose > 2 * bullets and (
        (len(titled) == 1 and titled[0].title is not None and _SELF.match(titled[0].heading)) or (not titled and _GREETING.match(draft.document.text))
    ):
        return True
    if others <= 1 and (prose > 2 * bullets or _takes_leave(draft)) and _is_signed(draft):
        return True
    if others == 0 and prose > 2 * bullets and _speaks_to_employer(draft):
        return True
    if others == 0 and len(titled) <= 1 and _applies(draft):
        return True
    if len(titled) == 1 and bullets == 0 and titled[0].kind == "other" and titled[0].title is not None and _is_addressed(draft.document, draft.document.words(titled[0].title)):
        return True
    if others > 1 or prose <= 2 * bullets or not draft.document.may_hold(_LETTER):
        return False
    signs = len({match.group().lower() for match in _LETTER.finditer(draft.document.text[:6000])})
    return signs >= 2 or (signs == 1 and any(_asks(draft.document, line) for line in draft.lines))


def _is_signed(draft: Draft) -> bool:
    """Whether a line of its own greets at the top, and the last line is a name."""
    told = [draft.document.words(line.span).strip() for line in draft.lines if line.kind in ("heading", "text")]
    if len(told) <= _SEVERAL or not any(_GREETING_LINE.match(words) for words in told[: max(_SEVERAL, _addresses(told) + 1)]):
        return False
    # Behind the name may stand a postscript or what is enclosed.
    if any(_VALEDICTION.search(told[place - 1]) and _CLOSING_LINE.match(told[place]) for place in range(max(1, len(told) - _BEHIND_NAME), len(told))):
        return True
    if _takes_leave(draft):
        return True
    *above, last = told[-1].rsplit("\n", 1)
    return _CLOSING_LINE.match(last.strip()) is not None and all(_SIGNED_ABOVE.search(words) for words in above)


def _takes_leave(draft: Draft) -> bool:
    """Whether one of the last paragraphs is "Sincerely," above a name; a letter that lists what its writer did is signed all the same."""
    told = [draft.document.words(line.span).strip().split("\n") for line in draft.lines if line.kind in ("heading", "text")]
    return any(len(rows) > 1 and _LEAVE.fullmatch(rows[-2].strip()) and _CLOSING_LINE.match(rows[-1].strip().rstrip(".")) for rows in told[-_BEHIND_NAME:])


def _addresses(told: Sequence[str]) -> int:
    """How many lines at the top are who writes, whom to and when: a few short rows each, and no sentence."""
    return sum(1 for _ in takewhile(lambda words: all(len(row) <= _LONGEST_ROW and not _SENTENCE_END.search(row) for row in words.split("\n")), told[:_MOST_ADDRESSES]))


def _introduces(draft: Draft) -> bool:
    """Whether a page under a name is, but for a few facts, what its writer tells under "자기소개"."""
    titled = draft.titled
    told = [section for section in titled if _INTRODUCTION.match(section.heading)]
    if len(told) != 1 or len(titled) > _SEVERAL or any(section.kind != "other" for section in titled if section is not told[0]):
        return False
    prose = sum(len(line.span) for line in draft.lines_of(told[0]) if line.kind == "text")
    return prose >= _LONG_PROSE and 3 * prose > 2 * sum(len(line.span) for line in draft.lines if line.kind != "silent")


def _speaks_to_employer(draft: Draft) -> bool:
    """Whether prose without a greeting says two of the things that letters say, one of them to whoever decides: thanks for the reading, or why its writer fits."""
    text = "\n".join(draft.document.words(line.span) for line in draft.lines if line.kind == "text")
    decided = any(expression.search(text) for expression in (_ENDING, _FIT))
    return decided and sum(expression.search(text) is not None for expression in (_ENDING, _FIT, _SOUGHT, _OF_MYSELF)) >= _SEVERAL


def _applies(draft: Draft) -> bool:
    """Whether a page without parts speaks in the first person, and of most of what those who apply speak of; no page about a program does."""
    text = "\n".join(draft.document.words(line.span) for line in draft.lines if line.kind in ("text", "item"))
    if len(_FIRST_PERSON.findall(text)) < _OFTEN or _OF_A_PROGRAM.search(text) is not None:
        return False
    return sum(expression.search(text) is not None for expression in _APPLYING) >= _MANY_KINDS


def _is_addressed(document: Document, title: str) -> bool:
    """Whether the only title says whom prose in the first person is written to: "To the observatory", "Letter: editor, Tern Books"."""
    return len(title) <= _LONGEST_ADDRESS and _ADDRESSED.match(title.strip()) is not None and _FIRST_PERSON.search(document.text) is not None


def _asks(document: Document, line: OutlineLine) -> bool:
    """Whether a short line is a form's question."""
    return line.kind in ("heading", "text") and len(line.span) < 300 and _FORM_QUESTION.search(document.words(line.span).strip()) is not None
