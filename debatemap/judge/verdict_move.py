"""How a verdict moved, in words: the two strengths to the point, and how sure the later one is.

Both are as sure as verdicts are; they are told to the point so that a small move shows.
"""

from debatemap.judge.verdict import Side, Verdict, percentage

__all__ = ["from_to", "move_words"]


def move_words(before: Verdict, after: Verdict, *, plain: bool = False) -> str:
    """Returns from where to where a strength went; where it stays in figures, that it is there.

    Args:
        before: The earlier verdict.
        after: The later one.
        plain: Whether signs are words.

    Examples:
        >>> from debatemap.judge.verdict import Interval, verdict_of
        >>> then, wide = verdict_of(0.62), Interval(0.25, 0.55, 0, 1, 0, 0.4, 0.6, 200)
        >>> move_words(then, verdict_of(0.41)._replace(interval=wide))
        '62 → 41 of 100 (25 to 55)'
        >>> move_words(then, verdict_of(0.621)), move_words(then, verdict_of(0.4, (0.3, 0.5)))
        ('62 of 100', '62 → 30 to 50 of 100')
        >>> move_words(then, verdict_of(0.41), plain=True)
        '41 of 100, before that 62'
    """
    if Side.UNSETTLED in (before.side, after.side):
        then, now, stays = _bare(before), after.points, before == after
    else:
        earlier, later = percentage(before.strength), percentage(after.strength)
        then, now, stays = f"{earlier}", f"{later} of 100{after.band}", earlier == later
    if stays:
        return after.points
    return from_to(then, now, plain=plain)


def from_to(then: str, now: str, *, plain: bool) -> str:
    """Returns what something was and what it is, with an arrow or, where signs are words, in words.

    Examples:
        >>> from_to("62", "41", plain=False), from_to("62", "41", plain=True)
        ('62 → 41', '41, before that 62')
    """
    return f"{now}, before that {then}" if plain else f"{then} → {now}"


def _bare(verdict: Verdict) -> str:
    return verdict._replace(interval=None).figure
