"""HON011, phrasings: how people write that something is there, and sentences that only sound like it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from repositories import readme

from careerlint.config import Config
from careerlint.engine import linter
from careerlint.model.surroundings import Imagined
from careerlint.readers import read_text

CLAIMS = [
    "- Docker Compose로 API와 DB를 함께 띄웁니다.",
    "모델 서버는 Docker 컨테이너로 실행됩니다.",
    "서비스는 쿠버네티스 위에서 운영 중입니다.",
    "쿠버네티스(EKS)에 배포하여 운영했습니다.",
    "깃허브 액션으로 main 브랜치에 머지되면 자동 배포됩니다.",
    "GitHub Actions를 이용해 PR마다 테스트를 돌리고 있습니다.",
    "CI/CD: GitHub Actions",
    "단위 테스트와 통합 테스트를 모두 작성하여 안정성을 확보했습니다.",
    "총 120개의 테스트 케이스를 작성했다.",
    "핵심 로직에 대해 테스트 코드를 작성함",
    "JUnit5로 서비스 계층을 테스트했습니다.",
    "이 저장소의 코드는 MIT 라이선스로 배포됩니다.",
    "MIT License",
    "Apache 2.0 라이선스를 따릅니다.",
    "TensorFlow 2.x를 사용하여 CNN 모델을 구현",
    "텐서플로로 학습 코드를 작성했습니다.",
    "파이토치 기반으로 U-Net을 직접 구현했다.",
    "XGBoost, LightGBM, CatBoost를 앙상블하여 최종 점수를 얻었다.",
    "Hugging Face Transformers를 활용해 KoBERT를 파인튜닝했습니다.",
    "LangChain과 FAISS로 RAG 파이프라인을 구축했습니다.",
    "사전 학습된 모델 가중치는 models 폴더에 있습니다.",
    "학습된 모델 파일(model.pt)을 함께 제공합니다.",
    "전체 분석 과정을 주피터 노트북으로 정리했습니다.",
    "Streamlit으로 데모 페이지를 만들었습니다.",
    "실행 결과를 results.csv 파일로 첨부했습니다.",
    "Spring Boot로 백엔드를 개발했습니다.",
    "백엔드는 Java와 Spring Boot로 구현했습니다.",
    "Go 언어로 작성된 API 서버입니다.",
    "Kotlin으로 안드로이드 앱을 개발했습니다.",
    "Grafana 대시보드로 지연 시간을 모니터링했습니다.",
    "Prometheus로 메트릭을 수집하고 Grafana로 시각화했다.",
    "데이터 드리프트 모니터링을 구현했습니다.",
    "FastAPI 기반 추론 API 서버를 구축했습니다.",
    "Flask로 REST API를 구현했습니다.",
    "Terraform으로 인프라를 코드로 관리했습니다.",
    "Kafka를 도입해 이벤트를 비동기로 처리했습니다.",
    "### 사용 기술\n\n| 구분 | 기술 |\n|---|---|\n| 배포 | Docker, Kubernetes |\n| 모델 | PyTorch |",
    "## 기술 스택\n\n- Backend: Django\n- Infra: Docker, Nginx, GitHub Actions",
    "wandb로 실험을 추적했습니다.",
    "Selenium으로 리뷰를 크롤링했습니다.",
    "Everything runs in Docker containers.",
    "The app is fully dockerized.",
    "Docker Compose brings up the API and the database.",
    "Deployed to a Kubernetes cluster with Helm charts.",
    "Runs on Kubernetes (EKS) in production.",
    "A GitHub Actions workflow runs the tests and builds the image on every push.",
    "The project has a CI/CD pipeline with GitHub Actions.",
    "Fully tested with pytest (95% coverage).",
    "It has 120 unit tests.",
    "Comprehensive test suite with pytest.",
    "Tested with Jest and Cypress.",
    "Licensed under MIT.",
    "MIT License",
    "Released under the Apache 2.0 license.",
    "This repository is released under the GPL-3.0 license.",
    "Implemented a U-Net in TensorFlow.",
    "Model: PyTorch + Hugging Face Transformers",
    "Fine-tuned BERT using Hugging Face Transformers.",
    "An ensemble of XGBoost and CatBoost was trained.",
    "Built a RAG pipeline with LangChain and FAISS.",
    "The pretrained weights are available in the `weights` folder.",
    "The final model checkpoint is included as `model.pt`.",
    "The analysis is documented in a Jupyter notebook.",
    "Includes an interactive Streamlit demo.",
    "All results are listed in `results.csv`.",
    "The backend is built with Spring Boot.",
    "The backend is a Spring Boot application written in Java.",
    "Written in Go.",
    "An Android app in Kotlin.",
    "Grafana dashboards show latency and error rates.",
    "Prometheus scrapes the metrics and Grafana displays them.",
    "Data drift monitoring with Evidently.",
    "Served through a FastAPI REST API.",
    "A Flask API serves predictions.",
    "Infrastructure is managed with Terraform.",
    "Events are streamed through Kafka.",
    "## Tech Stack\n\n| Layer | Technology |\n|---|---|\n| Deployment | Docker, Kubernetes |\n| Model | PyTorch |",
    "**Tech stack:** Django, Docker, Nginx, GitHub Actions",
    "Experiments were logged to Weights & Biases.",
    "Scraped reviews with Selenium.",
]
NO_CLAIMS = [
    "본 프로젝트는 Docker 환경을 지원합니다.",
    "Docker Desktop을 설치합니다.",
    "도커 없이도 실행됩니다.",
    "Python 3.8 이상이 필요합니다.",
    "이 모델은 PyTorch 공식 구현을 참고했습니다.",
    "쿠버네티스 자격증을 취득했습니다.",
    "팀원이 Docker 배포를 담당했습니다.",
    "회사에서 운영하는 Kubernetes 클러스터를 이용했습니다.",
    "테스트 결과 정확도가 0.81이었다.",
    "테스트 세트로 평가했습니다.",
    "MIT 라이선스 데이터를 사용했습니다.",
    "모니터링 데이터를 분석했습니다.",
    "설비 모니터링 서비스를 기획했습니다.",
    "React 개발자 3명을 인터뷰했습니다.",
    "Docker 이미지 크기 예측 문제를 풀었습니다.",
    "노트북 가격을 예측합니다.",
    "노트북(랩톱) 리뷰를 정리했습니다.",
    "사전 학습된 모델을 사용했습니다.",
    "학습된 모델로 예측했습니다.",
    "OpenAI API를 사용했습니다.",
    "공공데이터 API를 활용해 수집했습니다.",
    "카카오 API 서버에 요청합니다.",
    "CI 값이 0.95였다.",
    "원작자의 코드는 MIT 라이선스이다.",
    "Spark 강의를 듣고 실습했습니다.",
    "Go로 가는 길을 안내한다.",
    "이전 버전은 Flask로 작성했습니다.",
    "Flask에서 FastAPI로 전환했습니다.",
    "Jenkins 대신 cron을 썼다.",
    "React를 배웠습니다.",
    "We considered Docker but used a virtual environment.",
    "The paper's code is written in TensorFlow.",
    "Requires Python 3.8 and Docker.",
    "The dataset contains Kubernetes events.",
    "It predicts build failures of Jenkins jobs.",
    "Monitoring data from 40 pumps was cleaned.",
    "The pretrained model was fine-tuned.",
    "We used the OpenAI API.",
    "The test results are in the table.",
    "The demo day went well.",
    "I bought a notebook.",
    "MIT researchers published the data.",
    "The weights of the linear model are positive.",
    "Best practices of CI are described elsewhere.",
    "confidence interval (CI) of 95%",
    "This dataset is licensed under MIT.",
    "The React community helped.",
    "Docker, Inc. published the data.",
    "The container ships carried apples.",
    "Tests on 14 users showed that it works.",
    "Our previous version was written in Java.",
    "Java coffee prices were predicted.",
    "The Go board has 19 lines.",
    "Rust on leaves is detected.",
    "Swift birds are counted.",
    "Spring data from 2021 were used.",
    "The spark plug model predicts faults.",
    "Julia and I built the sensors.",
    "Written by Ruby Smith.",
    "Unity of the team was important.",
]


def found(claim: str) -> int:
    around = Imagined({"README.md": "", "main.c": "int main() {}"})
    document = replace(read_text(readme(claim), "README.md"), folder=str(around.root))
    return len(linter().lint(document, Config(select=("HON011",), as_of=date(2026, 1, 1)), around).findings)


@pytest.mark.parametrize("claim", CLAIMS)
def test_a_claim(claim: str) -> None:
    assert found(claim) >= 1


@pytest.mark.parametrize("claim", NO_CLAIMS)
def test_no_claim(claim: str) -> None:
    assert found(claim) == 0
