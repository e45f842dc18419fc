"""HON011: what a README claims of its repository and no tracked file shows a trace of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from careerlint.checks.repository_claims import Claim, claims_of
from careerlint.checks.repository_files import files_named, unheld_files
from careerlint.checks.repository_numbers import numbers_told, other_numbers
from careerlint.checks.repository_scope import is_asked, path_of
from careerlint.checks.repository_traces import Traces
from careerlint.checks.repository_words import Thing, knowledge_of
from careerlint.model.evidence import Evidence, Hit
from careerlint.model.outline import LANGUAGES
from careerlint.model.rule import Rule
from careerlint.model.span import Span

_SHOWN = 2


def find_claims_without_trace(evidence: Evidence, rule: Rule) -> Iterator[Hit]:
    """For each statement one hit at the first thing that the repository shows no trace of, and one for each file that is not there; a thing is told once, where it is first claimed."""
    knowledge = knowledge_of(evidence.vocabulary)
    path = path_of(evidence)
    if knowledge is None or not path:
        return
    claims = list(claims_of(evidence, knowledge))
    named = list(files_named(evidence, knowledge))
    numbers = numbers_told(evidence, knowledge)
    # Most documents claim nothing that is looked for, and then nothing is looked at.
    if not (claims or named or numbers):
        return
    traces = Traces(evidence.surroundings, knowledge, path)
    if is_asked(evidence, path, traces, knowledge):
        told = list(_claims(evidence, claims, traces, path))
        yield from told
        yield from (hit for hit in unheld_files(evidence, named, traces) if not any(span.contains(hit.span) for other in told for span in (other.span, *other.related)))
        yield from other_numbers(evidence, numbers, traces, knowledge)


def _claims(evidence: Evidence, claims: list[Claim], traces: Traces, path: str) -> Iterator[Hit]:
    missing: dict[str, list[Claim]] = {}
    shown: dict[str, bool] = {}
    for claim in claims:
        for thing in (claim.thing, *claim.others):
            if thing.key not in shown:
                shown[thing.key] = _is_shown(evidence, thing, traces)
        if not any(shown[thing.key] for thing in (claim.thing, *claim.others)):
            missing.setdefault(claim.thing.key, []).append(claim)
    by_statement: dict[int, list[Claim]] = {}
    for found in missing.values():
        by_statement.setdefault(found[0].statement, []).append(found[0])
    for statement, found in sorted(by_statement.items()):
        found = sorted(found, key=lambda claim: claim.span)
        related = tuple(claim.span for claim in found[1:])
        others = tuple(claim.span for each in found for claim in missing[each.thing.key][1:])
        yield Hit(found[0].span, statement, evidence.entry_of(statement), values=_values(evidence, found, traces, path), related=_once((*related, *others)), variant="no-trace")


def _is_shown(evidence: Evidence, thing: Thing, traces: Traces) -> bool:
    """Whether there is a trace, in the repository or behind a link of the document, or whether that cannot be known."""
    if thing.links is not None and any(thing.links.search(mark.target) for mark in evidence.document.marks if mark.target):
        return True
    return traces.show(thing) or not traces.knows(thing)


def _values(evidence: Evidence, claims: list[Claim], traces: Traces, path: str) -> Mapping[str, str]:
    where = _where(traces)
    values = {"match": ", ".join(dict.fromkeys(evidence.document.words(claim.span) for claim in claims))}
    values["count"] = str(len(evidence.surroundings.tracked()))
    for language in LANGUAGES:
        looked = []
        for claim in claims:
            words = claim.thing.looked[language].replace("{where.ko}", where["ko"]).replace("{where.en}", where["en"])
            looked.append(f"{claim.thing.name[language]} ({words}{_hint(evidence, claim.thing, path)[language]})")
        values[f"looked.{language}"] = ", ".join(looked)
    return values


def _where(traces: Traces) -> Mapping[str, str]:
    """The places in which libraries were looked for."""
    names = [PurePosixPath(name).name for name in traces.dependencies[:_SHOWN]]
    notebooks = sum(name.endswith(".ipynb") for name in traces.sources)
    files = len(traces.sources) - notebooks
    ko = [*names, *([f"소스 파일 {files}개"] if files else []), *([f"노트북 {notebooks}개"] if notebooks else [])]
    en = [*names, *([_counted(files, "source file")] if files else []), *([_counted(notebooks, "notebook")] if notebooks else [])]
    return {"ko": "·".join(ko), "en": f"{', '.join(en[:-1])} and {en[-1]}" if len(en) > 1 else en[-1]}


def _counted(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"


def _hint(evidence: Evidence, thing: Thing, path: str) -> Mapping[str, str]:
    """That a file which git does not track would be a trace."""
    around = evidence.surroundings
    tracked = set(around.tracked())
    for folder in dict.fromkeys((PurePosixPath("."), PurePosixPath(path).parent)):
        for name in sorted(around.names(Path(around.root, folder))):
            if thing.files is not None and (folder / name).as_posix() not in tracked and not name.startswith(".git") and thing.files.fullmatch(name.lower()):
                return {"ko": f"; {name} 파일은 있지만 git이 추적하지 않습니다", "en": f"; {name} is there but git does not track it"}
    return {"ko": "", "en": ""}


def _once(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    return tuple(dict.fromkeys(spans))
