"""Settings: what a configuration file says, and what follows for one document."""

from careerlint.settings.finding import SETTINGS_NAME, SettingsFinder
from careerlint.settings.keys import KEYS
from careerlint.settings.reading import Settings, SettingsError, read_settings
from careerlint.settings.resolving import Resolved, resolve

__all__ = ["KEYS", "SETTINGS_NAME", "Resolved", "Settings", "SettingsError", "SettingsFinder", "read_settings", "resolve"]
