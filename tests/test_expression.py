"""Expressions: they answer what `re` answers, and every one of the program compiles."""

from __future__ import annotations

import gc
import pickle
import pkgutil
import re
from importlib import import_module

import careerlint
from careerlint.expression import Expression


def test_an_expression_answers_like_a_compiled_one() -> None:
    lazy, ready = Expression(r"(\d+)%", re.IGNORECASE), re.compile(r"(\d+)%", re.IGNORECASE)
    text = "정확도 90%에서 95%로"
    for _ in range(2):
        assert [found.span() for found in lazy.finditer(text)] == [found.span() for found in ready.finditer(text)]
        assert lazy.findall(text) == ["90", "95"]
        assert lazy.sub("x", text) == ready.sub("x", text)
        assert lazy.split(text, 1) == ready.split(text, 1)
        assert lazy.match(text) is None
        assert lazy.match(text, 4) is not None
        assert lazy.fullmatch(text, 4, 7) is not None
        assert lazy.search(text, 5, 6) is None
    assert pickle.loads(pickle.dumps(lazy)).search(text) is not None


def test_every_expression_of_the_program_compiles() -> None:
    """A mistake shows only where an expression is first used, so it is looked for here."""
    for module in pkgutil.walk_packages(careerlint.__path__, "careerlint."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    found = [item for item in gc.get_objects() if isinstance(item, Expression)]
    assert len(found) > 500
    for expression in found:
        assert expression.compiled().pattern == expression.pattern
