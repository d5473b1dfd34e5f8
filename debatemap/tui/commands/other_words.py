"""Words that people know for what commands do, where these have other ones."""

from collections.abc import Mapping
from typing import Final

__all__ = ["OTHER_WORDS"]

_FILES: Final = "one of the formats that it writes"
_LETTERS: Final = "the terminal's own settings have that"
_LOOKS: Final = "dark and light themes, and your own"
_SETTINGS: Final = "`debatemap paths` says where config.toml is, the readme what it takes"
_SENTENCES: Final = "`debatemap --plain MAP` shows rows as sentences"
_STRENGTH: Final = "how far each claim holds, 0 to 100"
_GIT: Final = "`debatemap git install` has git merge maps"
_MORE: Final = "a command of your own can do that"
_EARLIER: Final = "an earlier copy of the map"

OTHER_WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "last": {"bottom": "the last row of the map"},
    "go_to_target": {"parent": "the claim that this one replies to"},
    "toggle": {"collapse": "folds what stands beneath", "expand": "unfolds what stands beneath"},
    "fold_all": {"collapse all": "the top alone is left"},
    "unfold_all": {"expand all": "all claims are shown"},
    "add_pro": {"respond": "with a reason for it"},
    "add_con": {
        "rebuttal": "a con attacks the claim",
        "counterargument": "a con attacks the claim",
        "respond": "with a reason against it",
        "challenge": "with a reason against it",
    },
    "add_thesis": {"conclusion": "a thesis is what a map is about"},
    "edit_in_place": {"typo": "edits the words of the claim"},
    "note": {"comment": "a note stands beside the claim", "description": "a longer text on it"},
    "tags": {"category": "claims with one tag can be filtered"},
    "quote": {"citation": "cites a source with its words", "evidence": "what a claim rests on"},
    "sources": {"url": "the addresses of what is cited", "web": "opens what is cited"},
    "link": {"connect": "one claim in a second place"},
    "unlink": {"detach": "takes the claim away from here"},
    "flip": {"opposite": "a pro becomes a con", "negate": "a pro becomes a con"},
    "move_up": {"reorder": "among the claims beside it", "swap": "with the claim above"},
    "merge": {"combine": "two claims become one"},
    "bookmark": {"favourite": "under a letter", "favorite": "under a letter", "star": "a claim"},
    "strengths": {
        "percent": _STRENGTH,
        "probability": _STRENGTH,
        "score": _STRENGTH,
        "weight": _STRENGTH,
    },
    "surety": {"certainty": "of the verdict", "confidence": "of the verdict"},
    "why": {
        "explain": "from the strongest argument down",
        "reason": "from the strongest argument down",
        "result": "the verdict, and what it rests on",
    },
    "suppose": {"hypothesis": "what would follow if", "simulate": "what would follow if"},
    "rate": {
        "agree": "100 is full agreement",
        "disagree": "0 is none at all",
        "upvote": "a rating is a vote from 0 to 100",
    },
    "rate_as": {
        "rate as": "whose ratings they are",
        "user": "whose ratings they are",
        "profile": "whose ratings they are",
    },
    "groups": {"poll": "what many people's ratings say", "cluster": "who rates alike"},
    "replay": {"timeline": "the verdict in each version"},
    "tasks": {
        "todo": "what is unanswered, and else to do",
        "check": "`debatemap check MAP` finds faults",
    },
    "merge_copy": {"collaborate": "brings in what others did", "pull": _GIT},
    "diff": {"push": _GIT, "revert": "one difference after the other"},
    "import_file": {
        "csv": "reads it",
        "docx": "save it as plain text first",
        "convert": "`debatemap convert` does so for any two formats",
    },
    "export_map": {
        "pdf": "an HTML page, printed to one",
        "html": _FILES,
        "png": _FILES,
        "svg": _FILES,
        "csv": _FILES,
        "excel": "CSV, which it opens",
        "docx": "HTML or Markdown, which Word opens",
        "send": "as a page, to those without debatemap",
        "email": "as a page, to those without debatemap",
        "publish": "as a page",
    },
    "statistics": {"count": "claims, links, sources and people"},
    "undo": {"revert": "the last edit"},
    "save": {"autosave": "what is unsaved survives a crash", "crash": "nothing of it is lost"},
    "reload": {"refresh": "as the file is now"},
    "restore": {
        "backup": _EARLIER,
        "recover": _EARLIER,
        "revert": _EARLIER,
        "archive": "of earlier copies",
    },
    "open_map": {"folder": "the maps in it", "directory": "the maps in it"},
    "own_commands": {"translate": _MORE, "spell": _MORE, "grammar": _MORE},
    "split_left": {
        "sidebar": "makes it wider",
        "panel": "makes the one at the right wider",
        "layout": "of the panes beside each other",
    },
    "read": {"document": "the map as numbered paragraphs"},
    "present": {"fullscreen": "one card after the other", "slideshow": "one card after the other"},
    "picture": {
        "diagram": "boxes and edges",
        "flowchart": "boxes and edges",
        "chart": "boxes and edges",
        "tree": "boxes and edges, from left to right",
    },
    "theme": {"dark": _LOOKS, "light": _LOOKS, "font": _LETTERS, "size": _LETTERS},
    "help": {
        "shortcut": "every key",
        "config": _SETTINGS,
        "preferences": _SETTINGS,
        "keymap": "default, vim, emacs or arrows, in config.toml",
        "vim": 'keymap = "vim" in config.toml',
        "emacs": 'keymap = "emacs" in config.toml',
        "plain": _SENTENCES,
        "accessibility": _SENTENCES,
    },
    "quit": {"exit": "asks when something is unsaved", "discard": "asks what to keep"},
}
"""By the id of a command: words, each with what it has to do with the command."""
