"""Documents for readers: a web page and prose, with numbers as `debatemap show` has them."""
