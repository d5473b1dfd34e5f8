"""What people's ratings say of them, as plain data."""

from collections.abc import Collection, Sequence

from debatemap.cli.json.people_groups import claim_text, described_groups
from debatemap.cli.json.verdict import described_verdict
from debatemap.cli.json.verdict_data import verdict_data
from debatemap.core.debate import Debate
from debatemap.judge.judgement import Judgement
from debatemap.judge.methods import Method
from debatemap.judge.people.one_person import against_rest, without_each
from debatemap.judge.people.opinion_groups import opinion_groups

__all__ = ["described"]


def described(
    debate: Debate,
    tops: Sequence[str],
    person: str,
    method: Method,
    claims: Collection[str] | None,
) -> dict[str, object]:
    """Returns the groups of a map, and the verdicts without each person or of one person."""
    judgement = Judgement(debate, method)
    data: dict[str, object] = {
        "map": debate.header.id,
        "method": method.id,
        "people": [
            {"name": name, "ratings": len(ratings)} for name, ratings in debate.stances.items()
        ],
        "groups": described_groups(debate, opinion_groups(debate, claims)),
        "without": [
            {
                "thesis": thesis,
                "verdict": described_verdict(judgement, thesis),
                "people": [
                    {
                        **one._asdict(),
                        "before": verdict_data(one.before),
                        "verdict": verdict_data(one.verdict),
                    }
                    for one in without_each(debate, thesis, method)
                ],
            }
            for thesis in tops
        ],
    }
    if person:
        data["against_rest"] = [_against(debate, top, person, method) for top in tops]
    return data


def _against(debate: Debate, thesis: str, person: str, method: Method) -> dict[str, object]:
    found = against_rest(debate, thesis, person, method)
    return {
        "thesis": thesis,
        "person": person,
        "own": verdict_data(found.own),
        "rest": verdict_data(found.rest),
        "furthest": [
            {**each._asdict(), "text": claim_text(debate, each.claim)} for each in found.furthest
        ],
    }
