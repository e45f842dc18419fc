"""FMT006: sentences that nobody reads in one breath."""

from __future__ import annotations

from collections.abc import Iterator

from careerlint.expression import Expression
from careerlint.model.evidence import Evidence, Hit
from careerlint.model.rule import Rule
from careerlint.model.span import Span

_MOST_LETTERS = 200
_MOST_WORDS = 45
_LINK = Expression(r"(?:https?://|www\.)\S+")
_LIST = Expression(r"[,;·•/|、ㆍ，；]")
_BREAK = Expression(r"[.!?…]\s|\n\s*\n|\n\s*(?:[-*•▪■◦·]|\d{1,2}[.)])\s|\s[*•▪■◦]\s|\s\(?\d\)\s|[①-⑨]")
# "of the images.The model": the blank after a sentence is often forgotten.
_PART_END = Expression(r";\s|(?<=[a-z]{3}[.!?])(?=[A-Z][a-z]*\s)")
_BRACKETS = Expression(r"\([^()]*\)|\[[^\[\]]*\]")
_NO_SENTENCE = 2.2
_MOST_IN_BULLET = 250
"""Letters of a Korean bullet that no reader takes in, however its parts are set apart."""
_TELLING = ("action", "deed", "change", "metric", "before-after")
_MOST_TOLD = 5
_MOST_LISTED = 8
"""A sentence of this many commas is a list; that is read item by item."""
_FEWEST_WORDS_BETWEEN = 6


def find_long_statements(evidence: Evidence, rule: Rule) -> Iterator[Hit]:
    """Every sentence that is too long, measured without links, code and remarks in brackets; the longest few of a document."""
    found: list[tuple[int, int]] = []
    seen: set[str] = set()
    for index, statement in enumerate(evidence.outline.statements):
        if statement.form not in ("prose", "bullet") or statement.table >= 0 or len(statement.span) <= _MOST_LETTERS:
            continue
        if evidence.claims[index].author not in ("author", "team"):
            continue
        text = _counted(evidence, statement.span)
        count = measure(text, statement.language)
        sentence = count and not _is_list(text) and _is_sentence(evidence, index)
        count = count if sentence else _length_of_bullet(evidence, index, text)
        if count and text not in seen:
            seen.add(text)
            found.append((count, index))
    longest = sorted(found, key=lambda item: (-item[0], item[1]))[:_MOST_TOLD]
    for count, index in sorted(longest, key=lambda item: item[1]):
        statement = evidence.outline.statements[index]
        korean = statement.language == "ko"
        told = {"count.ko": f"{count}자" if korean else f"{count}단어", "count.en": f"{count} characters" if korean else f"{count} words"}
        yield Hit(statement.span, index, evidence.entry_of(index), values={"match": evidence.text(index), **told})


def _length_of_bullet(evidence: Evidence, index: int, text: str) -> int:
    """The letters of a Korean bullet of work that runs on and on in half sentences, brackets included; 0 where it is not too long, a list of names or several sentences."""
    statement = evidence.outline.statements[index]
    letters = len(" ".join(text.split()))
    if statement.form != "bullet" or statement.language != "ko" or not _MOST_IN_BULLET < letters <= _NO_SENTENCE * _MOST_LETTERS:
        return 0
    named = sum(len(mention.span) for mention in evidence.mentions[index])
    return letters if 4 * named < letters and not _BREAK.search(text.strip()) and evidence.has(index, _TELLING) else 0


def measure(text: str, language: str) -> int:
    """How long the longest part of a sentence is, in characters (Korean) or words (English); 0 where it is not too long.

    Remarks in brackets can be skipped, and a semicolon ends what has to be kept in mind, as does a full stop without a blank. What is far too long is no sentence
    at all, but lines that a reader of the file could not tell apart.
    """
    parts = _PART_END.split(_BRACKETS.sub("", text))
    if language == "ko":
        letters = max(len(" ".join(part.split())) for part in parts)
        return letters if _MOST_LETTERS < letters <= _NO_SENTENCE * _MOST_LETTERS else 0
    words = max(sum(any(map(str.isalpha, word)) for word in part.split()) for part in parts)
    return words if _MOST_WORDS < words <= _NO_SENTENCE * _MOST_WORDS else 0


def _counted(evidence: Evidence, span: Span) -> str:
    """The words of the span without links and code."""
    document = evidence.document
    position, parts = span.start, []
    for mark in document.marks:
        if mark.kind in ("code", "math") and span.contains(mark.span) and mark.span.start >= position:
            parts.append(document.text[position : mark.span.start])
            position = mark.span.end
    parts.append(document.text[position : span.end])
    return _LINK.sub("", "".join(parts))


def _is_list(text: str) -> bool:
    """Whether it is a list of things, or several sentences that nothing could tell apart."""
    items = [len(item.split()) for item in _LIST.split(text)]
    if _BREAK.search(text.strip()):
        return True
    return len(items) > _MOST_LISTED and sum(items) / len(items) < _FEWEST_WORDS_BETWEEN


def _is_sentence(evidence: Evidence, index: int) -> bool:
    """Whether the words are told as a sentence: a Korean one closes with a predicate, an English one holds verbs."""
    statement = evidence.outline.statements[index]
    words = [word for word in evidence.words[index] if word.pos != "symbol"]
    if not words:
        return False
    if statement.language == "ko":
        return bool({"final", "past", "nom"} & words[-1].features) or words[-1].pos in ("verb", "adjective")
    return any({"past", "ing"} & word.features for word in words) or any(word.lemma in _VERBS for word in words)


_VERBS = frozenset("is are was were be been has have had do does did can could will would should may might am".split())  # noqa: SIM905
