"""Transcripts with times: the subtitle formats SubRip (SRT) and WebVTT."""

import re
from html import unescape
from typing import Final, NamedTuple

__all__ = ["Cue", "cues_of"]

_TIMES: Final = re.compile(
    r"^[ \t]*((?:\d{1,4}:)?\d{1,2}:\d{2})[.,]\d{1,3}[ \t]+-->[ \t]+(?:\d{1,4}:)?\d{1,2}:\d{2}[.,]\d"
)
_TAG: Final = re.compile(r"<(/?)(v(?:\.[^>\s]{1,40})*[ \t][^<>]{1,200}|[^<>\n]{0,200})>")
_VOICE: Final = re.compile(r"^v(?:\.\S+)?[ \t]+(.+)$")
_STYLE: Final = re.compile(r"\{\\an?\d\}")


class Cue(NamedTuple):
    """Words, and when they are said.

    Attributes:
        time: Hours, minutes and seconds: `00:12:31`.
        words: What is said, in lines.
        voice: Who says it, where that is told.
    """

    time: str
    words: str
    voice: str = ""


def cues_of(transcript: str) -> list[Cue]:
    r"""Returns the cues of a transcript in SRT or WebVTT; what is none is passed over.

    Examples:
        >>> cues_of("1\n00:12:31,000 --> 00:12:33,000\nIt rains.\n")
        [Cue(time='00:12:31', words='It rains.', voice='')]
    """
    found: list[Cue] = []
    time, words = "", list[str]()
    for line in [*transcript.split("\n"), ""]:
        plain = line.rstrip("\r")
        begins = _TIMES.match(plain) if "-->" in plain else None
        if begins:
            if words and words[-1].strip().isdigit():
                words.pop()  # A cue's number without an empty line before it.
            _add(found, time, words)
            time, words = _clock(begins.group(1)), []
        elif not plain.strip():
            _add(found, time, words)
            time, words = "", []
        elif time:
            words.append(plain)
    return found


def _add(found: list[Cue], time: str, words: list[str]) -> None:
    if not time or not words:
        return
    text = _STYLE.sub("", "\n".join(words))
    voices = (_VOICE.match(match.group(2)) for match in _TAG.finditer(text))
    voice = next((each.group(1) for each in voices if each), "")
    found.append(Cue(time, unescape(_TAG.sub("", text)).strip(), unescape(voice)))


def _clock(time: str) -> str:
    parts = [int(part) for part in time.split(":")]
    hours, minutes, seconds = [0] * (3 - len(parts)) + parts
    return f"{hours:02}:{minutes:02}:{seconds:02}"
