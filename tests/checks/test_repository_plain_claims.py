"""HON011, plain words: short sentences that say that something is here, and ten for each thing that only mention it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import PurePosixPath

import pytest
from repositories import readme

from careerlint.config import Config
from careerlint.engine import linter
from careerlint.model.document import Document
from careerlint.model.finding import Finding
from careerlint.model.surroundings import Imagined
from careerlint.readers import read_text

CLAIMS = {
    "ci": [
        "Every commit is tested in CI.", "All pushes are built and tested by CI.", "It is linted and verified on CI.", "Releases are deployed through CI.",
        "모든 커밋은 CI에서 테스트합니다.", "CI로 매 커밋을 검증합니다.", "이미지는 CI가 빌드하고 배포합니다.",
    ],
    "model files": [
        "The model file is `models/lanes.onnx`.", "The weights are `best.pt`.", "The trained model lives in `models/lanes.onnx`.",
        "모델 파일은 `models/lanes.onnx`입니다.", "학습한 가중치는 `best.pt`입니다.",
    ],
    "notebook": [
        "The notebook demo.ipynb shows all plots.", "`eda.ipynb` walks through the cleaning.", "All plots are in analysis.ipynb.", "A demo notebook shows the predictions.", "The analysis notebook explains each step.",
        "Provided a Colab notebook.",
        "분석 과정은 demo.ipynb 노트북에 있습니다.", "eda.ipynb 파일에 시각화를 정리했습니다.", "데모 노트북에서 예측을 볼 수 있습니다.", "분석 노트북에서 모든 그래프를 확인할 수 있다.", "Colab 노트북을 제공합니다.",
    ],
    "demo": [
        "A Streamlit demo lets people try the model.", "The web demo shows the next bus.", "You can try the demo in the browser.", "Try the live demo in your browser.", "Built an interactive demo with sliders.",
        "Streamlit 데모를 만들었습니다.", "Gradio 데모를 배포했습니다.", "웹 데모를 구현했다.", "웹에서 데모를 체험할 수 있습니다.", "브라우저에서 데모를 바로 실행해 볼 수 있습니다.",
    ],
    "weights": [
        "I fine-tuned YOLOv8 and released the weights.", "We uploaded the trained checkpoint to this repository.", "The model was trained for 40 epochs and its weights were released.", "Published the fine-tuned weights.",
        "YOLOv8을 파인튜닝하고 가중치를 공개했습니다.", "가중치 파일을 저장소에 올려 두었습니다.", "학습이 끝난 체크포인트를 공개했다.",
    ],
    "licence": ["It is licensed under Apache 2.0.", "It's released under the MIT License.", "Everything is licensed under the MIT license.", "아파치 2.0 라이선스를 따릅니다.", "소스 코드는 아파치 라이선스로 공개합니다."],
    "tests": ["Jest로 프론트 테스트를 작성했습니다.", "pytest로 예약 규칙 테스트를 작성했다.", "Wrote tests with pytest.", "The booking rules have tests.", "예약 규칙을 검증하는 테스트 코드가 있습니다."],
    "monitoring": [
        "드리프트 모니터링과 알림을 구축했습니다.", "서비스 모니터링 및 알림 체계를 구성했다.", "Monitoring with Prometheus and Grafana.", "Monitoring and alerting are set up.", "- Monitoring: Prometheus, Grafana", "Prometheus와 Grafana로 모니터링을 붙였습니다.",
    ],
    "results": [
        "실험 결과는 모두 저장소에 올려 두었습니다.", "평가 결과를 results 폴더에 정리했습니다.", "All results are in the repository.", "The evaluation results are committed to this repo.", "Experiment logs are kept in the logs folder.",
    ],
    "libraries": [
        "I used scikit-learn for the baseline and OpenCV for preprocessing.", "We use Flask for the API, Celery for jobs and Redis for the queue.", "Built with PyTorch Lightning and Optuna.",
        "기준 모델은 scikit-learn, 전처리는 OpenCV로 구현했습니다.", "Redis에 캐시하고 PostgreSQL에 저장했습니다.", "PostgreSQL에 예약을 저장하고 Redis로 캐싱했다.", "Bookings are stored in PostgreSQL and cached in Redis.", "The API uses PostgreSQL.",
    ],
}
SILENT = {
    "ci": [
        "The intervals were built in CIs of 95%.", "We tested it on the CI of the mean.", "CI에서 배포하는 방법을 배웠다.", "이전 회사의 CI로 서버를 빌드했습니다.", "회사 CI 담당자를 만났습니다.",
        "Another team tests it in CI.", "It will be tested in CI.",
    ],
    "model files": [
        "Put your model in `models/best.pt`.", "The input file is `input.csv`.", "The model was exported to `lanes.onnx` by another team.", "If the model is `best.pt`, pass its path.",
        "모델을 `best.pt`로 저장합니다.", "모델 파일은 `best.pt`처럼 적습니다.",
    ],
    "notebook": [
        "My old notebook was too slow for training.", "The notebook computer market was analysed.", "I keep a lab notebook.", "노트북 판매량을 예측했습니다.", "노트북에서 학습하기에는 느려서 서버를 썼습니다.", "노트북 GPU로 학습했습니다.", "The winner's notebook was studied.",
        "Save the output as demo.ipynb.", "다른 참가자의 노트북을 참고했습니다.", "Notebooks of the course explain the basics.", "노트북과 태블릿에서 볼 수 있습니다.", "결과는 output.ipynb로 저장됩니다.", "A shared notebook at work showed the numbers of my old team.",
    ],
    "demo": [
        "The demo day went well.", "We gave a demo to the jury.", "데모데이에서 발표했습니다.", "심사위원 앞에서 데모를 시연했습니다.", "데모를 준비하며 많이 배웠습니다.", "A demo will be added.", "데모 계정으로 로그인합니다.", "추후 웹에서 데모를 체험할 수 있습니다.", "경쟁사는 웹에서 데모를 체험할 수 있습니다.", "Later you can try the demo in the browser.", "Demographic data were used.",
        "The demo of the vendor shows the limits.", "데모 데이터로 시험했습니다.", "고객사에 데모를 보여 드렸습니다.", "경쟁사의 웹 데모를 조사했습니다.", "Before the demo we froze the code.",
    ],
    "weights": [
        "Class weights were released from the constraint.", "I shared the weights between both encoders.", "We shared the class weights across folds.", "메타가 공개한 가중치를 사용했습니다.", "클래스 가중치를 적용했습니다.", "가중치를 고정하고 학습했습니다.", "특성의 가중치를 제공합니다.",
        "The authors published the weights.", "저자들이 가중치를 공개했습니다.", "We uploaded the weights to Hugging Face.", "가중치를 허깅페이스에 올렸습니다.", "Weights of parcels were published by the post.", "가중치는 공개하지 않았습니다.",
    ],
    "licence": [
        "The data set has 3,000 rows. It is licensed under the MIT License.", "We use icons by Font Awesome. It is licensed under MIT.", "데이터는 아파치 2.0 라이선스를 따릅니다.", "아파치 서버를 설정했습니다.", "We checked the MIT License of each part.", "라이선스 문제를 해결했습니다.",
        "The driving licence data were cleaned.", "아파치 스파크 강의를 들었습니다.", "It is licensed to the city.", "MIT 라이선스 라이브러리만 골랐습니다.", "The font is under the Apache License.",
    ],
    "tests": [
        "A/B 테스트를 작성했습니다.", "사용자 테스트를 진행했습니다.", "카이제곱 테스트를 했습니다.", "t-tests were run on both groups.", "The hypothesis tests are described below.", "코딩 테스트를 준비했습니다.", "부하 테스트 결과 초당 300건이었다.", "Blood tests were predicted.",
        "We tested three models.", "테스트 데이터에서 0.81이었다.", "Jest 문서를 읽었습니다.", "The rules have been tested by users.", "사내에서 쓰던 테스트 코드가 있습니다.",
    ],
    "monitoring": [
        "Monitoring data of 40 pumps was cleaned.", "공장 설비 모니터링과 알림 서비스를 조사했습니다.", "혈당 모니터링과 관리가 중요합니다.", "Monitoring patients is hard.", "Prometheus is a film of 2012.", "모니터링 요원을 인터뷰했습니다.", "Monitoring of bees helps farmers.",
        "향후 모니터링과 알림을 구축할 예정입니다.", "운영 팀이 모니터링을 구축했습니다.", "학습 과정을 모니터링했습니다.", "Monitoring with Grafana is planned.", "No monitoring is set up.", "Grafana처럼 그래프를 그렸습니다.",
    ],
    "results": [
        "결과는 아래 표와 같습니다.", "The results are in the table.", "All results are in percent.", "실험 결과는 저장소 용량 때문에 지웠습니다.", "The results are in line with the paper.", "예측 결과는 results 폴더에 저장됩니다.", "Results are in the appendix of the thesis.",
        "검색 결과를 저장소에 캐시합니다.", "실험 결과는 논문에 있습니다.", "The results are stored in memory.", "Logs are in German.", "결과를 정리하는 중입니다.",
    ],
    "libraries": [
        "I read about scikit-learn and OpenCV for my exam.", "PostgreSQL에 저장된 거래 기록을 받았습니다.", "회사에서는 Redis를 사용했습니다.", "Redis와 Memcached를 비교했습니다.", "I learned PostgreSQL at school.", "PostgreSQL 대신 CSV 파일을 썼습니다.",
        "The export comes from the PostgreSQL of the city.", "It works like Redis.", "PostgreSQL is not used.", "Redis will be added for the queue.", "Another team keeps it in Redis.", "Redis 강의를 들었습니다.",
    ],
}


TOGETHER = [
    ("Runs in Docker, tested in CI, and the model file is `models/lanes.onnx`.", ["Docker", "tested in CI", "lanes.onnx"]),
    ("The weights are `best.pt` and the checkpoint is in `runs/last.ckpt`.", ["best.pt", "last.ckpt"]),
    ("The trained model is in models/lanes.onnx.", ["trained model is in models/lanes.onnx"]),
    ("Docker로 실행하고 CI에서 테스트하며 모델 파일은 `models/lanes.onnx`입니다.", ["Docker", "CI에서 테스트하며", "lanes.onnx"]),
    ("가중치는 `best.pt`이며 체크포인트는 `last.ckpt`입니다.", ["best.pt", "last.ckpt"]),
]
"""Several claims in one sentence, each of which is looked for."""


@pytest.mark.parametrize(("sentence", "expected"), TOGETHER)
def test_each_claim_of_a_sentence_is_checked(sentence: str, expected: list[str]) -> None:
    document, findings = findings_of(sentence)
    told = [document.words(span) for finding in findings for span in (finding.span, *finding.related)]
    assert [PurePosixPath(words).name if words.endswith((".onnx", ".pt", ".ckpt")) and " " not in words else words for words in told] == expected


def found(claim: str) -> int:
    return len(findings_of(claim)[1])


def findings_of(claim: str) -> tuple[Document, tuple[Finding, ...]]:
    around = Imagined({"README.md": "", "stops.c": "int main() {}"})
    document = replace(read_text(readme(claim), "README.md"), folder=str(around.root))
    return document, linter().lint(document, Config(select=("HON011",), as_of=date(2026, 1, 1)), around).findings


@pytest.mark.parametrize("claim", [claim for claims in CLAIMS.values() for claim in claims])
def test_a_plain_claim(claim: str) -> None:
    assert found(claim) >= 1


@pytest.mark.parametrize("text", [text for texts in SILENT.values() for text in texts])
def test_a_mention_that_claims_nothing(text: str) -> None:
    assert found(text) == 0
