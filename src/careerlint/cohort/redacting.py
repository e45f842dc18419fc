"""Redacting: the rows of a cohort without the words of documents, the names of files and the names of people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from hashlib import sha256

from careerlint.cohort.rows import Change, Cohort, DocumentRow, EntryRow, FindingRow, SharedText
from careerlint.expression import Expression
from careerlint.model.rule import Rule
from careerlint.model.story import ELEMENTS
from careerlint.readers.limits import MESSAGES

_NAMES = {
    "ko": {"person": "사람 {}", "document": "문서 {}", "group": "그룹 {}", "unread": "읽지 못했습니다."},
    "en": {"person": "person {}", "document": "document {}", "group": "group {}", "unread": "It could not be read."},
}
_WORD = Expression(r"[^\W_]+")


def redact_cohort(cohort: Cohort, rules: Mapping[str, Rule]) -> Cohort:
    """The cohort as it may be passed on: counts, rules, levels, kinds and groups, and an alias for each person and document.

    The number of an alias comes from a hash of the person's name and the bytes of their documents, so that it tells nothing of
    the order of names; Messages hold the writer's words, so the summary of
    the rule stands in for them. Hashes of bytes and of words can be compared with those of a known file or a guessed word, so
    they go too; offsets tell how long a name is, so they are 0. A group keeps its name unless it holds the name of a person.
    Aliases are stable within one report: another person more may move all numbers.
    """
    aliases = person_aliases(cohort)
    groups = _group_aliases(cohort)
    paths = _path_aliases(cohort, aliases)
    findings = sorted((_finding(row, aliases, groups, paths, rules, cohort.language) for row in cohort.findings), key=lambda row: (row.path, row.code))
    return replace(
        cohort,
        documents=tuple(sorted((_document(row, aliases, groups, paths, cohort.language) for row in cohort.documents), key=lambda row: row.path)),
        findings=tuple(replace(row, fingerprint=_number_hash(row, number)) for number, row in enumerate(findings)),
        entries=tuple(
            sorted((_entry(row, aliases, groups, paths) for row in cohort.entries), key=lambda row: (row.path, row.told)),
        ),
    )


def redact_changes(changes: Iterable[Change], aliases: Mapping[str, str]) -> tuple[Change, ...]:
    """The changes with aliases; who is not in the cohort any more is left out."""
    known = (replace(change, person=aliases[change.person]) for change in changes if change.person in aliases)
    return tuple(sorted(known, key=lambda change: change.person))


def redact_shared(shared: Iterable[SharedText]) -> tuple[SharedText, ...]:
    """How many people share a text, without the text."""
    return tuple(replace(text, text="") for text in shared)


def person_aliases(cohort: Cohort) -> dict[str, str]:
    """An alias for each person: "person 001"."""
    contents: dict[str, list[str]] = {}
    for row in cohort.documents:
        contents.setdefault(row.person, []).append(row.content)
    keys = {person: sha256("\0".join((person, *sorted(held))).encode(errors="surrogatepass")).digest() for person, held in contents.items()}
    return _numbered(sorted(keys, key=lambda person: keys[person]), _NAMES[cohort.language]["person"])


def _group_aliases(cohort: Cohort) -> dict[str, str]:
    """What each group is called: itself, or a number where it holds a word that stands in one person's name only."""
    people = {row.person for row in cohort.documents}
    words = Counter(word for person in people for word in set(_WORD.findall(person.casefold())) if len(word) > 1 and not word.isdigit())
    telling = {word for word, count in words.items() if count == 1}
    groups = sorted({row.group for row in cohort.documents})
    named = [group for group in groups if _holds(group.casefold(), telling)]
    named.sort(key=lambda group: sha256(group.encode(errors="surrogatepass")).digest())
    return {group: group for group in groups} | _numbered(named, _NAMES[cohort.language]["group"])


def _holds(group: str, words: set[str]) -> bool:
    """Whether one of the words stands in the group; one in Hangul also where a particle or another word follows without a space."""
    return not words.isdisjoint(_WORD.findall(group)) or any(word in group for word in words if not word.isascii())


def _path_aliases(cohort: Cohort, aliases: Mapping[str, str]) -> dict[str, str]:
    """An alias for each document under that of its person; the number tells nothing of the order of names."""
    held: dict[str, list[DocumentRow]] = {}
    for row in cohort.documents:
        held.setdefault(row.person, []).append(row)
    paths: dict[str, str] = {}
    for person, rows in held.items():
        rows.sort(key=lambda row: sha256(f"{row.content}\0{row.path}".encode(errors="surrogatepass")).digest())
        numbered = _numbered([row.path for row in rows], _NAMES[cohort.language]["document"])
        paths |= {path: f"{aliases[person]}/{alias}" for path, alias in numbered.items()}
    return paths


def _numbered(names: list[str], pattern: str) -> dict[str, str]:
    digits = max(3, len(str(len(names))))
    return {name: pattern.format(f"{number:0{digits}}") for number, name in enumerate(names, 1)}


def _document(row: DocumentRow, aliases: Mapping[str, str], groups: Mapping[str, str], paths: Mapping[str, str], language: str) -> DocumentRow:
    elements = {name for name, _ in ELEMENTS}
    return replace(
        row,
        path=paths[row.path],
        person=aliases[row.person],
        group=groups[row.group],
        content="",
        strengths=tuple(name for name in row.strengths if name in elements),
        duplicate_of=paths.get(row.duplicate_of, ""),
        reason=_reason(row.error, language) if row.error else "",
    )


def _reason(error: str, language: str) -> str:
    """What is known of the kind, without the name of the file."""
    for kind, texts in MESSAGES.items():
        if kind == error:
            return texts[language == "ko"]
    return _NAMES[language]["unread"]


def _finding(
    row: FindingRow, aliases: Mapping[str, str], groups: Mapping[str, str], paths: Mapping[str, str], rules: Mapping[str, Rule], language: str
) -> FindingRow:
    rule = rules.get(row.code)
    return replace(
        row,
        path=paths[row.path],
        person=aliases[row.person],
        group=groups[row.group],
        message=rule.summary[language] if rule else row.name,
        text="",
        start=0,
        end=0,
    )


def _entry(row: EntryRow, aliases: Mapping[str, str], groups: Mapping[str, str], paths: Mapping[str, str]) -> EntryRow:
    return replace(row, path=paths[row.path], person=aliases[row.person], group=groups[row.group], title="")


def _number_hash(row: FindingRow, number: int) -> str:
    """A name of a finding in one redacted report: it is made of nothing but its place there."""
    return sha256(f"{row.path}\0{row.code}\0{number}".encode()).hexdigest()[:20]
