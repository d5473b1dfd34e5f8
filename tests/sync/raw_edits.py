"""Edits of a map's records as another program may make them, with no care for what hangs on them.

Each takes an id that is `likely`, if it is of the kind that is edited, so that two people meet.
"""

from collections.abc import Callable
from random import Random
from typing import Any, Final

from debatemap.core.model import STANCES, Citation, Claim, Link, Source
from debatemap.sync.merge.conflict import CONFLICTS
from tests.strategies import MISSING

__all__ = ["QUARRELS", "RAW_EDITS", "Edit", "Tables", "pick"]

Tables = dict[str, Any]
Edit = Callable[[Random, Tables], None]

_NEW: Final = ("n1", "n1", "n1", "n2", "new_0", "new_1")
"""Ids that both sides may give to what they add; `new_0` is what a verb gives first."""

_VALUES: Final[tuple[Any, ...]] = (
    None,
    True,
    1,
    1.0,
    "",
    "é",
    [],
    [1],
    {},
    {"p": 1},
    {"p": 2, "q": {"r": [0]}},
)


def pick(dice: Random, *ids: str) -> str:
    """Picks one of some ids, or one that does not exist where there is none."""
    return dice.choice(ids or (MISSING,))


def _words(dice: Random) -> str:
    return " ".join(dice.choices("abcd", k=dice.randint(0, 6)))


def _known(dice: Random, tables: Tables, *names: str) -> str:
    """Picks an id of some tables, most often one that the other side picks too."""
    ids = [key for name in names for key in tables[name]]
    likely = [key for key in ids if key in tables["likely"]]
    return pick(dice, *(likely if likely and dice.randint(0, 7) else ids))


def _node(dice: Random, tables: Tables) -> str:
    ends = (_known(dice, tables, "claims", "links"), *_NEW[2:4], MISSING)
    return ends[max(dice.randint(-6, 3), 0)]


def _put_claim(dice: Random, tables: Tables) -> None:
    tables["claims"][pick(dice, *_NEW)] = Claim(_words(dice))


def _put_link(dice: Random, tables: Tables) -> None:
    premises = [_known(dice, tables, "claims") for _ in range(dice.randint(1, 3))]
    link = Link(tuple(dict.fromkeys(premises)), dice.choice(STANCES), "")
    tables["links"][pick(dice, *_NEW)] = link._replace(target=_node(dice, tables))


def _drop_node(dice: Random, tables: Tables) -> None:
    """Takes a claim or a link away, most often with all that names it."""
    gone = [_known(dice, tables, "claims", "links")]
    neat = dice.randint(0, 3) > 0
    while gone:
        key = gone.pop()
        tables["claims"].pop(key, None)
        tables["links"].pop(key, None)
        if neat:
            gone += [link for link in tables["links"] if tables["links"][link].target == key]
            _forget(tables, key)


def _forget(tables: Tables, key: str) -> None:
    links = tables["links"]
    for name, link in links.items():
        links[name] = link._replace(premises=tuple(p for p in link.premises if p != key))
    tables["links"] = {name: link for name, link in links.items() if link.premises}
    held = {person: {**rated} for person, rated in tables["stances"].items()}
    for rated in held.values():
        rated.pop(key, None)
    tables["stances"] = {person: rated for person, rated in held.items() if rated}
    theses = tuple(thesis for thesis in tables["header"].theses if thesis != key)
    tables["header"] = tables["header"]._replace(theses=theses)


def _respell(dice: Random, text: str, joint: str) -> str:
    """Puts a word or a line in, out, or in the place of others."""
    parts = text.split(joint)
    start = dice.randint(0, len(parts))
    end = dice.randint(start, min(start + 2, len(parts)))
    parts[start:end] = dice.choices(["a", "b", "new", "é"], k=dice.randint(0, 2))
    return joint.join(parts)


def _reorder(dice: Random, members: tuple[Any, ...], *new: Any) -> tuple[Any, ...]:  # noqa: ANN401  (tags, ids or citations)
    """Puts members in, out, or in another order."""
    staying = [member for member in members if dice.randint(0, 3) > 0]
    coming = [member for member in new if member not in members and dice.randint(0, 1)]
    if dice.randint(0, 3) == 0:
        return tuple(dice.sample([*staying, *coming], len(staying) + len(coming)))
    return (*staying, *coming)


def _edit_claim(dice: Random, tables: Tables) -> None:
    key = _known(dice, tables, "claims")
    claim = tables["claims"].get(key, Claim(""))
    cited = Citation(pick(dice, "b1", "b2", "n1", MISSING), _words(dice), extra={"k": 1})
    edits: tuple[Callable[[], Claim], ...] = (
        lambda: claim._replace(note=_respell(dice, claim.note, "\n")),
        lambda: claim._replace(by=pick(dice, "", "ed", "flo")),
        lambda: claim._replace(sources=_reorder(dice, claim.sources, cited)),
    )
    tables["claims"][key] = dice.choice(edits)()


def _reword(dice: Random, tables: Tables) -> None:
    key = _known(dice, tables, "claims")
    claim = tables["claims"].get(key, Claim(""))
    tables["claims"][key] = claim._replace(text=_respell(dice, claim.text, " "))


def _set_tags(dice: Random, tables: Tables) -> None:
    key = _known(dice, tables, "claims")
    claim = tables["claims"].get(key, Claim(""))
    tables["claims"][key] = claim._replace(tags=_reorder(dice, claim.tags, "x", "n", "m"))


def _edit_link(dice: Random, tables: Tables) -> None:
    if not tables["links"]:
        return
    key = _known(dice, tables, "links")
    link = tables["links"][key]
    edits: tuple[Callable[[], Link], ...] = (
        lambda: link._replace(stance=dice.choice(STANCES)),
        lambda: link._replace(target=_node(dice, tables)),
        lambda: link._replace(pos=pick(dice, "", "a0", "a1")),
    )
    tables["links"][key] = dice.choice(edits)()


def _set_premises(dice: Random, tables: Tables) -> None:
    """Puts premises in or takes one out, most often of a link that has more than one."""
    joint = [key for key, link in tables["links"].items() if len(link.premises) > 1]
    likely = [key for key in joint if key in tables["likely"]]
    key = pick(dice, *tables["links"], *joint * 5, *likely * 50)
    if key not in tables["links"]:
        return
    link = tables["links"][key]
    premises = _reorder(dice, link.premises, *tables["claims"])[:4]
    if dice.randint(0, 2):
        out = dice.choice(link.premises)
        premises = tuple(premise for premise in link.premises if premise != out)
    tables["links"][key] = link._replace(premises=premises)


def _set_unknown(dice: Random, tables: Tables) -> None:
    """Sets a field that this version does not know, or one in it, or takes it out."""
    likely = [name for name in ("claims", "links") if {*tables[name]} & {*tables["likely"]}]
    table = pick(dice, "claims", "links", "sources", "extra", "beside", *likely * 5)
    rows = {table: tables["header"]} if table in {"extra", "beside"} else tables[table]
    if not rows:
        return
    key = _known(dice, tables, table) if table in likely else pick(dice, *rows)
    name = "beside" if table == "beside" else "extra"
    unknown = dict(getattr(rows[key], name))
    _set_leaf(dice, unknown)
    record = rows[key]._replace(**{name: unknown})
    if table in {"extra", "beside"}:
        tables["header"] = record
    else:
        tables[table][key] = record


def _set_leaf(dice: Random, within: dict[str, Any]) -> None:
    field = pick(dice, "k", "k", "l")
    if isinstance(within.get(field), dict) and dice.randint(0, 3):
        within[field] = dict(within[field])
        within, field = within[field], pick(dice, "p", "q", "s")
    if dice.randint(0, 3) == 0:
        within.pop(field, None)
    else:
        within[field] = dice.choice(_VALUES)


def _rate(dice: Random, tables: Tables) -> None:
    person, node = pick(dice, "ed", "flo"), _node(dice, tables)
    held = {**tables["stances"].get(person, {})}
    held.pop(node, None)
    if dice.randint(0, 2):
        held[node] = dice.choice((0, 1, 0.5, 80))
    tables["stances"] = {**tables["stances"], person: held}
    if not held:
        del tables["stances"][person]


def _edit_header(dice: Random, tables: Tables) -> None:
    header = tables["header"]
    if dice.randint(0, 1):
        tables["header"] = header._replace(title=_words(dice))
        return
    new = [claim for claim in (*tables["claims"], MISSING) if dice.randint(0, 3) == 0]
    tables["header"] = header._replace(theses=_reorder(dice, header.theses, *new))


def _edit_source(dice: Random, tables: Tables) -> None:
    key = pick(dice, "b1", "b2", "n1")
    if dice.randint(0, 2) == 0:
        tables["sources"].pop(key, None)
        for claim, record in tables["claims"].items():
            cited = tuple(each for each in record.sources if each.ref != key)
            tables["claims"][claim] = record._replace(sources=cited)
        return
    record = tables["sources"].get(key, Source())
    tables["sources"][key] = record._replace(**{pick(dice, "author", "url"): _words(dice)})


def _edit_conflicts(dice: Random, tables: Tables) -> None:
    beside = dict(tables["header"].beside)
    left = beside.get(CONFLICTS, [])
    new = {"path": ["claims", pick(dice, *tables["claims"]), "text"], "values": ["a", "b"]}
    beside[CONFLICTS] = [*_reorder(dice, tuple(left), new, 7)] if isinstance(left, list) else 3
    if dice.randint(0, 5) == 0:
        beside[CONFLICTS] = dice.choice((None, 1, "odd"))
    tables["header"] = tables["header"]._replace(beside=beside)


RAW_EDITS: Final[tuple[Edit, ...]] = (
    _put_claim, _put_link, _drop_node, _drop_node, _drop_node, _edit_claim, _reword, _set_tags,
    _edit_link, _set_premises, _set_unknown, _rate, _edit_header, _edit_source, _edit_conflicts,
)  # fmt: skip


QUARRELS: Final[tuple[tuple[str, Edit, Edit], ...]] = (
    *(("claims", _drop_node, edit) for edit in (_reword, _put_link, _rate, _set_unknown, _rate)),
    *(("links", _drop_node, edit) for edit in (_edit_link, _put_link, _rate, _set_premises)),
    *(("claims", edit, edit) for edit in (*[_reword] * 5, *[_set_tags] * 4)),
    *(("claims", edit, edit) for edit in (_edit_claim, _set_unknown)),
    *(("links", edit, edit) for edit in (_edit_link, *[_set_premises] * 6, *[_set_unknown] * 3)),
    *(("claims", edit, edit) for edit in (_put_claim, _put_link, _rate, _edit_header)),
    *(("claims", edit, edit) for edit in (_edit_source, _edit_conflicts, _edit_conflicts)),
    ("claims", _put_claim, _put_link),
    ("claims", _edit_source, _edit_claim),
)
"""What people are most likely to do to the same record, without which they would seldom meet."""
