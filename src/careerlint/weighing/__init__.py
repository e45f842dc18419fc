"""Weighing: whether the words of a statement, taken together, speak for a finding or against it."""

from careerlint.weighing.scales import Scales, promiser, read_scales, teller, trait_reader, weigher
from careerlint.weighing.traits import BUCKETS, bucket, told_words, traits, traits_told, without_last_mark

__all__ = ["BUCKETS", "Scales", "bucket", "promiser", "read_scales", "teller", "told_words", "trait_reader", "traits", "traits_told", "weigher", "without_last_mark"]
