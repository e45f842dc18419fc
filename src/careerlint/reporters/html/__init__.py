"""HTML: the report as one page for people: the document on one side, what is remarked on the other."""
