"""Batch: many documents of many people, linted apart from each other into a store that survives, and what a cohort can learn."""
