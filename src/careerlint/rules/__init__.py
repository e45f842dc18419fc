"""From YAML to findings: signals and rules as typed patterns, their matching, and the logic of scope."""
