"""Weighing: whether the words of a statement, taken together, speak for a finding or against it."""

from careerlint.weighing.scales import Scales, read_scales
from careerlint.weighing.traits import BUCKETS, bucket, places, told_words, traits, traits_told, without_last_mark
from careerlint.weighing.weigher import Weigher

__all__ = ["BUCKETS", "Scales", "Weigher", "bucket", "places", "read_scales", "told_words", "traits", "traits_told", "without_last_mark"]
