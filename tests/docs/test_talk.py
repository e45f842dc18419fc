"""The page on the talk is that of its data, and every rule that rests on a section is named there."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

from careerlint.rules.rule_set import load_rule_set

DOCS = Path(__file__).parent.parent.parent / "docs"
RULES = {rule.code: rule for rule in load_rule_set().rules}


def builder() -> ModuleType:
    specification = importlib.util.spec_from_file_location("docs_build", DOCS / "build.py")
    assert specification is not None and specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    sys.modules[specification.name] = module
    specification.loader.exec_module(module)
    return module


def test_page_is_fresh() -> None:
    build = builder()
    page = (DOCS / "talk-coverage.md").read_text(encoding="utf-8")
    assert page == build.coverage_page(build.load_talk(), RULES), "run: python docs/build.py"


def test_every_rule_stands_under_the_sections_it_rests_on() -> None:
    sections = builder().load_talk()["sections"]
    named = {section: {code for advice in item["advice"] for code in advice.get("rules", ())} for section, item in sections.items()}
    absent = [(code, section) for code, rule in RULES.items() for section in rule.talk if code not in named[section]]
    assert not absent


def test_every_section_of_the_talk_is_there() -> None:
    assert list(builder().load_talk()["sections"]) == [
        "1-1", "1-2", "1-3", "1-4", "1-5", "1-6", "2-1", "2-2", "2-3", "2-4", "2-5", "2-6", "3-1", "3-2",
    ]
