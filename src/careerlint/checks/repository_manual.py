"""What a repository says beside its README: how to run it, whose work it holds, and parts under a licence that its own does not allow."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from careerlint.checks.repository_scope import path_of, speaks_of_it
from careerlint.checks.repository_traces import Traces
from careerlint.checks.repository_words import globs_of, knowledge_of
from careerlint.expression import Expression
from careerlint.model.evidence import Evidence

_MOST = 20
_LARGEST = 100_000
_SCRIPTS = frozenset(("start", "dev", "serve", "preview", "build"))
_LICENCE = globs_of(("licen[cs]e*", "copying*"))
_PERMISSIVE = Expression(r"permission is hereby granted, free of charge|apache license|redistribution and use in source and binary forms|permission to use, copy, modify", re.IGNORECASE)
_GPL = Expression(r"gnu\s+(?:affero\s+)?general\s+public\s+license", re.IGNORECASE)
_LESSER = Expression(r"gnu\s+(?:lesser|library)\s+general", re.IGNORECASE)
_OPENING = 600


def traces_of(evidence: Evidence) -> Traces | None:
    """The repository that a document speaks of; None where it speaks of none."""
    knowledge, path = knowledge_of(evidence.vocabulary), path_of(evidence)
    if knowledge is None or not path:
        return None
    traces = Traces(evidence.surroundings, knowledge, path)
    return traces if speaks_of_it(path, traces, knowledge) else None


def says_how_to_run(evidence: Evidence, command: Expression) -> bool:
    """Whether the repository runs by a file made for it, or another document in it holds a command."""
    traces, knowledge = traces_of(evidence), knowledge_of(evidence.vocabulary)
    if traces is None or knowledge is None:
        return False
    if traces.has(globs_of(knowledge.data["runs"])) or any(_has_script(text) for text in _texts(evidence, traces, ("package.json",))):
        return True
    return any(command.search(text) for text in _texts(evidence, traces, knowledge.data["manuals"]))


def names_sources(evidence: Evidence) -> bool:
    """Whether a file of the repository is there to name what was taken from others."""
    traces, knowledge = traces_of(evidence), knowledge_of(evidence.vocabulary)
    return traces is not None and knowledge is not None and traces.has(globs_of(knowledge.data["credits"]))


def part_under_gpl(evidence: Evidence) -> str:
    """A part whose own licence is the GPL, in a repository under a licence that gives more rights; an empty text where there is none."""
    traces = traces_of(evidence)
    if traces is None or _LICENCE is None:
        return ""
    licences = sorted(path for path in traces.paths if _LICENCE.search(path))
    own = [path for path in licences if "/" not in path]
    if not own or len(own) == len(licences):
        return ""
    texts = {path: (evidence.surroundings.content(traces.paths[path], _LARGEST) or b"").decode("utf-8", "replace") for path in licences[:_MOST]}
    top = " ".join(texts.get(path, "") for path in own)
    if not _PERMISSIVE.search(top) or _GPL.search(top):
        return ""
    return next((traces.paths[path] for path, text in texts.items() if path not in own and _GPL.search(text[:_OPENING]) and not _LESSER.search(text[:_OPENING])), "")


def _texts(evidence: Evidence, traces: Traces, names: tuple[str, ...] | list[str]) -> Iterator[str]:
    globs = globs_of(names)
    found = sorted((path for path in traces.paths if globs is not None and globs.search(path)), key=lambda path: (path.count("/"), path))
    for path in found[:_MOST]:
        content = evidence.surroundings.content(traces.paths[path], _LARGEST)
        if content is not None:
            yield content.decode("utf-8", "replace")


def _has_script(text: str) -> bool:
    try:
        return not _SCRIPTS.isdisjoint(json.loads(text).get("scripts", {}))
    except (ValueError, AttributeError, TypeError, RecursionError):
        return False
