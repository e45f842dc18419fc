"""The git repository around a document: which files it tracks, and what a file was at another revision."""

from careerlint.repository.git import (
    GitError,
    file_at,
    former_name,
    ignored_files,
    remote_names,
    repository_of,
    revision_of,
    tracked_files,
)
from careerlint.repository.tree import Tree, still_holds

__all__ = ["GitError", "Tree", "file_at", "former_name", "ignored_files", "remote_names", "repository_of", "revision_of", "still_holds", "tracked_files"]
