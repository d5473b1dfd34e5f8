"""GraphML's XML to a networkx graph, with nothing in it that could harm its reader.

The whole document is looked through first. A document type is refused, and with it all entities:
expanded, they make gigabytes of some hundred bytes. So is what networkx would change silently: a
node that stands twice, an edge whose end is no node.
"""

import warnings
from typing import TYPE_CHECKING, Final, NamedTuple
from xml.etree import ElementTree as ET

from debatemap.core.errors import MapError
from debatemap.core.text import excerpt
from debatemap.formats.limits import limits
from debatemap.formats.text_input import text_of
from debatemap.formats.xml_input import GuardedParser

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["GraphFile", "read_graph"]

_SPACE: Final = "http://graphml.graphdrawing.org/xmlns"
_YED: Final = "http://www.yworks.com/xml/graphml"
_FOLDER: Final = "yfiles.foldertype"
_LABEL: Final = f"{{{_YED}}}NodeLabel"
_SHAPE: Final = f"{{{_YED}}}ShapeNode"
_READ: Final = ("GenericNode", "ShapeNode", "SVGNode", "ImageNode")
"""The shapes of yEd of which networkx reads the label."""
_UNTOUCHED: Final = "The file was not touched."


class GraphFile(NamedTuple):
    """A graph that was read.

    Attributes:
        graph: The graph, the members of its groups among its nodes.
        groups: The nodes that held others.
    """

    graph: "nx.MultiDiGraph[str]"
    groups: list[str]


def read_graph(data: bytes, name: str) -> GraphFile:
    """Returns the one graph of a file.

    Raises:
        MapError: It is no GraphML, it holds too much, or not one graph.
    """
    import networkx as nx  # noqa: PLC0415  (the names of formats are asked for without it)

    limits().check_size(len(data), name)
    # Each element has one, and another where it has an end tag.
    limits().check_count(data.count(b"<") - data.count(b"</"), name)
    text = text_of(data, name)
    groups = _Scan(name).look_through(text)
    try:
        if groups or _YED in text:
            text = _without_groups(text)
        with warnings.catch_warnings():
            # A key without a type holds text: that is what networkx takes it for, and warns of.
            warnings.filterwarnings("ignore", "No key type", UserWarning)
            graphs = list(nx.readwrite.graphml.GraphMLReader()(string=text))
    except (nx.NetworkXError, ET.ParseError, ValueError) as error:
        raise MapError(name, f"no GraphML that can be read: {error}", advice=_UNTOUCHED) from None
    except (KeyError, TypeError, AttributeError):
        # What networkx expects without asking for it: its words are not for people.
        problem = "no GraphML that can be read: something is missing in it"
        raise MapError(name, problem, advice=_UNTOUCHED) from None
    if len(graphs) != 1:
        problem = f"expected one graph in GraphML's name space, found {len(graphs)}"
        raise MapError(name, problem, advice=_UNTOUCHED)
    return GraphFile(graphs[0], groups)


class _Scan:
    """One walk over a document, which keeps nothing of it but ids."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._nodes: list[str] = []
        self._known: set[str] = set()
        self._ends: list[tuple[str, str]] = []
        self._groups: list[str] = []
        # The encoding that a declaration names is passed over, as by the parser that comes next.
        self._parser = GuardedParser(name, limits().depth, encoding="utf-8", separator=" ")

    def look_through(self, text: str) -> list[str]:
        """Returns the ids of the nodes that hold others.

        Raises:
            MapError: It is no XML, or holds what must not be read.
        """
        self._parser.parse(text.encode(), self._start, self._end)
        for end, place in self._ends:
            if end not in self._known:
                problem = f"one end of it is no node: {excerpt(end)}"
                raise MapError(self._name, problem, place=place, advice=_UNTOUCHED)
        return list(dict.fromkeys(self._groups))

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        space, _, kind = tag.rpartition(" ")
        if space != _SPACE:
            return
        if kind == "node":
            self._add_node(attributes.get("id", ""))
        elif kind == "graph" and self._nodes:
            self._groups.append(self._nodes[-1])
        elif kind == "edge":
            place = self._parser.place
            self._ends += [(attributes.get(end, ""), place) for end in ("source", "target")]

    def _add_node(self, key: str) -> None:
        place = self._parser.place
        if not key:
            raise MapError(self._name, "a node has no id", place=place, advice=_UNTOUCHED)
        if key in self._known:
            problem = f"the node {excerpt(key)} stands twice"
            raise MapError(self._name, problem, place=place, advice=_UNTOUCHED)
        self._known.add(key)
        self._nodes.append(key)

    def _end(self, tag: str) -> None:
        if tag == f"{_SPACE} node":
            self._nodes.pop()


def _without_groups(text: str) -> str:
    """Returns a document whose groups stand beside their members: networkx may drop those."""
    root = ET.fromstring(text)  # noqa: S314  (it was looked through)
    node, graph = f"{{{_SPACE}}}node", f"{{{_SPACE}}}graph"
    for whole in root.findall(graph):
        waiting = whole.findall(node)
        # It grows meanwhile: a member may be a group itself.
        for group in waiting:
            # networkx looks for the members of what yEd marks so within it.
            group.attrib.pop(_FOLDER, None)
            for data in group.findall(f"{{{_SPACE}}}data"):
                _name_shape(data)
            for inner in group.findall(graph):
                group.remove(inner)
                whole.extend(inner)
                waiting += inner.findall(node)
    return ET.tostring(root, encoding="unicode")


def _name_shape(data: ET.Element) -> None:
    """Gives the label of a shape that networkx knows nothing of to one that it reads."""
    label = data.find(f".//{_LABEL}")
    is_read = any(data.find(f"{{{_YED}}}{shape}/{_LABEL}") is not None for shape in _READ)
    if label is not None and not is_read:
        ET.SubElement(ET.SubElement(data, _SHAPE), _LABEL).text = label.text
