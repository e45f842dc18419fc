"""Weighing: what is weighed of a statement, what it comes to, and what a light weight does to a finding."""

from __future__ import annotations

import json
import zlib
from base64 import b64encode
from collections.abc import Mapping
from pathlib import Path

import pytest

from careerlint.config import Config
from careerlint.engine import linter
from careerlint.languages import analyser
from careerlint.model.document import Document
from careerlint.model.rule import ELEMENTS
from careerlint.readers import read_text
from careerlint.rules.rule_error import RuleFileError
from careerlint.rules.rule_files import read_rule
from careerlint.rules.rule_set import rules_folder
from careerlint.silence import why_not
from careerlint.weighing import BUCKETS, Scales, bucket, places, read_scales, traits
from careerlint.weighing.scales import placed


def groups_of(line: str, language: str) -> tuple[frozenset[str], ...]:
    return traits(analyser(language).analyse([line])[0], line, language)


def scales_of(folder: Path, weights: Mapping[str, int], *, start: float = 0.0, least: float = -1.0, code: str = "STO001") -> Scales:
    """Scales with one pan, of the rule or element, whose steps weigh a half; an element is told from 1 on and denied below -3."""
    packed = bytearray(BUCKETS)
    for trait, weight in weights.items():
        packed[bucket(trait)] = weight % 256
    path = folder / "weights.json"
    pan = {"step": 0.5, "start": start, "telling": 1.0, "weights": b64encode(zlib.compress(bytes(packed))).decode()}
    path.write_text(json.dumps({"least": least, "denying": -3.0, "pans": {code: pan}}), encoding="utf-8")
    return read_scales(path)


def read(text: str) -> Document:
    return read_text(text.encode(), "README.md", Config().limits)


@pytest.mark.parametrize(
    ("line", "language"),
    [("Couldn't cut 14 of the 20 rows, cut cut cut them by hand.", "en"), ("", "en"), ("14건을 지우지 못했고, 지우지 못한 14건은 손으로 지웠다.", "ko"), ("C", "ko")],
)
def test_the_buckets_of_a_statement_are_those_of_its_traits(line: str, language: str) -> None:
    words = analyser(language).analyse([line])[0]
    assert [sorted(group) for group in places(words, line, language)] == [sorted(map(bucket, group)) for group in traits(words, line, language)]


@pytest.mark.parametrize(("line", "language"), [("Tried optical flow, but it was not useful on any of the ninety maps of 2 coasts", "en"), ("GAN으로 증강을 시도했는데 잘 안되더라구요", "ko")])
def test_the_score_is_the_sum_that_the_words_tell_and_single_words_promise_it(line: str, language: str) -> None:
    scales = read_scales(rules_folder() / "weights" / f"{language}.json")
    words = analyser(language).analyse([line])[0]
    single, *_ = found = places(words, line, language)
    for code, pan in scales.pans.items():
        sums = (pan.step * sum(pan.weights[bucket(trait)] for trait in group) / len(group) ** 0.5 for group in traits(words, line, language) if group)
        assert scales.score(code, placed(found)) == pytest.approx(pan.start + sum(sums))
        assert (code in scales.promising(single)) == (pan.step * sum(pan.weights[word] for word in single) >= 1.2 * len(single) ** 0.5)


def test_every_number_is_the_same_trait() -> None:
    assert groups_of("Cut 14 rows", "en") == groups_of("Cut 2 rows", "en")
    assert groups_of("14건을 지웠다", "ko") == groups_of("2건을 지웠다", "ko")


def test_words_are_weighed_with_what_they_mean_there() -> None:
    words, pairs, _ = groups_of("정확도는 오르지 않았습니다", "ko")
    assert "1오르다/neg/past" in words
    assert {"2정확도 오르다/neg/past", "3^ 오르다/neg/past"} <= pairs


def test_runs_of_letters_cross_words_in_korean_only() -> None:
    assert "4가 나" in groups_of("가 나", "ko")[2]
    assert not any(" " in run[1:].strip() for run in groups_of("a bc de", "en")[2])


def test_a_weight_is_the_start_and_the_sum_of_the_traits_each_group_in_equal_shares(tmp_path: Path) -> None:
    scales = scales_of(tmp_path, {"1a": -100, "1b": 40, "2a b": 7}, start=2.0)
    weight = scales.weigh("STO001", (frozenset(("1a", "1b", "1c", "1d")), frozenset(("2a b",)), frozenset()))
    assert weight is not None
    assert weight.value == pytest.approx(2.0 + (-50 + 20) / 2 + 3.5)
    assert weight.against == ("a",) and weight.is_light


def test_the_heaviest_words_against_it_come_first_and_letters_are_not_told(tmp_path: Path) -> None:
    scales = scales_of(tmp_path, {"1a": -1, "1b": -3, "2a b": -2, "3a b": -4, "4ab": -90})
    weight = scales.weigh("STO001", (frozenset(("1a", "1b")), frozenset(("2a b", "3a b")), frozenset(("4ab",))))
    assert weight is not None and weight.against == ("a … b", "b", "a b")


def test_a_rule_that_was_not_learned_has_no_weight(tmp_path: Path) -> None:
    assert scales_of(tmp_path, {}).weigh("CHG001", (frozenset(("1a",)),)) is None
    assert read_scales(tmp_path / "none.json").weigh("STO001", (frozenset(("1a",)),)) is None


FAILURE = "# Pump\n\n## What I did\n\n- Tried dropout, but it didn't help\n"


def test_a_light_finding_is_taken_back_and_why_not_says_by_which_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config = Config(select=("STO001",))
    assert [finding.code for finding in linter().lint(read(FAILURE), config).findings] == ["STO001"]
    scales = scales_of(tmp_path, {"1dropout": -100})
    monkeypatch.setattr("careerlint.engine._scales", lambda language: scales)
    assert linter().lint(read(FAILURE), config).findings == ()
    rule = linter().rule_set.rule("STO001")
    assert rule is not None
    told = "\n".join(why_not(rule, read(FAILURE), 5, linter(), config))
    assert "the words of the statement speak against it (weight -" in told and "most against: dropout)" in told


def test_words_that_weigh_most_are_looked_for_when_somebody_asks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scales = scales_of(tmp_path, {"1dropout": -100})
    asked: list[str] = []
    weigh = Scales.weigh
    monkeypatch.setattr("careerlint.engine._scales", lambda language: scales)
    monkeypatch.setattr(Scales, "weigh", lambda self, code, groups: asked.append(code) or weigh(self, code, groups))  # type: ignore[func-returns-value]
    assert linter().lint(read(FAILURE), Config(select=("STO001",))).findings == () and asked == []


def test_without_weights_nothing_is_taken_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("careerlint.engine._scales", lambda language: Scales(0.0, {}))
    assert [finding.code for finding in linter().lint(read(FAILURE), Config(select=("STO001",))).findings] == ["STO001"]


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_weights_that_come_along_are_of_rules_that_read_claims(language: str) -> None:
    scales = read_scales(rules_folder() / "weights" / f"{language}.json")
    rules = {rule.code: rule for rule in linter().rule_set.rules}
    assert {"STO001", "STO003", "CHG001", "CHG003", "HON001", "HON002", "RES003", "ATT002"} <= scales.pans.keys()
    assert all(scales.denying < scales.pans[element].telling for element in ELEMENTS) and set(ELEMENTS) <= scales.pans.keys()
    for code, pan in scales.pans.items():
        assert code in ELEMENTS or (rules[code].fires and not rules[code].check and rules[code].scope == "statement")
        assert len(pan.weights) == BUCKETS and any(pan.weights)


@pytest.mark.parametrize(
    ("code", "guilty", "innocent"),
    [
        ("HON001", "Built a flawless recommender", "Seven buyers out of 40 asked for a flawless stone, and I told them what a flaw is and what it costs"),
        ("STO001", "Tried optical flow, but it was not useful", "On two of the ninety maps the coast was not useful, so the grid was laid by hand"),
    ],
)
def test_the_same_words_weigh_less_where_they_tell_of_something_else(code: str, guilty: str, innocent: str) -> None:
    scales = read_scales(rules_folder() / "weights" / "en.json")
    heavy, light = (scales.weigh(code, groups_of(line, "en")) for line in (guilty, innocent))
    assert heavy is not None and light is not None
    assert heavy.value > light.value and not heavy.is_light and light.is_light


WEAK = "# Pump\n\n## What I did\n\n- The heron waded past our gauge on Tuesday\n"


def test_words_alone_are_a_match_of_a_rule_that_hears_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config = Config(select=("STO001", "STO003"))
    assert linter().lint(read(WEAK), config).findings == ()
    scales = scales_of(tmp_path, {"1heron": 40, "1gauge": 40})
    monkeypatch.setattr("careerlint.engine._scales", lambda language: scales)
    (finding,) = linter().lint(read(WEAK), config).findings
    assert (finding.code, read(WEAK).words(finding.span)) == ("STO001", "The heron waded past our gauge on Tuesday")
    rule = linter().rule_set.rule("STO001")
    assert rule is not None
    told = "\n".join(why_not(rule, read(WEAK), 5, linter(), config))
    assert f"words alone are a match from {rule.words_alone}" in told and "most for it: gauge, heron" in told


@pytest.mark.parametrize("line", ["- The heron waded past our gauge on Tuesday:", "- A heron", "> The heron waded past our gauge on Tuesday", "- We plan to move the gauge past the heron"])
def test_words_alone_are_heard_only_where_the_author_tells_something_done(line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scales = scales_of(tmp_path, {"1heron": 60, "1gauge": 60, "1a": 60})
    monkeypatch.setattr("careerlint.engine._scales", lambda language: scales)
    assert linter().lint(read(f"# Pump\n\n## What I did\n\n{line}\n"), Config(select=("STO001",))).findings == ()


@pytest.mark.parametrize(("long", "short"), [("The queen did not lay eggs", "The queen didn't lay eggs"), ("It cannot be wound", "It can't be wound"), ("We are out and will not go", "We’re out and won’t go")])
def test_contracted_words_weigh_what_they_stand_for(long: str, short: str) -> None:
    assert groups_of(long, "en") == groups_of(short, "en")


def test_a_korean_topic_of_nouns_is_not_heard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scales = scales_of(tmp_path, {"1왜가리": 90})
    monkeypatch.setattr("careerlint.engine._scales", lambda language: scales)
    config = Config(select=("STO001",))
    assert linter().lint(read("# 펌프\n\n## 한 일\n\n- 왜가리 사진 및 기록 공유\n"), config).findings == ()
    assert [finding.code for finding in linter().lint(read("# 펌프\n\n## 한 일\n\n- 왜가리가 계량기 옆을 지나갔습니다.\n"), config).findings] == ["STO001"]


REASONLESS = "# Pump\n\n## What I did\n\n- Trained a ResNet on 400 photos of herons\n- The heron waded past our gauge on Tuesday\n- Accuracy is 0.91\n"


def test_an_element_is_told_denied_or_left_open_by_its_weight(tmp_path: Path) -> None:
    scales = scales_of(tmp_path, {"1heron": 40, "1gauge": -40, "1pump": 1}, code="reason")
    assert [scales.verdict("reason", placed(((bucket(trait),),))) for trait in ("1heron", "1gauge", "1pump")] == [True, False, None]
    assert scales.verdict("obstacle", placed(((bucket("1heron"),),))) is None


def test_a_note_on_what_is_missing_is_not_given_where_the_entry_tells_it_in_other_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config = Config(select=("WHY001",))
    monkeypatch.setattr("careerlint.engine._scales", lambda language: Scales(0.0, {}))
    assert [finding.code for finding in linter().lint(read(REASONLESS), config).findings] == ["WHY001"]
    scales = scales_of(tmp_path, {"1gauge": 90}, code="reason")
    monkeypatch.setattr("careerlint.engine._scales", lambda language: scales)
    assert linter().lint(read(REASONLESS), config).findings == ()
    rule = linter().rule_set.rule("WHY001")
    assert rule is not None
    assert "silent because 'The heron waded past our gauge on Tuesday' tells it (reason), by the weight of its words" in "\n".join(why_not(rule, read(REASONLESS), 1, linter(), config))


def test_a_plan_tells_no_element(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scales = scales_of(tmp_path, {"1gauge": 90}, code="reason")
    monkeypatch.setattr("careerlint.engine._scales", lambda language: scales)
    text = REASONLESS.replace("The heron waded past our gauge on Tuesday", "We plan to move the gauge past the heron")
    assert [finding.code for finding in linter().lint(read(text), Config(select=("WHY001",))).findings] == ["WHY001"]


def test_a_sign_that_all_words_deny_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = REASONLESS.replace("on Tuesday", "because it was hungry")
    config = Config(select=("WHY001",))
    monkeypatch.setattr("careerlint.engine._scales", lambda language: Scales(0.0, {}))
    assert linter().lint(read(text), config).findings == ()
    scales = scales_of(tmp_path, {"1hungry": -100}, code="reason")
    monkeypatch.setattr("careerlint.engine._scales", lambda language: scales)
    assert [finding.code for finding in linter().lint(read(text), config).findings] == ["WHY001"]


def test_an_unknown_element_is_a_mistake_in_a_rule_file(tmp_path: Path) -> None:
    path = tmp_path / "no-reason.yml"
    path.write_text((rules_folder() / "reason" / "no-reason.yml").read_text(encoding="utf-8").replace("told-as: [reason]", "told-as: [raison]"), encoding="utf-8")
    with pytest.raises(RuleFileError, match=r"'raison' is not allowed here; did you mean 'reason'\? choose one of obstacle, reason"):
        read_rule(path)


def test_a_rule_may_ask_for_a_witness_beside_the_weight_of_words_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scales = scales_of(tmp_path, {"1heron": 60, "1gauge": 60}, code="ATT001")
    monkeypatch.setattr("careerlint.engine._scales", lambda language: scales)
    config = Config(select=("ATT001",))
    assert linter().lint(read(WEAK), config).findings == ()
    rule = linter().rule_set.rule("ATT001")
    assert rule is not None
    assert "needs scapegoat (within statement)" in "\n".join(why_not(rule, read(WEAK), 5, linter(), config))
    (finding,) = linter().lint(read(WEAK.replace("heron", "heron of the landlord")), config).findings
    assert finding.code == "ATT001"


@pytest.mark.parametrize(
    ("bullet", "weighed"),
    [("Version: 2.3 shipped to every user", "shipped to every user"), ("버전: 2.1 배포를 끝냈다", "배포를 끝냈다"), ("Rank: 2019 of 3000 teams", "2019 of 3000 teams")],
)
def test_a_label_says_what_of_its_line_is_weighed(bullet: str, weighed: str) -> None:
    evidence = linter().examine(read(f"# Resume\n\n## Projects\n\n- {bullet}\n"), Config())
    assert weighed in [evidence.weighing.line(index) for index in range(len(evidence.outline.statements))]
