"""The spaCy Doc of analysed words, and patterns matched on it."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest
from spacy.matcher import Matcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from careerlint.languages import LANGUAGES, analyser, doc_of

_NEGATED = {"REGEX": "^(?=.*[=,]neg(?:[,|]|$))(?!.*[=,]attr(?:[,|]|$))"}


@pytest.fixture(scope="module")
def vocab() -> Vocab:
    return Vocab()


def _doc(text: str, vocab: Vocab, language: str = "ko") -> Doc:
    return doc_of([(analyser(language).analyse([text])[0], text, True)], vocab)


def _matches(doc: Doc, pattern: list[dict[str, Any]]) -> list[str]:
    matcher = Matcher(doc.vocab)
    matcher.add("pattern", [pattern])
    return [doc[start:end].text for _, start, end in matcher(doc)]


def test_tokens_carry_lemma_and_morph(vocab: Vocab) -> None:
    doc = _doc("매출에는 도움이 안 됐다.", vocab)
    assert [(token.text, token.lemma_, str(token.morph)) for token in doc] == [
        ("매출에는", "매출", "F=first|P=에는|W=noun"),
        ("도움이", "도움", "P=이|W=noun"),
        ("안 됐다", "되다", "F=final,last,neg,past|W=verb"),
        (".", ".", "W=symbol"),
    ]
    assert doc.text == "매출에는 도움이 안 됐다."
    assert [token.is_sent_start for token in doc] == [True, False, False, False]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("성능이 잘 되지 않았다", ["성능이 잘 되지 않았다"]),
        ("성능이 안 됐다", ["성능이 안 됐다"]),
        ("성능이 되지 않는 원인을 찾았다", []),
        ("성능이 됐다", []),
    ],
)
def test_features_match_by_regular_expression(vocab: Vocab, text: str, found: list[str]) -> None:
    pattern: list[dict[str, Any]] = [{"LEMMA": "성능"}, {"OP": "{0,3}"}, {"LEMMA": "되다", "MORPH": _NEGATED}]
    assert _matches(_doc(text, vocab), pattern) == found


def test_particle_and_part_of_speech_match(vocab: Vocab) -> None:
    doc = _doc("매출에는 도움이 됐고 매출을 늘렸다", vocab)
    assert _matches(doc, [{"LEMMA": "매출", "MORPH": {"REGEX": "P=에는(?:[,|]|$)"}}]) == ["매출에는"]
    assert _matches(doc, [{"MORPH": {"REGEX": "W=verb"}}]) == ["됐고", "늘렸다"]


def test_sentence_start_and_lower_case_match(vocab: Vocab) -> None:
    doc = _doc("Didn't converge at all", vocab, "en")
    pattern: list[dict[str, Any]] = [{"LOWER": "didn't", "IS_SENT_START": True}, {"LEMMA": "converge", "MORPH": {"REGEX": "[=,]neg"}}]
    assert _matches(doc, pattern) == ["Didn't converge"]


def test_empty_statement_makes_an_empty_doc(vocab: Vocab) -> None:
    assert len(doc_of([], vocab)) == 0


def test_spaces_are_those_of_the_text(vocab: Vocab) -> None:
    assert _doc("성능향상, 배포", vocab).text == "성능향상, 배포"


def test_nothing_heavy_is_imported_before_it_is_needed() -> None:
    script = (
        "import sys; from careerlint.languages import analyser; analyser('en').analyse(['Built it.']);"
        "assert not {'kiwipiepy', 'spacy'} & set(sys.modules), sorted(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


def test_unknown_language_is_an_error() -> None:
    assert set(LANGUAGES) == {"ko", "en"}
    with pytest.raises(KeyError):
        analyser("fr")
