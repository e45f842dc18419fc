"""Weighing: whether the words of a statement, taken together, speak for a finding or against it."""

from careerlint.weighing.scales import Scales, promiser, read_scales, teller, trait_reader, weigher
from careerlint.weighing.traits import BUCKETS, bucket, traits

__all__ = ["BUCKETS", "Scales", "bucket", "promiser", "read_scales", "teller", "trait_reader", "traits", "weigher"]
