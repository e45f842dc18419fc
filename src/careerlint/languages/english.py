"""English: words by one regular expression, with features for what is denied, planned and past."""

from __future__ import annotations

from collections.abc import Sequence

from careerlint.expression import Expression
from careerlint.languages.english_words import (
    AUXILIARIES,
    CLAUSE_ENDS,
    DENIALS,
    DENIES_ITSELF,
    DETERMINERS,
    FAIR,
    FINITE,
    FIXED_AFTER_TO,
    INTENTIONS,
    IRREGULAR_PAST,
    JUDGING,
    MADE_TO,
    NOT_ING,
    NOT_PAST,
    NOUNS_AFTER_TO,
    REFUSED,
    SCARCELY,
    SUCCESS,
    TOLD_BEFORE_TO,
    UNDERTAKINGS,
)
from careerlint.languages.word import Word

_WORD = Expression(
    r"(?P<latin>(?:https?://|www\.)[^\s<>()\[\]]*[^\s<>()\[\].,;:!?'\"]|[^\W\d_](?:[\w+#]|['’./&@_-](?=\w))*)"
    r"|(?P<number>[+\-−±~]?[$€£₩]?\d+(?:[.,]\d+)*(?:%p|[%‰]|(?:st|nd|rd|th|ms|[kKMGT]?B|[kKMBx]|s|h|px|fps|[KMG]?Hz|\+)(?![A-Za-z0-9]))?(?![A-Za-z]|-[A-Za-z]))"
    r"|(?P<mixed>\d[\w+#]*(?:['’./&_-]\w+)*)"
    r"|(?P<symbol>\.\.\.|→|->|=>|\S)"
)
_KINDS = {"latin": "latin", "mixed": "latin", "number": "number", "symbol": "symbol", None: "symbol"}
_DENIAL_REACH = 4
_PAST_AFTER_COULD = frozenset(("not", "n't", "have"))
_SUBJECTS = frozenset(("who", "what", "which", "that", "i", "we", "it", "they", "he", "she", "you", "how", "when", "where", "why"))
_NONE: frozenset[str] = frozenset()
_SENTENCE_END = Expression(r"[.!?…]+[\"'”’)\]]*(?=\s+[\"'“‘(\[]?[A-Z0-9가-힣])|\n\s*\n")
_ABBREVIATION = Expression(r"(?:\b(?:e\.g|i\.e|etc|vs|cf|al|approx|Dr|Mr|Mrs|Ms|Prof|St|No|Fig|Eq|Inc|Ltd|Co|Corp|Jr|Sr|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Univ|Dept|U\.S|Ph\.D|M\.Sc|B\.Sc)|(?:^|[\s(])[A-Z])\.$")


class EnglishAnalyser:
    """Analyses English statements; patterns carry the inflections, so no lemmatiser runs."""

    def analyse(self, texts: Sequence[str]) -> list[tuple[Word, ...]]:
        """The words of each statement; the lemma of a word is its lower-cased form."""
        return [_words(text) for text in texts]

    def split(self, texts: Sequence[str]) -> list[list[tuple[int, int]]]:
        """The sentences of each text as half-open ranges of its characters."""
        return [_sentences(text) for text in texts]


def _words(text: str) -> tuple[Word, ...]:
    matches = list(_WORD.finditer(text))
    written = [match[0] for match in matches]
    kinds = [_KINDS[match.lastgroup] for match in matches]
    lemmas = [_lemma(form) for form in written]
    features = _features(lemmas, kinds, [form[0].isupper() for form in written])
    return tuple([
        Word(match.start(), match.end(), form, lemma, frozenset(said) if said else _NONE, "", kind)
        for match, form, lemma, said, kind in zip(matches, written, lemmas, features, kinds, strict=True)
    ])


def _lemma(form: str) -> str:
    """The form in lower case; the form itself where that changes nothing, for a long document holds many."""
    lemma = form.lower().replace("’", "'")
    return form if lemma == form else lemma


def _features(forms: list[str], kinds: list[str], capitals: list[bool]) -> list[set[str]]:
    features: list[set[str]] = [set() for _ in forms]
    denial = 0
    planned = False
    undertaken = False
    purpose = False
    visible = [index for index, kind in enumerate(kinds) if kind != "symbol"]
    if visible:
        features[visible[0]].add("first")
        features[visible[-1]].add("last")
    for index, form in enumerate(forms):
        if kinds[index] == "symbol":
            if form in ",.;:!?…—–()" or form == "...":
                denial, planned, undertaken = 0, False, False
            if form == "?":
                _mark_question(features, kinds, index)
            continue
        said = features[index]
        if form in CLAUSE_ENDS:
            denial, planned, undertaken = 0, False, False
            continue
        if (
            (undertaken and _is_finite_past(forms, index))
            or (purpose and planned and form in FINITE and forms[index - 1] not in _SUBJECTS)
            or (purpose and planned and (_tells_of_moving(forms, index) or _tells_outcome(forms, index)))
        ):
            planned, undertaken = False, False
        if planned:
            said.add("plan")
        if denial:
            said.add("neg")
            denial -= 1
        if form in DENIALS:
            said.add("neg")
            denial = _DENIAL_REACH
        elif form in DENIES_ITSELF:
            said.add("neg")
        undertaken = undertaken or (not planned and _names_undertaking(forms, index))
        if not planned and _opens_plan(forms, capitals, index):
            planned, purpose = True, form == "to"
        if kinds[index] == "latin":
            if form in IRREGULAR_PAST or (form.endswith("ed") and len(form) > 3 and form not in NOT_PAST and not form.endswith("eed")):
                said.add("past")
            elif form.endswith("ing") and len(form) > 4 and form not in NOT_ING:
                said.add("ing")
    return features


def _opens_plan(forms: list[str], capitals: list[bool], index: int) -> bool:
    """Whether the words after this one tell what is intended, supposed or wanted."""
    form = forms[index]
    following = forms[index + 1] if index + 1 < len(forms) else ""
    if form in ("would", "i'd", "must", "might") and following in JUDGING:
        return False
    if form in ("would", "wouldn't", "wouldnt") and _refuses(forms, index):
        return False
    if form in UNDERTAKINGS and _names_undertaking(forms, index):
        return False
    if form in AUXILIARIES or form in INTENTIONS:
        return True
    if form == "could":
        return following not in _PAST_AFTER_COULD
    if form != "to":
        return False
    previous = forms[index - 1] if index else ""
    if previous == "going":
        return True
    if previous == "out" and index > 1 and forms[index - 2] in ("turned", "turns"):
        return False
    if following in JUDGING and (previous in FAIR or previous in ("have", "had")):
        return False
    if following in NOUNS_AFTER_TO or (following, forms[index + 2] if index + 2 < len(forms) else "") in FIXED_AFTER_TO:
        return False
    if following == "say" or not MADE_TO.isdisjoint(forms[max(0, index - 4) : index]) or "from" in forms[max(0, index - 4) : index]:
        # "it is fair to say"; "from search to loan" is a span.
        return False
    if index > 1 and forms[index - 2] == "too":
        # "too rough to be used" judges what there is.
        return False
    if index + 1 < len(forms) and (following[-1:].isdigit() or (capitals[index + 1] and not capitals[index])):
        # "moved the service to Kubernetes": a name is a destination.
        return False
    return previous not in TOLD_BEFORE_TO and following not in DETERMINERS and following[:1].isalpha() and not following.endswith("ing")


def _refuses(forms: list[str], index: int) -> bool:
    """Whether "the motor would not start" tells of a thing that refused, no wish and no condition."""
    rest = [form for form in forms[index + 1 : index + 4] if form not in ("not", "simply", "just", "even")]
    denied = forms[index] != "would" or forms[index + 1 : index + 2] == ["not"]
    return denied and bool(rest) and rest[0] in REFUSED and (index == 0 or forms[index - 1] not in ("i", "we", "you", "they", "it"))


def _names_undertaking(forms: list[str], index: int) -> bool:
    """Whether the word is the noun of "our plan to open a shop": what became of it may follow in the same clause."""
    if index == 0:
        return forms[0] in UNDERTAKINGS and forms[0] not in ("plan", "aim", "hope", "try", "wish", "push", "request", "experiment")
    return forms[index] in UNDERTAKINGS and forms[index - 1] not in ("i", "we", "you", "they", "to", "and")


def _is_finite_past(forms: list[str], index: int) -> bool:
    """Whether a past form stands after what was to be done, and not as an attribute of a noun."""
    form = forms[index]
    if form in FINITE:
        return index > 1 and forms[index - 1] not in _SUBJECTS
    past = form in IRREGULAR_PAST or (form.endswith("ed") and len(form) > 3 and form not in NOT_PAST and not form.endswith("eed"))
    return past and index > 1 and forms[index - 1] not in DETERMINERS and forms[index - 1] not in ("to", "be", "get", "have", "of", "with", "from")


def _tells_of_moving(forms: list[str], index: int) -> bool:
    """Whether the verb of "switching the lamps to LED lowered the bill" stands here: "to" names where things went."""
    following = forms[index + 1] if index + 1 < len(forms) else ""
    moved = any(form.endswith("ing") for form in forms[: min(index, 3)])
    return moved and forms[index].endswith("ed") and following in DETERMINERS and _is_finite_past(forms, index) and forms[index - 1] not in _SUBJECTS


def _tells_outcome(forms: list[str], index: int) -> bool:
    """Whether what trying came to begins here: "attempted to port it without success", "trying to speed it up had no effect"."""
    form, rest = forms[index], forms[index + 1 : index + 3]
    if form in ("had", "made"):
        return bool(rest) and rest[0] in SCARCELY and forms[index - 1] not in _SUBJECTS
    return (form == "in" and rest[:1] == ["vain"]) or (form == "without" and not SUCCESS.isdisjoint(rest))


def _mark_question(features: list[set[str]], kinds: list[str], index: int) -> None:
    for position in range(index - 1, -1, -1):
        if kinds[position] != "symbol":
            features[position].add("question")
            return


def _sentences(text: str) -> list[tuple[int, int]]:
    sentences: list[tuple[int, int]] = []
    start = 0
    for match in _SENTENCE_END.finditer(text):
        if _ABBREVIATION.search(text, start, match.end()) is None:
            _append(sentences, text, start, match.end())
            start = match.end()
    _append(sentences, text, start, len(text))
    return sentences


def _append(sentences: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        sentences.append((start, end))
