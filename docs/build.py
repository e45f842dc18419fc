"""Makes docs/talk-coverage.md from docs/talk.yml and the rule files; run it after a change of either: python docs/build.py."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from careerlint.model.rule import Rule
from careerlint.rules.rule_set import load_rule_set

FOLDER = Path(__file__).parent
_KEYS = {"says", "en", "rules", "carried", "cannot", "refused"}


def load_talk() -> dict[str, Any]:
    """The talk's advice by section; raises ValueError for a key that means nothing."""
    talk: dict[str, Any] = yaml.safe_load((FOLDER / "talk.yml").read_text(encoding="utf-8"))
    for section, item in talk["sections"].items():
        for advice in item["advice"]:
            unknown = set(advice) - _KEYS
            if unknown or not {"says", "en"} <= set(advice) or not {"rules", "carried", "cannot", "refused"} & set(advice):
                raise ValueError(f"{section}: {advice}")
    return talk


def coverage_page(talk: Mapping[str, Any], rules: Mapping[str, Rule]) -> str:
    """The page: a table for each section, then what was counted."""
    lines = [
        "# What of the talk the tool carries", "",
        "Written by `docs/build.py` from [talk.yml](talk.yml). Every advice of the talk, the rule or part of the tool that carries it, or why a",
        "document cannot show it, or why it is left out on purpose.",
    ]
    advices = [advice for item in talk["sections"].values() for advice in item["advice"]]
    carried = sum(bool(advice.get("rules") or advice.get("carried")) for advice in advices)
    refused = sum("refused" in advice for advice in advices)
    unseen = sum("cannot" in advice for advice in advices)
    lines += ["", f"{len(advices)} advices: {carried} carried, {unseen} that no document shows, {refused} refused or carried without their reason."]
    for section, item in talk["sections"].items():
        lines += ["", f"## {section} {item['title']}", "", "| the talk says | that is | carried by | or not, because |", "|---|---|---|---|"]
        lines += [_row(advice, talk["reasons"], rules) for advice in item["advice"]]
    return "\n".join(lines) + "\n"


def _row(advice: Mapping[str, Any], reasons: Mapping[str, str], rules: Mapping[str, Rule]) -> str:
    carried = [f"[{code}](rules/{code}.md) {rules[code].name}" for code in advice.get("rules", ())]
    if "carried" in advice:
        carried.append(advice["carried"])
    not_because = " ".join(_reasons(advice, reasons))
    cells = (advice["says"], advice["en"], ", ".join(carried), not_because)
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _reasons(advice: Mapping[str, Any], reasons: Mapping[str, str]) -> Iterator[str]:
    if "cannot" in advice:
        yield reasons[advice["cannot"]] + "."
    if "refused" in advice:
        yield "Refused: " + advice["refused"] + "."


def main() -> None:
    """Write the page."""
    rules = {rule.code: rule for rule in load_rule_set().rules}
    (FOLDER / "talk-coverage.md").write_text(coverage_page(load_talk(), rules), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
