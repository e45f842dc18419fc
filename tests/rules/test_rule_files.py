"""Rule and signal files: what a mistake in one looks like to the person who made it."""

from __future__ import annotations

import os
import pickle
from pathlib import Path

import pytest

from careerlint import checks
from careerlint.engine import linter
from careerlint.rules.rule_error import RuleFileError
from careerlint.rules.rule_files import read_rule
from careerlint.rules.rule_set import compile_into, load_rule_set, rules_folder
from careerlint.rules.signal_files import read_signal

RULE = """code: XYZ001
name: my-rule
level: note
fires: {signal: failure}
summary: {ko: 가, en: a}
message: {ko: 가, en: a}
why: {ko: 가, en: a}
rewrite: {ko: 가, en: a}
question: {ko: 가, en: a}
examples: {en: {bad: ["It [[did not work]]."], good: []}}
"""


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_rule_is_read(tmp_path: Path) -> None:
    rule = read_rule(write(tmp_path / "rule.yml", RULE))
    assert (rule.code, rule.family, rule.level, rule.scope, rule.claim) == ("XYZ001", "XYZ", "note", "statement", "own")


@pytest.mark.parametrize(("given", "read"), [("one", ("one",)), ("[one, two]", ("one", "two"))])
def test_a_wording_is_for_one_variant_or_for_several(tmp_path: Path, given: str, read: tuple[str, ...]) -> None:
    rule = read_rule(write(tmp_path / "rule.yml", RULE.replace("fires: {signal: failure}", f"check: star\nwordings: [{{when: {{variant: {given}}}, why: {{ko: 가, en: a}}}}]")))
    assert [wording.variants for wording in rule.wordings] == [read]


@pytest.mark.parametrize(
    ("old", "new", "place", "part"),
    [
        ("level: note", "level: notice", "3:8", "choose one of error, warning, note"),
        ("level: note", "levle: note", "3:1", "unknown key 'levle' in a rule; did you mean 'level'?"),
        ("code: XYZ001", "code: X1", "1:7", "three capitals and three digits"),
        ("name: my-rule", "name: My Rule", "2:7", "kebab-case"),
        ("fires: {signal: failure}", "fires: {signl: failure}", "4:9", "did you mean 'signal'?"),
        ("fires: {signal: failure}", "fires: {signal: failure}\nunless: [{signal: cause, within: next ten}]", "5:34", "is no scope"),
        ("level: note", "level: note\nspecificity: high", "4:14", "is no number"),
        ("level: note", "level: note\nevery: [nonsense]", "4:8", "'every' must be true or false"),
        ("level: note", "level: note\ndenies: [raison]", "4:9", "did you mean 'reason'?"),
        ("level: note", "level: note\ncovers: 'no'", "4:9", "'covers' must be true or false"),
        ("fires: {signal: failure}", "fires: {signal: failure}\nunless: [{signal: cause, linked: 'yes'}]", "5:34", "'linked' must be true or false"),
        ("fires: {signal: failure}", "fires: {signal: failure}\nunless: [{signal: cause, shared: 2}]", "5:26", "'shared' says nothing without 'linked'"),
        ("fires: {signal: failure}", "fires: {signal: failure}\nunless: [{section: [lesson], least: 2}]", "5:30", "'least' says nothing without 'signal'"),
        ("fires: {signal: failure}", "fires: {signal: failure}\nunless: [{section: [lesson], free-of: [blame]}]", "5:30", "'free-of' says nothing without 'signal'"),
        ("fires: {signal: failure}", "scope: entry\nneeds: [{signal: cause, free-of: [blame]}]", "5:25", "'free-of' is asked around a statement only, and this rule is about the entry; write 'without'"),
        ("fires: {signal: failure}", "scope: document\nlevels: [{level: note, when: [{signal: cause, free-of: [blame]}]}]", "5:47", "about the document"),
        ("fires: {signal: failure}", "fires: {signal: failure}\nunless: [{kind: [resumé]}]", "5:17", "did you mean 'resume'?"),
        ("level: note", "level: note\nvariants: {one: {ko: 가, en: a}}", "4:1", "'variants' says nothing without 'check'"),
        ("level: note", "level: note\nwordings: [{when: {variant: one}, why: {ko: 가, en: a}}]", "4:20", "'variant' says nothing without 'check'"),
        ("level: note", "level: note\nwordings: [{why: {ko: 가, en: a}}]", "4:12", "a wording has a 'when'"),
        ("level: note", "level: note\nwordings: [{when: {words: [a]}, sumary: {ko: 가, en: a}}]", "4:33", "unknown key 'sumary'"),
        ("fires: {signal: failure}", "check: star\nvariants: {one: {ko: 가}}", "5:17", "'variants.one.en' must be a text"),
        ("fires: {signal: failure}", "check: star\nvariants: {one: {ko: 가, en: 'a {variant}'}}", "5:11", "a variant cannot hold {variant}"),
        ("message: {ko: 가, en: a}", "message: {ko: 가, en: a}\n\x01", "", "not valid YAML"),
        ("why: {ko: 가, en: a}", "why: {ko: 가}", "7:6", "'why.en' must be a text"),
        ("[[did not work]]", "did not work", "10:23", "between [[ and ]]"),
        ("message: {ko: 가, en: a}", "message: {ko: 가, en: a", "", "not valid YAML"),
    ],
)
def test_a_mistake_names_file_line_and_column(tmp_path: Path, old: str, new: str, place: str, part: str) -> None:
    path = write(tmp_path / "rule.yml", RULE.replace(old, new))
    with pytest.raises(RuleFileError) as caught:
        read_rule(path)
    assert part in str(caught.value)
    assert str(caught.value).startswith(f"{path}:{place}")


def test_a_file_in_another_encoding_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "rule.yml"
    path.write_bytes(RULE.encode("cp949"))
    with pytest.raises(RuleFileError, match="UTF-8"):
        read_rule(path)


def test_a_check_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    write(tmp_path / "mine" / "rule.yml", RULE.replace("fires: {signal: failure}", "check: mixed-endngs"))
    with pytest.raises(RuleFileError, match="no check 'mixed-endngs'; did you mean 'mixed-endings'"):
        linter((tmp_path,))


@pytest.mark.parametrize(
    ("name", "text", "part"),
    [
        ("headngs.yml", "{}", "did you mean 'headings.yml'?"),
        ("headings.yml", "projcts: {en: my gadgets}", "did you mean 'projects'?"),
        ("headings.yml", "projects: {fr: mes projets}", "unknown key 'fr'"),
        ("motivation.yml", "asks: {en: '('}", "no regular expression"),
        ("titles.yml", "resume: {en: ['cv', '(']}", "no regular expression"),
        ("titles.yml", "resme: {en: [cv]}", "did you mean 'resume'?"),
        ("repository.yml", "things: [1]", "'things' must be a mapping"),
        ("headings.yaml", "{}", "rename it"),
    ],
)
def test_a_mistake_in_a_vocabulary_is_an_error(tmp_path: Path, name: str, text: str, part: str) -> None:
    write(tmp_path / "vocabulary" / name, text)
    with pytest.raises(RuleFileError) as caught:
        load_rule_set([tmp_path], use_cache=False)
    assert part in str(caught.value)


def test_a_vocabulary_of_the_user_adds_to_ours(tmp_path: Path) -> None:
    write(tmp_path / "vocabulary" / "headings.yml", "projects: {en: my gadgets}")
    write(tmp_path / "vocabulary" / "titles.yml", "resume: {en: [lebenslauf]}")
    write(tmp_path / "vocabulary" / "motivation.yml", "asks: {en: what moves you}\ncommon: {en: gadget}")
    ours, both = load_rule_set().vocabulary, load_rule_set([tmp_path], use_cache=False).vocabulary
    assert both["headings"]["projects"]["en"] == ours["headings"]["projects"]["en"] + ", my gadgets"
    assert both["headings"]["awards"] == ours["headings"]["awards"]
    assert both["titles"]["resume"]["en"] == (*ours["titles"]["resume"]["en"], "lebenslauf")
    assert both["motivation"]["asks"]["en"].endswith("|what moves you")
    assert both["motivation"]["common"]["en"].split()[-1] == "gadget"
    assert both["motivation"]["prompts"] == ours["motivation"]["prompts"]


def test_compiled_rules_hold_no_flag_of_an_expression(tmp_path: Path) -> None:
    """Python 3.11.0 to 3.11.3 pickle a flag as a call of getattr, which the reader refuses to make: every document would be unreadable there."""
    compile_into(tmp_path / "rules")
    content = (tmp_path / "rules").read_bytes()
    assert b"getattr" not in content
    assert b"RegexFlag" not in content


def test_bytes_of_a_stranger_in_the_cache_run_no_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    load_rule_set()
    (kept,) = tmp_path.rglob("rules-*.pickle")
    trap = tmp_path / "sprung"
    kept.write_bytes(pickle.dumps(Trap(trap)))
    assert load_rule_set().rule("STO001") is not None
    assert not trap.exists()
    if os.name == "posix":
        assert kept.stat().st_mode & 0o077 == 0


class Trap:
    """What makes a file when it is built from bytes."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, tuple[Path]]:
        return Path.touch, (self.path,)


def test_a_mistake_in_a_pattern_names_its_line(tmp_path: Path) -> None:
    path = write(tmp_path / "signal.yml", "signal: x\nen:\n  patterns: |\n    =good\n    ~ =bad\n")
    with pytest.raises(RuleFileError) as caught:
        read_signal(path, {})
    assert (caught.value.line, caught.value.column) == (5, 5)


def test_an_unknown_signal_is_an_error(tmp_path: Path) -> None:
    write(tmp_path / "mine" / "rule.yml", RULE.replace("failure", "failuer"))
    with pytest.raises(RuleFileError, match="did you mean 'failure'"):
        load_rule_set((tmp_path,), use_cache=False)


def test_a_code_that_is_taken_is_an_error(tmp_path: Path) -> None:
    write(tmp_path / "mine" / "rule.yml", RULE.replace("XYZ001", "STO001"))
    with pytest.raises(RuleFileError, match="already taken"):
        load_rule_set((tmp_path,), use_cache=False)


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(RuleFileError, match="no such folder"):
        load_rule_set((tmp_path / "nothing",), use_cache=False)


def test_rules_tell_what_their_checks_find_by_its_sort() -> None:
    """A rule has a text for each sort of hit that its check names, shown where the message has a blank for it, and no other."""
    rules = [rule for rule in linter().rule_set.rules if rule.variants or "{variant}" in str(rule.message)]
    named = "\n".join(path.read_text(encoding="utf-8") for path in (Path(checks.__file__).parent).glob("*.py"))
    assert len(rules) > 10
    for rule in rules:
        assert rule.variants and all("{variant}" in text for text in rule.message.values()), rule.code
        # A kind of fact is named with a space.
        assert not [name for name in rule.variants if f'"{name}"' not in named and f'"{name.replace("-", " ")}"' not in named], rule.code


def test_the_rules_that_come_along_are_found() -> None:
    assert (rules_folder() / "story" / "bare-failure.yml").is_file()


# Examples are Markdown, and a page that is one picture has no text to show.
SHOWN_BY_NO_TEXT = {"FMT001"}


def test_every_rule_has_its_texts_and_examples() -> None:
    for rule in load_rule_set().rules:
        if rule.code in SHOWN_BY_NO_TEXT:
            continue
        for language in ("ko", "en"):
            examples = rule.examples[language]
            assert len(examples.bad) >= 8 and len(examples.good) >= 8, f"{rule.code} {language}"


def test_sure_patterns_are_strong_and_marked(tmp_path: Path) -> None:
    path = tmp_path / "failure.yml"
    path.write_text("signal: failure\nen:\n  patterns: |\n    =flopped\n  sure: |\n    =wild =goose =chase\n", encoding="utf-8")
    patterns = read_signal(path, {}).patterns
    assert [(pattern.strength, pattern.sure) for pattern in patterns] == [("strong", False), ("strong", True)]
