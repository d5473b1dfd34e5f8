"""Names between two full stops or colons that stand for a sign: `.A.` for ∀, `:star:` for ⭐."""

from typing import Final

__all__ = ["SHORTCODES"]

_SIGNS: Final = {
    "A": "∀", "E": "∃", "O": "𝗢", "P": "𝗣", "->": "→", "<->": "↔", "~": "¬", "^": "∧", "v": "∨",
    "v_": "⊻", "<>": "◇", "[]": "◻", "happy": "😀", "smile": "☺", "smiley": "☺", "laugh": "😆",
    "lol": "😆", "rofl": "🤣", "joy": "😂", "heart": "❤", "?": "❓", "question": "❓", "love": "😍",
    "wink": "😉", "shush": "🤫", "meh": "😐", "eye-roll": "🙄", "sad": "😢", "disappointed": "😞",
    "scream": "😱", "+1": "👍", "up": "👍", "-1": "👎", "down": "👎", "think": "🤔", "star": "⭐",
    "y": "✔", "agree": "✔", "n": "❌", "disagree": "❌",
}  # fmt: skip

SHORTCODES: Final = {
    **{f"{mark}{name}{mark}": sign for name, sign in _SIGNS.items() for mark in ".:"},
    ":smile:": "☺\ufe0f",
}
"""By shortcode, its sign."""
