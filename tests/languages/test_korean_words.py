"""Korean phrasings and what folding says about their key word."""

from __future__ import annotations

import pytest

from careerlint.languages import Word, analyser

# One phrasing a line: text = lemma of the key word, its features without first and last (a dash for none).
_PHRASINGS = """
# denial and inability, whatever Kiwi's tags
성능이 잘 되지 않았다. = 되다 final,neg,past
안 됐다 = 되다 final,neg,past
학습이 잘 안됐습니다 = 되다 final,neg,past
증강을 시도했는데 잘 안되더라구요 = 되다 final,neg,past
생각만큼 잘 안 됐어요 = 되다 final,neg,past
못했습니다 = 하다 final,neg,past,unable
시간이 없어서 못 했음 = 하다 brief,final,neg,past,unable
목표를 달성하지 못했다. = 달성 final,neg,past,unable
기능을 완성하지 못함 = 완성 brief,final,neg,unable
베이스라인을 넘지 못했습니다 = 넘다 final,neg,past,unable
끝까지 구현하지는 못했습니다 = 구현 final,neg,past,unable
기한 안에 못 끝냈다 = 끝내다 final,neg,past,unable
기대에 못 미쳤습니다 = 미치다 final,neg,past,unable
구현은 하지 못했다 = 구현 final,neg,past,unable
완성을 못 했지만 배포했다 = 완성 contrast,neg,past,unable
시간이 부족해서 시도조차 못했다 = 시도 final,neg,past,unable
모델이 수렴하지를 않았습니다 = 수렴 final,neg,past
최종안으로 채택되지 못하고 끝났다 = 채택 neg,passive,seq,unable
성능이 안 나왔다 = 나오다 final,neg,past
학습을 안 시켰다 = 학습 causative,final,neg,past
튜닝을 하지 않고 제출했다 = 튜닝 neg,seq
원인을 알 수가 없었다 = 알다 final,neg,past,unable
재현할 수 없었습니다. = 재현 final,neg,past,unable
써 본 적이 없다 = 쓰다 final,neg,past,try
원인이 아니었다 = 아니다 final,neg,past
오류는 아님 = 아니다 brief,final,neg
이해하지 못한 채 넘어갔다 = 이해 attr,neg,unable
재현이 안 되는 버그를 고쳤다 = 되다 attr,neg
쓰지 않는 코드를 지웠다 = 쓰다 attr,neg
효과가 없었다 = 없다 final,past
경험 없음 = 없다 brief,final
수정 없이 제출 = 없이 -
베이스라인보다 못한 결과였다 = 못하다 attr
기존 방법보다 못하다. = 못하다 final
설정을 건드리지 말 것 = 건드리다 attr,neg,plan
# past, future, possibility, duty, wish
개선할 수 있었습니다 = 개선 can,final,past
직접 해 볼 수 있었다 = 하다 can,final,past,try
많이 배울 수 있었다. = 배우다 can,final,past
로그를 읽을 줄 안다 = 읽다 can,final
잘 될 줄 알았는데 아니었다 = 되다 contrast,fut,past
실시간 처리가 가능 = 가능 can
실시간 처리가 가능하다. = 가능 can,final
도입할 예정이다 = 도입 attr,plan
도입할 예정입니다. = 예정 cop,final,plan
적용해 볼 계획이다 = 적용 attr,plan,try
적용해 볼 계획이다 = 계획 cop,final,plan
성능을 높일 것이다 = 높이다 final,fut
반드시 보완하겠습니다 = 보완 final,fut
개선될 것 같다 = 개선 final,fut,passive
개선될 것으로 기대된다 = 개선 attr,passive,plan
테스트를 먼저 작성하자 = 작성 final,plan
서버를 옮기려고 한다 = 옮기다 final,plan,purp
설계를 하려고 했으나 못 했다 = 설계 contrast,past,plan,purp
데이터를 더 모아야 한다 = 모으다 final,must
기한을 지켜야 했다 = 지키다 final,must,past
꼭 고쳐야겠다 = 고치다 final,fut,must
데이터가 더 필요하다 = 필요 final,must
개선할 필요가 있다 = 개선 attr,must
추가 검증 필요 = 필요 must
백엔드를 배우고 싶다 = 배우다 final,wish
백엔드를 배우고 싶었습니다. = 배우다 final,past,wish
도움이 되었으면 합니다 = 되다 final,past,wish
함께 했으면 좋겠다 = 하다 final,fut,past,wish
무단 복제하면 안 된다 = 복제 final,must,neg
설정만 바꾸면 된다 = 바꾸다 can,final
기다려 주시기 바랍니다 = 바라다 final,wish
중단할 수밖에 없었다 = 중단 final,past
# purpose, cause, condition, sequence, contrast
속도를 높이기 위해 캐시를 넣었다 = 높이다 gi,nom,purp
속도를 높이기 위해 캐시를 넣었다 = 위하다 join,purp
비용을 줄이기 위해서 옮겼다 = 위하다 purp
응답 속도를 개선하고자 Redis를 도입함 = 개선 purp
서버가 죽지 않도록 재시도를 넣음 = 죽다 neg,purp
검색할 수 있도록 색인을 만들었다 = 검색 can,purp
라벨을 고치러 갔다 = 고치다 purp
데이터가 부족하기 때문에 실패했다 = 부족 causal,gi,nom
망고 선별: k-최근접 (다들 아는 방법이라) = 방법 causal,cop,final
낡은 창고라. = 창고 causal,cop,final
이 문을 열어라 = 열다 final,imp
표본이 적어서 실패했다 = 적다 causal
값이 비었으므로 제외했다 = 비다 causal,past
배치를 줄이니까 해결됐다 = 줄이다 causal
모델을 교체하니 해결됐다 = 교체 causal,found
GPU가 없었기에 빌렸다 = 없다 causal,past
표본이 적은 탓이라서 틀렸다 = 탓 causal,cop
실패하면 다시 시도한다 = 실패 cond
값이 있다면 채운다 = 있다 cond
층이 깊을수록 느리다 = 깊다 cond
코드를 고치고 배포했다 = 고치다 seq
팀을 이끌었으며 발표했다 = 이끌다 past,seq
기능을 맡으면서 배웠다 = 맡다 seq
노력했지만 떨어졌다 = 노력 contrast,past
증강했는데 나빠졌다 = 증강 contrast,past
데이터를 늘려도 오르지 않았다 = 늘리다 contrast
노력했음에도 오르지 않았다 = 노력 contrast,nom,past
조건을 바꿨으나 같았다 = 바꾸다 contrast,past
실패하더라도 기록했다 = 실패 contrast
# attributive, closing and nominal endings
실패한 실험을 정리했다 = 실패 attr
느리던 응답이 빨라졌다 = 느리다 attr,past
아쉬웠던 점이 있다 = 아쉽다 attr,past
다양한 모델을 비교했다 = 다양 attr
모델을 비교하였음 = 비교 brief,final,past
모델을 비교함. = 비교 brief,final
모델을 비교했음. = 비교 brief,final,past
성능이 좋음 = 좋다 brief,final
실험 결과를 정리하기 = 정리 brief,final,gi
실험을 정리하기 시작했다 = 정리 gi,nom
아쉬움이 남는다 = 남다 final
결과를 공유했습니다 = 공유 final,past
결과를 공유했어요 = 공유 final,past
결과를 공유한다 = 공유 final
결국 폐기됨 = 폐기 brief,final,passive
정확도가 정체되더라고요 = 정체 final,passive,past
# auxiliaries and change of state
파이프라인을 만들어 냈다 = 만들다 final,past
구조를 알게 되었다 = 알다 become,final,past
응답이 빨라졌다 = 빠르다 become,final,past
팀에 익숙해졌다 = 익숙 become,final,past
협업에 서툴러졌다 = 서투르다 become,final,past
개발을 진행하고 있다 = 진행 final,prog
모델을 개선하는 중이다 = 개선 final,prog
문서화되어 있다 = 문서화 final,passive,prog
결국 포기하고 말았다 = 포기 final,lost,past
파일이 지워져 버렸다 = 지우다 become,final,lost,past
고쳐 봤지만 같았다 = 고치다 contrast,past,try
동료를 도와주었다 = 도와주다 final,past
방식을 바꾸기로 했다 = 바꾸다 decide,final,past
점수가 오르기도 했다 = 오르다 final,past
# passive, causative, copula
오류가 해결되었다 = 해결 final,passive,past
우수작으로 인정받았다 = 인정 final,passive,past
모델을 학습시켰다 = 학습 causative,final,past
원인은 표본 부족이었다 = 부족 cop,final,past
알고 보니 라벨이 틀린 것이었다 = 것 cop,final,past
기준이 달랐기 때문이다 = 때문 cop,final
결과는 그대로였다 = 그대로 cop,final,past
압도적인 결과였다 = 압도적 attr,cop
# quotation, question, instruction
된다고 들었다 = 되다 quote,seq
도움이 된다는 점을 배웠다 = 되다 attr,quote
직접 해 보라고 했다 = 하다 quote,seq,try
왜 안 될까? = 되다 final,neg,question
이유는 무엇인가요? = 무엇 cop,final,question
어떻게 해결했습니까 = 해결 final,past,question
지원 동기를 작성하세요. = 작성 final,imp
경험을 서술하십시오 = 서술 final,hon,imp
결과를 적어 주세요 = 적다 final,imp
# misspellings keep their offsets
성능이 좋아졌슴다 = 좋다 become,final,past
결과가 좋았슴 = 좋다 brief,final,past
속도가 개선됌 = 개선 brief,final,passive
기능이 추가됬다 = 추가 final,passive,past
배포를 마쳤슴니다 = 마치다 final,past
모델을 적용햇다 = 적용 final,past
많이 배웠읍니다 = 배우다 final,past
화면에 표시되야 했다 = 표시 final,must,passive,past
# missing spaces
성능향상을위해 노력했다 = 향상 -
많이배웠습니다 = 배우다 final,past
성능개선에실패했습니다 = 실패 final,past
학습 안 됨 = 학습 brief,final,neg,passive
# nouns, prefixes and suffixes, loan words
정확도 향상 = 정확도 -
정확도도 올랐다 = 정확도 -
미완성 기능을 정리 = 미완성 -
구조를 재설계했다 = 재설계 final,past
클릭률이 올랐다 = 클릭률 rate
복약률은 그대로다 = 복약률 rate
효율이 좋다 = 효율 -
모델을 돌리기만 했다. = 돌리다 final,only,past
생산성이 늘었다 = 생산성 -
효과를 극대화하였음 = 극대화 brief,final,past
최첨단 장비를 썼다 = 최첨단 -
비전공자로 시작했다 = 비전공자 -
팀원들과 나눴다 = 팀원 -
베이스라인을 그대로 썼다 = 베이스라인 -
딥러닝을 배웠다 = 딥러닝 -
백엔드 담당 = 백엔드 -
데이터셋을 만들었다 = 데이터셋 -
라벨링을 했다 = 라벨링 final,past
커스텀 손실을 썼다 = 커스텀 -
레포를 정리했다 = 레포 -
리더보드 1위 = 리더보드 -
트러블슈팅 기록 = 트러블슈팅 -
과적합이 일어났다 = 과적합 -
# Latin words
fine-tuning 시켰음 = fine-tuning brief,causative,final,past
모델을 finetuning함 = finetuning brief,final
Python을 사용했다 = python -
Fine-Tuned된 모델을 썼다 = fine-tuned attr,passive
ResNet-50을 썼다 = resnet-50 -
C++로 짰다 = c++ -
CI/CD를 구축했다 = ci/cd -
대기업에서 쓴다니까 붙였다 = 쓰다 causal,quote
다들 좋다길래 골랐다 = 좋다 causal,quote
처음 배운 언어가 C라 펌웨어도 짰다 = c cop,join
우승 모델이 CatBoost였기에 골랐다 = catboost causal,cop,past
"""


def _rows() -> list[tuple[str, str, frozenset[str]]]:
    rows = []
    for line in _PHRASINGS.splitlines():
        if line and not line.startswith("#"):
            text, _, expected = line.partition(" = ")
            lemma, _, features = expected.rpartition(" ")
            rows.append((text, lemma, frozenset() if features == "-" else frozenset(features.split(","))))
    return rows


def _words(text: str) -> tuple[Word, ...]:
    return analyser("ko").analyse([text])[0]


def _word(text: str, lemma: str) -> Word:
    return next(word for word in _words(text) if word.lemma == lemma)


def test_table_is_broad() -> None:
    assert len(_rows()) >= 150


@pytest.mark.parametrize(("text", "lemma", "features"), _rows(), ids=lambda value: value if isinstance(value, str) else "")
def test_key_word(text: str, lemma: str, features: frozenset[str]) -> None:
    words = {word.lemma: word.features - {"first", "last"} for word in reversed(_words(text))}
    assert words.get(lemma) == features, words


@pytest.mark.parametrize(
    ("text", "lemma", "written"),
    [
        ("직접 해 볼 수 있었다.", "하다", "해 볼 수 있었다"),
        ("목표를 달성하지 못했다.", "달성", "달성하지 못했다"),
        ("매출에는 도움이 안 됐다.", "되다", "안 됐다"),
        ("매출에는 도움이 안 됐다.", "매출", "매출에는"),
        ("완성을 못 했지만 배포했다", "완성", "완성을 못 했지만"),
        ("결과가 좋아졌슴다!", "좋다", "좋아졌슴다"),
        ("원인은 표본 부족이었다.", "부족", "부족이었다"),
        ("성능향상을위해 노력했다", "향상", "향상을"),
        ("모델을 ResNet-50으로 바꿨다", "resnet-50", "ResNet-50으로"),
        ("정확도가 30%p 올랐다", "30%p", "30%p"),
        ("정확도가 95%가 되었다", "95%", "95%가"),
        ("4인 팀에서 일했다", "4인", "4인"),
        ("🚀🚀 속도가 빨라졌다", "속도", "속도가"),
    ],
)
def test_span_is_as_written(text: str, lemma: str, written: str) -> None:
    word = _word(text, lemma)
    assert word.text == written == text[word.start : word.end]


@pytest.mark.parametrize(
    ("text", "lemma", "particle"),
    [
        ("매출에는 도움이 됐다", "매출", "에는"),
        ("모델을 고쳤다", "모델", "을"),
        ("팀원들과 나눴다", "팀원", "과"),
        ("Python으로 짰다", "python", "으로"),
        ("95%가 통과했다", "95%", "가"),
        ("그건 몰랐다", "그거", "는"),
        ("구현은 하지 못했다", "구현", "은"),
        ("베이스라인보다 낮다", "베이스라인", "보다"),
        ("정확도 향상", "정확도", ""),
        ("조교님이 장비실 문을 열어 주셨다", "조교", "이"),
    ],
)
def test_particle(text: str, lemma: str, particle: str) -> None:
    assert _word(text, lemma).particle == particle


@pytest.mark.parametrize(
    ("text", "lemma", "pos"),
    [
        ("데이터를 모았다", "데이터", "noun"),
        ("데이터를 모았다", "모으다", "verb"),
        ("모델을 개선했다", "개선", "verb"),
        ("모델 개선", "개선", "noun"),
        ("속도가 빠르다", "빠르다", "adjective"),
        ("방법이 복잡했다", "복잡", "adjective"),
        ("그대로 썼다", "그대로", "adverb"),
        ("모든 값을 채웠다", "모든", "determiner"),
        ("3배 빨라졌다", "3배", "number"),
        ("0.71→0.83으로 향상", "0.83", "number"),
        ("0.71→0.83으로 향상", "→", "symbol"),
        ("F1 점수", "f1", "latin"),
    ],
)
def test_part_of_speech(text: str, lemma: str, pos: str) -> None:
    assert _word(text, lemma).pos == pos


def test_nouns_without_a_space_stay_apart() -> None:
    assert [word.lemma for word in _words("성능향상")] == ["성능", "향상"]


def test_first_and_last_skip_punctuation() -> None:
    words = _words("(데이터를 모아 배포했다.)")
    assert [word.lemma for word in words if "first" in word.features] == ["데이터"]
    assert [word.lemma for word in words if "last" in word.features] == ["배포"]


def test_particles_behind_a_bracket_are_one_word() -> None:
    assert [word.text for word in _words("연구(초록)에서는 다뤘다")] == ["연구", "(", "초록", ")", "에서는", "다뤘다"]


def test_arrow_is_one_word() -> None:
    assert [word.text for word in _words("0.42 -> 0.61로 상승")] == ["0.42", "->", "0.61로", "상승"]


def test_no_text_has_no_words() -> None:
    assert analyser("ko").analyse(["", "   "]) == [(), ()]


def test_sentences() -> None:
    texts = ["v1.2.0을 배포했다. 0.83점을 얻었다(기존 0.71). 끝.", '"왜 안 될까?"라고 생각했다. 그 뒤 고쳤다.', ""]
    found = [[text[start:end] for start, end in spans] for text, spans in zip(texts, analyser("ko").split(texts), strict=True)]
    assert found == [
        ["v1.2.0을 배포했다.", "0.83점을 얻었다(기존 0.71).", "끝."],
        ['"왜 안 될까?"라고 생각했다.', "그 뒤 고쳤다."],
        [],
    ]
