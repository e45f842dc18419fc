"""Generated cohorts: rows with Korean and English names, the same for the same seed."""

from __future__ import annotations

import random
from hashlib import sha256

from careerlint.cohort.rows import Cohort, DocumentRow, EntryRow, FindingRow
from careerlint.model.finding import LEVELS, Level
from careerlint.model.story import ELEMENTS

FAMILIES, GIVEN = "김이박최정강조윤장임한오서신권황", ("민준", "서연", "도윤", "지우", "하준", "서윤", "은우", "하은", "시우", "수아")
FIRST, LAST = ("Emma", "Noah", "Olivia", "Liam", "Ava", "Mason"), ("Clarke", "Patel", "Novak", "Okafor", "Rivera", "Brandt")
CODES: tuple[tuple[str, str, Level], ...] = (
    ("STO001", "bare-failure", "error"), ("RES002", "no-metric", "warning"), ("FMT005", "placeholder", "error"), ("OWN002", "soft-skill-claim", "warning"),
    ("WHY002", "no-alternative", "note"), ("CHG001", "as-is-use", "warning"), ("FMT013", "misspelled-name", "note"),
)  # fmt: skip
WORDS = ("성능이 나아지지 않았습니다", "잘 안되더라구요", "OO기업", "맡은 일을 했습니다", "did not help", "strong communication skills", "used ResNet as it is")
KINDS = ("resume", "cover-letter", "portfolio", "project")


def generated_cohort(people: int = 40, seed: int = 1, groups: tuple[str, ...] = ("1반", "2반", "Track A"), language: str = "ko") -> Cohort:
    """People with one to three documents, some of which could not be read, some twice the same, some without a finding."""
    chance = random.Random(seed)
    documents: list[DocumentRow] = []
    findings: list[FindingRow] = []
    entries: list[EntryRow] = []
    for number in range(people):
        person = _name(chance, number)
        group = chance.choice(groups) if groups else ""
        for part in range(chance.randint(1, 3)):
            path = f"{person}/{part}-{chance.choice(KINDS)}.md"
            content = sha256(path.encode()).hexdigest()
            if chance.random() < 0.1:
                documents.append(DocumentRow(path, person, group, content, error=chance.choice(("encrypted", "no-text", "mystery")), reason="암호"))
                continue
            own = [_finding(chance, path, person, group, place) for place in range(chance.choice((0, 0, 1, 3, 6)))]
            levels = [finding.level for finding in own]
            documents.append(
                DocumentRow(
                    path, person, group, content, "markdown", chance.choice(KINDS), "ko", None, 20, levels.count("error"), levels.count("warning"),
                    levels.count("note"), duplicate_of=documents[0].path if documents and chance.random() < 0.05 else "",
                )
            )
            findings += own
            told = range(chance.randint(0, 4))
            entries += [EntryRow(path, person, group, f"과제 {place}", tuple(chance.random() < 0.4 for _ in ELEMENTS)) for place in told]
    documents.sort(key=lambda row: row.path)
    findings.sort(key=lambda row: (row.path, row.start))
    entries.sort(key=lambda row: row.path)
    return Cohort(tuple(documents), tuple(findings), tuple(entries), "0.1.0", "0123456789abcdef", "2026-01-01", language)


def _name(chance: random.Random, number: int) -> str:
    name = chance.choice(FAMILIES) + chance.choice(GIVEN) if chance.random() < 0.7 else f"{chance.choice(FIRST)} {chance.choice(LAST)}"
    return f"{name} {number:03}"


def _finding(chance: random.Random, path: str, person: str, group: str, place: int) -> FindingRow:
    code, name, level = chance.choice(CODES)
    if chance.random() < 0.1:
        level = chance.choice(LEVELS)
    text = chance.choice(WORDS)
    fingerprint = sha256(f"{path}{place}".encode()).hexdigest()[:20]
    return FindingRow(path, person, group, code, name, level, f"'{text}': 이유가 없습니다.", text, place * 100, place * 100 + len(text), fingerprint)
