"""Learns the weights in rules/weights from the labelled documents and the rules' own examples, and measures them on documents they were not learned from.

Run with `make weights` (it installs scikit-learn, which careerlint itself does not need). `--held-out` learns from four fifths and
measures on the last fifth, five times, and writes no weights.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import tempfile
import zlib
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np
from measure import FOLDER, Tally, cases, config_of, judged_codes, measure_language, places_of, table, touches
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from careerlint.engine import Linter, linter
from careerlint.expression import Expression
from careerlint.languages import analyser
from careerlint.model.aside import text_outside
from careerlint.model.rule import ELEMENTS, Rule
from careerlint.numbers.asides import asides_of
from careerlint.numbers.reading import read_numbers
from careerlint.readers import read_text
from careerlint.rules.rule_set import rules_folder
from careerlint.weighing import BUCKETS, Scales, bucket, read_scales, told_words, traits_told, without_last_mark

LEAST = {"ko": -2.0, "en": -0.5}
"""Below this weight a finding is taken back. On texts and real documents that took no part in learning, English findings between the two were
wrong three times of four and Korean ones mostly right (docs/quality.md)."""
LEAST_OF = {"ko": {"RES003": -3.0}, "en": {"RES003": -2.0}}
"""A least weight of its own for a rule: of the duties that weights had taken back on real documents more than two thirds were right (29 of 38 in English,
12 of 17 in Korean), and above these bounds all of them."""
FIRMNESS = 10.0
"""The inverse of the regularisation, of which neither half nor twice as much changed the outcome."""
COUNTS = 3
"""As how many an example of the rule itself counts, whose verdict is a promise, and a line of a document as it really is."""
ELEMENT_FOLDER = FOLDER / "elements"
"""Sentences labelled for one element of a story: is it told in them?"""
LINE_FOLDER = FOLDER / "lines"
"""Whole entries line by line, as documents really are: each line with all elements that it tells and all findings that it deserves, mostly none."""
LINE_RULES = (
    "ATT001", "ATT002", "ATT003", "ATT004", "ATT005", "CHG001", "CHG003", "HON001", "HON002", "HON005", "OWN002", "RES001", "RES003", "STO001", "STO003", "WHY003",
)
"""The rules that every line was judged for."""
LACKS: dict[str, tuple[str, ...]] = {
    "RES002": ("metric",), "STO002": ("obstacle",), "WHY001": ("reason",), "WHY002": ("alternative",), "CHG002": ("effect",), "REP002": ("before",),
    "STO004": ("goal", "obstacle", "alternative", "before"),
}
"""The elements that no statement of an entry with such a finding tells."""
TELLING = {"obstacle": -0.5, "reason": 0.0, "alternative": 0.75, "before": 2.25}
"""From this weight on a statement tells an element; of an element that is not here, from 0 on."""
DENYING = {"ko": -7.0, "en": -7.0}
"""Below this weight it does not, whatever patterns say."""
_OPTION = Expression(r"\b(?:from|instead|switch\w*|replac\w*|swap\w*|mov(?:ed|ing)|drop\w*|than the)\b|대신|에서|바꾸|바꿔|바꾼|교체|옮기|옮겨|갈아|전환|보다", re.IGNORECASE)
"""Words of a sentence in which one thing may take the place of another."""
LINKED_RULES = {"ko": ("ATT001", "CHG003", "RES003", "STO001"), "en": ()}
"""The rules that learn from two statements in one line too. Of the findings on real documents that weights had taken back it gave back 24 of 31 right
ones of CHG003 and 4 of 14 wrong ones; ATT002, HON001 and OWN002 got back as many wrong as right ones, and so did most rules in English."""
LINKS = (", ", " 및 ", " - ", " / ", "; ", " (", ". ")
"""What joins two statements of a line."""
LINES = "lines"
"""What samples of lines are called: they belong to no labelled document."""
FEWEST = 10
"""A rule with fewer labelled statements is not learned."""
FOLDS = 5
TEACHING = FOLDER / "teaching"
"""Sentences that only teach the weights: whoever wrote them knew the patterns, so that they measure nothing."""
_STEPS = 127


@dataclass(frozen=True)
class Sample:
    """One statement: its words with their features, its line, the rules (or elements) for which its labels are complete, and those that it deserves (or tells)."""

    case: str
    told: tuple[str, ...]
    line: str
    language: str
    judged: frozenset[str]
    deserved: frozenset[str]


def weighed_rules(rules: Sequence[Rule]) -> frozenset[str]:
    """The rules whose findings are words of a statement that tell a claim; what is counted or checked needs no weight."""
    return frozenset(rule.code for rule in rules if rule.scope == "statement" and rule.fires and not rule.check)


def taught(language: str) -> list[dict[str, Any]]:
    """The sentences of a language that only teach."""
    paths = sorted(TEACHING.glob(f"{language}*.jsonl"))
    return list(cases(language, paths)) if paths else []


def samples_of_cases(ready: Linter, language: str, found: Sequence[Mapping[str, Any]]) -> Iterator[Sample]:
    """Every statement of the labelled documents."""
    rules = ready.rule_set.rules
    weighed = weighed_rules(rules)
    for case in found:
        labels = [(item["code"], item["text"]) for item in case["findings"] if item["code"] in weighed]
        yield from _samples(ready, language, case["id"], case["text"], dict(case), labels, judged_codes(dict(case), rules) & weighed)


def samples_of_examples(ready: Linter, language: str) -> Iterator[Sample]:
    """Every statement of the rules' own examples, each judged for its own rule."""
    weighed = weighed_rules(ready.rule_set.rules)
    for rule in ready.rule_set.rules:
        if rule.code not in weighed or language not in rule.examples:
            continue
        examples = rule.examples[language]
        for text, labelled in (*((text, True) for text in examples.bad), *((text, False) for text in examples.good)):
            if text.startswith("<!--"):
                continue
            plain, marked = _unmarked(text) if labelled else (text, "")
            labels = [(rule.code, marked)] if labelled else []
            yield from _samples(ready, language, rule.code, plain, {}, labels, frozenset((rule.code,)))


def _unmarked(text: str) -> tuple[str, str]:
    """A bad example without its marks, and the words between them."""
    return text.replace("[[", "").replace("]]", ""), text[text.index("[[") + 2 : text.rindex("]]")]


def _samples(ready: Linter, language: str, name: str, text: str, case: dict[str, Any], labels: Sequence[tuple[str, str]], judged: frozenset[str]) -> Iterator[Sample]:
    config = config_of(case)
    document = read_text(text.encode(), "case.md", config.limits)
    evidence = ready.examine(document, config)
    places = [(code, place) for code, words in labels for place in places_of(document.text, words)]
    for index, statement in enumerate(evidence.outline.statements):
        if statement.language == language:
            span = statement.span
            deserved = frozenset(code for code, (start, end) in places if touches(start, end, span.start, span.end))
            yield Sample(name, tuple(told_words(evidence.words[index])), evidence.weighing.line(index), language, judged, deserved & judged)


def samples_of_elements(ready: Linter, language: str) -> Iterator[Sample]:
    """The sentences labelled for an element, and the statements of labelled entries that lack one."""
    for path in sorted(ELEMENT_FOLDER.glob(f"{language}*.jsonl")):
        for item in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
            judged = (item["element"],)
            yield _sample_of_sentence(item["id"], item["text"], language, judged, judged if item["told"] else ())
    for case in taught(language):
        # A gain without a number ("the search is much faster now") names no other option, though it compares.
        if case["rule"] == "CHG003" and case["findings"] and not _OPTION.search(case["text"]):
            yield _sample_of_sentence(case["id"], " ".join(case["text"].split()), language, ("alternative",))
    for case in (*cases(language), *_examples_of_lacks(ready, language)):
        lacking = [(element, item["text"]) for item in case["findings"] for element in LACKS.get(item["code"], ())]
        if lacking:
            yield from _samples_of_lacks(ready, language, case, lacking)


def samples_of_lines(language: str) -> Iterator[Sample]:
    """The lines of documents, for the elements and for the rules alike."""
    path = LINE_FOLDER / f"{language}.jsonl"
    for item in map(json.loads, path.read_text(encoding="utf-8").splitlines() if path.is_file() else ()):
        judged = {*ELEMENTS, *LINE_RULES} - set(item.get("unsure", ()))
        yield _sample_of_sentence(LINES, item["text"], language, judged, (*item["told"], *(found["code"] for found in item["findings"])))


def _sample_of_sentence(name: str, line: str, language: str, judged: Iterable[str], told: Iterable[str] = ()) -> Sample:
    judged, line = frozenset(judged), _line_of_sentence(line)
    return Sample(name, tuple(told_words(analyser(language).analyse([line])[0])), line, language, judged, judged & frozenset(told))


def _line_of_sentence(line: str) -> str:
    """A sentence of no document as the linter weighs a line without a label: without its dates, versions and tickets."""
    return text_outside(line, asides_of(line, read_numbers(line)))


def _examples_of_lacks(ready: Linter, language: str) -> Iterator[dict[str, Any]]:
    for rule in ready.rule_set.rules:
        for text in rule.examples[language].bad if rule.code in LACKS and language in rule.examples else ():
            if not text.startswith("<!--"):
                plain, marked = _unmarked(text)
                yield {"id": rule.code, "text": plain, "findings": [{"code": rule.code, "text": marked}]}


def _samples_of_lacks(ready: Linter, language: str, case: dict[str, Any], lacking: Sequence[tuple[str, str]]) -> Iterator[Sample]:
    config = config_of(case)
    document = read_text(case["text"].encode(), "case.md", config.limits)
    evidence = ready.examine(document, config)
    for entry in evidence.stories.judged:
        title = evidence.title(entry)
        lacks = frozenset(element for element, words in lacking if any(touches(*place, title.start, title.end) for place in places_of(document.text, words)))
        for index in evidence.entry_statements(entry) if lacks else ():
            if evidence.outline.statements[index].language == language:
                yield Sample(case["id"], tuple(told_words(evidence.words[index])), evidence.weighing.line(index), language, lacks, frozenset())


def joined_samples(samples: Sequence[Sample], language: str) -> Iterator[Sample]:
    """Statements with an ordinary line before or after them: real ones say more than the one thing that a finding is about.

    Each rule gets every statement that deserves its finding, and twice as many that do not, so that the link itself speaks for neither.
    """
    for code in LINKED_RULES[language]:
        chooser = random.Random(code)
        judged = [sample for sample in samples if code in sample.judged]
        deserving, others = ([sample for sample in judged if (code in sample.deserved) == deserves] for deserves in (True, False))
        ordinary = [sample for sample in others if sample.case == LINES]
        for sample in (*deserving, *chooser.sample(others, min(len(others), 2 * len(deserving)))) if ordinary else ():
            other = chooser.choice(ordinary)
            first, second = (other, sample) if chooser.random() < 0.7 else (sample, other)
            yield _joined(first, second, chooser.choice(LINKS), code, sample.deserved)


def _joined(first: Sample, second: Sample, link: str, code: str, deserved: frozenset[str]) -> Sample:
    line = f"{without_last_mark(first.line)}{link}{second.line}"
    return Sample("", (*first.told, link.strip(), *second.told), line, second.language, frozenset((code,)), deserved & {code})


def matrix_of(samples: Sequence[Sample]) -> csr_matrix:
    """A row for each statement, a column for each bucket; as `Scales.weigh` adds them up."""
    starts, columns, values = [0], list[int](), list[float]()
    for sample in samples:
        row: dict[int, float] = {}
        for group in traits_told(sample.told, sample.line, sample.language):
            for trait in sorted(group):
                row[bucket(trait)] = row.get(bucket(trait), 0.0) + len(group) ** -0.5
        columns += row.keys()
        values += row.values()
        starts.append(len(columns))
    return csr_matrix((values, columns, starts), shape=(len(samples), BUCKETS))


def learn(samples: Sequence[Sample], language: str) -> dict[str, Any]:
    """The content of a file of weights."""
    samples = [*samples, *joined_samples(samples, language)]
    matrix = matrix_of(samples)
    pans = {}
    for code in sorted({code for sample in samples for code in sample.judged}):
        rows = [index for index, sample in enumerate(samples) if code in sample.judged]
        deserved = np.array([code in samples[index].deserved for index in rows])
        if deserved.sum() < FEWEST:
            continue
        counts = np.array([COUNTS if samples[index].case in (code, LINES) else 1 for index in rows])
        model = LogisticRegression(C=FIRMNESS, max_iter=400, class_weight="balanced").fit(matrix[rows], deserved, counts)
        step = float(np.abs(model.coef_).max()) / _STEPS
        weights = np.rint(model.coef_[0] / step).astype(np.int8)
        bounds = {name: bound[code] for name, bound in (("least", LEAST_OF[language]), ("telling", TELLING)) if code in bound}
        pans[code] = {"step": round(step, 6), "start": round(float(model.intercept_[0]), 4), **bounds, "weights": b64encode(zlib.compress(weights.tobytes(), 9)).decode()}
    return {"least": LEAST[language], "denying": DENYING[language], "pans": pans}


def write_weights(data: Mapping[str, Any], path: Path) -> None:
    """One line for each rule, so that a change of one shows as one."""
    lines = ",\n".join(f'    {json.dumps(code)}: {json.dumps(pan)}' for code, pan in data["pans"].items())
    path.write_text(f'{{\n  "least": {data["least"]},\n  "denying": {data["denying"]},\n  "pans": {{\n{lines}\n  }}\n}}\n', encoding="utf-8", newline="\n")


def held_out(ready: Linter, language: str) -> Tally:
    """What is found in each fifth of the documents with weights learned from the others."""
    found = list(cases(language))
    samples = list(samples_of_cases(ready, language, found))
    folds = {case["id"]: index % FOLDS for index, case in enumerate(sorted(found, key=lambda case: zlib.crc32(case["id"].encode())))}
    more = [*samples_of_cases(ready, language, taught(language)), *samples_of_examples(ready, language), *samples_of_lines(language)]
    tally = Tally()
    with tempfile.TemporaryDirectory() as folder:
        for fold in range(FOLDS):
            part, weights = Path(folder) / f"{language}-{fold}.jsonl", Path(folder) / f"{language}-{fold}.json"
            part.write_text("\n".join(json.dumps(case) for case in found if folds[case["id"]] == fold), encoding="utf-8")
            write_weights(learn([sample for sample in samples if folds[sample.case] != fold] + more, language), weights)
            scales = read_scales(weights)
            with patch("careerlint.engine._scales", lambda _, scales=scales: scales):
                measure_language(language, tally, [part])
    return tally


def main() -> None:
    """Write the weights of both languages, or print what they are worth on documents that they were not learned from."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--held-out", action="store_true", help="measure by fifths and write nothing")
    parser.add_argument("--none", action="store_true", help="with --held-out: print the same figures without weights too")
    parser.add_argument("--language", choices=("ko", "en"), help="this language only")
    options = parser.parse_args()
    ready = linter()
    for language in (options.language,) if options.language else ("ko", "en"):
        if options.held_out:
            print(table(held_out(ready, language)))
            if options.none:
                plain = Tally()
                with patch("careerlint.engine._scales", lambda _: Scales(0.0, {})):
                    measure_language(language, plain)
                print(f"without weights\n\n{table(plain)}")
            continue
        samples = [*samples_of_cases(ready, language, [*cases(language), *taught(language)]), *samples_of_examples(ready, language), *samples_of_elements(ready, language), *samples_of_lines(language)]
        path = rules_folder() / "weights" / f"{language}.json"
        write_weights(learn(samples, language), path)
        print(f"{path.name}: {path.stat().st_size // 1024} KB from {len(samples)} statements")


if __name__ == "__main__":
    main()
