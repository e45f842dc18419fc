"""Numbers of a text, typed: which of them measure an outcome, and which tell a change."""
