"""Learns where a space stands between two Korean letters, for lines that a PDF broke; writes the weights beside the reader that asks for them.

Run with `make spacing`; it takes two minutes. The texts are those of the labelled documents, but for those that only measure, and those of the rules.
"""

from __future__ import annotations

import json
import re
import zlib
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

import careerlint.readers
from careerlint.readers.korean_spacing import BUCKETS, REACH, traits

FOLDER = Path(__file__).parent
RULES = FOLDER.parent.parent / "rules"
TARGET = Path(careerlint.readers.__file__).parent / "korean_spacing.json"
HANGUL = re.compile(r"[가-힣]")
OPEN = re.compile(r"[가-힣\w)%]")
FEWEST = 9
"""Korean letters of a line that is learned from."""


def lines() -> list[str]:
    """All different Korean lines, in order of their letters, with single blanks."""
    told = [row for path in sorted(FOLDER.rglob("*ko*.jsonl")) if "unseen" not in path.parts for row in _texts(path)]
    told += [text for path in sorted(RULES.rglob("*.yml")) if (data := yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)) for text in _strings(data)]
    rows = {" ".join(row.replace("[[", "").replace("]]", "").strip(" -*#").split()) for text in told for row in text.split("\n")}
    return sorted(row for row in rows if len(HANGUL.findall(row)) >= FEWEST and "|" not in row)


def _texts(path: Path) -> Iterator[str]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            case = json.loads(line)
            yield case.get("text") or case.get("line") or ""


def _strings(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for name, value in data.items():
            # Patterns are no Korean.
            if name not in ("patterns", "words", "vocabulary"):
                yield from _strings(value)
    elif isinstance(data, list):
        for value in data:
            yield from _strings(value)


def places(line: str) -> Iterator[tuple[list[int], bool]]:
    """Every place of a line behind which a Korean letter begins a word or goes on with one: what is known of it, and whether a space stands there."""
    for index in range(1, len(line)):
        apart = line[index - 1] == " "
        end = index - 1 if apart else index
        if HANGUL.match(line[index]) and end and OPEN.match(line[end - 1]):
            yield traits(line[max(end - REACH, 0) : end], line[index : index + REACH]), apart


def main() -> None:
    """Learn the weights and write them."""
    found = [place for line in lines() for place in places(line)]
    buckets = np.array([place for place, _ in found])
    count, width = buckets.shape
    matrix = csr_matrix((np.ones(count * width), (np.repeat(np.arange(count), width), buckets.ravel())), shape=(count, BUCKETS))
    model = LogisticRegression(C=1.0, max_iter=300, solver="liblinear", random_state=0)
    model.fit(matrix, [apart for _, apart in found])
    weights = model.coef_[0]
    step = float(np.abs(weights).max()) / 127
    packed = b64encode(zlib.compress(np.round(weights / step).astype(np.int8).tobytes(), 9)).decode()
    data = {"start": round(float(model.intercept_[0]), 4), "step": round(step, 6), "packed": packed}
    TARGET.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8", newline="\n")
    print(f"{count} places, {100 * sum(apart for _, apart in found) / count:.0f} % with a space")


if __name__ == "__main__":
    main()
