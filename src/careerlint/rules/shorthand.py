"""The shorthand of patterns: one line of a signal file becomes a sequence of token tests.

`word` is a lemma (Korean: the dictionary form; English: the word and all its inflections), `=word` this form only,
`a|b` alternatives, `@list` a named list, `word[neg,-attr]` with and without features, `word/에는` with that particle,
`*[neg]` any word with a feature, `<num>` a word with a digit, `~` up to three words, `~~` up to eight, `x?` at will,
`^x` first word of the statement, `^x? y` x and y or y as the first; a slash between Latin letters belongs to the word (a/b). A gap never crosses the end of a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from careerlint.expression import Expression

SENTENCE_ENDS = (".", "!", "?", "。", "…")
_ELEMENT = Expression(r"(?P<first>\^)?(?P<core>(?:[^\[\]?/]|(?<=[A-Za-z])/(?=[A-Za-z]))+)(?:/(?P<particle>[^\[\]?]+))?(?:\[(?P<features>[^\]]*)\])?(?P<optional>\?)?")
_GAPS = {"~": 3, "~~": 8}


class ShorthandError(ValueError):
    """A mistake in a pattern line; `column` counts from 1 inside the line."""

    def __init__(self, column: int, message: str) -> None:
        super().__init__(message)
        self.column = column


class ShorthandLineError(ShorthandError):
    """A mistake in a block of patterns; `line` counts from 1 in the file."""

    def __init__(self, line: int, column: int, message: str) -> None:
        super().__init__(column, message)
        self.line = line


@dataclass(frozen=True, slots=True)
class Element:
    """One token test: `words` are lemmas, `exact` says forms as written instead; both lower-cased, empty for any word.

    `number` asks for a digit; beside words a word with a digit is one more of them. `gap` is the most words a gap may hold (0: the element is no gap).
    """

    words: frozenset[str] = frozenset()
    exact: bool = False
    wanted: tuple[str, ...] = ()
    unwanted: tuple[str, ...] = ()
    particles: tuple[str, ...] = ()
    optional: bool = False
    first: bool = False
    number: bool = False
    gap: int = 0


@dataclass(frozen=True, slots=True)
class Pattern:
    """One line of a signal file, parsed. `line` counts from 1 in the file; `text` is the line as written."""

    elements: tuple[Element, ...]
    text: str
    line: int


def parse_block(
    block: str,
    lists: Mapping[str, tuple[str, ...]],
    inflect: Callable[[str], frozenset[str]],
    first_line: int,
) -> tuple[Pattern, ...]:
    """Parse a block of pattern lines; `first_line` is the line of the file at which the block starts.

    Raises ShorthandLineError for the first mistake.
    """
    patterns: list[Pattern] = []
    for number, raw in enumerate(block.splitlines()):
        line = raw.split(" #")[0].strip() if not raw.lstrip().startswith("#") else ""
        if not line:
            continue
        try:
            elements = parse_line(line, lists, inflect)
        except ShorthandError as error:
            raise ShorthandLineError(first_line + number, error.column, str(error)) from error
        patterns += [Pattern(way, line, first_line + number) for way in _openings(elements)]
    return tuple(patterns)


def _openings(elements: tuple[Element, ...]) -> Iterator[tuple[Element, ...]]:
    """The ways to open a pattern: where the first word of a statement is there at will, the next one may be its first."""
    opening, *rest = elements
    if not (opening.first and opening.optional):
        yield elements
        return
    yield (replace(opening, optional=False), *rest)
    yield from _openings((replace(rest[0], first=True), *rest[1:]))


def parse_line(
    line: str, lists: Mapping[str, tuple[str, ...]], inflect: Callable[[str], frozenset[str]]
) -> tuple[Element, ...]:
    """Parse one pattern line into its elements."""
    elements = [
        _parse_element(match.group(), match.start() + 1, lists, inflect) for match in re.finditer(r"\S+", line)
    ]
    if all(element.gap or element.optional for element in elements):
        raise ShorthandError(1, "a pattern needs at least one word that must be there")
    if elements[0].gap or elements[-1].gap:
        raise ShorthandError(1, "a gap (~) must stand between two words")
    return tuple(elements)


def _parse_element(
    text: str, column: int, lists: Mapping[str, tuple[str, ...]], inflect: Callable[[str], frozenset[str]]
) -> Element:
    if text in _GAPS:
        return Element(gap=_GAPS[text])
    match = _ELEMENT.fullmatch(text)
    if match is None:
        raise ShorthandError(column, f"'{text}' is no pattern; write word, a|b, @list, word[neg,-attr], word/에는, *[neg], ~ or x?")
    features = [feature.strip() for feature in (match["features"] or "").split(",") if feature.strip()]
    wanted = tuple(feature for feature in features if not feature.startswith("-"))
    unwanted = tuple(feature[1:] for feature in features if feature.startswith("-"))
    words: set[str] = set()
    exact = False
    core = match["core"]
    alternatives = core.split("|")
    number = "<num>" in alternatives
    words_of = [alternative for alternative in alternatives if alternative not in ("*", "<num>")]
    if core == "*" and not features and not match["particle"]:
        raise ShorthandError(column, "'*' alone matches every word; give it a feature, as in *[neg]")
    if words_of:
        for alternative in words_of:
            words |= _expand(alternative, column, lists, inflect)
        forms = [_is_form(alternative, lists) for alternative in words_of]
        exact = all(forms)
        # A Latin form is its own lemma; only Hangul forms and lemmas are looked up in different places.
        if any(forms) and not exact and not core.isascii():
            raise ShorthandError(column, "mix no =form with lemmas in one place; write two lines")
    particles = tuple(match["particle"].split("|")) if match["particle"] else ()
    return Element(frozenset(words), exact, wanted, unwanted, particles, bool(match["optional"]), bool(match["first"]), number)


def _is_form(alternative: str, lists: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether an alternative is written as a form, or names a list of forms only."""
    named = lists.get(alternative[1:], ()) if alternative.startswith("@") else (alternative,)
    return bool(named) and all(word.startswith("=") for word in named)


def _expand(
    alternative: str, column: int, lists: Mapping[str, tuple[str, ...]], inflect: Callable[[str], frozenset[str]]
) -> frozenset[str]:
    if not alternative:
        raise ShorthandError(column, "an alternative is empty; write a|b without spaces")
    if alternative.startswith("@"):
        if alternative[1:] not in lists:
            known = ", ".join(sorted(lists)) or "none"
            raise ShorthandError(column, f"there is no list '{alternative[1:]}'; known lists: {known}")
        words: frozenset[str] = frozenset()
        for word in lists[alternative[1:]]:
            words |= _expand(word, column, lists, inflect)
        return words
    if alternative.startswith("="):
        return frozenset((alternative[1:].lower(),))
    return inflect(alternative.lower())
