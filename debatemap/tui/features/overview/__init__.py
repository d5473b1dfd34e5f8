"""Where in the whole map pros, cons, hits, changes and unanswered objections are."""
