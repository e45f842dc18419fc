"""Tables of scores, one row for each model or experiment, and what a sentence says of one of their rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from careerlint.checks.facts import conditions_of, splits_of
from careerlint.checks.metric_names import LESS_IS_BETTER, MORE_IS_BETTER, SHARES, base, metric_in
from careerlint.expression import Expression
from careerlint.model.number import printed_step
from careerlint.model.span import Span

_CELL = Expression(r"[*_`\s]*(?P<about>약|~|≈)?(?P<digits>\d+(?:,\d{3})*(?:\.\d+)?)\s?(?P<percent>%?)\s?(?P<unit>ms|s|초|점|cm|m|min|분)?[*_`\s]*(?:[🏆⭐✅★↑↓]\ufe0f?\s?)*(?:BEST!?)?")
_WORD = Expression(r"[A-Za-z][A-Za-z0-9]*(?:[-.][A-Za-z0-9]+)*|[가-힣]+|\d+(?:\.\d+)?[a-zA-Z]*")
_MARKED = Expression(r"최종|제출|제안|본\s?모델|(?<![A-Za-z])(?:final|ours|mine|proposed|submitted)(?![A-Za-z])", re.IGNORECASE)
_GENERIC = frozenset(("final", "ours", "mine", "proposed", "submitted", "model", "models", "our", "the", "with", "and", "모델", "최종", "제출", "제안", "본", "우리", "기반", "best", "my"))
_OTHERS = Expression(r"논문|사람|인간|우승|상한|주최|(?<![A-Za-z])(?:paper|sota|human|oracle|winner|upper bound|published|reported|1st|organi[sz]ers?)(?![A-Za-z])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Figure:
    """What a cell says as it is written: `step` is one unit of the last digit, `measured` says that a unit stands behind it, `span` where its digits stand in the cell."""

    value: float
    step: float
    percent: bool
    exact: bool
    measured: bool
    span: Span


@dataclass(frozen=True, slots=True)
class Score:
    """One number of a table, in percent where it is a share; `step` is one unit of its last digit."""

    value: float
    step: float
    span: Span

    def fits(self, other: Score) -> bool:
        """Whether both may be the same number, rounded or cut off."""
        return abs(self.value - other.value) <= max(self.step, other.step) + 1e-9


@dataclass(frozen=True, slots=True)
class Row:
    """What was tried: its words, whether it is marked as the final one, whether it is another's, and its scores by column."""

    name: tuple[str, ...]
    marked: bool
    others: bool
    scores: dict[int, Score]
    span: Span


@dataclass(frozen=True, slots=True)
class Column:
    """A metric, with the split that its header names."""

    metric: str
    splits: frozenset[str]


@dataclass(frozen=True, slots=True)
class ScoreTable:
    """A table with at least two rows of scores."""

    rows: tuple[Row, ...]
    columns: dict[int, Column]
    span: Span


Cells = Sequence[Sequence[tuple[str, Span]]]


def read_table(cells: Cells, around: str, span: Span) -> ScoreTable | None:
    """The score table of a header row and its rows, or of the same table turned round; `around` is the heading above it."""
    if len(cells) < 3 or len(cells[0]) < 2 or any(len(row) != len(cells[0]) for row in cells):
        return None
    return _read(cells, around, span) or _read([[row[column] for row in cells] for column in range(len(cells[0]))], around, span)


def _read(cells: Cells, around: str, span: Span) -> ScoreTable | None:
    header = [words.strip() for words, _ in cells[0]]
    lead = 1 if header[0] in ("#", "No", "No.", "번호", "순번") and len(header) > 2 else 0
    columns: dict[int, Column] = {}
    above = splits_of(around)
    for place in range(lead + 1, len(header)):
        splits = splits_of(header[place])
        metric = base(metric_in(header[place])) or base(metric_in(header[lead])) or base(metric_in(around))
        if metric or splits:
            columns[place] = Column(metric, splits or above)
    rows: list[Row] = []
    for row in cells[1:]:
        scores = {place: score for place, column in columns.items() if (score := _score(row[place], column.metric)) is not None}
        name = tuple(word for word in _WORD.findall(row[lead][0]) if word.lower() not in _GENERIC)
        if scores:
            rows.append(Row(name, _MARKED.search(row[lead][0]) is not None, _OTHERS.search(row[lead][0]) is not None, scores, row[lead][1]))
    return ScoreTable(tuple(rows), columns, span) if columns and len(rows) >= 2 else None


def _score(cell: tuple[str, Span], metric: str) -> Score | None:
    figure = figure_in(cell[0])
    return None if figure is None else scaled(figure.value, figure.step, figure.percent, metric, cell[1])


def figure_in(cell: str) -> Figure | None:
    """The figure of a cell that holds one and, at most, its unit and marks."""
    match = _CELL.fullmatch(cell)
    if match is None:
        return None
    digits = match["digits"].replace(",", "")
    step = printed_step(digits)
    return Figure(float(digits), step, bool(match["percent"]), exact=match["about"] is None, measured=match["unit"] is not None, span=Span(*match.span("digits")))


def scaled(value: float, step: float, percent: bool, metric: str, span: Span) -> Score:
    """A score in percent where it is a share that was printed as a fraction."""
    factor = 100.0 if metric in SHARES and not percent and value <= 1 else 1.0
    return Score(value * factor, step * factor, span)


def named_row(table: ScoreTable, text: str) -> Row | None:
    """The only row that a sentence names, by all of its words or, where just one is so marked, as the final one."""
    named = [row for row in table.rows if row.name and all(_holds(text, word) for word in row.name)]
    longest = max((len(row.name) for row in named), default=0)
    named = [row for row in named if len(row.name) == longest]
    if not named:
        # A sentence that names a part of some row may speak of that row.
        if any(_holds(text, word) for row in table.rows for word in row.name if len(word) > 1 and not word.isdigit()):
            return None
        named = [row for row in table.rows if row.marked] if _MARKED.search(text) else []
    return named[0] if len(named) == 1 else None


def names_several(table: ScoreTable, text: str, row: Row) -> bool:
    """Whether the sentence names another row too, whose words are not a part of this one's."""
    return any(other is not row and other.name and all(_holds(text, word) for word in other.name) and not _is_part(other, row) for other in table.rows)


def _is_part(first: Row, second: Row) -> bool:
    """Whether the second row's name holds all words of the first's: "A-net" and "A-net + TTA"."""
    return {word.lower() for word in first.name} <= {word.lower() for word in second.name}


def _holds(text: str, word: str) -> bool:
    if re.search("[가-힣]", word):
        return word in text
    # A single letter is a name only as it is written: "A" is no article.
    return re.search(rf"(?<![A-Za-z0-9]){re.escape(word)}(?![A-Za-z0-9])", text, re.IGNORECASE if len(word) > 1 else 0) is not None


_BEST = Expression(
    r"(?P<high>(?:가장|제일)\s(?:[가-힣A-Za-z0-9]+\s){0,2}?높|최고(?!의)|(?i:(?<![a-z])highest))|(?P<low>(?:가장|제일)\s(?:[가-힣A-Za-z0-9]+\s){0,2}?낮|최저|(?i:(?<![a-z])lowest))|(?P<good>(?:가장|제일)\s(?:[가-힣A-Za-z0-9]+\s){0,2}?(?:좋(?!아[하했합한])|우수|뛰어|정확|나은|나았|낫|앞선|앞섰|잘\s(?:맞|나|가려|찾|잡))|(?:단연|역시)\s(?:앞섰|1등|1위|으뜸)|(?:다른|나머지)\s(?:모든\s)?(?:모델|방법|것|셋|둘|넷)(?:들)?(?:을|를)\s(?:모두\s|다\s)?(?:앞섰|이겼|제쳤|눌렀|앞질렀)|(?i:(?<![a-z])(?:best(?!\s(?:practice|submission|checkpoint|epoch|param))|most accurate|strongest|came (?:out )?(?:on top|first|ahead of)|(?:beat|beats|outperform(?:s|ed)|surpass(?:es|ed)|ahead of|better than) (?:(?:all|any|each|both) (?:of )?(?:(?:the |its )?others?|them|(?:the )?(?:other )?(?:models?|baselines?|rivals|candidates|methods?|runs?|two|three))|every(?:thing else| other| model| baseline| one)|the (?:others?|rest))(?![a-z])|won(?=\s?(?:[.,;!]|$)|\s(?:and|by|with|against|the (?:comparison|race|day))\s)|clear winner)))"
)
_RESTRICTED = Expression(
    r"^(?:on|in(?!\s(?:the end|sum|short|fact|total|summary)\b)|for|with|under|at)\s|(?<![A-Za-z])(?:like[sd]?|prefer\w*|suit\w*|fit\w*)(?![A-Za-z])|에서는|단일|경량|작은|가벼|빠른|빨라|빠르|속도|제외|빼고|외에|가성비|대비|다음으로|두\s?번째|공개|한국어|트레이드|균형|아니|않|못|(?<![A-Za-z])(?:single|small\w*|light\w*|fast\w*|quick\w*|except|without|apart|trade-?off|balance|compromise|second|next|open|per|among|not|never|n't|was until|so far|(?<!better )than|cheap\w*|before|after|would|expected|hoped|target|cost\w*|price\w*|speed\w*|memory|size|effort|latency|easiest|simpl\w*|explain\w*|interpret\w*|value for|fit for)(?![A-Za-z])|비용|가격|메모리|용량|설명하기|해석|다루기|쉬[워운웠]|단순",
    re.IGNORECASE,
)


_REASON = Expression(r"(?<![A-Za-z])(?:because|since|as it|as they|thanks to|given|considering|for its|for the|for our|if|when|where|once)(?![A-Za-z])", re.IGNORECASE)
_REASON_BEFORE = Expression(r"때문|덕분|(?:므로|니까|[어아여워라해]서|으니|기에|하면|생각하면)[,\s]|고려|감안")
"""In Korean what stands behind the claim follows from it: "가장 좋은 것은 작은 CNN이어서 올렸다"."""
_SOME_OF_IT = Expression(r"(?<![A-Za-z])best\s(?:thing|part|on|in|at|for|with|under|to)(?![A-Za-z])|(?:do|did|done|try|tried)\s(?:our|my|its|their)\sbest", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class BestClaim:
    """A sentence that calls a row the best: the row's score and the better one that stands in the same column."""

    row: Row
    better: Score
    better_row: Row


def wrong_best(table: ScoreTable, text: str) -> BestClaim | None:
    """A claim that a row is the highest, lowest or best of a column where another row certainly is."""
    match = _BEST.search(text)
    row = named_row(table, text) if match else None
    if match is None or row is None or row.others or names_several(table, text, row):
        return None
    said = _without_name(text, row)
    if _RESTRICTED.search(said):
        return None
    columns = list(_columns(table, text))
    if match["good"] and not metric_in(text) and _is_for_something(said, text):
        return None
    if not columns and match["good"]:
        return _beaten_throughout(table, row)
    found: list[BestClaim] = []
    for place in columns:
        metric = table.columns[place].metric
        upward = _upward(match, metric)
        if upward is None or place not in row.scores:
            return None
        own = row.scores[place]
        rivals = [other for other in table.rows if other is not row and not other.others and place in other.scores]
        better = [other for other in rivals if not own.fits(other.scores[place]) and (other.scores[place].value > own.value) == upward]
        if not better:
            return None
        top = max(better, key=lambda other: other.scores[place].value * (1 if upward else -1))
        found.append(BestClaim(row, top.scores[place], top))
    return found[0] if found else None


def _without_name(text: str, row: Row) -> str:
    """The sentence without the name of the row, which restricts nothing: "the small CNN" among others."""
    return re.sub(r"\W+".join(re.escape(word) for word in row.name) or "$^", "…", text, count=1, flags=re.IGNORECASE)


def _is_for_something(said: str, text: str) -> bool:
    """Whether the sentence says for what or on what it is the best, which the table may not tell."""
    best = _BEST.search(said)
    before = said[: best.start()] if best is not None else said
    return _REASON.search(said) is not None or _REASON_BEFORE.search(before) is not None or (_SOME_OF_IT.search(said) is not None and not splits_of(text))


def _beaten_throughout(table: ScoreTable, row: Row) -> BestClaim | None:
    """What is called the best without a metric is not, where another row is better by most of the metrics and worse by none."""
    upward = {place: column.metric in MORE_IS_BETTER for place, column in table.columns.items() if column.metric in MORE_IS_BETTER or column.metric in LESS_IS_BETTER}
    if len(upward) < len(table.columns) or not all(place in row.scores for place in upward):
        return None
    for other in table.rows:
        if other is row or other.others or not all(place in other.scores for place in upward):
            continue
        better = [place for place, more in upward.items() if not row.scores[place].fits(other.scores[place]) and (other.scores[place].value > row.scores[place].value) == more]
        equal = [place for place in upward if row.scores[place].fits(other.scores[place])]
        if len(better) + len(equal) == len(upward) and len(better) > len(equal):
            return BestClaim(row, other.scores[better[0]], other)
    return None


def _upward(match: re.Match[str], metric: str) -> bool | None:
    """Whether more is meant by the words, or None where that is not known."""
    if match["high"] and metric in LESS_IS_BETTER and "최고" in match["high"]:
        return False
    if match["high"] or match["low"]:
        return bool(match["high"])
    return False if metric in LESS_IS_BETTER else True if metric in MORE_IS_BETTER else None


def _columns(table: ScoreTable, text: str) -> Iterator[int]:
    """The columns that a sentence speaks of: of its metric and split, or the only one there is."""
    metric, splits = base(metric_in(text)), splits_of(text)
    fitting = [place for place, column in table.columns.items() if column.metric == metric and (not splits or not column.splits or column.splits == splits)] if metric else list(table.columns)
    if metric or len(table.columns) == 1:
        yield from fitting


_VARIANT = Expression(
    r"앙상블|평균|폴드|시드|야간|클래스|부류|상위\s?\d|일부|까지|이상|이하|목표|(?<![A-Za-z])(?:ensembl\w*|tta|folds?|seeds?|average|mean|class(?:es)?|subset|night|slice|only|except|per|top-?\d|up to|at least|target|goal|expected|almost|about|around|nearly|over|if|without|with)(?![A-Za-z])|[+&]|약\s?\d|~\s?\d",
    re.IGNORECASE,
)


def wrong_value(table: ScoreTable, text: str, metric: str, stated: Score) -> Score | None:
    """The table's score of the row, metric and split that a sentence names, where the sentence says another number."""
    row = named_row(table, text)
    if row is None or row.others or names_several(table, text, row) or conditions_of(text) & {"early", "late", "round", "track"}:
        return None
    variant = _VARIANT.search(text)
    if variant is not None and not any(_holds(variant[0], word) for word in row.name):
        return None
    splits = splits_of(text)
    places = [place for place, column in table.columns.items() if column.metric == base(metric) and column.splits == splits and place in row.scores]
    # The number of another column or of a variant of the same model is a slip of words at most.
    variants = [other for other in table.rows if _is_part(row, other)]
    if len(places) != 1 or any(score.fits(stated) for other in variants for score in other.scores.values()):
        return None
    return row.scores[places[0]]
