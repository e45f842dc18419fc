"""FMT009: the same sentence twice, bullets that open with one word, and a phrase three times in one answer."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from careerlint.checks.phrases import repeated_phrase
from careerlint.expression import Expression
from careerlint.model.evidence import Evidence, Hit
from careerlint.model.outline import Statement
from careerlint.model.rule import Rule
from careerlint.model.span import Span

_SHORTEST_KOREAN, _SHORTEST_ENGLISH = 13, 7
"""Letters of a Korean, words of an English sentence that nobody writes twice by chance."""
_NOUNS_KOREAN = 20
"""The same of a Korean bullet that tells a deed and ends in a noun, as a résumé's do."""
_SHORT_KOREAN, _SHORT_ENGLISH = 8, 2
"""The same of a bullet that stands twice in one list."""
_FEWEST_BULLETS, _SHARE = 5, 0.7
_MOST_SENTENCES = 3
_NO_STORY = frozenset(("usage", "structure", "license", "references", "task", "links", "prompt", "skills"))
_CITED = Expression(r"Proceedings|\bdoi\b|arXiv|\bpp\.|\bet al\b|\bISBN\b|Transactions on|Journal of|\([12][0-9]{3}\)", re.IGNORECASE)
_NO_LETTERS = Expression(r"[\W_]+")
_SPEAKERS = frozenset(("i", "we", "my", "our", "responsible"))
_TOGETHER = "we"
_GROUP = Expression(r"\b(?:group|teams?|teamwork|together|collaborati\w+|our|we)\b", re.IGNORECASE)
_PRESENT = Expression(r"(?:manage|build|develop|create|design|lead|support|help|write|work|maintain|implement|analy[sz]e|provide|ensure|conduct|collaborate|train|test|use)s?")


def find_repeated_wording(evidence: Evidence, rule: Rule) -> Iterator[Hit]:
    """Sentences, then lists, then answers."""
    yield from _sentences(evidence)
    yield from _lists(evidence)
    yield from _answers(evidence)


def _sentences(evidence: Evidence) -> Iterator[Hit]:
    seen: dict[str, int] = {}
    told: dict[str, int] = {}
    titles = {statement.parent for statement in evidence.outline.statements}
    for index, key in _written_twice(evidence):
        statement = evidence.outline.statements[index]
        if evidence.claims[index].author not in ("author", "team"):
            continue
        if not _is_sentence(evidence, index, _SHORTEST_KOREAN, _SHORTEST_ENGLISH):
            # A short line may be true of two jobs; twice in one list it was pasted, unless it is the title of bullets of its own.
            key = f"{key}\0{_list_of(evidence.outline.statements[index])}"
            if index in titles or evidence.outline.statements[index].form != "bullet" or not _is_sentence(evidence, index, _SHORT_KOREAN, _SHORT_ENGLISH):
                continue
        first = seen.setdefault(key, index)
        # What is repeated among instructions is meant to be; a sentence of the story may stand among them a second time.
        if first == index or key in told or not (_is_own(evidence, first) or _is_own(evidence, index)):
            continue
        goes_on = index - 1 in told.values()
        told[key] = index
        if not goes_on and len(told) <= _MOST_SENTENCES:
            # Of a passage that was copied the first sentence is told.
            before = evidence.outline.statements[first].span
            yield _hit(evidence, statement.span, index, "sentence", {}, (before,))


def _written_twice(evidence: Evidence) -> Iterator[tuple[int, str]]:
    """The statements whose letters another statement has as well, in order, with these letters."""
    keys = {
        index: _NO_LETTERS.sub("", evidence.text(index).casefold()) for index, statement in enumerate(evidence.outline.statements)
        if statement.form in ("prose", "bullet", "cell") and statement.block.kind != "note"
    }
    counts = Counter(keys.values())
    return ((index, key) for index, key in keys.items() if counts[key] > 1)


def _is_own(evidence: Evidence, index: int) -> bool:
    statement = evidence.outline.statements[index]
    return evidence.claims[index].author in ("author", "team") and _NO_STORY.isdisjoint(evidence.outline.section_kinds(statement))


def _is_sentence(evidence: Evidence, index: int, korean: int, english: int) -> bool:
    """Whether it is a whole sentence of so many Korean letters or English words, and no label, list of tools or line of dates."""
    words = [word for word in evidence.words[index] if word.pos != "symbol"]
    if not words or evidence.match(_CITED, index):
        return False
    if evidence.outline.statements[index].language == "ko":
        said = {"final", "past", "nom"} & words[-1].features or words[-1].pos in ("verb", "adjective")
        letters = sum(map(str.isalnum, evidence.text(index)))
        told = evidence.outline.statements[index].form == "bullet" and evidence.has(index, ("action", "deed", "achievement")) and letters >= _NOUNS_KOREAN
        return told or (bool(said) and letters >= korean)
    # "MaxPooling" in the middle of a line is a name, no deed.
    told = any(({"past", "ing"} & word.features and (word is words[0] or word.text.islower())) or word.lemma in ("is", "are", "was", "were", "has", "have", "can", "will") for word in words)
    names = sum(word.text[:1].isupper() for word in words)
    ends = evidence.text(index).rstrip().endswith((".", "!")) and 2 * names < len(words)
    return (told or ends) and len(words) >= english


def _lists(evidence: Evidence) -> Iterator[Hit]:
    for indices in _bullets(evidence):
        openings = [_opening(evidence, index) for index in indices]
        word, count = Counter(filter(None, openings)).most_common(1)[0] if any(openings) else ("", 0)
        if len(indices) >= _FEWEST_BULLETS and count >= _SHARE * len(indices) and not (word == _TOGETHER and _is_of_group(evidence, indices[0])):
            first, second = [index for index, opening in zip(indices, openings, strict=True) if opening == word][:2]
            shown = evidence.outline.statements[second]
            start = shown.span.start + len(evidence.text(second)) - len(evidence.text(second).lstrip("\"'“‘(*_ "))
            told = {"count": str(count), "total": str(len(indices)), "word": word}
            yield _hit(evidence, Span(start, start + len(word)), second, "openings", told, (evidence.outline.statements[first].span,))


def _is_of_group(evidence: Evidence, statement: int) -> bool:
    """Whether the part tells what several did together, where "we" is what it is about."""
    section = evidence.outline.statements[statement].section
    return "team" in evidence.outline.section_kinds(evidence.outline.statements[statement]) or any(_GROUP.search(heading) for heading in evidence.outline.headings_above(section))


def _bullets(evidence: Evidence) -> Iterator[list[int]]:
    """The English bullets of each list: one depth, one section, one entry; of each bullet its first sentence."""
    groups: dict[tuple[int, int, int, int], list[int]] = {}
    for index, statement in enumerate(evidence.outline.statements):
        if statement.form != "bullet" or statement.language != "en" or not _is_own(evidence, index):
            continue
        if index and evidence.outline.statements[index - 1].block is statement.block:
            continue
        groups.setdefault(_list_of(statement), []).append(index)
    yield from groups.values()


def _list_of(statement: Statement) -> tuple[int, int, int, int]:
    return statement.section, statement.entry, statement.depth, statement.parent


def _opening(evidence: Evidence, index: int) -> str:
    """The first word where it is one of the author or of what the author did; a tool or thing may open many bullets."""
    words = [word for word in evidence.words[index] if word.pos != "symbol"]
    if len(words) < 2 or evidence.outline.statements[index].label:
        return ""
    first = words[0]
    acts = {"past", "ing"} & first.features or first.lemma in _SPEAKERS or _PRESENT.fullmatch(first.lemma)
    return first.lemma if acts else ""


def _answers(evidence: Evidence) -> Iterator[Hit]:
    for number, entry in enumerate(evidence.outline.entries):
        title = evidence.document.words(entry.title) if entry.title is not None else ""
        if entry.kind != "answer" and not title.rstrip().endswith("?"):
            continue
        indices = [index for index in range(*entry.statements) if evidence.outline.statements[index].form in ("prose", "bullet")]
        found = repeated_phrase(evidence, indices)
        if found is None:
            continue
        phrase, places = found
        last, span = places[-1]
        yield _hit(
            evidence, span, last, "phrase", {"phrase": phrase, "count": str(len(places))}, tuple(span for _, span in places[:-1]), number,
        )


def _hit(
    evidence: Evidence, span: Span, statement: int, variant: str, told: dict[str, str], related: Sequence[Span], entry: int | None = None
) -> Hit:
    values = {"match": evidence.document.words(span), **told}
    return Hit(span, statement, evidence.entry_of(statement) if entry is None else entry, values=values, related=tuple(related), variant=variant)
