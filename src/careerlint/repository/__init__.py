"""The git repository around a document: which files it tracks, and what a file was at another revision."""

from careerlint.repository.git import GitError, file_at, repository_of, revision_of, tracked_files

__all__ = ["GitError", "file_at", "repository_of", "revision_of", "tracked_files"]
