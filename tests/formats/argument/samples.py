"""Files of other programs, of our own writing, with what real ones have in them."""

from typing import Any, Final

__all__ = [
    "AIF",
    "ARGUEBUF",
    "CARNEADES",
    "DIALOGUE",
    "NODE_LINK",
    "SADFACE",
    "SAMPLES",
    "XAIF",
    "node",
]


def node(key: object, kind: str, text: str, **more: object) -> dict[str, Any]:
    """Returns a node of AIF."""
    return {"nodeID": key, "text": text, "type": kind, "timestamp": "2015-11-06 14:09:10", **more}


def _edges(*pairs: tuple[object, object]) -> list[dict[str, Any]]:
    return [
        {"edgeID": str(number), "fromID": start, "toID": end, "formEdgeID": None}
        for number, (start, end) in enumerate(pairs, start=900)
    ]


AIF: Final[dict[str, Any]] = {
    "nodes": [
        node("1", "I", "The region should run night trains."),
        node("2", "I", "Many people would use them."),
        node("3", "I", "Half of all travellers said so."),
        node("4", "RA", "Argument From Expert Opinion", scheme="Argument From Expert Opinion",
             schemeID="5"),
        node("5", "I", "Night trains lose money."),
        node("6", "CA", "Default Conflict"),
        node("7", "I", "The survey asked only 40 people."),
        node("8", "CA", "Default Conflict", scheme="Default Conflict", schemeID="71"),
        node("9", "I", "Money is no aim of public services."),
        node("10", "RA", "RA"),
        node("11", "I", "Trains at night should be run by the region."),
        node("12", "MA", "Default Rephrase", scheme="Default Rephrase", schemeID="144"),
    ],
    "edges": _edges(
        ("2", "4"), ("3", "4"), ("4", "1"), ("5", "6"), ("6", "1"), ("7", "8"), ("8", "4"),
        ("9", "10"), ("10", "6"), ("11", "12"), ("12", "1"),
    ),
    "locutions": [],
}  # fmt: skip
"""Joint premises, an undercut, support of a step, a rephrase, schemes with names and without."""

DIALOGUE: Final[dict[str, Any]] = {
    "nodes": [
        node("1", "I", "Night trains should run."),
        node("2", "L", "Ann : night trains should run, I say"),
        node("3", "YA", "Asserting", scheme="Asserting", schemeID="74"),
        node("4", "I", "They lose money."),
        node("5", "L", "Bob : they lose money"),
        node("6", "YA", "Asserting"),
        node("7", "CA", "Default Conflict"),
        node("8", "YA", "Disagreeing"),
        node("9", "TA", "Default Transition"),
        node("10", "L", "Bob : do they?"),
        node("11", "YA", "Pure Questioning"),
    ],
    "edges": _edges(
        ("2", "3"), ("3", "1"), ("5", "6"), ("6", "4"), ("4", "7"), ("7", "1"), ("2", "9"),
        ("9", "5"), ("9", "8"), ("8", "7"), ("10", "11"), ("11", "1"),
    ),
    "locutions": [
        {"nodeID": "2", "personID": "7", "timestamp": "2015-11-06 14:09:10", "start": None,
         "end": None, "source": None},
        {"nodeID": "5", "personID": "8", "timestamp": "2015-11-06 14:09:11", "start": None,
         "end": None, "source": None},
    ],
}  # fmt: skip
"""A dialogue without participants: the locutions begin with the names."""

XAIF: Final[dict[str, Any]] = {
    "AIF": {
        "descriptorfulfillments": None,
        "edges": [
            {"edgeID": 0, "fromID": 0, "toID": 4}, {"edgeID": 1, "fromID": 4, "toID": 3},
            {"edgeID": 2, "fromID": 1, "toID": 6}, {"edgeID": 3, "fromID": 6, "toID": 5},
            {"edgeID": 4, "fromID": 5, "toID": 7}, {"edgeID": 5, "fromID": 7, "toID": 3},
        ],
        "locutions": [{"nodeID": 0, "personID": 0}, {"nodeID": 1, "personID": 1}],
        "nodes": [
            {"nodeID": 0, "text": "we need night trains", "type": "L"},
            {"nodeID": 1, "text": "People want them.", "type": "L"},
            {"nodeID": 3, "text": "We need night trains.", "type": "I"},
            {"nodeID": 4, "text": "Default Illocuting", "type": "YA"},
            {"nodeID": 5, "text": "People want them.", "type": "I"},
            {"nodeID": 6, "text": "Default Illocuting", "type": "YA"},
            {"nodeID": 7, "text": "Default Inference", "type": "RA"},
        ],
        "participants": [
            {"firstname": "Ann", "participantID": 0, "surname": "Lee"},
            {"firstname": "Bob", "participantID": 1, "surname": "None"},
        ],
        "schemefulfillments": None,
    },
    "dialog": True,
    "ova": [],
    "text": {"txt": " Ann Lee <span id=\"0\">we need night trains</span>.<br>"},
}  # fmt: skip
"""xAIF with whole numbers for ids, the first of them 0."""

_STAMPS: Final = {"created": "2026-01-03T10:00:00Z", "updated": "2026-01-04T10:00:00Z"}
ARGUEBUF: Final[dict[str, Any]] = {
    "nodes": {
        "a": {"atom": {"text": "Night trains should run.", "participant": "p1"},
              "metadata": _STAMPS},
        "b": {"atom": {"text": "Many people want them.",
                       "reference": {"resource": "r1", "offset": 7, "text": "many want them"}},
              "metadata": _STAMPS, "userdata": {"clusters": [1.0, 2.5]}},
        "c": {"atom": {"text": "Only 40 were asked."}, "metadata": _STAMPS},
        "s": {"scheme": {"support": "SUPPORT_EXPERT_OPINION", "premiseDescriptors": ["b"]},
              "metadata": _STAMPS},
        "t": {"scheme": {"attack": "ATTACK_DEFAULT"}, "metadata": _STAMPS},
        "m": {"scheme": {"rephrase": "REPHRASE_DEFAULT"}, "metadata": _STAMPS},
    },
    "edges": {
        "e1": {"source": "b", "target": "s", "metadata": _STAMPS},
        "e2": {"source": "s", "target": "a", "metadata": _STAMPS},
        "e3": {"source": "c", "target": "t"},
        "e4": {"source": "t", "target": "s"},
        "e5": {"source": "c", "target": "m"},
        "e6": {"source": "m", "target": "b"},
    },
    "resources": {"r1": {"text": "… many want them …", "title": "Survey",
                         "source": "https://example.org/s"}},
    "participants": {"p1": {"name": "Ann Lee", "email": "ann@example.org"}},
    "analysts": {"n1": {"name": "Cy"}},
    "majorClaim": "a",
    "schemaVersion": 1,
    "libraryVersion": "1.7.11",
    "metadata": _STAMPS,
}  # fmt: skip

SADFACE: Final[dict[str, Any]] = {
    "edges": [
        {"id": "e1", "source_id": "s", "target_id": "a"},
        {"id": "e2", "source_id": "b", "target_id": "s"},
        {"id": "e3", "source_id": "d", "target_id": "s"},
        {"id": "e4", "source_id": "c", "target_id": "t"},
        {"id": "e5", "source_id": "t", "target_id": "b"},
    ],
    "metadata": {"core": {"analyst_email": "ann@example.org", "analyst_name": "Ann Lee",
                          "created": "2020-06-25T18:05:36", "edited": "2020-06-25T18:05:36",
                          "id": "235bfdee", "title": "Night trains", "claim": "a",
                          "version": "0.2"}},
    "nodes": [
        {"id": "a", "metadata": {"core": {}}, "text": "Night trains should run.", "type": "atom",
         "sources": [{"resource_id": "r", "text": "should run", "offset": 4, "length": 10}]},
        {"id": "b", "metadata": {"core": {}, "org.example": {"mark": 3}}, "sources": [],
         "text": "Many want them.", "type": "atom"},
        {"id": "c", "sources": [], "text": "Only 40 were asked.", "type": "atom"},
        {"id": "d", "sources": [], "text": "What many want should run.", "type": "atom"},
        {"id": "s", "metadata": {"core": {}}, "name": "support", "type": "scheme"},
        {"id": "t", "name": "conflict", "type": "scheme"},
    ],
    "resources": [{"id": "r", "type": "text", "content": "Night trains should run, they say.",
                   "metadata": {"core": {"url": "https://example.org/s"}}}],
}  # fmt: skip

NODE_LINK: Final[dict[str, Any]] = {
    "directed": True, "multigraph": False, "graph": {"name": "Night trains"},
    "nodes": [{"id": "a", "label": "Run them."}, {"id": 2, "label": "They cost.", "size": 3}],
    "links": [{"source": 2, "target": "a", "type": "con"}],
}  # fmt: skip

CARNEADES: Final = """\
meta:
  title: Red light
  note: A classic
language:
  expert/2: "%s is an expert in %s."
statements:
  s1: The object is red.
  s2: {text: The object looks red., assumed: true}
  s3: The light is red.
  ¬app(a1): {text: ¬app(a1)}
  s4: Red things look red.
  jt: John rides.
  ¬jt: John does not ride.
issues:
  i1: {positions: [jt, ¬jt]}
arguments:
  a1:
    premises: {minor: s2, major: s4}
    conclusion: s1
    undercutter: ¬app(a1)
    scheme: perception
    weight: 0.5
  a1.2: {premises: [s3], conclusion: ¬app(a1)}
  a3: {premises: ["expert(joe,law)"], conclusion: ¬s1}
  a4: {premises: [], conclusion: s1}
  a5: {premises: s3, conclusion: jt, undercutter: s4}
assumptions: [s3]
tests: {in: [s1]}
"""

SAMPLES: Final[dict[str, dict[str, Any]]] = {
    "aif": AIF, "xaif": XAIF, "arguebuf": ARGUEBUF, "sadface": SADFACE, "node-link": NODE_LINK,
}  # fmt: skip
"""By format, a file of another program."""
