"""Numbers of a text, typed: which of them measure an outcome, and which tell a change."""

from careerlint.numbers.changes import before_after, changes
from careerlint.numbers.outcomes import metric_spans, metrics
from careerlint.numbers.reading import read_numbers

__all__ = ["before_after", "changes", "metric_spans", "metrics", "read_numbers"]
