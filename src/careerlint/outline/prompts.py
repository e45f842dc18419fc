"""Prompts: the questions of application forms, and the openings of English letters."""

from __future__ import annotations

import re

_LIMIT = re.compile(
    r"(?<!\d)\d{1,2},?\d{3}\s*자|(?<!\d)\d{3}\s*자|\d{3,4}\s*(?:byte|bytes|바이트)|(?:max(?:imum)?|up to|within)\s+\d{2,4}\s+(?:words|characters)|\(\s*\d{2,4}\s+words",
    re.IGNORECASE,
)
_ASKS_KOREAN = re.compile(
    r"(?:하시오|하십시오|해\s?주세요|해\s?주십시오|하여\s?주십시오|하여\s?주세요|바랍니다|주시기\s?바랍니다|보세요|무엇입니까|무엇인가요|있습니까|있나요|인가요|입니까|하세요|기술|서술|기재|작성|까요)\s*[.?？]?\s*(?:[(\[（【][^)\]）】]*[)\]）】])?\s*[.]?$"
)
_ASKS_ENGLISH = re.compile(r"^(?:\W|\d|q\b)*(?:why|what|how|describe|tell\s+us|explain|give\s+an\s+example|share)\b.*[?.]?\s*(?:\([^)]*\))?$", re.IGNORECASE)
_LETTER_WORDS = re.compile(r"지원\s?동기|지원한\s?이유|지원하게\s?된|성장\s?과정|입사\s?후|포부|장\s?단점|역량|경험|가치관|사례|노력|강점|성격|본인|자신|귀하|당사|우리\s?회사|이유")
_GREETING = re.compile(r"^\s*Dear\s+(?:[A-Z][\w.'-]*\s?){1,6}[,:]?\s*$|^To\s+Whom\s+It\s+May\s+Concern", re.IGNORECASE | re.MULTILINE)
_CLOSING = re.compile(r"^\s*(?:(?:Yours\s+)?Sincerely|Best\s+regards|Kind\s+regards|Warm\s+regards|Yours\s+(?:faithfully|truly)|Respectfully)\b", re.IGNORECASE | re.MULTILINE)
_APPLYING = re.compile(r"\bI\s+am\s+(?:writing|excited|applying|eager|thrilled|pleased)\b.{0,80}\b(?:position|role|apply|application|interest|opportunity|internship)\b|\bI\s+would\s+like\s+to\s+apply\b|\bapplying\s+for\s+the\b", re.IGNORECASE | re.DOTALL)
_KOREAN_APPLYING = re.compile(r"지원하게\s?되었습니다|지원하였습니다|지원했습니다|귀사|입사\s?후|입사하게\s?된다면|입사한다면|합류하게\s?된다면|합류한다면|저는\s?어릴|어린\s?시절")
_LONGEST = 320


def is_prompt(text: str) -> bool:
    """Whether the line is a question or instruction that a form put there."""
    if len(text) > _LONGEST or len(text) < 8:
        return False
    if _LIMIT.search(text) is not None and (len(text) < 60 or _asks(text) or _LETTER_WORDS.search(text) is not None):
        return not text.rstrip().endswith(("습니다.", "습니다", "했다."))
    return _ASKS_KOREAN.search(text) is not None and _LETTER_WORDS.search(text) is not None and not text.rstrip().endswith("습니다.")


def asks_in_english(text: str) -> bool:
    """Whether a heading is an English question or instruction of a form."""
    return len(text) <= _LONGEST and _ASKS_ENGLISH.match(text) is not None and len(text.split()) >= 5


def letter_signs(text: str) -> int:
    """How much speaks for a letter in prose: greeting, closing and words of applying, 0 to 4."""
    head = text[:8000]
    english = bool(_GREETING.search(head)) * 2 + bool(_CLOSING.search(head)) + bool(_APPLYING.search(head))
    return english + min(2, len({match.group()[:4] for match in _KOREAN_APPLYING.finditer(head)}))


def _asks(text: str) -> bool:
    return _ASKS_KOREAN.search(text) is not None or asks_in_english(text)
