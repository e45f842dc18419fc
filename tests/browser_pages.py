"""Pages opened in a browser that keep what they complained about."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

_WATCH = "addEventListener('securitypolicyviolation', event => console.log('refused', event.violatedDirective, event.blockedURI));"


class Opened:
    """A page in the browser, with everything that it printed, asked the user or fetched."""

    def __init__(self, page: Any, path: Path) -> None:
        self.page = page
        self.complaints: list[str] = []
        self.fetched: list[str] = []
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("dialog", self._dismiss)
        page.on("request", lambda request: self.fetched.append(request.url[:60]))
        page.add_init_script(_WATCH)
        page.goto(path.as_uri())

    def _dismiss(self, dialog: Any) -> None:
        self.complaints.append(f"dialog {dialog.message}")
        dialog.dismiss()

    def all(self, selector: str) -> Any:
        """The elements of a selector that can be seen."""
        return self.page.locator(f"{selector}:visible")

    def value(self, expression: str) -> Any:
        """What JavaScript makes of an expression."""
        return self.page.evaluate(expression)


Opener = Callable[..., Opened]
