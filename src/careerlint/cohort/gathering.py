"""Gathering: which documents the paths of a call lead to, whose each is, and what was found that cannot be read."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from glob import has_magic
from itertools import islice, product
from pathlib import Path, PurePosixPath

from careerlint.cohort.archives import SUFFIX, Member, folders_of, leads_out, members_of
from careerlint.cohort.listings import find_stored, fixed_of, match_stored
from careerlint.cohort.manifests import ManifestRow, is_manifest, read_manifest
from careerlint.cohort.naming import person_name, shown_path
from careerlint.cohort.people import People
from careerlint.cohort.storage import is_address, local_path, name_of
from careerlint.discovery import UNREAD, find_files, is_document, is_searched
from careerlint.readers import too_large
from careerlint.readers.formats import SUFFIXES
from careerlint.readers.limits import Limits, UnreadableError
from careerlint.standing import is_file, is_folder, stored

_OTHER_ARCHIVES = (".7z", ".rar", ".alz", ".egg", ".tar", ".tgz")
"""Archives that are not opened and get a row that says so; .gz alone is a file of data more often."""
_WANTED = frozenset(SUFFIXES) | UNREAD | frozenset(_OTHER_ARCHIVES)
_ARCHIVE_DUST = "__MACOSX"
_MOST_SPELLINGS = 16


@dataclass(frozen=True, slots=True)
class Found:
    """One document: `path` as it is shown, `file` where it is (a name that is no UTF-8 in surrogates), `member` its entry in that archive.

    `root` names the folder or archive that was asked for; `told` says that a pattern or a manifest told the person. `failure`
    says why it is known already that it cannot be read.
    """

    path: str
    file: str
    person: str
    group: str = ""
    member: str = ""
    root: str = ""
    told: bool = False
    failure: UnreadableError | None = None


@dataclass(frozen=True, slots=True)
class Gatherer:
    """How paths become documents. `spared` leaves out files that settings exclude, `report` is the folder of the report itself."""

    people: People = field(default_factory=People)
    limits: Limits = field(default_factory=Limits)
    spared: Callable[[Path], bool] = lambda _: False
    report: Path | None = None

    def gather(self, paths: Sequence[str]) -> Iterator[Found]:
        """Every document once, in the order of the paths; several folders or archives are groups."""
        paths = [path if is_address(path) or (there := stored(Path(path))) == Path(path) else str(there) for path in map(local_path, paths)]
        roots = [path for path in paths if is_folder(Path(path)) or path.lower().endswith(SUFFIX) or (is_address(path) and not _is_wanted_name(name_of(path)))]
        named = [path for path in paths if is_file(Path(path)) and not path.lower().endswith(SUFFIX)]
        top = os.path.commonpath([Path(path).absolute().parent for path in named]) if named else ""
        seen: set[tuple[str, str, str]] = set()
        for path in paths:
            group = person_name(Path(os.path.normpath(path)).name or path) if len(roots) > 1 and path in roots else ""
            for found in self._below(path, group, top):
                # A file may be one document of two people: a manifest says so.
                key = (found.file if is_address(found.file) else os.path.realpath(found.file), found.member, found.person if found.told else "")
                if key not in seen:
                    seen.add(key)
                    yield found

    def _below(self, path: str, group: str, top: str) -> Iterator[Found]:
        place = Path(path)
        if is_address(path):
            yield from self._in_storage(path, group)
        elif is_folder(place):
            yield from self._in_folder(place, place, group)
        elif path.lower().endswith(SUFFIX) and is_file(place):
            yield from self._in_archive(place, (), group, path)
        elif is_manifest(place):
            yield from self._in_manifest(place)
        elif not os.path.lexists(path) and has_magic(path):
            yield from self._matching(path)
        else:
            folders = place.absolute().parent.relative_to(top).parts if top and is_file(place) else ()
            yield self._document(path, folders, group, top)

    def _in_folder(self, folder: Path, root: Path, group: str) -> Iterator[Found]:
        for path in find_files([folder], _WANTED | {SUFFIX}):
            if self.spared(path) or self._is_own(path):
                continue
            folders = path.parent.relative_to(root).parts
            if path.suffix.lower() == SUFFIX:
                yield from self._in_archive(path, folders or (path.stem,), group, str(root))
            else:
                yield self._document(str(path), folders, group, str(root))

    def _in_storage(self, address: str, group: str) -> Iterator[Found]:
        """The documents at an address, or at those that its pattern matches; people are folders below what is fixed of it."""
        fixed = fixed_of(address)
        count = 0
        for each in match_stored(address, fixed) if "*" in address else (address,):
            for file in find_stored(each, _is_wanted_name, is_searched):
                # As in folders: what is named is taken, what is found by a pattern only if it is a document.
                if each != address and not _is_wanted_name(file.name):
                    continue
                count += 1
                if file.address != each and self.spared(Path(file.address.removeprefix(fixed).strip("/"))):
                    continue
                folders = tuple(part for part in file.address.removeprefix(fixed).split("/")[:-1] if part)
                if file.name.lower().endswith(SUFFIX):
                    yield from self._in_archive(file.address, folders or (() if each == file.address else (PurePosixPath(file.name).stem,)), group, address)
                else:
                    found = self._document(file.address, folders, group, address)
                    yield replace(found, failure=too_large(self.limits)) if (file.size or 0) > self.limits.bytes else found
        if not count:
            nothing = UnreadableError("missing", "No document stands at this address; check it.", "이 주소에 문서가 없습니다. 주소를 확인하세요.")
            yield Found(shown_path(address), address, person_name(name_of(address)), failure=nothing)

    def _in_archive(self, archive: Path | str, folders: tuple[str, ...], group: str, root: str) -> Iterator[Found]:
        try:
            members = [member for member in members_of(archive, self.limits) if _is_wanted(member.path)]
        except UnreadableError as error:
            yield replace(self._document(str(archive), folders, group, root), failure=error)
            return
        shared = _shared_folder(members)
        for member in members:
            inner = folders_of(member.path)
            # A name that leads out stands in no folder of the class, so that it decides about nobody else.
            inner = inner[shared:] if member.failure is None or len(inner) > shared else inner
            yield self._member(archive, member, folders or inner or ((Path(archive).stem,) if leads_out(member.path) else ()), group, root)

    def _in_manifest(self, manifest: Path) -> Iterator[Found]:
        shown = shown_path(str(manifest))
        try:
            for row in read_manifest(manifest, self.limits):
                yield from self._in_row(row, manifest, shown)
        except UnreadableError as error:
            yield Found(shown, str(manifest), shown, failure=error)

    def _in_row(self, row: ManifestRow, manifest: Path, shown: str) -> Iterator[Found]:
        if not row.file:
            missing = UnreadableError("missing", f"Row {row.line} of the manifest names no file.", f"목록 {row.line}행에 파일 경로가 없습니다.")
            place = f"{shown}:{row.line}"
            yield Found(place, f"{manifest}:{row.line}", person_name(row.person or place), row.group, told=True, failure=missing)
            return
        path = Path(row.file)
        inside = (
            self._in_folder(path, path.parent, row.group) if is_folder(path)
            else self._in_archive(path, (path.stem,), row.group, shown) if path.suffix.lower() == SUFFIX and is_file(path)
            else (self._document(row.file, (), row.group, shown),)
        )  # fmt: skip
        for found in inside:
            # Without a person the manifest tells none, and the name of the file does.
            yield replace(found, person=person_name(row.person), told=True) if row.person else found

    def _matching(self, pattern: str) -> Iterator[Found]:
        """The files and folders of a glob; pathlib enters no links, so that no loop is followed."""
        parts = Path(pattern).parts
        fixed = next(index for index, part in enumerate(parts) if has_magic(part))
        root = stored(Path(*parts[:fixed])) if fixed else Path()
        matched = False
        for path in sorted({path for spelt in _spelt(parts[fixed:]) for path in root.glob(spelt)}):
            matched = True
            if is_folder(path):
                yield from self._in_folder(path, root, "")
            elif path.suffix.lower() == SUFFIX and is_file(path):
                yield from self._in_archive(path, path.parent.relative_to(root).parts or (path.stem,), "", str(root))
            elif is_document(path.name, _WANTED) and not self._is_own(path):
                yield self._document(str(path), path.parent.relative_to(root).parts, "", str(root))
        if not matched:
            nothing = UnreadableError("missing", "No file matches this pattern; check it.", "이 패턴에 맞는 파일이 없습니다. 패턴을 확인하세요.")
            yield Found(shown_path(pattern), pattern, person_name(pattern), failure=nothing)

    def _document(self, path: str, folders: tuple[str, ...], group: str, root: str) -> Found:
        name = Path(path).name
        failure = None
        if name.lower().endswith(_OTHER_ARCHIVES):
            failure = UnreadableError("unknown-type", "Of archives only .zip is opened; unpack this one.", "압축 파일은 .zip만 엽니다. 풀어서 주세요.")
        return Found(shown_path(path), path, self.people.of(folders, name), group, "", shown_path(root), bool(self.people.named(name)), failure)

    def _member(self, archive: Path | str, member: Member, folders: tuple[str, ...], group: str, root: str) -> Found:
        name = member.path.name
        path = f"{shown_path(str(archive))}/{shown_path(str(member.path))}"
        person = self.people.of(folders, name)
        failure = member.failure
        if failure is None and member.path.suffix.lower() in (SUFFIX, *_OTHER_ARCHIVES):
            failure = UnreadableError("unknown-type", "An archive inside an archive is not opened; unpack it.", "압축 파일 안의 압축 파일은 열지 않습니다. 풀어서 주세요.")
        return Found(path, str(archive), person, group, member.entry, shown_path(root), bool(self.people.named(name)), failure)

    def _is_own(self, path: Path) -> bool:
        return self.report is not None and Path(os.path.realpath(path)).is_relative_to(self.report)


def _is_wanted_name(name: str) -> bool:
    return is_document(name, _WANTED | {SUFFIX})


def _is_wanted(path: PurePosixPath) -> bool:
    folders = path.parts[:-1]
    return (
        _is_wanted_name(path.name)
        and all(is_searched(folder) and folder != _ARCHIVE_DUST for folder in folders if folder not in ("..", "/"))
    )  # fmt: skip


def _shared_folder(members: Sequence[Member]) -> int:
    """How many of the outer folders are those of the class and not of a person: one that holds all, with folders below it."""
    inside = [member.path.parts for member in members if not leads_out(member.path)]
    return 1 if len({parts[0] for parts in inside}) == 1 and all(len(parts) > 2 for parts in inside) else 0


def _spelt(steps: Sequence[str]) -> Iterator[str]:
    """A pattern in the ways that look the same: the letters of each step may be stored composed or not."""
    forms = [sorted({step, *(unicodedata.normalize(form, step) for form in ("NFC", "NFD"))}) for step in steps]
    return islice(map("/".join, product(*forms)), _MOST_SPELLINGS)
