"""HTML: the report as one page for people: the document on one side, what is remarked on the other."""

from careerlint.reporters.html.page import render_html

__all__ = ["render_html"]
