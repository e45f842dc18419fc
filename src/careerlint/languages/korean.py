"""Korean: Kiwi's morphemes, made ready and folded into words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kiwipiepy import Kiwi, Token

from careerlint.expression import Expression
from careerlint.languages.folding import fold
from careerlint.languages.korean_words import LOAN_WORDS
from careerlint.languages.morpheme import PARTICLES, Morpheme
from careerlint.languages.spelling import mend_spelling
from careerlint.languages.word import Word

# Kiwi cuts "fine-tuning", "F1" and "0.71→0.83" in pieces, so Latin words and numbers are read from the text. The sign
# of a number counts only where no word stands before it.
_CHUNK = Expression(
    r"(?:https?://|www\.)[^\s<>()\[\]가-힣]+"
    r"|[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
    r"|(?P<number>(?:(?<![A-Za-z0-9가-힣)\]])[+\-−±~])?\d+(?:[.,]\d+)*(?:%p|[%％‰℃°]|(?:ms|[kKMGT]?B|[kKM]|[mk]?s|px|pt|[cmk]m|h|x|X|fps|FPS|[KMG]?Hz|hz)(?![A-Za-z0-9]))?(?![A-Za-z]|[-_/][A-Za-z]))"
    r"|(?P<arrow>[-=]+>)"
    r"|[A-Za-z0-9À-ɏ]+(?:['’.+#/_&-]+[A-Za-z0-9À-ɏ]+)*(?:\+\+|#)?"
)

_HAS_CHUNK = Expression(r"[0-9A-Za-z]|[-=]>")
_PARTICLE = Expression(r"(?:은|는|이|가|을|를|의|에|에는|에도|에서|에서는|로|으로|와|과|도|만|까지|부터|보다|보다는|처럼)(?![가-힣])")
_NOUNS = frozenset(("NNG", "NNP", "NP", "XSN"))
# "언어가 C라 ...": behind a Latin word a lone 라 is the copula.
_COPULA = Expression(r"라(?:서)?(?![가-힣])")
# 만 behind a number may be ten thousand.
_NO_ERRORS = PARTICLES | {"NR"}
# Kiwi marks irregular (-I) and regular (-R) inflection on the tag.
_TAGS = {f"{tag}-{mark}": tag for tag in ("VV", "VA", "VX", "XSV", "XSA") for mark in "IR"}


class KoreanAnalyser:
    """Analyses Korean statements, Latin words inside them included."""

    def __init__(self) -> None:
        # The default and multi-word dictionaries hold none of the loan words that matter and cost 0.6 and 1.8 s. The
        # model is Kiwi's default, `cong`: `cong-global` takes twice its time and read none of our hard cases better;
        # `knlm` and `sbg` are no longer shipped.
        # One thread: several take the same processor time, and each worker of a batch has a core of its own.
        self._kiwi = Kiwi(num_workers=1, load_default_dict=False, load_multi_dict=False, load_typo_dict=False)
        for word in LOAN_WORDS:
            self._kiwi.add_user_word(word, "NNG", 0.0)

    def analyse(self, texts: Sequence[str]) -> list[tuple[Word, ...]]:
        """The words of each statement."""
        found = self._kiwi.tokenize([mend_spelling(text) for text in texts])
        return [fold(_morphemes(tokens, text), text) for tokens, text in zip(found, texts, strict=True)]

    def split(self, texts: Sequence[str]) -> list[list[tuple[int, int]]]:
        """The sentences of each text as half-open ranges of its characters."""
        ranges = [split_by_marks(text) for text in texts]
        unclear = [index for index, text in enumerate(texts) if _UNMARKED_END.search(text)]
        if unclear:
            found = self._kiwi.tokenize([mend_spelling(texts[index]) for index in unclear])
            for index, tokens in zip(unclear, found, strict=True):
                ranges[index] = _sentences(tokens, texts[index])
        return [_with_quotes(found, text) for found, text in zip(ranges, texts, strict=True)]


# Kiwi is asked only where a sentence may end without a mark: asking it for every paragraph doubles its cost.
_UNMARKED_END = Expression(r"(?:니다|[았었였했됐갔왔렸졌겠]다|[어아해예에세군네]요|[있없했였었았]음|[가-힣]함|[가-힣]됨)\s+(?=[가-힣A-Za-z0-9])")
# "다.다음" lacks its space; a bracket behind the full stop belongs to the sentence before it; "3." alone is a number.
_MARKED_END = Expression(
    r"(?<!^\d)(?<!^\d\d)(?:(?<=[가-힣)\]%\d\"'”’])|(?<=[A-Za-z]{3}))[.!?…]+[\"'”’)\]]*\s+(?=[^\s(])|(?<=[가-힣][다요])[.](?=[가-힣A-Z])"
)


_GOES_ON = Expression(r"이?라(?:는|고|며|면서|던)\s")


def split_by_marks(text: str) -> list[tuple[int, int]]:
    """The sentences of a text whose ends are all marked by a full stop, a question or an exclamation mark."""
    ranges = []
    start = 0
    for match in _MARKED_END.finditer(text):
        ranges.append((start, match.end()))
        start = match.end()
    ranges.append((start, len(text)))
    return [(first, first + len(text[first:last].rstrip())) for first, last in ranges if text[first:last].strip()]


def _with_quotes(ranges: list[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    """The sentences, where one that begins with "라고" or "라는" goes on with the one before: that was only quoted."""
    joined: list[tuple[int, int]] = []
    for start, end in ranges:
        if joined and _GOES_ON.match(text, start):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _morphemes(tokens: Iterable[Token], text: str) -> list[Morpheme]:
    """Kiwi's tokens as plain tuples, the pieces of a Latin word or a number put together again."""
    morphemes = _with_subjects([(token.form, _TAGS.get(tag := token.tag, tag), token.start, token.end) for token in tokens])
    if _HAS_CHUNK.search(text):
        morphemes = _joined_chunks(morphemes, text)
    return morphemes


def _with_subjects(morphemes: list[Morpheme]) -> list[Morpheme]:
    """교수님이 장비실 ...: what Kiwi reads as "this" is a particle where it is written onto a noun."""
    return [
        (form, "JKS", start, end) if (form, tag) == ("이", "MM") and index and morphemes[index - 1][3] == start and morphemes[index - 1][1] in _NOUNS
        else (form, tag, start, end)
        for index, (form, tag, start, end) in enumerate(morphemes)
    ]


def _joined_chunks(morphemes: list[Morpheme], text: str) -> list[Morpheme]:
    joined: list[Morpheme] = []
    index, count = 0, len(morphemes)
    for match in _CHUNK.finditer(text):
        start, end = match.span()
        while index < count and morphemes[index][3] <= start:
            joined.append(morphemes[index])
            index += 1
        if index >= count or morphemes[index][2] != start:
            # Nothing begins here: a morpheme holds letters and Hangul (an unknown name) and stays as it is.
            continue
        last = index
        while last < count and morphemes[last][2] < end:
            last += 1
        if morphemes[last - 1][3] > end:
            continue
        joined.append((match[0], "SN" if match["number"] else "SW" if match["arrow"] else "SL", start, end))
        index = last
        particle = _PARTICLE.match(text, end)
        if particle and index < count and morphemes[index][1] not in _NO_ERRORS:
            # "95%가" is read as 가다, "`x`를" as a noun: behind a number or a Latin word it can only be a particle.
            joined.append((particle[0], "JX", end, particle.end()))
            while index < count and morphemes[index][2] < particle.end():
                index += 1
        elif index < count and morphemes[index][1] == "NNG" and (copula := _COPULA.match(text, end)) and not match["number"]:
            joined += [("이", "VCP", end, end), (copula[0], "EC", end, copula.end())]
            while index < count and morphemes[index][2] < copula.end():
                index += 1
    joined.extend(morphemes[index:])
    return joined


def _sentences(tokens: Iterable[Token], text: str) -> list[tuple[int, int]]:
    sentences: list[tuple[int, int]] = []
    current = -1
    for token in tokens:
        start, end, position = token.start, token.end, token.sent_position
        if position == current:
            sentences[-1] = (sentences[-1][0], max(end, sentences[-1][1]))
        else:
            sentences.append((start, end))
            current = position
    return sentences
