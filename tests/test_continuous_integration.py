"""What runs in other people's repositories: the shell steps of the action, the hook of pre-commit, the snippets of the manual."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

CHECKOUT = Path(__file__).parent.parent
AS_IS = "그냥 모델 갖다 썼습니다."
README = "# 항구 지도\n\n## 프로젝트\n\n- 크레인 4대를 지도에 표시했습니다.\n- 더 큰 모델을 써 봤는데 잘 안되더라구요.\n"
MANUAL = (CHECKOUT / "docs" / "continuous-integration.md").read_text(encoding="utf-8")
needs_bash = pytest.mark.skipif(shutil.which("bash") is None or sys.platform == "win32", reason="the steps are shell scripts")


def git(folder: Path, *arguments: str) -> str:
    environment = os.environ | {
        "GIT_AUTHOR_NAME": "Ada", "GIT_AUTHOR_EMAIL": "ada@example.org", "GIT_COMMITTER_NAME": "Ada", "GIT_COMMITTER_EMAIL": "ada@example.org",
        "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull,
    }  # fmt: skip
    done = subprocess.run(["git", *arguments], cwd=folder, env=environment, check=True, capture_output=True, text=True, encoding="utf-8")
    return done.stdout.strip()


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    folder = tmp_path / "portfolio"
    folder.mkdir()
    git(folder, "init", "-q", "-b", "main")
    (folder / "README.md").write_text(README, encoding="utf-8")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "First")
    return folder


def action() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((CHECKOUT / "action.yml").read_text(encoding="utf-8"))
    return loaded


def step(name: str) -> dict[str, Any]:
    found: dict[str, Any] = next(each for each in action()["runs"]["steps"] if each.get("name") == name)
    return found


def run_check(repository: Path, **values: str) -> subprocess.CompletedProcess[str]:
    """The step "Check" as the runner would call it: bash with -e and pipefail, inputs in the environment."""
    temporary = repository.parent / "runner"
    program = temporary / "careerlint" / "bin" / "careerlint"
    program.parent.mkdir(parents=True, exist_ok=True)
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m careerlint "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    defaults = {name.upper().replace("-", "_"): str(about["default"]) for name, about in action()["inputs"].items()}
    environment = os.environ | defaults | {"PULL_BASE": "", "PUSH_BASE": "", "RUNNER_TEMP": str(temporary)} | values
    environment["GITHUB_STEP_SUMMARY"] = str(temporary / "summary.md")
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step("Check")["run"]],
        cwd=repository, env=environment, capture_output=True, text=True, encoding="utf-8", timeout=240, check=False,
    )  # fmt: skip


@needs_bash
def test_the_pull_request_that_adds_the_sentence_fails_and_no_other(repository: Path) -> None:
    base = git(repository, "rev-parse", "HEAD")
    untouched = run_check(repository, PULL_BASE=base)
    assert untouched.returncode == 0, untouched.stderr
    assert "::error" not in untouched.stdout
    (repository / "README.md").write_text(README + f"- {AS_IS}\n", encoding="utf-8")
    git(repository, "commit", "-qam", "Add")
    added = run_check(repository, PULL_BASE=base)
    assert added.returncode == 1, added.stderr
    annotations = [line for line in added.stdout.splitlines() if line.startswith(("::error", "::warning"))]
    assert len(annotations) == 1 and "line=7" in annotations[0] and "CHG001" in annotations[0]
    assert "CHG001" in (repository.parent / "runner" / "summary.md").read_text(encoding="utf-8")
    assert run_check(repository, PULL_BASE=base, FAIL_ON="error").returncode == 0


@needs_bash
def test_a_shallow_checkout_fetches_the_base(repository: Path, tmp_path: Path) -> None:
    base = git(repository, "rev-parse", "HEAD")
    (repository / "README.md").write_text(README + f"- {AS_IS}\n", encoding="utf-8")
    git(repository, "commit", "-qam", "Add")
    git(repository, "config", "uploadpack.allowAnySHA1InWant", "true")
    git(tmp_path, "clone", "-q", "--depth", "1", repository.as_uri(), "shallow")
    outcome = run_check(tmp_path / "shallow", PULL_BASE=base)
    assert outcome.returncode == 1, outcome.stderr
    assert "CHG001" in outcome.stdout and "STO001" not in outcome.stdout


@needs_bash
@pytest.mark.parametrize(("base", "is_found"), [("main", True), ("origin/main", True), ("refs/heads/main", True), ("v1", True), ("HEAD~1", False), ("no-such::error::", False), ("--upload-pack=touch ran", False)])
def test_a_base_by_name_is_fetched_into_a_shallow_checkout_or_told(repository: Path, tmp_path: Path, base: str, is_found: bool) -> None:
    git(repository, "tag", "v1")
    git(repository, "checkout", "-q", "-b", "feature")
    (repository / "README.md").write_text(README + f"- {AS_IS}\n", encoding="utf-8")
    git(repository, "commit", "-qam", "Add")
    git(tmp_path, "clone", "-q", "--depth", "1", "--branch", "feature", repository.as_uri(), "shallow")
    outcome = run_check(tmp_path / "shallow", BASE=base)
    if is_found:
        assert outcome.returncode == 1, outcome.stderr
        assert "CHG001" in outcome.stdout and "STO001" not in outcome.stdout
        return
    assert outcome.returncode == 2 and outcome.stdout.count("\n") == 1 and "fetch-depth: 0" in outcome.stdout
    assert outcome.stdout.startswith("::error title=careerlint::The base '") and outcome.stdout.count("::error") == 1
    assert not (tmp_path / "shallow" / "ran").exists()


@needs_bash
def test_a_new_branch_and_none_count_everything(repository: Path) -> None:
    for values in ({"PUSH_BASE": "0" * 40}, {"BASE": "none", "PULL_BASE": git(repository, "rev-parse", "HEAD")}, {}):
        outcome = run_check(repository, **values)
        assert outcome.returncode == 1 and "STO001" in outcome.stdout, outcome.stderr


@needs_bash
def test_inputs_are_no_shell(repository: Path) -> None:
    (repository / "docs").mkdir()
    name = "docs/내 소개 $(touch ran).md"
    (repository / name).write_text(README, encoding="utf-8")
    outcome = run_check(repository, PATHS=f"  README.md\n\n  {name}\n", SARIF="out dir/careerlint.sarif")
    assert not (repository / "ran").exists()
    assert outcome.stdout.count("STO001") >= 2 or "out dir" in outcome.stderr
    (repository / "out dir").mkdir()
    outcome = run_check(repository, PATHS=f"README.md\n{name}", SARIF="out dir/careerlint.sarif")
    assert outcome.returncode == 1
    assert (repository / "out dir" / "careerlint.sarif").is_file()
    scripts = [each["run"] for each in action()["runs"]["steps"] if "run" in each]
    assert scripts and not any("${{" in script for script in scripts)


@needs_bash
def test_the_release_is_named_after_its_content_and_installed_once(tmp_path: Path) -> None:
    output = tmp_path / "output"
    subprocess.run(
        ["bash", "-eo", "pipefail", "-c", step("Name the release")["run"]],
        env=os.environ | {"GITHUB_ACTION_PATH": str(CHECKOUT), "GITHUB_OUTPUT": str(output)}, check=True, timeout=60,
    )
    assert re.fullmatch(r"hash=[0-9a-f]{16}\n", output.read_text(encoding="utf-8"))
    calls = tmp_path / "calls"
    python = tmp_path / "python"
    python.write_text(
        f'#!/bin/sh\necho "python $*" >> "{calls}"\nmkdir -p "$3/bin"\n'
        f'printf \'#!/bin/sh\\necho "pip $*" >> "{calls}"\\n\' > "$3/bin/python"\nprintf "#!/bin/sh\\n" > "$3/bin/careerlint"\nchmod +x "$3/bin/python" "$3/bin/careerlint"\n',
        encoding="utf-8",
    )
    python.chmod(0o755)
    for _ in range(2):
        subprocess.run(
            ["bash", "-eo", "pipefail", "-c", step("Install")["run"]],
            env=os.environ | {"GITHUB_ACTION_PATH": str(CHECKOUT), "RUNNER_TEMP": str(tmp_path), "PYTHON": str(python)}, check=True, timeout=60,
        )
    lines = calls.read_text(encoding="utf-8").splitlines()
    assert len(lines) == 2 and lines[0].startswith("python -m venv") and lines[1].endswith(str(CHECKOUT))


def copied_checkout(folder: Path) -> str:
    """A repository of its own with everything that this checkout would commit; returns its revision."""
    names = git(CHECKOUT, "ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0")
    for name in names:
        if name and (CHECKOUT / name).is_file() and not name.startswith(("tests/", "examples/")):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(CHECKOUT / name, folder / name)
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "Release")
    return git(folder, "rev-parse", "HEAD")


def test_the_hook_runs_in_a_fresh_clone(repository: Path, tmp_path: Path) -> None:
    release = tmp_path / "careerlint"
    release.mkdir()
    revision = copied_checkout(release)
    (repository / ".pre-commit-config.yaml").write_text(
        yaml.safe_dump({"repos": [{"repo": str(release), "rev": revision, "hooks": [{"id": "careerlint"}]}]}), encoding="utf-8"
    )
    (repository / "notes.md").write_text(README, encoding="utf-8")
    (repository / "README.md").write_text(README + f"- {AS_IS}\n", encoding="utf-8")
    git(repository, "add", ".")
    environment = os.environ | {"PRE_COMMIT_HOME": str(tmp_path / "hooks"), "GIT_CONFIG_GLOBAL": os.devnull, "PRE_COMMIT_COLOR": "never"}
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "run", "--all-files", "careerlint"],
        cwd=repository, env=environment, capture_output=True, text=True, encoding="utf-8", timeout=600, check=False,
    )  # fmt: skip
    assert done.returncode == 1, done.stdout + done.stderr
    assert "README.md:7:" in done.stdout and "CHG001" in done.stdout
    assert "STO001" not in done.stdout
    assert "notes.md" not in done.stdout


def snippets() -> list[Any]:
    return [yaml.safe_load(text) for text in re.findall(r"```yaml\n(.*?)```", MANUAL, re.DOTALL)]


def test_the_snippets_name_what_is_there() -> None:
    workflow, gitlab, hooks = snippets()
    uses = workflow["jobs"]["careerlint"]["steps"][1]
    assert set(uses["with"]) <= set(action()["inputs"])
    defined = [hook["id"] for hook in yaml.safe_load((CHECKOUT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))]
    assert [hook["id"] for hook in hooks["repos"][0]["hooks"]] == defined
    assert gitlab["careerlint"]["artifacts"]["reports"]["codequality"] == "careerlint.json"


def test_the_hook_tells_what_is_new_since_the_last_commit(repository: Path) -> None:
    [hook] = yaml.safe_load((CHECKOUT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    call = [sys.executable, "-m", *hook["entry"].split(), *hook["args"], "README.md"]

    def told() -> tuple[int, str]:
        done = subprocess.run(call, cwd=repository, capture_output=True, text=True, encoding="utf-8", timeout=240, check=False)
        return done.returncode, done.stdout

    assert told() == (0, "")
    (repository / "README.md").write_text(README + f"- {AS_IS}\n", encoding="utf-8")
    code, output = told()
    assert code == 1 and "CHG001" in output and "STO001" not in output


@needs_bash
def test_the_last_line_of_the_gitlab_job_runs(repository: Path) -> None:
    base = git(repository, "rev-parse", "HEAD")
    (repository / "README.md").write_text(README + f"- {AS_IS}\n", encoding="utf-8")
    line = snippets()[1]["careerlint"]["script"][-1].replace("careerlint check", f'"{sys.executable}" -m careerlint check', 1)
    done = subprocess.run(
        ["bash", "-c", line], cwd=repository, env=os.environ | {"CI_MERGE_REQUEST_DIFF_BASE_SHA": base}, capture_output=True, text=True,
        encoding="utf-8", timeout=240, check=False,
    )  # fmt: skip
    assert done.returncode == 1, done.stderr
    assert (repository / "careerlint.json").read_text(encoding="utf-8").count('"CHG001"') == 1
