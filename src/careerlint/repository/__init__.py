"""The git repository around a document: which files it tracks, and what a file was at another revision."""

from careerlint.repository.git import (
    GitError,
    file_at,
    ignored_files,
    remote_names,
    repository_of,
    revision_of,
    tracked_files,
)
from careerlint.repository.revision import Revision
from careerlint.repository.tree import Tree, still_holds

__all__ = ["GitError", "Revision", "Tree", "file_at", "ignored_files", "remote_names", "repository_of", "revision_of", "still_holds", "tracked_files"]
