"""A mind map of MindMup as a tree of claims."""

from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

from debatemap.core.errors import MapError
from debatemap.core.model import Claim, Stance
from debatemap.core.text import clean
from debatemap.formats.assembly import Assembly
from debatemap.formats.format import Imported
from debatemap.formats.text_input import json_of
from debatemap.formats.tree.attributes import with_attributes
from debatemap.formats.tree.from_nodes import add_nodes
from debatemap.formats.tree.map_fields import debate_with
from debatemap.formats.tree.node import TreeNode
from debatemap.formats.tree.nodes_beside_claims import (
    without_blanks,
    without_headings,
    without_root,
    without_title,
)
from debatemap.formats.tree.stance_words import marked, stance_of_words

__all__ = ["read_ideas"]

_MARK: Final = "debatemap"
_GROUPS: Final[dict[str, Stance]] = {"supporting": "supports", "opposing": "attacks"}
_LOOKS: Final = frozenset((
    _MARK, "note", "group", "style", "position", "collapsed", "contentLocked", "icon", "theme",
    "themeOverrides", "parentConnector", "measurements-config", "storyboards", "progress-statuses",
    "text-align", "width",
))  # fmt: skip


def read_ideas(data: bytes, name: str) -> Imported:
    """Returns the debate of a mind map.

    Raises:
        MapError: It is no mind map that can be read.
    """
    root = json_of(data, name)
    if not isinstance(root, dict) or not isinstance(root.get("title", ""), str):
        raise MapError(name, "expected a mind map, which is a JSON object with a title")
    assembly = Assembly()
    given = _attributes(root).get(_MARK)
    is_ours = isinstance(given, dict)
    nodes = list(_Ideas(assembly, name).nodes(root))
    title = clean(str(root.get("title") or ""))
    # From the third version of the format on, the root is what holds the maps of a file.
    is_frame = is_ours or str(root.get("id")) == "root"
    if not is_ours:
        nodes = without_blanks(assembly, nodes)
    nodes = without_root(nodes) if is_frame else without_title(without_headings(nodes))
    if is_frame and not is_ours:
        nodes = without_headings(nodes, tops=True)
    links = root.get("links")
    for link in links if isinstance(links, list) else ():
        ends = (
            (link.get(end) for end in ("ideaIdFrom", "ideaIdTo")) if isinstance(link, dict) else ()
        )
        assembly.lose("cross references", " → ".join(map(str, ends)))
    theses = add_nodes(assembly, nodes)
    if is_frame and not is_ours and not title and theses:
        title = assembly.claims[theses[0]].text
    debate = debate_with(assembly, title, theses, given if isinstance(given, dict) else {})
    return assembly.imported(debate)


def _attributes(idea: Mapping[str, Any]) -> dict[str, Any]:
    found = idea.get("attr")
    return found if isinstance(found, dict) else {}


def _stance_of_connector(attributes: Mapping[str, Any]) -> Stance | None:
    """Returns what the label of the line to the idea above says."""
    connector = attributes.get("parentConnector")
    return stance_of_words(str(connector.get("label"))) if isinstance(connector, dict) else None


def _is_group(idea: Mapping[str, Any]) -> bool:
    return _attributes(idea).get("group") is not None


class _Waiting(NamedTuple):
    """An idea that is to be read, and the group that it stands in."""

    idea: Mapping[str, Any]
    parent: int | None = None
    group: str = ""
    of_step: bool = False
    is_joined: bool = False
    about_step: tuple[Mapping[str, Any], ...] = ()


class _Ideas:
    """The ideas of a mind map as they become nodes."""

    def __init__(self, assembly: Assembly, name: str) -> None:
        self._assembly, self._name = assembly, name

    def nodes(self, root: Mapping[str, Any]) -> Iterator[TreeNode]:
        """Yields the root and all beneath it; a group is what its ideas are for or against."""
        count = 0
        waiting = [_Waiting(root)]
        while waiting:
            here = waiting.pop()
            node = self._node(here.idea, here.parent)
            if here.group:
                node = node._replace(
                    stance=_GROUPS.get(here.group, node.stance),
                    of_step=here.of_step,
                    is_joined=here.is_joined,
                )
            yield node
            index, count = count, count + 1
            below: list[_Waiting] = []
            for group in here.about_step:
                below += self._members(group, index, of_step=True)
            for child in self._children(here.idea):
                if _is_group(child):
                    below += self._members(child, index, of_step=False)
                else:
                    below.append(_Waiting(child, index))
            waiting += reversed(below)

    def _members(
        self, group: Mapping[str, Any], parent: int, *, of_step: bool
    ) -> Iterator["_Waiting"]:
        """Yields the ideas of a group; groups in it speak to its step."""
        kind = str(_attributes(group).get("group"))
        members = list(self._children(group))
        inner = tuple(each for each in members if _is_group(each))
        plain = [each for each in members if not _is_group(each)]
        for number, member in enumerate(plain):
            about_step = () if number else inner
            yield _Waiting(member, parent, kind, of_step, number > 0, about_step)
        if inner and not plain:
            self._assembly.lose("groups without an idea", f"idea {group.get('id')}")

    def _children(self, idea: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
        """Yields the ideas in an idea by their rank; those at the left have ranks below zero."""
        ideas = idea.get("ideas")
        if ideas is None:
            return
        if not isinstance(ideas, dict) or not all(isinstance(x, dict) for x in ideas.values()):
            place = f"idea {idea.get('id')}"
            raise MapError(self._name, "expected ideas by their rank", place=place)
        yield from (each for _, each in sorted(ideas.items(), key=lambda pair: _rank(pair[0])))

    def _node(self, idea: Mapping[str, Any], parent: int | None) -> TreeNode:
        attributes = _attributes(idea)
        key = str(idea.get("id") or "")
        place = f"idea {key}"
        given = attributes.get(_MARK)
        note = attributes.get("note")
        text = str(idea.get("title") or "")
        said = marked(text) if not isinstance(given, dict) else None
        claim = Claim(
            said.text if said else text,
            note=str(note.get("text") or "") if isinstance(note, dict) else "",
        )
        stance = said and (said.stance or _stance_of_connector(attributes))
        node = TreeNode(claim, parent, stance, key, place=place)
        if isinstance(attributes.get("attachment"), dict):
            self._assembly.lose("attachments", place)
        for name, value in attributes.items():
            if isinstance(value, (dict, list)) and name not in (*_LOOKS, "attachment"):
                self._assembly.lose("attributes with parts", f"{place}: {clean(name)}")
        keep = {
            str(name): str(value) for name, value in attributes.items()
            if name not in _LOOKS and isinstance(value, (str, int, float))
        }  # fmt: skip
        own = given if isinstance(given, dict) else {}
        texts = (
            {str(k): v for k, v in own.items() if isinstance(v, str)} if parent is not None else {}
        )
        node, odd = with_attributes(node, texts, keep)
        for name in odd:
            self._assembly.repair("attributes that cannot be read", f"{place}: {name}", "left out")
        return node


def _rank(key: str) -> tuple[bool, float]:
    try:
        rank = float(key)
    except ValueError:
        return True, 0.0
    return rank < 0, abs(rank)
