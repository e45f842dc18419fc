"""FMT007: anchors by GitHub's rules, and files around the document, never outside of its repository or folder."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from hits import findings_on, words_on
from repositories import git
from repositories import repository as made

from careerlint.checks.anchors import slug, spelled
from careerlint.checks.files import Files
from careerlint.repository import Tree


@pytest.mark.parametrize(
    ("heading", "anchor"),
    [
        ("실험 결과", "실험-결과"),
        ("1. 개요", "1-개요"),
        ("What's new?", "whats-new"),
        ("C++ & Go", "c--go"),
        ("🚀 시작하기", "-시작하기"),
        ("API (v2.0)", "api-v20"),
        ("snake_case-name", "snake_case-name"),
        ("결과·분석", "결과분석"),
        ("⏲️ 기간", "\ufe0f-기간"),
        ("👩‍🔬 실험", "\u200d-실험"),
        ("Ⓐ 첫째", "ⓐ-첫째"),
        ("  Étude", "--étude"),
    ],
)
def test_slug(heading: str, anchor: str) -> None:
    assert slug(heading) == anchor


def test_anchors_compare_decoded_and_composed() -> None:
    assert spelled("%EC%8B%A4%ED%97%98") == "실험"
    assert spelled("실험") == "실험"
    assert spelled("⚙️-Setup") == "⚙-setup"


def test_each_broken_reference_of_a_sentence_is_told_at_its_own_words(tmp_path: Path) -> None:
    (tmp_path / "src").mkdir()
    (tmp_path / "src" / "map.py").write_text("", encoding="utf-8")
    path = tmp_path / "README.md"
    path.write_text("# Map\n\nSee the picture ![a](img/a.png) for it, and also [n](docs/n.md), [o](<>) and [m](m.md) of [the code](src/map.py).\n", encoding="utf-8")
    assert words_on(path, "FMT007") == ["picture", "n", "o", "m"]
    assert words_on("# Map\n\nThe harbour ![]() from above", "FMT007") == ["harbour"]


def test_a_link_whose_words_are_its_target_is_one_as_others_are(tmp_path: Path) -> None:
    (tmp_path / "here.md").write_text("", encoding="utf-8")
    path = tmp_path / "README.md"
    path.write_text(
        "# Map\n\nSee [LICENSE](LICENSE), [docs/setup.md](docs/setup.md), [`NOTICE`](NOTICE), <a href='CREDITS'>CREDITS</a>, [#end](#end) and [here.md](here.md).\n\n"
        "Not told: map.py, docs/other.md, https://map.example.org/a.md, <https://map.example.org>, [https://map.example.org](https://map.example.org), <me@example.org>, www.example.org\n",
        encoding="utf-8",
    )
    assert words_on(path, "FMT007") == ["LICENSE", "docs/setup.md", "NOTICE", "CREDITS", "#end"]


@pytest.mark.parametrize(
    "text",
    [
        "[가](#%EA%B2%B0%EA%B3%BC)\n\n## 결과\n\n0.83",
        "[가](#결과-2)\n\n## 결과\n\n1\n\n## 결과\n\n2\n\n## 결과\n\n3",
        "[가](#끝)\n\n<div id='끝'>끝</div>",
        "[가](#here)\n\n<a name=here></a> 여기",
        "[가](#top)",
        "<a href='#결과'>가</a>\n\n<h2>결과</h2>\n\n0.83",
        "[가](#mine)\n\n## 결과 {#mine}\n\n0.83",
        "[Setup](#setup)\n\nSetup\n=====\n\nx",
        "[맨 위로](#)",
        "가[^1]\n\n[^1]: 나",
    ],
)
def test_an_anchor_that_is_there(text: str) -> None:
    assert words_on(text, "FMT007") == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[가](#결과-1)\n\n## 결과\n\n0.83", "가"),
        ("<a href='#결과'>가</a>\n\n## 결론\n\n0.83", "가"),
        ("[가](#시작)\n\n## 🚀 시작\n\n켭니다.", "가"),
        ("[가]()", "가"),
        ("[가](< >)", "가"),
        ("[가](#)", "가"),
        ("<a href=''>가</a>", "가"),
        ("[가](https:/example.org)", "가"),
        ("[가](www.example.org/a)", "가"),
        ("[가](github.com/someone/map)", "가"),
        ("[가](file:///home/me/a.pdf)", "가"),
        ("그림 하나\n\n<img src=''>", "그림 하나"),
    ],
)
def test_a_reference_that_leads_nowhere(text: str, words: str) -> None:
    assert words_on(text, "FMT007") == [words]


def test_standard_input_has_no_folder() -> None:
    assert words_on("[가](gone.md) ![](gone.png)", "FMT007") == []


def test_the_same_address_is_told_once() -> None:
    assert words_on("[가](#없음), [나](#없음)", "FMT007") == ["가"]


def test_an_anchor_in_another_spelling_is_told_with_the_right_one() -> None:
    (found,) = findings_on("[Ideas](<#Next Ideas>)\n\n## Next ideas\n\nMore boats.", "FMT007")
    assert "#next-ideas opens it" in found.message
    (found,) = findings_on("[Ideas](#ideas)\n\n## Next ideas\n\nMore boats.", "FMT007")
    assert "names a heading that is not in this document" in found.message


@pytest.mark.parametrize(
    ("heading", "anchor"),
    [
        ("⏲️ 기간", "#%EF%B8%8F-기간"),
        ("👩‍🔬 기간", "#%E2%80%8D-기간"),
        ("🙋🏽‍♀️ 기간", "#%E2%80%8D%EF%B8%8F-기간"),
        ("🚀 기간", "#-기간"),
    ],
)
def test_the_right_anchor_keeps_the_unseen_marks_of_an_emoji_as_github_does(heading: str, anchor: str) -> None:
    (found,) = findings_on(f"# 지도\n\n[갈 곳](#기간)\n\n## {heading}\n\n사흘입니다.", "FMT007")
    assert f"{anchor}입니다" in found.message
    assert words_on(f"# 지도\n\n[갈 곳]({anchor})\n\n## {heading}\n\n사흘입니다.", "FMT007") == []


def test_names_beside_one_that_lacks_its_mark_lack_it_too() -> None:
    links = '<a href="#boat1">하나</a>\n\n<a href="boat2">둘</a>\n\n<a href="mast1">셋</a>\n\n<a href="LICENSE">넷</a>'
    assert words_on(f'# 배\n\n{links}\n\n<h2 id="boat1">하나</h2>\n\n참나무입니다.', "FMT007") == ["둘", "셋"]
    alone = '<a href="#boat1">하나</a>\n\n<a href="mast1">셋</a>'
    assert words_on(f'# 배\n\n{alone}\n\n<h2 id="boat1">하나</h2>\n\n참나무입니다.', "FMT007") == []


def test_the_contents_of_a_template_are_one_thing_to_mend() -> None:
    links = "\n".join(f"- [{name}](#{name})" for name in ("wiring", "parts", "software", "videos", "thanks"))
    (found,) = findings_on(f"# Boat\n\n{links}\n\n## Hull\n\nOf oak.", "FMT007")
    assert "one of 5 links" in found.message
    assert len(found.related) == 4
    four = "\n".join(links.splitlines()[:4])
    assert len(findings_on(f"# Boat\n\n{four}\n\n## Hull\n\nOf oak.", "FMT007")) == 4


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    root = tmp_path / "map"
    for folder in (".git", "docs", "images", "vendor/lib"):
        (root / folder).mkdir(parents=True)
    for file in ("LICENSE", "docs/guide.md", "images/한글 그림.png", "images/a.png"):
        (root / file).write_text("x", encoding="utf-8")
    (root / "docs" / "guide.md").write_text("# Guide\n\n## Part\n\nx\n", encoding="utf-8")
    (root / ".gitmodules").write_text('[submodule "lib"]\n\tpath = vendor/lib\n', encoding="utf-8")
    (tmp_path / "secret.txt").write_text("x", encoding="utf-8")
    return root


def check(path: Path, text: str) -> list[str]:
    path.write_text(f"지도 그리기\n\n{text}", encoding="utf-8")
    return [finding.message for finding in findings_on(path, "FMT007")]


@pytest.mark.parametrize(
    "target",
    [
        "LICENSE", "./LICENSE", "docs/guide.md#part", "docs/", "docs/guide", "images/a.png?raw=true", "images/%ED%95%9C%EA%B8%80%20%EA%B7%B8%EB%A6%BC.png",
        "/docs/guide.md", "../../issues", "../dev/LICENSE", "../../../other", "../../../../someone", "issues", "blob/main/a.py", "vendor/lib/a.c", "https://e.org/a", "mailto:a@e.org", "{{ site.url }}/a",
    ],
)
def test_a_target_that_is_there_or_not_to_be_looked_for(repository: Path, target: str) -> None:
    assert check(repository / "README.md", f"[가](<{target}>)") == []


@pytest.mark.parametrize("target", ["licence", "docs/gone.md", "images/b.png", "/gone", "docs/../gone.md", "gone.png"])
def test_a_target_that_is_not_there(repository: Path, target: str) -> None:
    assert check(repository / "README.md", f"[가]({target})") == [f"'{target}': 가리키는 파일이 없습니다."]


@pytest.mark.parametrize("target", ["../secret.txt", "../gone.txt", "../other/guide.md", "../../other.md", "../../../img/a.png", "../../../../../etc/passwd"])
def test_a_target_out_of_the_repository(repository: Path, target: str) -> None:
    assert check(repository / "README.md", f"[가]({target})") == [f"'{target}': 저장소 밖을 가리켜 GitHub 같은 곳에서는 열리지 않습니다."]


def test_a_picture_is_no_page_of_a_code_host(repository: Path) -> None:
    assert len(check(repository / "README.md", "그림 ![](../main/a.png)")) == 1
    assert check(repository / "docs" / "README.md", "그림 ![](../images/a.png)") == []


@pytest.mark.parametrize("there", ["package.json", "requirements-dev.txt", "src/map.py", ".github/workflows/ci.yml", "img/b.png"])
def test_in_a_project_without_git_missing_files_are_told(tmp_path: Path, there: str) -> None:
    (tmp_path / there).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / there).write_text("", encoding="utf-8")
    assert len(check(tmp_path / "README.md", "[가](gone.md) ![](img/a.png) 그림")) == 2


@pytest.mark.parametrize("there", ["other.md", "김철수/이력서.md", "notes.txt", "report.pdf"])
def test_among_other_documents_missing_files_are_not_told(tmp_path: Path, there: str) -> None:
    (tmp_path / there).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / there).write_text("", encoding="utf-8")
    assert check(tmp_path / "README.md", "[가](gone.md) ![](img/a.png) 그림 [나](../gone.md)") == []


def test_references_start_at_the_folder_of_the_document(repository: Path) -> None:
    assert check(repository / "docs" / "README.md", "[가](guide.md), [나](../LICENSE), [다](LICENSE)") == ["'LICENSE': 가리키는 파일이 없습니다."]


def test_a_missing_folder_is_told_once(repository: Path) -> None:
    messages = check(repository / "README.md", "그림\n\n" + "\n\n".join(f"![](assets/{name}.png)" for name in "abc"))
    assert messages == ["'assets/': 가리키는 폴더가 없습니다."]


def test_outside_of_a_repository_nothing_above_the_folder_is_looked_at(tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "a.png").write_text("x", encoding="utf-8")
    assert check(folder / "a.md", "![](a.png) [가](../gone.md) [나](/gone.md)") == []
    assert check(folder / "a.md", "![](a.png) [가](gone.md)") == ["'gone.md': 가리키는 파일이 없습니다."]


def test_a_document_that_was_moved_alone_is_no_finding(tmp_path: Path) -> None:
    assert check(tmp_path / "a.md", "[가](gone.md) ![](images/gone.png)") == []


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_a_link_that_leaves_the_tree_is_not_followed(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    outside = repository.parent / "outside"
    outside.mkdir()
    (repository / "away").symlink_to(outside, target_is_directory=True)
    seen: list[str] = []
    scan = os.scandir

    def recording(folder: str | Path = ".") -> object:
        seen.append(os.path.realpath(folder))
        return scan(folder)

    monkeypatch.setattr(os, "scandir", recording)
    files = Files.of(str(repository), Tree(str(repository)))
    assert files.missing("away/gone.txt") is None
    assert files.missing("../outside/gone.txt") is None
    assert files.missing("docs/gone.md") == Path(os.path.realpath(repository)) / "docs" / "gone.md"
    assert seen and all(Path(folder).is_relative_to(os.path.realpath(repository)) for folder in seen)


def test_another_case_is_named(repository: Path) -> None:
    assert check(repository / "README.md", "![](images/A.png) 그림") == ["'images/A.png': 가리키는 파일이 없습니다(있는 것은 a.png. 대소문자까지 같아야 열립니다)."]


@pytest.mark.parametrize(
    "target",
    ["docs/guide.md#part", "docs/guide.md#Part", "docs/guide.md#guide", "docs/guide.md#top", "docs/guide.md#L3", "docs/guide.md", "images/a.png#gone", "docs/guide.md#mine", "docs/guide.md#굵은-제목", "docs/guide.md#part-1", "docs/guide.md#under"],
)
def test_a_heading_of_another_document_that_is_there(repository: Path, target: str) -> None:
    text = "# Guide\n\n## Part\n\n<a id='mine'></a>\n\n## **굵은** [제목](a)\n\n## Part\n\nUnder\n-----\n"
    (repository / "docs" / "guide.md").write_text(text, encoding="utf-8")
    assert check(repository / "README.md", f"[가]({target})") == []


def test_a_heading_of_another_document_that_is_not_there(repository: Path) -> None:
    assert check(repository / "README.md", "[가](docs/guide.md#gone)") == ["'docs/guide.md#gone': 가리키는 제목이 docs/guide.md에 없습니다."]


def test_a_file_that_git_ignores_is_not_there_for_others(tmp_path: Path) -> None:
    files = {".gitignore": "out/\nkept/\n", "app.py": "", "README.md": "x"}
    root = made(tmp_path / "map", files)
    for name in ("out/a.png", "kept/.gitkeep", "kept/b.png", "new.png"):
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text("x", encoding="utf-8")
    git(root, "add", "--force", "kept/.gitkeep", "kept/b.png")
    told = check(root / "README.md", "![](out/a.png) [나](kept/) ![](kept/b.png) ![](new.png) 그림")
    assert told == ["'out/a.png': 가리키는 파일을 git이 추적하지 않아 저장소에는 없습니다(.gitignore에 걸립니다)."]
