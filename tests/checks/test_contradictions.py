"""Contradictions inside one document, and the legitimate differences that look like them."""

from __future__ import annotations

import pytest
from found_words import findings_of, related_of, words_of

SCORES = "| model | test F1 |\n|---|---|\n| A-net | 0.81 |\n| B-net | 0.79 |\n"
WRONG = [
    ("# 강우 대회\n- 총 180팀 참가, 최종 9위\n\n## 결과\n- 전체 210팀 중 9위\n", "전체 210팀 중 9위", "총 180팀 참가, 최종 9위"),
    ("# Rain challenge, 7th of 48 teams\n\nRadar.\n\n## Result\nPlace 7 of 63 teams.\n", "Place 7 of 63 teams", "7th of 48 teams"),
    ("# 소음 대회\n- 300팀 중 12위\n\n## 결과\n- 300팀 중 9위\n", "300팀 중 9위", "300팀 중 12위"),
    ("# 프로젝트\n\n## 책장 지도 (3인 팀)\n- 색인을 만듦\n- 팀 인원: 5명\n", "팀 인원: 5명", "3인 팀"),
    ("# Projects\n\n## Roof gardens\nTeam of three.\n\nThe five of us split the schools.\n", "five of us", "Team of three"),
    ("# 프로젝트\n\n## 물길 지도\n- 4인 중 본인 기여도 40%\n- 길을 그림\n- 본인 기여도 65%\n", "기여도 65%", "기여도 40%"),
    ("# 프로젝트\n\n## 물길 지도 (2023.03 ~ 2023.06)\n- 기간: 2023.03 ~ 2023.07\n", "2023.03 ~ 2023.07", "2023.03 ~ 2023.06"),
    ("# Summary\n- 2023-03 – 2023-05: Locker firmware\n\n# Details\n### Locker firmware (2023-03 – 2023-11)\n- Doors opened twice\n", "2023-03 – 2023-11", "2023-03 – 2023-05"),
    (f"# Classes\n\n{SCORES}\nB-net has the highest test F1.\n", "B-net has the highest test F1.", "A-net 0.81"),
    (f"# Classes\n\nThe best model is B-net.\n\n{SCORES}", "A-net 0.81", "The best model is B-net."),
    (f"# Classes\n\nB-net reached a test F1 of 0.86.\n\n{SCORES}", "0.79", "0.86"),
    ("# Log\n- Best: fold13 (Public 16.3639)\n- note\n- Best: fold13 (Public 16.3502)\n", "16.3502", "16.3639"),
    ("# Classes\n\n| metric | A-net | B-net |\n|---|---|---|\n| F1 | 0.81 | 0.79 |\n| accuracy | 0.90 | 0.91 |\n\nB-net has the highest F1.\n", "B-net has the highest F1.", "A-net | F1 | A-net | B-net | F1 | 0.81"),
    ("# Crop yield\n\nFinished 12th of 214 teams in the 2023 AgriRadar challenge.\n\n## Looking back\nTwelfth place out of 241 teams was more than I hoped for.\n", "Twelfth place out of 241 teams", "Finished 12th of 214 teams"),
    ("# Tide marks\n\nFifth of 88 teams in the 2022 Coast Data Cup.\n\n## Afterwards\nWe came fifth among 98 teams.\n", "fifth among 98 teams", "Fifth of 88 teams"),
    ("# Tide marks\n\n21st of 88 teams.\n\n## Result\nOf the 98 teams that entered, we finished twenty-first.\n", "Of the 98 teams that entered, we finished twenty-first", "21st of 88 teams"),
    ("# 수확량 예측\n\n2023 농업 데이터 경진대회에서 214팀 중 12위를 했습니다.\n\n## 돌아보며\n241팀 가운데 12등은 좋은 결과였습니다.\n", "241팀 가운데 12등", "214팀 중 12위"),
    (f"# Classes\n\n{SCORES}\nOf the two B-net came out on top, so it went live.\n", "Of the two B-net came out on top, so it went live.", "A-net 0.81"),
    (f"# Classes\n\n{SCORES.replace('B-net', 'small CNN')}\nThe best of the two is the small CNN, so that one went on the belt.\n", "The best of the two is the small CNN, so that one went on the belt.", "A-net 0.81"),
    (f"# Classes\n\n{SCORES}\nB-net beat all the others.\n", "B-net beat all the others.", "A-net 0.81"),
    (f"# 분류\n\n{SCORES.replace('B-net', '작은 CNN')}\n둘 가운데 가장 좋은 것은 작은 CNN이어서 공장에 올렸다.\n", "둘 가운데 가장 좋은 것은 작은 CNN이어서 공장에 올렸다.", "A-net 0.81"),
    (f"# 분류\n\n{SCORES}\nB-net이 다른 모델을 모두 앞섰다.\n", "B-net이 다른 모델을 모두 앞섰다.", "A-net 0.81"),
]
LEGITIMATE = [
    *(f"# Classes\n\n{SCORES.replace('B-net', 'small CNN')}\n{words}\n" for words in (
        "The small CNN is the best choice because it runs on the chip.", "The small CNN won on speed.", "The small CNN is the best of the small models.", "The small CNN works best on dry tiles.", "I like the small CNN best.",
        "The small CNN won a prize at the fair.", "We did our best with the small CNN.", "The small CNN is the best value for its cost.",
    )),
    *(f"# 분류\n\n{SCORES.replace('B-net', '작은 CNN')}\n{words}\n" for words in ("칩에서 돌아가기 때문에 작은 CNN이 가장 좋은 선택이었다.", "비용까지 생각하면 작은 CNN이 가장 좋다.", "작은 CNN은 현장 사람들이 가장 좋아했다.")),
    "# Ada\n\n## Awards\n\n- Rain map: first of 30 teams\n- Snow map: first of 12 teams\n", "# Awards\n\n- Winner of the Rain Cup 2023, first of 30 teams\n- Snow Cup, first of 12 teams\n", "# Rain map\n\n- First of 30 teams in 2023\n- first of 33 teams a year on\n", "# Rain map\n\n5th of 30 teams.\n\nOne third of 30 teams came from abroad, a fifth of 12 teams from Asia.\n",

    "# 대회\n- Public 9위/180팀, Private 15위/180팀\n", "# 대회\n- Public 9위/180팀\n- Private 15위/180팀\n", "# 대회\n- 예선 100팀 중 12위\n- 본선 30팀 중 12위\n", "# 대회\n- 약 200팀 중 5위\n- 210팀 중 5위\n",
    "# 이력서\n\n## 대회\n### 도시 대회 2023\n- 62팀 중 9위\n### 도시 대회 2024\n- 95팀 중 9위\n", "# 프로젝트\n\n## 물길 지도\n- 백엔드 기여도 80%\n- 전체 기여도 50%\n",
    "# 프로젝트\n\n## 물길 지도 (5인 팀)\n- 백엔드 2인 팀에서 색인을 맡음\n", "# Projects\n\n## Roof gardens (team of five)\n- The two of us wrote the importer\n", "# 프로젝트\n\n## 물길 지도 (3인)\n- 길\n\n## 산길 지도 (5인)\n- 길\n",
    "# 프로젝트\n\n## 물길 지도 (2023.03 ~ 2023.06)\n- 기간: 2023.03.02 ~ 2023.06.28\n", "# 프로젝트\n\n## 물길 지도 (2023.03 ~ 2023.06)\n- 데이터 기간: 2010.03 ~ 2022.07\n",
    "# Jobs\n\n### Clerk, Acme (2019-01 – 2020-12)\n- Filed\n\n### Clerk, Acme (2022-01 – 2023-12)\n- Filed\n", f"# Classes\n\n{SCORES}\nA-net has the highest test F1.\n", f"# Classes\n\n{SCORES}\nB-net is the best trade-off of F1 and speed.\n",
    f"# Classes\n\n{SCORES}\nAmong the small models B-net has the highest test F1.\n", f"# Classes\n\n{SCORES}\nB-net does not have the highest test F1.\n", f"# Classes\n\nB-net reached a test F1 of 0.794.\n\n{SCORES}", f"# Classes\n\nB-net reached a validation F1 of 0.86.\n\n{SCORES}",
    f"# Classes\n\nAt first B-net reached a test F1 of 0.61.\n\n{SCORES}", f"# Classes\n\nB-net with TTA reached a test F1 of 0.86.\n\n{SCORES}", f"# Classes\n\nB-net reached a test F1 of 79%.\n\n{SCORES}", "# 수확\n- 시험 R2 0.8473\n\n## 요약\nR2 0.85를 얻었다.\n",
    "# 파임\n- 첫 보고의 mAP는 0.71이었다\n- 다시 재니 mAP는 0.58이었다\n", "# 보고\n- 최종 F1 0.83 (검증)\n\n## 결론\n- 최종 F1 0.86 (시험)\n", "# Fares\n- First report: F1 0.91\n- After the correction: F1 0.83\n",
    "# Two pieces\n\n## Sign reader\nTeam of 2. Accuracy 92%.\n\n## Menu reader\nTeam of 4. Accuracy 88%.\n",
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "elsewhere"), WRONG)
def test_the_second_value_is_found_with_the_first(text: str, words: str, elsewhere: str) -> None:
    assert words_of(text, "HON012") == [words]
    if "metric |" not in text:
        assert related_of(text, "HON012") == [elsewhere]


@pytest.mark.parametrize("text", LEGITIMATE)
def test_legitimate_differences(text: str) -> None:
    assert words_of(text, "HON012") == []


def test_the_message_tells_both_values() -> None:
    (finding,) = findings_of("# 강우 대회\n- 180팀 중 9위\n\n## 결과\n- 210팀 중 9위\n", "HON012")
    assert finding.message == "'210팀 중 9위': 참가 팀 수가 다른 곳에서는 '180팀 중 9위'입니다."
    assert finding.level == "error"


def test_a_table_is_held_against_the_sentence_above_it() -> None:
    (finding,) = findings_of(f"# Classes\n\nThe best model is B-net.\n\n{SCORES}", "HON012")
    assert finding.message == "'A-net 0.81': another one is called the best above: 'The best model is B-net'."
