"""Text that many share: found where people copied, not where one person or two wrote it, and findings on it are set apart."""

from __future__ import annotations

import random
from collections.abc import Iterable

import pytest
from sketched import sketch_rows

from careerlint.cohort import bands
from careerlint.cohort.bands import keys_of_statements
from careerlint.cohort.insight import Insight, find_shared_text, silence_findings
from careerlint.cohort.rows import BANDS, LEAST_PEOPLE, FindingRow, SketchRow, StatementRow, people_who_share
from careerlint.cohort.shingles import normal_text, shingles
from careerlint.cohort.sketches import sketch_statements

FORM = "지원 동기와 입사 후 포부를 구체적인 경험을 들어 700자 이내로 작성해 주십시오."
COURSE = "Successfully carried out various projects on the basis of what was taught in this course."
OWN = (
    "결제 서버의 응답 시간을 820ms에서 130ms로 줄이려고 캐시를 앞에 두었습니다.",
    "수어 인식 모델의 데이터가 적어서 손목 좌표를 좌우로 뒤집어 두 배로 늘렸습니다.",
    "Moved the nightly report from a cron job to an event queue, which cut the delay from six hours to ten minutes.",
    "배송 지연 문의가 많아서 알림 문구를 세 가지로 나누어 두 주 동안 비교했습니다.",
)


def statements(*held: tuple[str, str, str]) -> list[StatementRow]:
    """Statements from (path, person, text), each document's one after the other."""
    rows: list[StatementRow] = []
    place: dict[str, int] = {}
    for path, person, text in held:
        start = place.get(path, 0)
        rows.append(StatementRow(path, person, text, start, start + len(text)))
        place[path] = start + len(text) + 1
    return sorted(rows, key=lambda row: (row.path, row.start))


def copied(text: str, people: int) -> list[tuple[str, str, str]]:
    return [(f"{number}.md", f"사람 {number}", text) for number in range(people)]


def found(rows: list[StatementRow], duplicates: Iterable[str] = ()) -> Insight:
    copies = {(row.path, row.person) for row in rows if row.path in set(duplicates)}
    return find_shared_text(lambda: rows, lambda: sketch_rows(rows), copies)


@pytest.mark.parametrize("text", [FORM, COURSE])
def test_three_people_share_and_two_do_not(text: str) -> None:
    three = found(statements(*copied(text, LEAST_PEOPLE)))
    assert [(shared.text, shared.people) for shared in three.shared] == [(text, LEAST_PEOPLE)]
    assert found(statements(*copied(text, LEAST_PEOPLE - 1))).shared == ()


def test_a_fifth_of_a_large_cohort_shares_and_a_team_in_it_does_not() -> None:
    assert [people_who_share(people) for people in (1, 3, 15, 16, 40, 1000)] == [3, 3, 3, 4, 8, 200]


def test_one_person_may_repeat_themselves() -> None:
    rows = statements(*((f"{number}.md", "김민준", FORM) for number in range(9)))
    assert found(rows).shared == ()


def test_a_duplicate_file_is_no_further_person() -> None:
    rows = statements(*copied(FORM, 4))
    insight = found(rows, ["2.md", "3.md"])
    assert insight.shared == ()
    insight = found(rows, ["3.md"])
    assert insight.shared[0].people == 3
    # What stands in the duplicate is the same template all the same.
    assert insight.marks.tolist() == [0, 0, 0, 0]


def test_case_space_and_punctuation_make_no_difference() -> None:
    variants = (COURSE, COURSE.upper(), "  ".join(COURSE.rstrip(".").split()), f"• {COURSE}")
    rows = statements(*((f"{number}.md", f"p{number}", text) for number, text in enumerate(variants)))
    assert found(rows).shared[0].people == 4


def test_what_differs_is_left_out_of_the_text() -> None:
    names = ("홍길동", "김서연", "남궁민", "이하은")
    rows = statements(*((f"{n}.md", f"p{n}", f"지원자 {name} 본인은 이번 교육 과정에 성실히 참여하여 끝까지 수료하였음을 확인합니다.") for n, name in enumerate(names)))
    texts = " ".join(shared.text for shared in found(rows).shared)
    assert "…" in texts and "본인은" in texts
    assert not any(word in texts for name in names for word in name.split())


def test_own_words_are_not_shared() -> None:
    rows = statements(*((f"{number}.md", f"p{number}", text) for number, text in enumerate(OWN)))
    assert found(rows).shared == ()
    assert found(rows).marks.tolist() == [-1] * len(OWN)


def test_a_shared_phrase_in_own_sentences_is_not_shared_text() -> None:
    ends = ("캐시를 두어 응답 시간을 130ms로 줄였습니다", "알림 문구를 나누어 전환율을 3%p 올렸습니다", "손목 좌표를 뒤집어 정확도를 0.81로 올렸습니다", "색인을 고쳐 조회를 9초에서 1초로 줄였습니다")
    rows = statements(*((f"{number}.md", f"p{number}", f"팀 프로젝트에서 {end}.") for number, end in enumerate(ends)))
    assert found(rows).shared == ()


def test_short_texts_are_chance() -> None:
    for text in ("Python, SQL, Git", "열심히 하겠습니다.", "2023.03 - 2024.02"):
        assert normal_text(text) == ""
        assert found(statements(*copied(text, 5))).shared == ()


def test_other_names_give_the_same_answer() -> None:
    chance = random.Random(3)
    rows = statements(*copied(FORM, 5), *((f"{n}.md", f"사람 {n}", text) for n, text in enumerate(OWN)))
    insight = found(rows)
    assert (insight.shared, insight.marks.tolist()) == (found(rows).shared, found(rows).marks.tolist())
    renamed = {f"사람 {number}": name for number, name in enumerate(chance.sample(range(100), 5))}
    assert found([StatementRow(row.path, str(renamed[row.person]), row.text, row.start, row.end) for row in rows]).shared == insight.shared


def test_many_statements_of_own_words_share_nothing_and_copies_among_them_are_found() -> None:
    chance = random.Random(5)
    syllables = [chr(code) for code in range(0xAC00, 0xD7A3, 7)]
    rows = []
    for number in range(300):
        own = [" ".join("".join(chance.sample(syllables, 3)) for _ in range(8)) for _ in range(5)]
        if number % 10 == 0:
            own[2] = FORM
        rows += [(f"{number:04}.md", f"p{number}", text) for text in own]
    insight = found(statements(*rows))
    assert [(shared.text, shared.people, shared.statements) for shared in insight.shared] == [(FORM, 30, 30)]
    assert (insight.marks >= 0).sum() == 30


def test_near_copies_have_three_quarters_in_common() -> None:
    changed = FORM.replace("700자", "900자")
    ours, theirs = shingles(normal_text(FORM)), shingles(normal_text(changed))
    assert len(ours & theirs) / len(ours | theirs) >= 0.75
    rows = statements(("1.md", "a", FORM), ("2.md", "b", changed), ("3.md", "c", FORM))
    assert found(rows).shared[0].people == 3
    assert "700자" not in found(rows).shared[0].text


TEMPLATE = "테스트 데이터에서 정확도 {}%를 달성하였습니다."


def test_a_template_with_other_numbers_is_shared_and_the_numbers_are_their_writers() -> None:
    rows = statements(*((f"{number}.md", f"p{number}", TEMPLATE.format(value)) for number, value in enumerate(("94", "95.5", "100"))))
    insight = found(rows)
    assert [(shared.text, shared.people) for shared in insight.shared] == [("테스트 데이터에서 정확도 … 달성하였습니다.", 3)]
    findings = [
        FindingRow(row.path, row.person, "", code, "x", "note", "m", row.text[start:end], start, end, "")
        for row in rows for code, start, end in (("CHG003", 19, 26), ("HON007", 14, len(row.text)))
    ]
    assert [place for _, place in silence_findings(findings, lambda: rows, insight)] == [-1 if each.code == "HON007" else 0 for each in findings]


def test_a_short_result_with_other_numbers_is_chance() -> None:
    rows = statements(*((f"{number}.md", f"p{number}", f"정확도 9{number}% 달성") for number in range(5)))
    assert found(rows).shared == ()


def test_findings_on_shared_text_are_marked_and_no_others() -> None:
    rows = statements(*((f"{number}.md", f"p{number}", text) for number in range(3) for text in (OWN[number], FORM, OWN[3] if number == 0 else OWN[number][::-1])))
    insight = found(rows)
    findings = [
        FindingRow(row.path, row.person, "", "STO001", "bare-failure", "error", "m", row.text[2:6], row.start + 2, row.start + 6, f"{row.path}{row.start}")
        for row in rows
    ]
    told = list(silence_findings(findings, lambda: rows, insight))
    assert [finding for finding, _ in told] == findings
    assert {finding.fingerprint for finding, place in told if place >= 0} == {f"{row.path}{row.start}" for row in rows if row.text == FORM}
    # A finding that ends in front of a shared statement, begins behind it, or belongs to a document without statements.
    form = next(row for row in rows if row.text == FORM)
    others = [
        FindingRow(path, "p0", "", "X", "x", "note", "m", "", start, start + 1, "")
        for path, start in (("0.md", form.start - 1), ("0.md", form.start), ("0.md", form.end - 1), ("0.md", form.end), ("9.md", form.start))
    ]
    assert [place for _, place in silence_findings(others, lambda: rows, insight)] == [-1, 0, 0, -1, -1]


def test_one_file_of_two_people_is_silent_for_both() -> None:
    """As a manifest names it: the document of a team is a copy for the second one, and shared text in it is shared for either."""
    rows = statements(*copied(FORM, 3))
    rows[1:1] = [StatementRow("0.md", "다른 사람", row.text, row.start, row.end) for row in rows[:1]]
    insight = find_shared_text(lambda: rows, lambda: sketch_rows(rows), {("0.md", "다른 사람")})
    assert [(each.people, each.documents) for each in insight.shared] == [(3, 3)]
    findings = [FindingRow(row.path, row.person, "", "STO001", "x", "note", "m", row.text[2:6], row.start + 2, row.start + 6, "") for row in rows]
    own = FindingRow("0.md", "다른 사람", "", "OWN003", "x", "note", "m", "", len(FORM) + 3, len(FORM) + 4, "")
    assert [place for _, place in silence_findings([*findings[:1], findings[1], own, *findings[2:]], lambda: rows, insight)] == [0, 0, -1, 0, 0]


def test_nothing_to_compare() -> None:
    insight = found([])
    assert (insight.shared, insight.marks.tolist()) == ((), [])
    assert list(silence_findings([], list, insight)) == []


def test_sketches_of_copies_are_equal_and_short_statements_have_none() -> None:
    short = "Python, SQL"
    sketch = sketch_statements([FORM, short, f"• {FORM}", COURSE])
    row = SketchRow("1.md", "a", 4, sketch)
    first, none, copy, other = keys_of_statements([row])
    assert first == copy != other
    assert (len(first), none) == (4 * BANDS, b"")
    assert list(keys_of_statements([SketchRow("1.md", "a", 2, sketch_statements([short, short]))])) == [b"", b""]


def test_a_document_without_sketch_is_compared_with_nothing() -> None:
    rows = statements(*copied(FORM, 4))
    sketches = list(sketch_rows(rows))
    known = [SketchRow(row.path, row.person, row.statements, b"") if row.path == "0.md" else row for row in sketches]
    insight = find_shared_text(lambda: rows, lambda: known)
    assert [shared.people for shared in insight.shared] == [3]
    assert insight.marks.tolist() == [-1, 0, 0, 0]


def test_keys_in_parts_give_the_same_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = statements(*copied(FORM, 5), *copied(COURSE, 4), *((f"{n}.md", f"사람 {n}", text) for n, text in enumerate(OWN)))
    whole = found(rows)
    monkeypatch.setattr(bands, "_AT_ONCE", 2)
    parts = found(rows)
    assert (parts.shared, parts.marks.tolist()) == (whole.shared, whole.marks.tolist())
    assert len(whole.shared) == 2


def test_one_file_of_two_people_is_one_document() -> None:
    rows = [StatementRow(path, person, FORM, 0, len(FORM)) for path, person in (("1.md", "a"), ("1.md", "b"), ("2.md", "c"))]
    shared = found(rows).shared
    assert [(each.people, each.documents, each.statements) for each in shared] == [(3, 2, 3)]
