"""Which documents a call leads to, and whose they are."""

from __future__ import annotations

import io
import os
import stat
import unicodedata
import zipfile
from pathlib import Path

import pytest
from cohort_folders import ENGLISH, write_text, zip_of

from careerlint.cohort import archives
from careerlint.cohort.archives import member_bytes
from careerlint.cohort.gathering import Found, Gatherer
from careerlint.cohort.naming import folder_name, person_name
from careerlint.cohort.people import PersonPatternError, people_from
from careerlint.readers.limits import Limits, UnreadableError


def gather(*paths: Path | str, person_from: str | None = None, report: Path | None = None) -> dict[str, Found]:
    found = list(Gatherer(people_from(person_from), report=report).gather([str(path) for path in paths]))
    assert len({each.path for each in found}) == len(found)
    return {each.path: each for each in found}


def people(*paths: Path | str, person_from: str | None = None) -> dict[str, str]:
    return {Path(path).name: found.person for path, found in gather(*paths, person_from=person_from).items()}


def test_a_folder_is_a_person(tmp_path: Path) -> None:
    for place in ("mina/resume.md", "mina/work/README.md", "june/letter.txt", "flat.md"):
        write_text(tmp_path / place, ENGLISH)
    assert people(tmp_path) == {"resume.md": "mina", "README.md": "mina", "letter.txt": "june", "flat.md": "flat"}


def test_a_pattern_in_quotes_has_the_people_below_its_fixed_part(tmp_path: Path) -> None:
    for place in ("mina/resume.md", "june/resume.md", "june/notes.csv"):
        write_text(tmp_path / place, ENGLISH)
    found = gather(f"{tmp_path}/*/*.md")
    assert {Path(each.file).parent.name: each.person for each in found.values()} == {"mina": "mina", "june": "june"}


def test_files_that_a_shell_has_spelled_out_are_told_apart_by_their_folders(tmp_path: Path) -> None:
    paths = [write_text(tmp_path / place, ENGLISH) for place in ("mina/a.md", "june/b.md")]
    assert people(*paths) == {"a.md": "mina", "b.md": "june"}
    assert people(paths[0]) == {"a.md": "a"}


def test_a_name_that_says_only_the_kind_leaves_the_person_to_the_folder(tmp_path: Path) -> None:
    names = ("README.md", "portfolio_final.md", "포트폴리오 (2).md", "이력서.md", "resume 2.md")
    for person in ("mina", "june"):
        for name in names:
            write_text(tmp_path / person / name, ENGLISH)
    found = gather(tmp_path, person_from="name").values()
    assert {Path(each.file).parent.name: each.person for each in found} == {"mina": "mina", "june": "june"}
    assert {each.person for each in found} == {"mina", "june"}


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("name", {"홍길동_이력서.md": "홍길동", "홍길동_포트폴리오.md": "홍길동", "Kim Mina resume.md": "Kim Mina", "이력서-김미나.md": "이력서-김미나"}),
        (r"^(\w+?)_", {"홍길동_이력서.md": "홍길동", "홍길동_포트폴리오.md": "홍길동", "Kim Mina resume.md": "Kim Mina resume", "이력서-김미나.md": "이력서-김미나"}),
        (r"-(?P<person>.+)\.md", {"홍길동_이력서.md": "홍길동_이력서", "홍길동_포트폴리오.md": "홍길동_포트폴리오", "Kim Mina resume.md": "Kim Mina resume", "이력서-김미나.md": "김미나"}),
    ],
)
def test_a_name_tells_the_person(pattern: str, expected: dict[str, str], tmp_path: Path) -> None:
    for name in expected:
        write_text(tmp_path / name, ENGLISH)
    assert people(tmp_path, person_from=pattern) == expected


def test_a_pattern_that_is_none_is_told() -> None:
    with pytest.raises(PersonPatternError, match="regular expression"):
        people_from("(")


def test_decomposed_names_are_the_same_person(tmp_path: Path) -> None:
    for form in ("NFC", "NFD"):
        write_text(tmp_path / f"{unicodedata.normalize(form, '홍길동')}_{form}.md", ENGLISH)
    assert set(people(tmp_path, person_from="name").values()) == {"홍길동"}


def test_names_that_look_the_same_are_found_in_either_form(tmp_path: Path) -> None:
    folder = tmp_path / unicodedata.normalize("NFD", "김철수")
    write_text(folder / "이력서.md", ENGLISH)
    write_text(tmp_path / "people.csv", "path,person\n김철수/이력서.md,김철수\n")
    for asked in (tmp_path / "people.csv", tmp_path / "김철수" / "이력서.md", tmp_path / "김철수", f"{tmp_path}/김철수/*.md", f"{tmp_path}/김*/이력서.md"):
        (found,) = gather(asked).values()
        assert found.failure is None and Path(found.file).is_file(), asked


def test_the_report_and_own_copies_are_no_documents(tmp_path: Path) -> None:
    write_text(tmp_path / "mina" / "a.md", ENGLISH)
    write_text(tmp_path / "mina" / "a.careerlint.md", ENGLISH)
    write_text(tmp_path / "report" / "summary.md", ENGLISH)
    assert [Path(path).name for path in gather(tmp_path, report=tmp_path / "report")] == ["a.md"]


def test_several_folders_are_groups(tmp_path: Path) -> None:
    for place in ("morning/mina/a.md", "evening/june/b.md"):
        write_text(tmp_path / place, ENGLISH)
    found = gather(tmp_path / "morning", tmp_path / "evening")
    assert {each.person: each.group for each in found.values()} == {"mina": "morning", "june": "evening"}
    assert {each.group for each in gather(tmp_path / "morning").values()} == {""}


def test_a_pattern_that_nothing_matches_is_told(tmp_path: Path) -> None:
    assert [each.failure.kind if each.failure else "" for each in gather(f"{tmp_path}/*.docx").values()] == ["missing"]


# Manifests


MANIFEST = "path,person,group\n{path},김미나,오전\nb.md,,저녁\n,홍길동,오전\nmissing.md,이준,오전\n\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949", "utf-16"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_a_manifest_tells_person_and_group(encoding: str, mark: str, tmp_path: Path) -> None:
    name = unicodedata.normalize("NFD", "가.md")
    for each in (name, "b.md"):
        write_text(tmp_path / each, ENGLISH)
    text = MANIFEST.replace(",", mark).format(path="가.md")
    (tmp_path / "people.csv").write_bytes(text.encode(encoding))
    found = list(gather(tmp_path / "people.csv").values())
    assert [(each.person, each.group) for each in found] == [("김미나", "오전"), ("b", "저녁"), ("홍길동", "오전"), ("이준", "오전")]
    assert [each.failure.kind if each.failure else "" for each in found] == ["", "", "missing", ""]
    assert found[0].file == str(tmp_path / name)
    assert found[2].failure is not None
    assert "4" in str(found[2].failure)


def test_a_row_may_be_a_folder_and_a_document_of_two_people(tmp_path: Path) -> None:
    for place in ("team/a.md", "b.md"):
        write_text(tmp_path / place, ENGLISH)
    write_text(tmp_path / "people.csv", "경로,이름\nteam,김미나\nb.md,김미나\nb.md,이준\nb.md,이준\n")
    found = list(Gatherer().gather([str(tmp_path / "people.csv")]))
    assert [(Path(each.file).name, each.person) for each in found] == [("a.md", "김미나"), ("b.md", "김미나"), ("b.md", "이준")]


def test_a_table_without_paths_is_told(tmp_path: Path) -> None:
    write_text(tmp_path / "marks.csv", "name,mark\nmina,1\n")
    [found] = gather(tmp_path / "marks.csv").values()
    assert found.failure is not None and "no column 'path'" in found.failure.message and "'경로' 열이 없습니다" in found.failure.message_ko


# Archives


def test_an_archive_is_read_where_it_is(tmp_path: Path) -> None:
    (tmp_path / "class.zip").write_bytes(zip_of({"class/mina/resume.md": ENGLISH, "class/june/letter.txt": ENGLISH, "__MACOSX/class/mina/._resume.md": "x", "class/mina/photo.png": "x"}))
    found = gather(tmp_path / "class.zip")
    assert {path.removeprefix(str(tmp_path)): each.person for path, each in found.items()} == {"/class.zip/class/june/letter.txt": "june", "/class.zip/class/mina/resume.md": "mina"}
    assert member_bytes(tmp_path / "class.zip", "class/mina/resume.md", Limits()) == ENGLISH.encode()
    assert [path.name for path in tmp_path.iterdir()] == ["class.zip"]


def test_an_archive_in_a_folder_is_its_owners(tmp_path: Path) -> None:
    (tmp_path / "mina").mkdir()
    (tmp_path / "mina" / "all.zip").write_bytes(zip_of({"x/a.md": ENGLISH}))
    (tmp_path / "june.zip").write_bytes(zip_of({"x/b.md": ENGLISH}))
    assert people(tmp_path) == {"a.md": "mina", "b.md": "june"}


def test_names_of_a_korean_archive_are_read(tmp_path: Path) -> None:
    name = "김미나/이력서.md"
    data = zip_of({"AAAAAA/BBBBBB.md": ENGLISH})
    (tmp_path / "a.zip").write_bytes(data.replace(b"AAAAAA/BBBBBB.md", name.encode("cp949")))
    assert people(tmp_path / "a.zip") == {"이력서.md": "김미나"}


def test_what_an_archive_may_not_do(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("link.md")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("../escape.md", ENGLISH)
        file.writestr("/absolute.md", ENGLISH)
        file.writestr("inner.zip", zip_of({"a.md": ENGLISH}))
        file.writestr("bomb.md", b"a" * 60_000_000)
        file.writestr("flat.txt", b"a" * 20_000_000)
        file.writestr(link, "/etc/passwd")
        file.writestr("good.md", ENGLISH)
    (tmp_path / "a.zip").write_bytes(buffer.getvalue())
    found = gather(tmp_path / "a.zip")
    errors = {path.rsplit("/", 1)[-1]: each.failure.kind if each.failure else "" for path, each in found.items()}
    assert errors == {"escape.md": "broken", "absolute.md": "broken", "inner.zip": "unknown-type", "bomb.md": "too-large", "flat.txt": "too-large", "good.md": ""}


def test_a_bad_entry_has_a_row_of_its_own_and_changes_nobody_else(tmp_path: Path) -> None:
    good: dict[str, str | bytes] = {"class/mina/resume.md": ENGLISH, "class/june/프로젝트: 항구/letter.txt": ENGLISH}
    bad: dict[str, str | bytes] = {"../escape.md": ENGLISH, "class/june/../../out.md": ENGLISH, "C:/users/x.md": ENGLISH, "/etc/hosts.txt": ENGLISH, "class/sora/work.zip": "x", "class/sora/work.7z": "x"}
    (tmp_path / "2반.zip").write_bytes(zip_of(good))
    alone = {found.member: found.person for found in gather(tmp_path / "2반.zip").values()}
    (tmp_path / "2반.zip").write_bytes(zip_of(good | bad))
    found = {each.member: each for each in gather(tmp_path / "2반.zip").values()}
    assert {member: found[member].person for member in good} == alone == {"class/mina/resume.md": "mina", "class/june/프로젝트: 항구/letter.txt": "june"}
    assert all(found[member].failure is None for member in good)
    assert set(found) == set(good) | set(bad)
    assert {member: (each.person, each.failure.kind) for member, each in found.items() if each.failure} == {
        "../escape.md": ("2반", "broken"), "class/june/../../out.md": ("june", "broken"), "C:/users/x.md": ("users", "broken"), "/etc/hosts.txt": ("etc", "broken"),
        "class/sora/work.zip": ("sora", "unknown-type"), "class/sora/work.7z": ("sora", "unknown-type"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("C:park/cv.md", "park"), ("C:\\park\\cv.md", "park"), ("c:cv.md", "2반"), ("\\\\server\\share\\cv.md", "share"), ("/park/cv.md", "park"),
        ("..\\park\\cv.md", "park"), ("class/../../park/cv.md", "park"), ("../cv.md", "2반"),
    ],
)  # fmt: skip
def test_a_name_that_leads_out_is_not_read_and_moves_nobody(tmp_path: Path, name: str, person: str) -> None:
    good: dict[str, str | bytes] = {"class/mina/resume.md": ENGLISH, "class/june/letter.txt": ENGLISH}
    (tmp_path / "2반.zip").write_bytes(zip_of({**good, name: ENGLISH}))
    found = {each.member: each for each in gather(tmp_path / "2반.zip").values()}
    [bad] = [each for each in found.values() if each.failure]
    assert (bad.member, bad.person, bad.failure and bad.failure.kind) == (name, person, "broken")
    assert {member: found[member].person for member in good} == {"class/mina/resume.md": "mina", "class/june/letter.txt": "june"}


def test_an_archive_that_is_not_opened_has_a_row(tmp_path: Path) -> None:
    (tmp_path / "mina").mkdir()
    for name in ("mina/work.rar", "june.egg", "data.gz"):
        (tmp_path / name).write_bytes(b"x")
    found = gather(tmp_path)
    assert {Path(path).name: (each.person, each.failure and each.failure.kind) for path, each in found.items()} == {"work.rar": ("mina", "unknown-type"), "june.egg": ("june", "unknown-type")}


def test_an_entry_that_lies_about_its_size_is_broken(tmp_path: Path) -> None:
    data = bytearray(zip_of({"a.md": b"a" * 1000}))
    directory = data.rindex(b"PK\x01\x02")
    data[directory + 24 : directory + 28] = (10).to_bytes(4, "little")
    (tmp_path / "a.zip").write_bytes(bytes(data))
    with pytest.raises(UnreadableError) as raised:
        member_bytes(tmp_path / "a.zip", "a.md", Limits())
    assert raised.value.kind == "broken"


# Names


@pytest.mark.parametrize(
    ("name", "expected"),
    [("홍길동", "홍길동"), ("a/b\\c:d", "a_b_c_d"), ("CON", "_CON"), ("nul.txt", "_nul.txt"), ("..", "_"), (" . ", "_"), ("end. ", "end"), ("a\x1b[0m", "a_[0m")],
)
def test_a_folder_has_a_name_that_every_system_takes(name: str, expected: str) -> None:
    assert folder_name(name, set()) == expected


def test_names_of_folders_are_short_and_apart() -> None:
    taken: set[str] = set()
    names = [folder_name(name, taken) for name in ("가" * 80, "가" * 81, "Mina", "mina", "MINA")]
    assert all(len(name.encode()) <= 100 for name in names)
    assert len({name.casefold() for name in names}) == 5
    assert names[2:] == ["Mina", "mina (2)", "MINA (3)"]


def test_a_name_of_a_person_is_safe_to_show() -> None:
    assert person_name(os.fsdecode(b"a\xff\x1b[31m")) == "a\\xff\N{REPLACEMENT CHARACTER}[31m"
    assert person_name("  ") == "?"


def test_two_long_names_that_begin_alike_are_two_people() -> None:
    first, second = (person_name("2026 spring, data analysis, section 3, final portfolio as handed in on the last day by " + name) for name in ("Ava", "Mia"))
    assert first != second
    assert max(len(first), len(second)) <= 80


def test_an_archive_with_more_than_can_be_read_is_read_up_to_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "_MOST_BYTES", 250)
    archive = tmp_path / "a.zip"
    archive.write_bytes(zip_of({f"{name}.md": "x" * 100 for name in "abc"}))
    failures = {str(member.path): member.failure.kind if member.failure is not None else "" for member in archives.members_of(archive, Limits())}
    assert failures == {"a.md": "", "b.md": "", "c.md": "too-large"}


def test_an_archive_with_an_endless_directory_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Long names make a large directory of few files."""
    archive = tmp_path / "a.zip"
    archive.write_bytes(zip_of({f"{name * 200}.md": ENGLISH for name in "abc"}))
    assert len(list(archives.members_of(archive, Limits()))) == 3
    other = tmp_path / "b.zip"
    other.write_bytes(archive.read_bytes())
    monkeypatch.setattr(archives, "_LARGEST_DIRECTORY", 500)
    with pytest.raises(UnreadableError) as failure:
        list(archives.members_of(other, Limits()))
    assert failure.value.kind == "too-large"
