"""Explaining: the page of a rule as text."""

from __future__ import annotations

from careerlint.model.rule import Rule

_TITLES = {
    "ko": {"why": "왜", "rewrite": "이렇게 고칩니다", "question": "면접 질문", "bad": "걸리는 예", "good": "괜찮은 예", "talk": "근거가 된 강연", "trial": "시험 중인 규칙입니다. --preview로 켭니다."},
    "en": {"why": "Why", "rewrite": "How to fix it", "question": "What an interviewer asks", "bad": "Fires on", "good": "Stays silent on", "talk": "Section of the talk", "trial": "A trial rule: switch it on with --preview."},
}


def explain(rule: Rule, language: str) -> str:
    """The rule's page as plain text: what, why, bad and good, how to fix, what an interviewer asks."""
    titles = _TITLES[language]
    lines = [f"{rule.code} {rule.name} ({rule.level})", "", rule.summary[language]]
    if rule.status == "trial":
        lines += ["", titles["trial"]]
    for key, texts in (("why", rule.why), ("rewrite", rule.rewrite), ("question", rule.question)):
        lines += ["", titles[key], f"  {texts[language]}"]
    for code in (language, "en" if language == "ko" else "ko"):
        examples = rule.examples.get(code)
        if examples is None:
            continue
        for key, texts_of in (("bad", examples.bad), ("good", examples.good)):
            if texts_of:
                lines += ["", f"{titles[key]} ({code})"]
                lines += ["  - " + text.strip().replace("\n", "\n    ") for text in texts_of[:4]]
    if rule.talk:
        lines += ["", f"{titles['talk']}: {', '.join(rule.talk)}"]
    return "\n".join(lines) + "\n"
