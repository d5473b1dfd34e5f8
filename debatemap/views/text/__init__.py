"""The text of a source as lines of cells, its words, sentences and paragraphs, and what is quoted.

Offsets count the characters of the text as it is, which is never changed. Knows no screen.
"""
