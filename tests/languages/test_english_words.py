"""English phrasings and the features of their key word."""

from __future__ import annotations

import pytest

from careerlint.languages import Word, analyser

# One phrasing a line: text = key word, its features without first and last (a dash for none).
_PHRASINGS = """
# denial reaches four words and stops at punctuation and at and, but
The model didn't converge = converge neg
It did not improve the score = improve neg
The loss never dropped = dropped neg,past
We didnt reach the target = reach neg
It couldn’t generalise = generalise neg
The run doesn't finish, and we moved on = moved past
It was not slow but we rebuilt it = rebuilt past
There was no gain = gain neg
It had little to no effect = effect neg
It turned out to be slow = slow -
I set out to measure it = measure plan
I would call myself careful = careful -
The lab would prefer a map = prefer plan
Ran without changing anything = changing ing,neg
I was unable to reproduce it = unable neg
Nothing changed = nothing neg
I cannot share the data = share neg
The API isn't mine. I deployed it = deployed past
Not a single one of the five seeds worked = worked past
# what is planned, wished, supposed
I will improve recall = improve plan
We would add tests = add plan
It should reduce cost = reduce plan
The change may help = help plan
I want to build agents = build plan
We hope to reach 90% = 90% plan
I aim to grow as an engineer = grow plan
We plan to migrate to Kafka = migrate plan
I am going to retrain it = retrain plan
In order to cut cost, we cached results = cut plan
In order to cut cost, we cached results = cached past
Built a cache to reduce latency = reduce plan
If the job fails, it restarts = fails plan
It could improve the score = improve plan
It could not improve the score = improve neg
We'll ship it = ship plan
I would like to learn, but I failed = failed past
# what trying came to is no plan
Attempted to deploy the model on a phone without success = success neg
Tried to keep the odd rows in vain = vain -
Trying to speed up the query had no effect = effect neg
To find the rows that had no label = label neg,plan
Tried to ship it without a manual = manual neg,plan
# to after an outcome or a destination tells no plan
I was able to improve it = improve -
We had to stop = stop -
I got to know the stack = know -
I came to like testing = like -
We managed to ship it = ship -
It failed to load = load -
It failed to load = failed past
The team used to deploy by hand = deploy -
Moved the service to Kubernetes = kubernetes -
Presented the work to the board = board -
Latency fell from 120 ms to 45 ms = 45 -
This is due to overfitting = overfitting ing
It improved thanks to caching = caching ing
# past and -ing
Trained a classifier = trained past
Led a team of four = led past
Wrote the parser = wrote past
Rebuilt the pipeline = rebuilt past
Chose AdamW over SGD = chose past
Taught juniors = taught past
We need feed data = feed -
We need feed data = need -
Speed matters = speed -
Proceed with care = proceed -
The embedded device failed = embedded past
Testing the parser = testing ing
A string of bugs = string -
# tokens
Used C++ and C# daily = c++ -
Used C++ and C# daily = c# -
Fine-tuned BERT-base = fine-tuned past
Fine-tuned BERT-base = bert-base -
An e-commerce app = e-commerce -
Cut latency by 30% = 30% -
Served 12k users = 12k -
Handled 3D scans = 3d -
Released v2.0.1 today = v2.0.1 -
The model's loss = model's -
Set up CI/CD = ci/cd -
Did it work? = work question
See https://example.org/a?b=1. = https://example.org/a?b=1 -
"""


def _rows() -> list[tuple[str, str, frozenset[str]]]:
    rows = []
    for line in _PHRASINGS.splitlines():
        if line and not line.startswith("#"):
            text, _, expected = line.partition(" = ")
            lemma, _, features = expected.rpartition(" ")
            rows.append((text, lemma, frozenset() if features == "-" else frozenset(features.split(","))))
    return rows


def _words(text: str) -> tuple[Word, ...]:
    return analyser("en").analyse([text])[0]


def test_table_is_broad() -> None:
    assert len(_rows()) >= 60


@pytest.mark.parametrize(("text", "lemma", "features"), _rows(), ids=lambda value: value if isinstance(value, str) else "")
def test_key_word(text: str, lemma: str, features: frozenset[str]) -> None:
    words = {word.lemma: word.features - {"first", "last"} for word in reversed(_words(text))}
    assert words.get(lemma) == features, words


def test_contraction_is_one_word_with_a_plain_apostrophe() -> None:
    word = _words("It didn’t help")[1]
    assert (word.text, word.lemma) == ("didn’t", "didn't")


def test_first_and_last_skip_punctuation() -> None:
    words = _words('"Built a parser."')
    assert [word.lemma for word in words if "first" in word.features] == ["built"]
    assert [word.lemma for word in words if "last" in word.features] == ["parser"]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("I built v1.2.0. It got 0.83 (e.g. F1). Done.", ["I built v1.2.0.", "It got 0.83 (e.g. F1).", "Done."]),
        ("Dr. Kim led it. We shipped!", ["Dr. Kim led it.", "We shipped!"]),
        ('He asked "Why?" We knew.', ['He asked "Why?"', "We knew."]),
        ("Worked at Foo Inc. in Seoul.", ["Worked at Foo Inc. in Seoul."]),
        ("  Padded.  ", ["Padded."]),
        ("", []),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    (spans,) = analyser("en").split([text])
    assert [text[start:end] for start, end in spans] == sentences
