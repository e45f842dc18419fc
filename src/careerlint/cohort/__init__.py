"""Cohort: many documents of many people, linted apart from each other into a store that survives, and what a cohort can learn.

The room is not named after its command: `careerlint.batch` is a function of the Python API.
"""
