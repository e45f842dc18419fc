"""The shorthand of patterns: one line of a signal file becomes a sequence of token tests.

`word` is a lemma (Korean: the dictionary form; English: the word and all its inflections), `=word` this form only,
`a|b` alternatives, `@list` a named list, `word[neg,-attr]` with and without features, `word/에는` with that particle,
`*[neg]` any word with a feature, `<num>` a word with a digit, `~` up to three words, `~~` up to eight, `x?` at will,
`^x` first word of the statement, `^x? y` x and y or y as the first; a slash between Latin letters belongs to the word (a/b). A gap never crosses the end of a sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from careerlint.expression import Expression

SENTENCE_ENDS = (".", "!", "?", "。", "…")
_ELEMENT = Expression(r"(?P<first>\^)?(?P<core>(?:[^\[\]?/]|(?<=[A-Za-z])/(?=[A-Za-z]))+)(?:/(?P<particle>[^\[\]?]+))?(?:\[(?P<features>[^\]]*)\])?(?P<optional>\?)?")
_BETWEEN_BLANKS = Expression(r"\S+")
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
    vocabulary = _Vocabulary(lists, inflect)
    for number, raw in enumerate(block.splitlines()):
        line = raw.split(" #")[0].strip() if not raw.lstrip().startswith("#") else ""
        if not line:
            continue
        try:
            elements = _parse(line, vocabulary)
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


class _Vocabulary:
    """What the words of pattern lines stand for; a list is written out, and an element read, once for all lines that hold it."""

    def __init__(self, lists: Mapping[str, tuple[str, ...]], inflect: Callable[[str], frozenset[str]]) -> None:
        self._lists = lists
        self._inflect = inflect
        self._listed: dict[str, frozenset[str]] = {}
        self._elements: dict[str, Element] = {}

    def element(self, text: str, column: int) -> Element:
        """The element that a text between blanks writes down."""
        found = self._elements.get(text)
        if found is None:
            found = self._elements[text] = _parse_element(text, column, self)
        return found

    def words_of(self, alternative: str, column: int) -> frozenset[str]:
        """The words, lower-cased, for which an alternative stands."""
        if not alternative:
            raise ShorthandError(column, "an alternative is empty; write a|b without spaces")
        if alternative.startswith("@"):
            name = alternative[1:]
            if name not in self._listed:
                self._listed[name] = frozenset().union(*[self.words_of(word, column) for word in self._list(name, column)])
            return self._listed[name]
        if alternative.startswith("="):
            return frozenset((alternative[1:].lower(),))
        return self._inflect(alternative.lower())

    def is_form(self, alternative: str) -> bool:
        """Whether an alternative is written as a form, or names a list of forms only."""
        if not alternative.startswith("@"):
            return alternative.startswith("=")
        named = self._lists.get(alternative[1:], ())
        return bool(named) and all(word.startswith("=") for word in named)

    def _list(self, name: str, column: int) -> tuple[str, ...]:
        if name not in self._lists:
            known = ", ".join(sorted(self._lists)) or "none"
            raise ShorthandError(column, f"there is no list '{name}'; known lists: {known}")
        return self._lists[name]


def _parse(line: str, vocabulary: _Vocabulary) -> tuple[Element, ...]:
    elements = [vocabulary.element(match.group(), match.start() + 1) for match in _BETWEEN_BLANKS.finditer(line)]
    if all(element.gap or element.optional for element in elements):
        raise ShorthandError(1, "a pattern needs at least one word that must be there")
    if elements[0].gap or elements[-1].gap:
        raise ShorthandError(1, "a gap (~) must stand between two words")
    return tuple(elements)


def _parse_element(text: str, column: int, vocabulary: _Vocabulary) -> Element:
    if text in _GAPS:
        return Element(gap=_GAPS[text])
    match = _ELEMENT.fullmatch(text)
    if match is None:
        raise ShorthandError(column, f"'{text}' is no pattern; write word, a|b, @list, word[neg,-attr], word/에는, *[neg], ~ or x?")
    features = [feature.strip() for feature in (match["features"] or "").split(",") if feature.strip()]
    wanted = tuple(feature for feature in features if not feature.startswith("-"))
    unwanted = tuple(feature[1:] for feature in features if feature.startswith("-"))
    words: frozenset[str] = frozenset()
    exact = False
    core = match["core"]
    alternatives = core.split("|")
    number = "<num>" in alternatives
    words_of = [alternative for alternative in alternatives if alternative not in ("*", "<num>")]
    if core == "*" and not features and not match["particle"]:
        raise ShorthandError(column, "'*' alone matches every word; give it a feature, as in *[neg]")
    if words_of:
        found = [vocabulary.words_of(alternative, column) for alternative in words_of]
        words = found[0] if len(found) == 1 else frozenset().union(*found)
        forms = [vocabulary.is_form(alternative) for alternative in words_of]
        exact = all(forms)
        # A Latin form is its own lemma; only Hangul forms and lemmas are looked up in different places.
        if any(forms) and not exact and not core.isascii():
            raise ShorthandError(column, "mix no =form with lemmas in one place; write two lines")
    particles = tuple(match["particle"].split("|")) if match["particle"] else ()
    return Element(words, exact, wanted, unwanted, particles, bool(match["optional"]), bool(match["first"]), number)

