"""HON011: claims that no tracked file shows a trace of, and everything that keeps silent: traces, others' work, code elsewhere."""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

import pytest
from hits import findings_on, words_on
from repositories import PLAIN, git, readme, repository

from careerlint.repository import Tree

CLAIMED = [
    ("Docker로 컨테이너화해 서버에 배포했다.", "Dockerfile", "FROM python"),
    ("도커라이즈하여 배포했습니다.", "docker-compose.yml", "services:"),
    ("Kubernetes 클러스터에 배포했습니다.", "deploy/app.yaml", "kind: Deployment"),
    ("pytest로 단위 테스트 42개를 작성했습니다.", "tests/test_app.py", "def test_a(): pass"),
    ("테스트 커버리지 92%를 유지합니다.", "src/read_test.go", "package a"),
    ("GitHub Actions로 린트와 빌드를 자동화했습니다.", ".github/workflows/ci.yml", "on: push"),
    ("CI/CD 파이프라인을 구축했습니다.", ".gitlab-ci.yml", "test:"),
    ("Jenkins로 배포를 자동화했다.", "Jenkinsfile", "pipeline {}"),
    ("본 프로젝트는 MIT 라이선스를 따릅니다.", "LICENSE", "MIT"),
    ("PyTorch로 모델을 구현하고 학습했습니다.", "train.py", "import torch"),
    ("LightGBM 기반 예측 모델을 개발했다.", "environment.yml", "dependencies:\n  - lightgbm"),
    ("MLflow로 실험을 관리했습니다.", "pyproject.toml", '[project]\ndependencies = ["mlflow"]'),
    ("학습된 가중치를 저장소에 포함했습니다.", "weights/best.pt", "x"),
    ("분석 노트북을 함께 올렸습니다.", "eda.ipynb", "{}"),
    ("실험 결과는 results/final.csv에 정리했습니다.", "results/final.csv", "a"),
    ("Prometheus와 Grafana로 모니터링합니다.", "ops/compose.yml", "image: prom/prometheus\nimage: grafana/grafana"),
    ("서비스 모니터링 대시보드를 구축했습니다.", "src/monitor.py", ""),
    ("Rust로 작성했습니다.", "src/main.rs", "fn main() {}"),
    ("React로 화면을 만들었습니다.", "web/package.json", '{"dependencies": {"react": "18"}}'),
    ("Airflow로 배치를 스케줄링했습니다.", "dags/daily.py", "from airflow import DAG"),
    ("**기술 스택**: Kubernetes", "k8s/app.yaml", ""),
    ("The service is containerized with Docker.", "Dockerfile", "FROM python"),
    ("It is deployed on Kubernetes.", "charts/app/Chart.yaml", "name: app"),
    ("Unit tests cover the core modules.", "test/core.spec.js", ""),
    ("CI runs on GitHub Actions.", ".github/workflows/test.yaml", "on: push"),
    ("This project is licensed under the MIT License.", "pyproject.toml", '[project]\nlicense = "MIT"'),
    ("I trained the model with PyTorch.", "model.ipynb", json.dumps({"cells": [{"cell_type": "code", "source": ["import torch\n"], "outputs": []}]})),
    ("The dashboard is built with React.", "src/App.jsx", "import React from 'react'"),
    ("We provide a pretrained checkpoint in this repository.", "model.safetensors", "x"),
    ("A demo notebook is included.", "demo.ipynb", "{}"),
    ("Experiments are tracked with MLflow.", "setup.cfg", "[options]\ninstall_requires =\n  mlflow"),
    ("The pipeline is orchestrated by Airflow.", "Pipfile", "[packages]\napache-airflow = '*'"),
    ("Results are in results/final.csv.", "out/final.csv", "a"),
    ("Metrics are monitored with Prometheus.", "prometheus.yml", ""),
    ("We set up a monitoring dashboard.", "grafana/board.json", "{}"),
    ("The frontend is written in TypeScript.", "web/main.ts", ""),
    ("Written in Rust.", "Cargo.toml", ""),
    ("Continuous integration lints every push.", ".circleci/config.yml", ""),
    ("- Backend: FastAPI, Kubernetes", "k8s.yaml", "fastapi"),
    ("The trained weights are in weights/best.pt.", "weights/best.pt", "x"),
    ("The trained weights are in the weights folder.", "weights/best.pt", "x"),
    ("A demo video is in docs/demo.mp4.", "docs/demo.mp4", "x"),
    ("A demo video is included.", "docs/demo.mp4", "x"),
    ("시연 영상을 포함한다.", "docs/tour.mp4", "x"),
    ("CI is set up with GitHub Actions.", ".github/workflows/test.yml", "on: push"),
    ("CI를 Jenkins로 구성했다.", "Jenkinsfile", "pipeline {}"),
    ("I wrote a Dockerfile for it.", "docker/Dockerfile.gpu", ""),
]


@pytest.mark.parametrize(("claim", "file", "content"), CLAIMED, ids=[claim for claim, _, _ in CLAIMED])
def test_a_claim_is_told_until_a_trace_is_there(tmp_path: Path, claim: str, file: str, content: str) -> None:
    path = repository(tmp_path / "a", {**PLAIN, "README.md": readme(claim)}) / "README.md"
    assert [finding.level for finding in findings_on(path, "HON011")] == ["warning"]
    (path.parent / file).parent.mkdir(parents=True, exist_ok=True)
    (path.parent / file).write_text(content, encoding="utf-8")
    assert findings_on(path, "HON011"), "what git does not track is not in the repository"
    git(path.parent, "add", "--all")
    assert findings_on(path, "HON011") == ()


SILENT = [
    # Plans, wishes, needs, possibilities.
    "Docker로 배포할 예정입니다.", "향후 Kubernetes로 옮길 계획이다.", "CI/CD 파이프라인을 구축하고 싶다.", "테스트 코드를 추가해야 한다.", "Docker가 설치되어 있어야 합니다.", "Docker로도 실행할 수 있습니다.",
    "We will deploy it on Kubernetes.", "Unit tests are planned.", "Docker is required to run it.", "You can run it with Docker.", "It could be served with FastAPI.", "TODO: write unit tests.",
    # Not used, dropped, compared.
    "Docker를 사용하지 않고 배포했습니다.", "Kubernetes 대신 systemd로 운영했습니다.", "PyTorch와 TensorFlow를 비교했습니다.", "테스트 코드를 작성하지 못했습니다.", "기존 Jenkins에서 벗어났습니다.", "Airflow에서 cron으로 교체했습니다.",
    "It runs without Docker.", "Written without PyTorch.", "Instead of Kubernetes I used systemd.", "I replaced Airflow with cron.", "There are no unit tests.", "We moved from Jenkins to cron.", "Compared with PyTorch it is small.",
    # Studied, others' work, what the data is about.
    "Kubernetes를 공부했습니다.", "Docker 강의를 수강했습니다.", "원본 논문은 PyTorch로 구현되어 있다.", "Docker 로그를 분류한다.", "A/B 테스트를 진행했습니다.", "테스트 데이터를 정리했습니다.", "사용자 테스트를 진행했습니다.",
    "I learned the basics of Kubernetes in a course.", "The original code is written in Rust.", "Another team deployed it on Kubernetes.", "It finds anomalies in Docker logs.", "Accuracy on the test set is 0.81.", "A user test showed that it helps.",
    # Links to what is spoken of.
    "배포는 [인프라 문서](https://example.org/infra)의 Kubernetes 클러스터에서 합니다.", "It is deployed on Kubernetes, see [the cluster](https://example.org/cluster).",
    # Things that need no file.
    "결과는 output.csv에 저장됩니다.", "Slack으로 알림을 보냈습니다.", "The result is written to output.csv.", "The data is licensed under CC BY 4.0.", "데이터는 CC BY 4.0 라이선스를 따릅니다.",
    "> Docker로 배포했습니다.", "```bash\ndocker compose up\n```", "`docker run`을 실행합니다.",
]


@pytest.mark.parametrize("claim", SILENT)
def test_what_is_no_claim_of_something_done(tmp_path: Path, claim: str) -> None:
    path = repository(tmp_path / "a", {**PLAIN, "README.md": readme(claim)}) / "README.md"
    assert words_on(path, "HON011") == []


KO, EN = "Docker로 배포했습니다.", "Deployed with Docker."
ELSEWHERE = {
    "nothing but documents": {"README.md": readme(KO), "docs/a.png": "x"},
    "no file at all but the README": {"README.md": readme(EN)},
    "closed code, ko": {**PLAIN, "README.md": readme(f"{KO}\n\n서버 코드는 보안상 공개하지 않습니다.")},
    "closed code, en": {**PLAIN, "README.md": readme(f"{EN}\n\nThe back-end code is confidential.")},
    "nda": {**PLAIN, "README.md": readme(f"{EN}\n\nParts of it are under an NDA.")},
    "another repository, ko": {**PLAIN, "README.md": readme(f"{KO}\n\n- [백엔드 저장소](https://github.com/someone/back)")},
    "another repository, en": {**PLAIN, "README.md": readme(f"{EN}\n\nThe source code is at [here](https://github.com/someone/back).")},
    "moved": {**PLAIN, "README.md": readme(f"{KO}\n\n배포 설정은 별도 저장소에서 관리합니다.")},
    "another branch": {**PLAIN, "README.md": readme(f"{EN}\n\nSee the deploy branch.")},
    "index of repositories": {**PLAIN, "README.md": readme(f"{EN}\n\n- [a](https://github.com/me/a)\n- [b](https://github.com/me/b)\n- [c](https://github.com/me/c)")},
    "notebook elsewhere": {**PLAIN, "README.md": readme(f"{EN}\n\n[notebook](https://colab.research.google.com/drive/1a2b)")},
    "image elsewhere": {**PLAIN, "README.md": readme(f"{EN}\n\n[image](https://hub.docker.com/r/me/app)")},
    "sub-folder of a whole": {**PLAIN, "Dockerfile": "FROM a", "services/stops/README.md": readme(KO), "services/stops/app.py": ""},
    "vendored": {**PLAIN, "third_party/net/README.md": readme(EN)},
    "sample of a document": {**PLAIN, "tests/samples/README.md": readme(EN)},
    "posts of a site": {**PLAIN, "_config.yml": "", "docs/project.md": readme(EN)},
    "portfolio": {**PLAIN, "README.md": f"# 포트폴리오\n\n## 정류장\n- 기간: 2024.01 ~ 2024.03\n- {KO}\n\n## 지도\n- 기간: 2024.05 ~ 2024.07\n- 지도를 그렸다\n"},
    "code in an archive": {**PLAIN, "server.zip": "PK", "README.md": readme(EN)},
    "build without a Dockerfile": {**PLAIN, "pom.xml": "<artifactId>jib-maven-plugin</artifactId>", "README.md": readme(EN)},
    "commands in another document": {**PLAIN, "docs/run.md": "# Run\n\n```\ndocker build .\n```\n", "README.md": readme(EN)},
    "name in another case": {**PLAIN, "DOCKERFILE": "FROM a", "README.md": readme(EN)},
}


@pytest.mark.parametrize("case", ELSEWHERE)
def test_where_nothing_is_asked_for(tmp_path: Path, case: str) -> None:
    root = repository(tmp_path / "a", ELSEWHERE[case])
    path = next(root / name for name in ("services/stops/README.md", "third_party/net/README.md", "tests/samples/README.md", "docs/project.md", "README.md") if (root / name).exists())
    assert words_on(path, "HON011") == []


def test_prose_of_another_document_is_no_trace(tmp_path: Path) -> None:
    path = repository(tmp_path / "a", {**PLAIN, "docs/report.md": "# Report\n\nDeployed with Docker.\n", "README.md": readme(EN)}) / "README.md"
    assert words_on(path, "HON011") == ["Docker"]


def test_installed_packages_are_no_trace(tmp_path: Path) -> None:
    files = {**PLAIN, "venv/lib/site-packages/a/tests/test_a.py": "def test_a(): pass", "README.md": readme("Unit tests cover the core modules.")}
    assert words_on(repository(tmp_path / "a", files) / "README.md", "HON011") == ["Unit tests"]


def test_outside_of_a_repository_nothing_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text(readme(EN), encoding="utf-8")
    (tmp_path / "app.py").write_text("", encoding="utf-8")
    assert words_on(tmp_path / "README.md", "HON011") == []
    assert words_on(readme(EN), "HON011") == []


def test_a_finding_says_what_was_looked_for_and_where(tmp_path: Path) -> None:
    path = repository(tmp_path / "a", {**PLAIN, "README.md": readme("PyTorch로 모델을 구현하고 Docker로 배포했습니다.")}) / "README.md"
    (finding,) = findings_on(path, "HON011")
    assert finding.message == (
        "'PyTorch, Docker': 이 저장소가 추적하는 파일 4개에서 흔적을 찾지 못했습니다. 찾아본 것: PyTorch (*.pt, *.pth 파일, requirements.txt·소스 파일 2개의 pytorch, torch), "
        "Docker (Dockerfile, compose 파일, 빌드·CI 설정과 스크립트의 docker)."
    )
    assert len(finding.related) == 1


def test_a_file_that_git_does_not_track_is_pointed_out(tmp_path: Path) -> None:
    path = repository(tmp_path / "a", {**PLAIN, "README.md": readme(EN)}) / "README.md"
    (path.parent / "Dockerfile").write_text("FROM a", encoding="utf-8")
    assert "Dockerfile is there but git does not track it" in findings_on(path, "HON011")[0].message


def test_one_thing_is_told_once(tmp_path: Path) -> None:
    path = repository(tmp_path / "a", {**PLAIN, "README.md": readme("Docker로 배포했습니다.\n\n이미지는 Docker로 빌드했습니다.")}) / "README.md"
    (finding,) = findings_on(path, "HON011")
    assert len(finding.related) == 1


def test_one_of_two_that_a_slash_parts_is_enough(tmp_path: Path) -> None:
    claim = "**기술 스택**: PyTorch/TensorFlow"
    assert words_on(repository(tmp_path / "a", {**PLAIN, "README.md": readme(claim)}) / "README.md", "HON011") == ["PyTorch"]
    assert words_on(repository(tmp_path / "b", {**PLAIN, "a.py": "import torch", "README.md": readme(claim)}) / "README.md", "HON011") == []


def test_a_profile_asks_for_nothing(tmp_path: Path) -> None:
    root = repository(tmp_path / "a", {**PLAIN, "README.md": readme(EN)})
    git(root, "remote", "add", "origin", "https://token@github.com/Me/Me.git")
    assert Tree(str(root)).remotes() == ("me/me",)
    assert words_on(root / "README.md", "HON011") == []


def test_a_link_to_ones_own_repository_is_no_other(tmp_path: Path) -> None:
    root = repository(tmp_path / "a", {**PLAIN, "README.md": readme(f"{EN}\n\nThe source code is at [here](https://github.com/me/stops).")})
    git(root, "remote", "add", "origin", "git@github.com:me/stops.git")
    assert words_on(root / "README.md", "HON011") == ["Docker"]
    git(root, "remote", "set-url", "origin", "git@github.com:me/stops-docs.git")
    assert words_on(root / "README.md", "HON011") == []


def test_what_is_in_a_submodule_cannot_be_known(tmp_path: Path) -> None:
    inner = repository(tmp_path / "inner", {"Dockerfile": "FROM a"})
    root = repository(tmp_path / "a", {**PLAIN, "README.md": readme(EN)})
    assert words_on(root / "README.md", "HON011") == ["Docker"]
    git(root, "submodule", "add", "--quiet", str(inner), "inner")
    assert Tree(str(root)).submodules() == ("inner",)
    assert words_on(root / "README.md", "HON011") == []


def test_a_shallow_clone_and_a_linked_tree_hold_every_name(tmp_path: Path) -> None:
    root = repository(tmp_path / "a", {**PLAIN, "README.md": readme(EN)})
    git(tmp_path, "clone", "--quiet", "--depth", "1", root.as_uri(), "shallow")
    git(root, "worktree", "add", "--quiet", "--detach", str(tmp_path / "linked"))
    assert words_on(tmp_path / "shallow" / "README.md", "HON011") == ["Docker"]
    assert words_on(tmp_path / "linked" / "README.md", "HON011") == ["Docker"]


def test_nothing_tracked_yet(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    (tmp_path / "README.md").write_text(readme(EN), encoding="utf-8")
    (tmp_path / "app.py").write_text("", encoding="utf-8")
    assert words_on(tmp_path / "README.md", "HON011") == []


@pytest.mark.parametrize("encoding", ["utf-16", "cp949"])
def test_readmes_and_sources_in_other_encodings(tmp_path: Path, encoding: str) -> None:
    files = {"app.py": "# 정류장\nimport os\n".encode(encoding), "README.md": readme("PyTorch로 구현했습니다.").encode(encoding)}
    root = repository(tmp_path / "a", files)
    assert words_on(root / "README.md", "HON011") == ["PyTorch"]
    (root / "app.py").write_bytes("# 정류장\nimport torch\n".encode(encoding))
    assert words_on(root / "README.md", "HON011") == []


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_loops_and_links_that_leave(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    outside = tmp_path / "outside.py"
    outside.write_text("import torch\n", encoding="utf-8")
    root = tmp_path / "a"
    root.mkdir()
    (root / "loop").symlink_to(root / "loop")
    (root / "round").symlink_to(root)
    (root / "away.py").symlink_to(outside)
    repository(root, {**PLAIN, "README.md": readme("PyTorch로 구현했습니다. Docker로 배포했습니다.")})
    opened: list[str] = []
    real = Path.open

    def recording(path: Path, *arguments: object, **options: object) -> object:
        opened.append(os.path.realpath(path))
        return real(path, *arguments, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", recording)
    # What the link holds is not known, so that only names decide.
    assert words_on(root / "README.md", "HON011") == ["Docker"]
    assert str(outside) not in opened


def test_more_sources_than_are_read(tmp_path: Path) -> None:
    files = {f"src/part{number}.py": "import os\n" for number in range(500)}
    root = repository(tmp_path / "a", {**files, "README.md": readme("PyTorch로 구현했습니다. Docker로 배포했습니다.")})
    assert words_on(root / "README.md", "HON011") == ["Docker"]


def test_large_and_binary_files(tmp_path: Path) -> None:
    cells = [{"cell_type": "code", "source": ["import torch\n"], "outputs": [{"data": {"image/png": "A" * 900_000}}]}]
    root = repository(tmp_path / "a", {"one.ipynb": json.dumps({"cells": cells}), "two.py": b"\xff\x00" * 9000, "README.md": readme("PyTorch로 구현했습니다.")})
    assert words_on(root / "README.md", "HON011") == []
    other = repository(tmp_path / "b", {"one.ipynb": json.dumps({"cells": []}), "two.py": "# " + "x" * 300_000, "README.md": readme("PyTorch로 구현했습니다.")})
    assert words_on(other / "README.md", "HON011") == []


def test_nothing_of_the_repository_is_run(tmp_path: Path) -> None:
    ran = tmp_path / "ran"
    code = f"open({str(ran)!r}, 'w')"
    files = {"setup.py": code, "conftest.py": code, "app.py": code, "README.md": readme("PyTorch로 구현했습니다.")}
    assert words_on(repository(tmp_path / "a", files) / "README.md", "HON011") == ["PyTorch"]
    assert not ran.exists()


def test_a_hundred_thousand_names_take_no_minute(tmp_path: Path) -> None:
    root = repository(tmp_path / "a", {**PLAIN, "README.md": readme(f"{EN} Unit tests cover it. I trained the model with PyTorch.")})
    blob = "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391"
    listed = "".join(f"100644 {blob}\tdata/{number % 300}/{number}.py\n" for number in range(100_000))
    (tmp_path / "listed").write_text(listed, encoding="utf-8")
    import subprocess

    with (tmp_path / "listed").open() as given:
        subprocess.run(["git", "update-index", "--add", "--index-info"], cwd=root, stdin=given, check=True)
    start = time.perf_counter()
    assert words_on(root / "README.md", "HON011") == ["Docker", "Unit tests"]
    assert time.perf_counter() - start < 20
