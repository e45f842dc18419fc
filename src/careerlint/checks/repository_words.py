"""What is known of repositories (`rules/vocabulary/repository.yml`), made ready: what may be claimed, and which files and words are a trace of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from careerlint.checks.skill_use import evidenced
from careerlint.expression import Expression
from careerlint.model.outline import LANGUAGES

_CLASS = Expression(r"\\\[(\w+)\\\]")
_PLAIN = Expression(r"[\w.-]+(?:/[\w.-]+)*")
_OPEN = Expression(r"\\[wd][*+?]?|\['\"\]|\[(?:'\")?\]")
_GAP = Expression(r"(\\?[._-])\?(?:\\?[._-]\?)*")
_SHOWN = 3
_SHOWN_WORDS = 2


@dataclass(frozen=True)
class Thing:
    """One thing that a README may claim. `files` and `words` find its traces in paths and texts of lower case, `links` in addresses.

    `claims` are words that say it is here, `invites` words that offer it to the reader.
    `unread` says that the names of files decide alone, so that sources which could not be read change nothing.
    """

    key: str
    name: Mapping[str, str]
    looked: Mapping[str, str]
    files: Expression | None = None
    words: Expression | None = None
    links: Expression | None = None
    claims: Mapping[str, Expression | None] = field(default_factory=dict)
    invites: Mapping[str, Expression | None] = field(default_factory=dict)
    unread: bool = False


@dataclass(frozen=True)
class Knowledge:
    """The vocabulary with its expressions compiled on use; one for each rule set."""

    data: Mapping[str, Any]
    skills: Mapping[str, Any]

    @cached_property
    def things(self) -> Mapping[str, Thing]:
        """Things that words claim, by their keys."""
        return {key: _thing(key, item) for key, item in self.data["things"].items()}

    @cached_property
    def _owners(self) -> Mapping[str, str]:
        return {skill: key for key, item in self.data["things"].items() for skill in item["skills"]}

    @cached_property
    def _made(self) -> dict[str, Thing | None]:
        return {}

    def claimed_by(self, skill: str) -> Thing | None:
        """The thing that the use of a technology claims; None where a repository need not show it."""
        if skill in self._owners:
            return self.things[self._owners[skill]]
        if skill not in self._made:
            self._made[skill] = self._language(skill) if skill in self.data["languages"] else self._library(skill) if skill in self.data["libraries"] else None
        return self._made[skill]

    def _language(self, name: str) -> Thing:
        globs = self.data["languages"][name]
        shown = ", ".join(globs[:_SHOWN])
        return Thing(name, _both(name), {"ko": f"{shown} 파일", "en": f"files {shown}"}, globs_of(globs), unread=True)

    def _library(self, name: str) -> Thing:
        libraries = self.data["libraries"]
        parts = (other for other in libraries if other != name and name in evidenced((other,), self.skills))
        words = [word for each in (name, *parts) for word in _words(each, libraries[each])]
        endings = [word for each in (name, *parts) for word in libraries[each] if word.startswith("*.")]
        own = [*([] if " " in name else [_shown(word) for word in _words(name, ())]), *(_shown(word) for word in libraries[name])]
        shown = ", ".join([*dict.fromkeys(word for word in own if _PLAIN.fullmatch(word))][:_SHOWN_WORDS]) or name.lower()
        files = ", ".join(word for word in libraries[name] if word.startswith("*."))
        looked = {
            "ko": f"{files + ' 파일, ' if files else ''}{{where.ko}}의 {shown}",
            "en": f"{'files ' + files + '; ' if files else ''}{shown} in {{where.en}}",
        }
        return Thing(name, _both(name), looked, globs_of(endings), words_of(words, endings))

    def by_language(self, key: str, language: str) -> Expression | None:
        """The expressions of a part of the vocabulary in one language, as one."""
        return self._joined(key, language, self.data[key].get(language, ()))

    def anywhere(self, key: str) -> Expression | None:
        """Those of all languages, as one."""
        return self._joined(key, "", [word for language in LANGUAGES for word in _texts(self.data[key].get(language, ()))])

    def _joined(self, key: str, language: str, words: Sequence[str] | str) -> Expression | None:
        if (key, language) not in self._compiled:
            self._compiled[key, language] = joined(_texts(words))
        return self._compiled[key, language]

    @cached_property
    def _compiled(self) -> dict[tuple[str, str], Expression | None]:
        return {}


_READY: dict[int, Knowledge] = {}


def knowledge_of(vocabulary: Mapping[str, Any]) -> Knowledge | None:
    """What is known, by the vocabulary of a document's evidence; made once for each."""
    data = vocabulary.get("repository")
    if not data:
        return None
    found = _READY.get(id(data))
    if found is None or found.data is not data:
        found = _READY[id(data)] = Knowledge(data, vocabulary.get("skills", {}))
    return found


def joined(words: Iterable[str]) -> Expression | None:
    """Several expressions as one."""
    found = "|".join(f"(?:{word})" for word in words)
    return Expression(found, re.IGNORECASE) if found else None


def globs_of(globs: Iterable[str]) -> Expression | None:
    """What the paths of a list, one in a line and in lower case, are searched for: names of files, of folders ("tests/"), or ends of paths."""
    files: list[str] = []
    folders: list[str] = []
    for glob in globs:
        expression = _CLASS.sub(r"[\1]", re.escape(glob.rstrip("/").lower()).replace(r"\*", "[^/\n]*").replace(r"\?", "[^/\n]"))
        (folders if glob.endswith("/") else files).append(expression)
    parts = [rf"(?:{'|'.join(files)})$"] if files else []
    parts += [rf"(?:{'|'.join(folders)})/"] if folders else []
    return Expression(rf"(?:^|/)(?:{'|'.join(parts)})", re.MULTILINE) if parts else None


def words_of(words: Iterable[str], endings: Iterable[str] = ()) -> Expression | None:
    """What texts of lower case are searched for: the expressions as words, and quoted names of files with one of the endings ("*.pt").

    A version may follow a word; an expression that ends in a sign ("def test_", "s3://") is followed by what it names.
    """
    found = "|".join(dict.fromkeys(words))
    parts = [rf"(?<![a-z0-9])(?:{found})(?:(?![a-z])|(?<![a-z0-9]))"] if found else []
    quoted = "|".join(dict.fromkeys(re.escape(ending.removeprefix("*")) for ending in endings))
    parts += [rf"(?:{quoted})[\"'`]"] if quoted else []
    return Expression("|".join(parts)) if parts else None


def _thing(key: str, item: Mapping[str, Any]) -> Thing:
    return Thing(
        key, item["name"], item["looked"], globs_of(item.get("files", ())), words_of(item.get("words", ())), joined(item.get("links", ())), _by_language(item, "claims"), _by_language(item, "invites"),
        item.get("unread", False),
    )


def _by_language(item: Mapping[str, Any], key: str) -> dict[str, Expression | None]:
    return {language: joined(_texts(words)) for language, words in item.get(key, {}).items()}


def _words(name: str, words: Sequence[str]) -> list[str]:
    """The words of a library: its own name, unless the first of the others stands for it."""
    own = [] if words and words[0].startswith("=") else [re.escape(name.lower()).replace(r"\ ", "[ _-]?").replace(r"\-", "[ _-]?")]
    return [*own, *(word.removeprefix("=") for word in words if not word.startswith("*."))]


def _shown(word: str) -> str:
    """An expression as the word that a reader would look for: "wandb" for `=wandb\\w*`."""
    plain = _OPEN.sub("", word.removeprefix("=").replace("[ _-]?", "-"))
    return _GAP.sub(r"\1", plain).replace("\\.", ".")


def _texts(words: Sequence[str] | str) -> Sequence[str]:
    return (words,) if isinstance(words, str) else words


def _both(name: str) -> dict[str, str]:
    return {"ko": name, "en": name}
