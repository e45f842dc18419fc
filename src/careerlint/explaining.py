"""Explaining: the page of a rule, as text for the terminal and as Markdown for the documentation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from careerlint.expression import Expression
from careerlint.model.families import FAMILIES
from careerlint.model.rule import Rule

_TITLES = {
    "ko": {
        "why": "왜", "rewrite": "이렇게 고칩니다", "question": "면접 질문", "bad": "걸리는 예, 찾은 말은 [[ ]] 사이", "good": "괜찮은 예", "talk": "근거가 된 강연",
        "beyond": "강연에는 없고 careerlint가 더한 규칙입니다.", "trial": "시험 중인 규칙입니다. --preview로 켭니다.",
    },
    "en": {
        "why": "Why", "rewrite": "How to fix it", "question": "What an interviewer asks", "bad": "Fires on the words between [[ ]]", "good": "Stays silent on",
        "talk": "Section of the talk", "beyond": "Not from the talk: careerlint adds this rule.",
        "trial": "A trial rule: switch it on with --preview.",
    },
}
_LEVELS = {"ko": {"error": "오류", "warning": "경고", "note": "참고"}, "en": {"error": "error", "warning": "warning", "note": "note"}}
_VALUE = Expression(r"\{[a-z]+\}")
_SHOWN = 4
"""Examples of a sort on one page."""


def explain(rule: Rule, language: str) -> str:
    """The rule's page as plain text: what, why, bad and good, how to fix, what an interviewer asks."""
    titles = _TITLES[language]
    lines = [f"{rule.code} {rule.name} ({_LEVELS[language][rule.level]})", "", rule.summary[language]]
    if rule.levels_told:
        lines += ["", rule.levels_told[language]]
    if rule.status == "trial":
        lines += ["", titles["trial"]]
    for title, text in _paragraphs(rule, language):
        lines += ["", title, f"  {text}"]
    for title, code, examples in _examples(rule, language):
        lines += ["", f"{title} ({code})"]
        lines += ["  - " + text.strip().replace("\n", "\n    ") for text in examples]
    lines += ["", f"{titles['talk']}: {', '.join(rule.talk)}" if rule.talk else titles["beyond"]]
    return "\n".join(lines) + "\n"


def rule_page(rule: Rule) -> str:
    """The rule's page as Markdown, in both languages, English first: the same text that `explain` prints."""
    lines = [f"# {rule.code} {rule.name}"]
    for language, name in (("en", "English"), ("ko", "한국어")):
        titles = _TITLES[language]
        lines += ["", f"## {name}", "", f"**{_LEVELS[language][rule.level]}** · {rule.summary[language]}"]
        if rule.levels_told:
            lines += ["", rule.levels_told[language]]
        if rule.status == "trial":
            lines += ["", f"*{titles['trial']}*"]
        for title, text in _paragraphs(rule, language):
            lines += ["", f"### {title}", "", text]
        for title, _, examples in _examples(rule, language, own=True):
            lines += ["", f"### {title}"]
            for example in examples:
                lines += ["", "```text", example.strip(), "```"]
        lines += ["", f"{titles['talk']}: {', '.join(rule.talk)}" if rule.talk else titles["beyond"]]
    return "\n".join(lines) + "\n"


def rule_index(rules: Sequence[Rule]) -> str:
    """The index of the rule pages as Markdown: by family, then by section of the talk; rules ordered by code."""
    lines = ["# The rules", "", "Written by `careerlint rules pages`; the same text that `careerlint explain CODE` prints.", "", "## By family"]
    for family in dict.fromkeys([*FAMILIES, *(rule.family for rule in rules)]):
        own = [rule for rule in rules if rule.family == family]
        if own:
            lines += ["", f"### {family}: {FAMILIES[family].demand if family in FAMILIES else family}", "", "| rule | level | what it finds | 무엇을 찾는지 |", "|---|---|---|---|"]
            lines += [_row(rule) for rule in own]
    lines += ["", "## By section of the talk", ""]
    for section in sorted({section for rule in rules for section in rule.talk}):
        lines.append(f"- **{section}**: " + ", ".join(f"[{rule.code}]({rule.code}.md) {rule.name}" for rule in rules if section in rule.talk))
    return "\n".join(lines) + "\n"


def _row(rule: Rule) -> str:
    level = f"{rule.level}, trial" if rule.status == "trial" else rule.level
    cells = (f"[{rule.code}]({rule.code}.md) {rule.name}", level, rule.summary["en"], rule.summary["ko"])
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _paragraphs(rule: Rule, language: str) -> Iterator[tuple[str, str]]:
    for key, texts in (("why", rule.why), ("rewrite", rule.rewrite), ("question", rule.question)):
        # What a finding fills in has no value on the page of its rule.
        yield _TITLES[language][key], _VALUE.sub("〈…〉", texts[language])


def _examples(rule: Rule, language: str, *, own: bool = False) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Title, language and the first examples of each sort; those of the page's language first, or only those."""
    for code in (language,) if own else (language, "en" if language == "ko" else "ko"):
        examples = rule.shown(code)
        for key, texts in (("bad", examples.bad), ("good", examples.good)) if examples else ():
            if texts:
                yield _TITLES[language][key], code, _plainest(texts)


def _plainest(texts: Sequence[str]) -> tuple[str, ...]:
    """A few examples as they are shown: those of one line that say something first, in their order, without the bullet of a list."""
    ranked = sorted(texts, key=lambda text: ("\n" in text.strip(), not any(letter.isalnum() for letter in _marked(text))))
    return tuple(_without_bullet(text.strip()) for text in ranked[:_SHOWN])


def _marked(text: str) -> str:
    """The words between the marks; the whole text where there are none."""
    return text.partition("[[")[2].rpartition("]]")[0] or text


def _without_bullet(text: str) -> str:
    return text.removeprefix("- ") if "\n" not in text else text
