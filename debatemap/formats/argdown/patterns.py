"""The regular expressions of Argdown's tokens, in the order in which they are tried."""

import re
from typing import Final

__all__ = ["BLANKS", "ESCAPED", "FREESTYLE", "LINE", "SPACE", "SPECIAL", "TAG"]

SPACE: Final = r" \t\n\r\v\f\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
"""What white space is, within a class of characters."""

_WORD: Final = r"[^\\@#*_\[\],.:</>(){}\r\n;\-]"
"""What a run of plain text is made of."""

FREESTYLE: Final = re.compile(f"{_WORD}++")
BLANKS: Final = re.compile(r"[ \t]*+")
EMPTYLINE: Final = re.compile(r"(?:[ \t]*+\n){2,}")
NEWLINE: Final = re.compile(r"[ \t]*+\n")
ONE_NEWLINE: Final = re.compile(r"[ \t]*+\n(?![ \t]*+\n)")
"""The end of a line that a comment takes along."""
EMPTY_LINES: Final = re.compile(r"\n*+")
EMPTY_CRLF_LINES: Final = re.compile(r"(?:[ \t]*+\n)*+")
ESCAPED: Final = re.compile(r"\\([^\n\r\u2028\u2029] *+)")
SPECIAL: Final = re.compile(rf"(?:\.[^{SPACE}]+?\.|:[^{SPACE}]+?:)[ \t]?")
FRONT_MATTER: Final = re.compile(r"===+[\s\S]*?===+")
TAG: Final = re.compile(r"#[a-zA-z0-9\-\u00A0-\uD7FF\uF900-\uFDCF\uFDF0-\uFFEF]++[ \t]?")

INFERENCE: Final = re.compile(r"[' \t]*+--")
INFERENCE_END: Final = re.compile(r"-{2,}+")
RELATION: Final = re.compile(rf"([' \t]*+)(\+>|->|<?\+|<?-|><|_>|<_|_(?=[{SPACE}]))")
HEADING: Final = re.compile(r"#++ ")
NUMBER: Final = re.compile(r"[' \t]*+\(([0-9]++)\)")
LIST_ITEM: Final = re.compile(rf"([' \t]*+)([0-9]++\.|\*)(?=[{SPACE}])")

_OPENERS: Final = (
    (re.compile(rf"\*\*(?![{SPACE}])"), "**"), (re.compile(rf"__(?![{SPACE}])"), "__"),
    (re.compile(rf"\*(?![{SPACE}])"), "*"), (re.compile(rf"_(?![{SPACE}])"), "_"),
)  # fmt: skip
OPENERS: Final = {sign: [each for each in _OPENERS if each[1][0] == sign] for sign in "*_"}
"""By first character, what begins bold or italic text."""
CLOSERS: Final = {
    sign: re.compile(re.escape(sign) + r"(?:[ \t]|(?=[\n\r)}_.,!?;:\-*])|\Z)")
    for _, sign in _OPENERS
}
"""By what began it, what ends it."""

LINK_PARTS: Final = re.compile(r"\[(.+)\]\((.+)\)")

CLOSING_BRACE: Final = re.compile(rf"\}}(?![{SPACE}]*+[,}}])")
"""A brace that may close data."""
LAST_BRACE: Final = re.compile(rf"\}}(?=[{SPACE}][^,}}])")
"""A brace beyond which data does not go."""

# Most lines are whole and plain: an indent, a relation, a title, a text without marks. They are
# taken at once. Whatever is not sure to be so goes the long way, token by token.
_PLAIN: Final = rf"(?:(?![ \t=]){_WORD}++|[,;)>(\-\]}}][ \t]?(?![ \t])|[.:](?=[ \n])[ ]?(?![ \t]))"
LINE: Final = re.compile(
    r"([ \t]*+)(?:(\+>?+|->?+(?!-)|<[+\-_]|><|_>|_(?=[ \t\n]))[ \t]*+)?+"
    r"(?:(\[[^\]\n]++\]|<[^>\n+\-_!][^>\n]*+>):[ \t]*+((?:" + _PLAIN + r")*+)"
    r"|(\[[^\]\n\-][^\]\n]*+\]|<[^>\n+\-_!][^>\n]*+>)[ \t]*+"
    r"|((?=[^\W\d_])(?:" + _PLAIN + r")++))"
    r"\n(?![ \t]*+\n)"
)
"""A whole line: its indent, relation, defined title and text, or title that it refers to, or
text."""
