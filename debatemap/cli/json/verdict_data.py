"""A verdict alone as plain data: its side, its strength, and how sure it is."""

from debatemap.judge.verdict import Basis, Interval, Verdict

__all__ = ["verdict_data"]


def verdict_data(verdict: Verdict) -> dict[str, object]:
    """Returns a verdict alone; its interval and its basis are null where nobody asked for them."""
    interval = verdict.interval
    return {
        "side": verdict.side.value,
        "strength": verdict.strength,
        "range": verdict.range,
        "interval": _interval(interval) if interval is not None else None,
        "basis": _basis(verdict.basis) if verdict.basis is not None else None,
    }


def _interval(found: Interval) -> dict[str, object]:
    return {
        "low": found.low,
        "high": found.high,
        "least": found.least,
        "most": found.most,
        "leans_for": found.leans_for,
        "open": found.is_open,
        "leans_against": found.leans_against,
        "draws": found.draws,
        "exact": found.exact,
    }


def _basis(found: Basis) -> dict[str, object]:
    return {
        "claims": found.claims,
        "rated": found.rated,
        "ratings": found.ratings,
        "raters": found.raters,
        "apart": found.apart,
        "person": found.person or None,
    }
