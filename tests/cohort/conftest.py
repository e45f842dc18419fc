"""What every test of cohorts leaves behind as it was."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def _memory_as_before() -> Iterator[None]:
    """A worker bounds its memory for good; where a test plays a worker, the tests after it would run in those bounds."""
    if sys.platform != "linux":
        yield
        return
    import resource

    before = resource.getrlimit(resource.RLIMIT_AS)
    yield
    resource.setrlimit(resource.RLIMIT_AS, before)
