"""Properties that hold for the words of every text: exact spans, order, nothing lost, lists equal single calls."""

from __future__ import annotations

import random

import pytest

from careerlint.languages import Word, analyser
from careerlint.languages.spelling import mend_spelling

_KOREAN = [
    "## 담당: 데이터 수집·정제(약 3만 건), 모델 학습 → 배포까지 진행하였음.",
    "YOLOv8n을 그대로 썼더니 mAP@0.5가 0.42 -> 0.61(+0.19)로 올랐습니다!",
    "“왜 안 될까?”라고 묻다가, `config.yaml`의 lr=1e-4를 고쳤다…",
    "🚀 트러블슈팅: OOM 발생 ⇒ batch_size 32→16 으로 줄임 (GPU 1대, 11GB)",
    "결과적으로 클릭률이 2.3배(1.2%→2.8%) 늘었슴다ㅎㅎ https://example.org/a_b?c=1",
    "| 모델 | F1-score | 비고 |",
    "•저는 2023.03~2024.02동안 (주)가나다에서 C++/C#으로 개발했읍니다",
    "성능향상을위해노력했으나잘안되더라구요 그래서 바꿨다",
    "1) 요구사항 정의 2) 설계 3) 구현 4) 테스트",
    "e-mail: hong@example.org / 010-0000-0000",
    "데이터가 적다는\n점이 아쉬웠고,\t다음에는 더 모을 것이다.",
    "ㅋㅋ ㅠㅠ 그냥 해봤는데 됌!!",
    "‘가나다’은 이루어졌을까요?~~",
    "100%를 넘길 수는 없었지만 95%는 넘겼다고 할 수 있겠다.",
    "A/B 테스트 3회, 5명(디자이너 1인 포함)과 함께",
]
_ENGLISH = [
    "Didn’t ship it — couldn't, in fact; accuracy fell from 0.91 to 0.87 (−4%p).",
    "• Built REST/gRPC APIs in Go & Python 3.11, serving ~12k req/s @ p99 < 40ms",
    "Café-style résumé: naïve Bayes, O'Reilly's book, rock'n'roll...",
    "See https://example.org/x_(y)?z=1, mail a.b@example.org!",
    "🚀 Shipped v2.0.1-rc.1 -> prod",
]


def _check(text: str, words: tuple[Word, ...]) -> None:
    previous = 0
    for word in words:
        assert previous <= word.start < word.end <= len(text)
        assert text[word.start : word.end] == word.text == word.text.strip()
        assert word.lemma and word.pos
        assert not text[previous : word.start].strip(), "a visible character belongs to no word"
        previous = word.end
    assert not text[previous:].strip()


@pytest.mark.parametrize(("language", "texts"), [("ko", _KOREAN), ("en", _ENGLISH), ("ko", _ENGLISH), ("en", _KOREAN)])
def test_spans_are_exact_and_cover_the_text(language: str, texts: list[str]) -> None:
    for text, words in zip(texts, analyser(language).analyse(texts), strict=True):
        _check(text, words)


def test_spans_are_exact_in_cut_and_joined_texts() -> None:
    choice = random.Random(7)
    texts = []
    for _ in range(300):
        left, right = choice.choice(_KOREAN), choice.choice(_KOREAN + _ENGLISH)
        texts.append(left[choice.randrange(len(left)) :] + right[: choice.randrange(len(right))])
    for text, words in zip(texts, analyser("ko").analyse(texts), strict=True):
        _check(text, words)


@pytest.mark.parametrize(("language", "texts"), [("ko", _KOREAN), ("en", _ENGLISH)])
def test_a_list_gives_what_single_calls_give(language: str, texts: list[str]) -> None:
    analysing = analyser(language)
    assert analysing.analyse(texts) == [analysing.analyse([text])[0] for text in texts]
    assert analysing.split(texts) == [analysing.split([text])[0] for text in texts]


@pytest.mark.parametrize(("language", "texts"), [("ko", _KOREAN), ("en", _ENGLISH)])
def test_sentences_are_trimmed_and_lose_nothing(language: str, texts: list[str]) -> None:
    for text, spans in zip(texts, analyser(language).split(texts), strict=True):
        previous = 0
        for start, end in spans:
            assert text[start:end] == text[start:end].strip() != ""
            assert not text[previous:start].strip()
            previous = end
        assert not text[previous:].strip()


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        ("좋아졌슴다", "좋아졌어요"),
        ("좋았슴", "좋았음"),
        ("없슴", "없음"),
        ("했슴니다", "했습니다"),
        ("개선됌", "개선됨"),
        ("됬다", "됐다"),
        ("색인을 도입하지 못합", "색인을 도입하지 못함"),
        ("색인을 넣지 못합니다", "색인을 넣지 못합니다"),
        ("적용햇다", "적용했다"),
        ("가슴이 뛰었다", "가슴이 뛰었다"),
        ("햇빛과 무엇", "햇빛과 무엇"),
    ],
)
def test_mended_spelling_keeps_the_length(written: str, mended: str) -> None:
    assert mend_spelling(written) == mended
    assert len(mended) == len(written)
