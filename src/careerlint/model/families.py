"""Families of rules: what each is called, and what its rules ask of a document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Family:
    """The `name` of a family by language, as a filter shows it, and its `demand`, the title of its rules in the index."""

    name: Mapping[str, str]
    demand: str


FAMILIES: Mapping[str, Family] = {
    "CHG": Family({"ko": "변경과 개선", "en": "Change"}, "Show what you changed and improved"),
    "STO": Family({"ko": "이야기와 역경", "en": "Story"}, "Tell the story, with its adversity"),
    "HON": Family({"ko": "과장", "en": "Honesty"}, "No inflated claims"),
    "WHY": Family({"ko": "이유", "en": "Reasons"}, "Give reasons"),
    "RES": Family({"ko": "결과", "en": "Results"}, "Results, not acquisition"),
    "OWN": Family({"ko": "협업과 오너십", "en": "Ownership"}, "Collaboration, ownership, impact, craftsmanship"),
    "ATT": Family({"ko": "태도", "en": "Attitude"}, "Attitude"),
    "FOC": Family({"ko": "초점과 직무", "en": "Focus"}, "Focus and fit"),
    "REP": Family({"ko": "재현과 README", "en": "Reproduction"}, "Reproduction and the README"),
    "FMT": Family({"ko": "형식", "en": "Format"}, "Readable by people and parsers"),
    "PRV": Family({"ko": "개인정보", "en": "Privacy"}, "Privacy"),
}
"""By the letters that open the codes of their rules, in the order of the index; a family of the user's own has its letters for a name."""
