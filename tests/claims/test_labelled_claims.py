"""Labelled claims: whose word a statement is, and whether it is told as done."""

from __future__ import annotations

from datetime import date

import pytest

from careerlint.config import Config
from careerlint.engine import linter
from careerlint.model.claim import Claim
from careerlint.readers import read_text

OWN = "own"
# Heading of the section, statement, and what it is: own, or the author or modality that keeps rules from it.
CASES = [
    ("결과", "정확도를 0.71에서 0.83으로 높였다.", OWN),
    ("결과", "추론 시간을 30% 단축함", OWN),
    ("모델", "데이터를 직접 수집하고 정제했습니다.", OWN),
    ("모델", "저희는 앙상블로 점수를 올렸습니다.", OWN),
    ("트러블슈팅", "학습이 잘 안되더라구요.", OWN),
    ("모델", "전이 학습을 적용해 보았으나 효과가 없었다.", OWN),
    ("주요 기능", "캐시를 붙여 응답 속도 개선", OWN),
    ("모델", "ResNet을 백본으로 사용", OWN),
    ("목표", "추천 정확도를 높이는 것을 목표로 한다.", "goal"),
    ("모델", "성능을 높이고자 한다.", "goal"),
    ("모델", "다음 주에 서버를 배포할 예정이다.", "plan"),
    ("향후 계획", "캐시 도입으로 응답 속도 개선", "plan"),
    ("향후 계획", "모델 경량화", "plan"),
    ("개선할 점", "끝내 목표한 점수에 닿지 못했다.", OWN),
    ("개선할 점", "자료를 더 모으지 못한 것이 아쉽다.", OWN),
    ("모델", "그렇지 않으면 같은 그림이 두 번 그려지는 문제가 생긴다.", "hypothesis"),
    ("모델", "[결과 정리](#결과-정리)", "none"),
    ("회고", "다음에는 데이터를 먼저 살펴보겠습니다.", "plan"),
    ("모델", "더 빠른 모델을 만들고 싶다.", "wish"),
    ("모델", "증강을 하면 성능이 좋아질 것으로 기대된다.", "possibility"),
    ("결과", "이 모델은 다른 언어에도 적용할 수 있다.", "possibility"),
    ("모델", "왜 이 모델을 골랐는가?", "form"),
    ("자기소개", "지원 동기를 500자 이내로 기술하시오.", "form"),
    ("모델", "논문에서는 정확도가 크게 향상되었다고 보고한다.", "third-party"),
    ("모델", "저자들은 새로운 손실 함수를 제안했다.", "third-party"),
    ("대회 소개", "더 정확한 모델을 만드는 팀이 이긴다.", "task"),
    ("평가 지표", "정답을 맞히지 못하면 0점이다.", "task"),
    ("모델", "참가자들은 제공된 데이터만 사용해야 한다.", "task"),
    ("참고 자료", "최고의 추천 시스템 논문 모음", "none"),
    ("What the highest ranked models used", "Larger inputs performed much better.", "third-party"),
    ("Winning teams' solutions", "Larger inputs performed much better.", "third-party"),
    ("What worked", "Larger inputs performed much better.", OWN),
    ("Top features", "Larger inputs performed much better.", OWN),
    ("상위권 솔루션 정리", "입력을 늘려 점수를 크게 높였다.", "third-party"),
    ("우리 팀 솔루션", "입력을 늘려 점수를 크게 높였다.", OWN),
    ("Results", "Reduced latency from 120 ms to 45 ms.", OWN),
    ("Results", "We improved the score by two points.", OWN),
    ("Approach", "I rebuilt the pipeline from scratch.", OWN),
    ("Approach", "The model did not converge.", OWN),
    ("Approach", "Trained a classifier on 12k rows", OWN),
    ("Approach", "Our first attempt failed to beat the baseline.", OWN),
    ("Results", "Accuracy dropped after pruning.", OWN),
    ("Challenges", "We ran out of memory on long documents.", OWN),
    ("Future work", "Improve the accuracy with more data.", "plan"),
    ("Approach", "We will improve the accuracy next month.", "plan"),
    ("Approach", "We plan to reduce the latency.", "plan"),
    ("Summary", "I want to become an expert in machine learning.", "wish"),
    ("Goal", "The goal is to build the best search engine.", "goal"),
    ("Approach", "The paper reports that accuracy improved.", "third-party"),
    ("Approach", "The authors claim a revolutionary speed-up.", "third-party"),
    ("Approach", "According to the documentation, the default settings are used.", "third-party"),
    ("The challenge", "Participants must submit one file a day.", "task"),
    ("Usage", "Run the script below to train the model.", "none"),
    ("Approach", "You can change the settings in config.py.", "none"),
    ("Questions", "What did not work?", "form"),
    ("References", "The best paper on ranking, 2021", "none"),
]


def claim_of(heading: str, statement: str) -> Claim:
    document = read_text(f"# 추천 시스템 (Recommender)\n\n## {heading}\n\n- {statement}\n".encode(), "case.md")
    evidence = linter().examine(document, Config(as_of=date(2026, 1, 1)))
    index = next(i for i in range(len(evidence.outline.statements)) if evidence.text(i) in statement)
    return evidence.claims[index]


@pytest.mark.parametrize(("heading", "statement", "expected"), CASES, ids=[case[1][:24] for case in CASES])
def test_claim(heading: str, statement: str, expected: str) -> None:
    claim = claim_of(heading, statement)
    if expected == OWN:
        assert claim.own, claim
    else:
        assert expected in (claim.author, claim.modality), claim
        assert not claim.own


def test_a_block_quote_is_not_the_authors_word() -> None:
    document = read_text("# 프로젝트\n\n> 세계 최고의 모델이라고 들었다.\n".encode(), "case.md")
    evidence = linter().examine(document, Config(as_of=date(2026, 1, 1)))
    assert evidence.claims[0].author == "quotation"


def test_a_document_that_is_set_in_block_quotes_is_the_authors_word() -> None:
    parts = "\n\n".join(f"## {title}\n\n> * {told}" for title, told in (("개요", "동네 빵집의 재고를 세는 앱"), ("한 일", "선반 사진 900장을 모았습니다."), ("아쉬운 점", "냉동고는 끝내 세지 못했습니다.")))
    document = read_text(f"# 빵집 재고\n\n{parts}\n".encode(), "case.md")
    evidence = linter().examine(document, Config(as_of=date(2026, 1, 1)))
    assert {claim.author for claim in evidence.claims} == {"author"}


QUOTED_PARTS = (
    ("# 빵집 재고\n\n## 개요\n\n동네 빵집의 재고를 세는 앱입니다. 사장님 세 분이 매일 씁니다. 가게마다 선반이 달라 설정을 따로 두었습니다.\n\n> ## 한 일\n>\n> 선반 사진 900장을 모았습니다.\n> 그냥 모델 갖다 썼습니다.\n", {"author"}),
    ("# Bakery stock\n\n> We counted shelves in 900 photos.\n> We used the model as it is.\n>\n> - The freezer was never counted.\n> - Three owners use it every day.\n", {"author"}),
    ("# Bakery stock\n\nWe counted shelves in 900 photos, every day for a month.\n\n> Counting is hard. Shelves are harder. Freezers are the worst.\n", {"author", "quotation"}),
    ("# Bakery stock\n\n> Counting is hard. Shelves are harder.\n\nWe counted.\n", {"author", "quotation"}),
)


@pytest.mark.parametrize(("text", "authors"), QUOTED_PARTS)
def test_a_quote_with_headings_or_around_the_page_is_the_authors_word(text: str, authors: set[str]) -> None:
    evidence = linter().examine(read_text(text.encode(), "case.md"), Config(as_of=date(2026, 1, 1)))
    assert {"author" if claim.author == "team" else claim.author for claim in evidence.claims} == authors


def test_a_header_row_and_code_are_no_claims() -> None:
    text = "# 실험\n\n| 모델 | 성능 향상 |\n|---|---|\n| LSTM | 0.81 |\n\n```\n최고의 성능을 달성했다\n```\n"
    evidence = linter().examine(read_text(text.encode(), "case.md"), Config(as_of=date(2026, 1, 1)))
    texts = {evidence.text(index): evidence.claims[index] for index in range(len(evidence.claims))}
    assert not any("달성했다" in words for words in texts)
    assert next(claim for words, claim in texts.items() if "성능 향상" in words).author == "none"


@pytest.mark.parametrize(("title", "heading", "author"), [("자기소개서", "지원 동기", "author"), ("추천 시스템", "결과", "form")])
def test_what_a_letter_begs_is_the_authors_word(title: str, heading: str, author: str) -> None:
    statement = "부디 선입견 없이 보아 주십시오."
    document = read_text(f"# {title}\n\n## {heading}\n\n저는 물류 창고에서 일했습니다.\n\n{statement}\n".encode(), "case.md")
    evidence = linter().examine(document, Config(as_of=date(2026, 1, 1)))
    index = next(i for i in range(len(evidence.outline.statements)) if evidence.text(i) in statement)
    assert evidence.claims[index].author == author


@pytest.mark.parametrize(
    ("lead", "item", "modality"),
    [
        ("이 프로젝트의 주요 목표는 다음과 같습니다.", "예측 정확도 향상", "goal"),
        ("The goals of the garden planner are as follows:", "Better harvest forecasts for small plots", "goal"),
        ("이번에 한 일은 다음과 같습니다.", "예측 정확도 향상", "done"),
        ("I wanted to take the contest as an opportunity to :", "see what I can learn about gardens", "goal"),
        ("With this garden we hoped to:", "learn how beans climb", "goal"),
        ("We set out to:", "measure the rain of each plot", "goal"),
        ("I saw it as a good excuse to:", "start using a soil sensor", "goal"),
        ("The garden gave me the opportunity to:", "Learn how beans climb", "done"),
        ("The page lets gardeners come to:", "Better harvest forecasts for small plots", "done"),
        ("What came of it is as follows:", "Better harvest forecasts for small plots", "done"),
    ],
)
def test_a_list_goes_on_with_the_goal_that_is_announced_above_it(lead: str, item: str, modality: str) -> None:
    document = read_text(f"# 텃밭\n\n## 소개한 글\n\n{lead}\n\n- {item}\n\n## 모델\n\n- {item}\n".encode(), "case.md")
    evidence = linter().examine(document, Config(as_of=date(2026, 1, 1)))
    assert [evidence.claims[index].modality for index in range(len(evidence.claims)) if evidence.text(index) == item] == [modality, "done"]


@pytest.mark.parametrize(("box", "statement", "modality"), [("[ ]", "예제 코드를 그대로 실행", "plan"), ("[x]", "예제 코드를 그대로 실행", "done"), ("[ ]", "Write the missing tests", "plan"), ("[ ]", "예제 코드를 그대로 실행했으나 끝내 실패했다.", "done")])
def test_a_box_that_is_not_ticked_tells_a_plan(box: str, statement: str, modality: str) -> None:
    document = read_text(f"# 셸 과제\n\n## 확인\n\n- {box} {statement}\n".encode(), "case.md")
    evidence = linter().examine(document, Config(as_of=date(2026, 1, 1)))
    assert evidence.claims[0].modality == modality


@pytest.mark.parametrize(("heading", "author"), [("Summary", "author"), ("Background", "quotation")])
def test_summary_in_a_block_quote_is_its_author_s_word(heading: str, author: str) -> None:
    page = read_text(f"# Ida Moss\n\nida@example.com\n\n## {heading}\n\n> Web developer with broad experience in reports.\n\n## Experience\n\n### Gull Works (2021 - 2023)\n\n- Wrote the export of the tide tables.\n")
    report = linter().lint(page, Config(as_of=date(2026, 1, 1)))
    assert [claim.author for claim, statement in zip(report.claims, report.outline.statements, strict=True) if "Web developer" in report.document.words(statement.span)] == [author]
