"""Read an Argdown text as a debate, and report what it has that no map holds."""

from typing import Any, Final

from debatemap.core.collector import paused
from debatemap.core.debate import Debate
from debatemap.core.errors import MapError
from debatemap.core.model import Header
from debatemap.core.text import clean
from debatemap.formats.argdown.argdown_model import Model, Node
from debatemap.formats.argdown.claims import Claims
from debatemap.formats.argdown.data_fields import MARK, cleaned
from debatemap.formats.argdown.inference_steps import steps_of
from debatemap.formats.argdown.links import Links, own_aim
from debatemap.formats.argdown.own_header import own_debate
from debatemap.formats.argdown.parser import parse
from debatemap.formats.argdown.places import Places
from debatemap.formats.argdown.reader_remarks import remark
from debatemap.formats.argdown.theses import theses_of
from debatemap.formats.assembly import Assembly
from debatemap.formats.format import Imported, Progress

__all__ = ["read_argdown"]

_FRONT: Final = "x-front-matter"
"""The field of a map with the front matter of a file that another program wrote."""
_OF_ANOTHER_SHAPE: Final = (
    KeyError, TypeError, AttributeError, ValueError, IndexError, RecursionError,
)  # fmt: skip


def read_argdown(text: str, name: str, progress: Progress, *, crlf: bool = False) -> Imported:
    """Returns the debate of a text, and what it does not hold of it.

    Raises:
        MapError: The text breaks the grammar, or its data is of another shape.
    """
    progress("reading")
    with paused():
        model = parse(text, name, crlf=crlf)
        progress("linking")
        return _imported(model, text, name, crlf=crlf)


def _imported(model: Model, text: str, name: str, *, crlf: bool) -> Imported:
    front = model.front_matter if isinstance(model.front_matter, dict) else {}
    own = front.get(MARK)
    assembly, places = Assembly(), Places(text, name)
    is_own = isinstance(own, dict)
    auxiliary = _auxiliary(model) if is_own else set()
    claims = Claims(model, assembly, places, is_own=is_own)
    claims.add(auxiliary)
    Links(model, claims, assembly, places).add(is_own=is_own, auxiliary=auxiliary)
    remark(model, places, assembly, crlf=crlf)
    if isinstance(own, dict):
        try:
            debate = own_debate(own, front, assembly, name)
        except _OF_ANOTHER_SHAPE as error:
            problem = f"what it says under {MARK} is no record of a map: {error!r}"
            advice = f"Remove {MARK} from the front matter to read it as another program's file."
            raise MapError(name, problem, advice=advice) from None
    else:
        debate = _foreign_debate(front, model, claims, assembly)
    return assembly.imported(debate, is_foreign=not is_own)


def _auxiliary(model: Model) -> set[Node]:
    """Returns the statements that only stand for a step of ours."""
    return {
        model.statements[step.conclusion.title]
        for argument in model.arguments.values()
        for step in steps_of(argument)
        if own_aim(step) is not None
        and len(model.statements[step.conclusion.title].members) == 1
    }  # fmt: skip


def _foreign_debate(
    front: dict[str, Any], model: Model, claims: Claims, assembly: Assembly
) -> Debate:
    title = front.get("title")
    rest = {key: value for key, value in front.items() if key != "title"}
    if not isinstance(title, str):
        highest = [section for section in model.sections if section.parent is None]
        title = highest[0].title if len(highest) == 1 else ""
    return assembly.debate(
        clean(title).strip(), _theses(model, claims, assembly),
        extra={_FRONT: cleaned(rest)} if rest else Header("").extra,
    )  # fmt: skip


def _theses(model: Model, claims: Claims, assembly: Assembly) -> list[str]:
    titled = {
        key for node, key in claims.ids.items()
        if not node.is_argument and node.title not in model.untitled
    }  # fmt: skip
    return theses_of(list(assembly.claims), titled, assembly.links)
