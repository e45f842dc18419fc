"""The configuration of each document of a call: flags over the nearest configuration file over the defaults."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from careerlint.cli.errors import fail
from careerlint.config import GENERALIST
from careerlint.rules.near_names import names_of_rules, unknown_role, unknown_rule
from careerlint.standing import is_folder

if TYPE_CHECKING:
    from careerlint.config import Config
    from careerlint.rules.rule_set import RuleSet
    from careerlint.settings import Resolved, Settings

_NAMED = ("select", "ignore")


class Found(NamedTuple):
    """The files to lint, and the documents in the folders that nobody here can read, so that whoever wrote them learns of it."""

    documents: list[Path]
    unread: list[Path]


class Configuring:
    """Gives the configuration of a document; a mistake in a file or a flag ends the call with one line."""

    def __init__(self, given: Mapping[str, Any], as_of: date, *, file: Path | None = None, search: bool = True, use_cache: bool = True) -> None:
        from careerlint.settings import SettingsFinder

        self._given = given
        self._as_of = as_of
        self._use_cache = use_cache
        self._finder = SettingsFinder(self._check, file, wanted=search)
        self._known: dict[Path, Resolved] = {}

    def of(self, document: Path) -> Resolved:
        """What applies to a document."""
        from careerlint.settings import resolve

        if document not in self._known:
            self._known[document] = resolve(document, self._given, self.settings_of(document), self._as_of, use_cache=self._use_cache)
        return self._known[document]

    def fresh(self, document: Path) -> Config:
        """The configuration of one document among many, not kept; raises SettingsError."""
        from careerlint.settings import resolve

        return resolve(document, self._given, self._finder.settings_of(document), self._as_of, use_cache=self._use_cache).config

    def is_spared(self, document: Path) -> bool:
        """Whether settings leave a document out that a search found; those with a mistake leave out nothing."""
        from careerlint.settings import SettingsError
        from careerlint.settings.resolving import is_excluded

        try:
            return is_excluded(document, self._finder.settings_of(document))
        except SettingsError:
            return False

    def settings_of(self, document: Path) -> Settings | None:
        """The settings of the nearest file."""
        from careerlint.settings import SettingsError

        try:
            return self._finder.settings_of(document)
        except SettingsError as error:
            fail(str(error))

    def found(self, paths: Sequence[Path]) -> Found:
        """What the paths of a call lead to, without what settings exclude; a file that is named is always one to lint."""
        from careerlint.discovery import UNREAD, find_files
        from careerlint.readers.formats import SUFFIXES
        from careerlint.settings.resolving import is_excluded

        named = {path for path in paths if not is_folder(path)}
        found = Found([], [])
        for path in find_files(paths, SUFFIXES.keys() | UNREAD):
            if path in named or not is_excluded(path, self.settings_of(path)):
                # A folder that cannot be opened is found too, and is no document.
                is_unread = path not in named and path.suffix.lower() in UNREAD and not is_folder(path)
                (found.unread if is_unread else found.documents).append(path)
        return found

    def check_flags(self, document: Path) -> None:
        """End the call where a flag names a rule or a role that is not there."""
        rule_set = self._rules_of_call(self.of(document).config.rule_folders)
        rules, roles = rule_set.rules, _roles_of(rule_set)
        known = names_of_rules(rules)
        for key in _NAMED:
            for name in self._given.get(key, ()):
                if name.lower() not in known:
                    fail(unknown_rule(name, "rule or family", rules))
        if (role := self._given.get("role", GENERALIST)) not in roles:
            fail(unknown_role(role, roles))

    def _check(self, settings: Settings) -> None:
        from careerlint.rules.rule_error import RuleFileError

        try:
            rule_set = self._rules_in(tuple(settings.folder / name for name in settings.values.get("rules", ())))
        except RuleFileError as error:
            raise settings.error("rules", str(error)) from None
        rules, roles = rule_set.rules, _roles_of(rule_set)
        if (role := settings.values.get("role", GENERALIST)) not in roles:
            raise settings.error("role", unknown_role(role, roles))
        known = names_of_rules(rules)
        names = [(key, name) for key in _NAMED for name in settings.values.get(key, ())]
        names += [("levels", name) for name, _ in settings.values.get("levels", ())]
        inner = [("per-file-ignores", glob, name) for glob, ignored in settings.values.get("per-file-ignores", ()) for name in ignored]
        for key, place, name in (*((key, name, name) for key, name in names), *inner):
            if name.lower() not in known:
                raise settings.error(key, unknown_rule(name, "rule or family", rules), place)

    def _rules_of_call(self, folders: tuple[Path, ...]) -> RuleSet:
        from careerlint.rules.rule_error import RuleFileError

        try:
            return self._rules_in(folders)
        except RuleFileError as error:
            fail(str(error))

    def _rules_in(self, folders: tuple[Path, ...]) -> RuleSet:
        from careerlint.rules.rule_set import rule_set_of

        return rule_set_of(folders, self._use_cache)


def _roles_of(rule_set: RuleSet) -> tuple[str, ...]:
    """The roles that can be applied for, ours and those of folders of rules."""
    return (*rule_set.vocabulary.get("roles", {}), GENERALIST)
