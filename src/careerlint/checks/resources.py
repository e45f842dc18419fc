"""Counts of what a measurement ran on: servers, workers, GPUs, a batch size. A factor beside two of them is that of speed or cost."""

from __future__ import annotations

from collections.abc import Sequence

from careerlint.expression import Expression
from careerlint.model.span import Span

_MACHINES = (
    r"servers?|nodes?|cores?|v?CPUs?|workers?|threads?|GPUs?|TPUs?|clients?|replicas?|instances?|machines?|hosts?|VMs?|pods?|containers?|shards?|partitions?|"
    r"process(?:es|ors?)|executors?|brokers?|consumers?|producers?|connections?|streams?|devices?|cards?|agents|concurrent (?:users|requests)|epochs?|layers?|heads?|samples per batch"
)
_BEHIND = Expression(rf"(?:[\s-]\s{{0,2}}(?!for\b|on\b|with\b|per\b|across\b|in\b|by\b|of\b)[A-Za-z][\w-]*){{0,2}}[\s-]\s{{0,2}}(?i:{_MACHINES})\b")
_BEFORE = Expression(
    rf"(?i:(?:{_MACHINES}|batch[\s-]size|beam(?:[\s-](?:size|width))?|context(?:[\s-](?:length|window))?|sequence length|chunk size|pool size|window size|cache size|block size)"
    r"(?:\s{1,3}(?:went|going|grew|growing|rose|up|raised|increased|increasing|scaled|from))*\s{1,3})$"
)
_REACH = 80
_SPEED = Expression(
    r"(?i:\bspeed|\bfaster|\bslower|\bquick|throughput|\blatenc|\bscal(?:e[sd]?|ing|ability)\b|\bgains?\b|performance|efficien|\bqps\b|\btps\b|\brps\b|\bfps\b|requests|quer(?:y|ies)|\btime\b|\bruntime|cost|memory|accuracy|\bf1\b)"
)
_COUNTED = Expression(r"(?i:\b(?:fewer|less|reduc\w+|cut|cutting|consolidat\w+|shr[aiu]nk\w*|down|decreas\w+|sav(?:ed|es|ing|ings)|more|grew|grow\w*|expand\w*|add(?:ed|ing)|increas\w+|rais(?:ed|ing)|doubl\w+|tripl\w+)\b)")


def are_counts_of_resources(text: str, values: Sequence[Span]) -> bool:
    """Whether the values are counts of what something ran on and the sentence tells a factor of something else."""
    if not any(_BEHIND.match(text, value.end) or _BEFORE.search(text[max(value.start - _REACH, 0) : value.start]) for value in values):
        return False
    return _SPEED.search(text) is not None or _COUNTED.search(text) is None
