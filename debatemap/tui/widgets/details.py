"""The selected claim in full, beside the outline."""

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.reactive import Reactive
from textual.style import Style
from textual.widgets import Static

from debatemap.core.debate import Debate
from debatemap.core.fields import plain_values, short_values
from debatemap.core.model import Citation, Claim
from debatemap.core.node_names import quoted
from debatemap.core.other_map import other_map_of
from debatemap.core.search_query import Query
from debatemap.core.text import SafeText, excerpt, safe, safe_line, width, wrap
from debatemap.tui.commands.keymap import Keymap
from debatemap.tui.widgets.clickable import CLAIM, KEY, META, TAG, clickable, linked
from debatemap.tui.widgets.legend import signs_of
from debatemap.tui.widgets.lit_words import lit_words
from debatemap.tui.widgets.row_drawing import sign_at, sign_of
from debatemap.tui.widgets.splitter import Draggable
from debatemap.views.outline import Outline, Row
from debatemap.views.outline.row import child_rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import getters

    from debatemap.tui.context import Program

    Graded = Callable[[Citation], Content | None]

__all__ = ["Details", "describe", "describe_rest"]

_SHOWN_TARGETS = 12
_MOST = 8_000
"""Characters of a text that are shown: the whole of a megabyte would stop the screen."""
_SIGN = 2
"""Cells of the sign before the words of a claim."""
_NARROW = 10
"""Cells of a line below which the details are not shown, or not laid out yet."""
_LINE = 1_000
"""Cells of what is one line, such as an address."""


class _Words(Static):
    """What is shown of a claim."""

    # Textual lays a screen out again when the size of anything has changed by its layout, and draws
    # that once more. The size of words in which nothing lies changes no other; they are drawn then.
    virtual_size = Reactive(Size(0, 0), layout=False, repaint=False)


class Details(VerticalScroll, Draggable):
    """Shows everything that the map says of one claim at one place."""

    DEFAULT_CSS = """
    Details {
        background: $background;
        scrollbar-size-vertical: 1;
        padding: 0 0 0 1;
        & > Static { height: auto; padding: 0 1 0 0; }
    }
    """

    if TYPE_CHECKING:
        app = getters.app(Program)

    def __init__(self, keymap: Keymap) -> None:
        super().__init__(_Words(id="described"), id="details")
        self._keymap = keymap
        self._shown = Content("")
        self._begins_at = ""
        self.can_focus = True

    @property
    def room(self) -> int:
        """Cells of a line of words, less the free one beside the scrollbar."""
        return max(1, self.scrollable_content_region.width - 1)

    @property
    def is_below(self) -> bool:
        """Whether it stands beneath the outline, and not beside it."""
        return bool(self.styles.border_top[0])

    def is_line(self, x: int, y: int) -> bool:
        """Tells whether the line between it and the outline stands at a cell of the widget."""
        return y == 0 if self.is_below else x == 0 and bool(self.styles.border_left[0].strip())

    def scroll_as(self, meant: str) -> None:
        """Scrolls as the id of one of the keys of the details says."""
        page = max(1, self.size.height - 1)
        lines = {
            "details_down": 1,
            "details_up": -1,
            "details_page_down": page,
            "details_page_up": -page,
            "details_first": -self.virtual_size.height,
            "details_last": self.virtual_size.height,
        }
        self.scroll_relative(y=lines[meant], animate=False)

    def show(
        self,
        outline: Outline,
        row: Row | None,
        news: Content | None = None,
        judged: Content | None = None,
        sought: Query | None = None,
        *,
        view: tuple[str, int | None] = ("", None),
        graded: "Graded | None" = None,
    ) -> None:
        """Describes the claim of a row, or nothing.

        Args:
            outline: The outline.
            row: The row, or None.
            news: What is new about the claim, which stands first.
            judged: How it stands, which comes right after its words.
            sought: The words by which it was found, which are highlighted.
            view: The name of the view that shows it, whose signs are told, empty for the outline;
                and how many claims that folds beneath it, None where it folds as rows do.
            graded: Gives a line for the grade of a citation's quote, where that is known.
        """
        content = Content("")
        if row is not None:
            signs = signs_of(outline, row, *view, cells=self.room)
            args = outline, row, self._keymap, judged, sought, signs
            # The outline above has the words in full.
            has_words = not self.is_below or bool(view[0]) or self.app.settings.plain
            cells = self.room if has_words else None
            content = describe(*args, graded=graded, cells=cells)
        self.put(Content("\n\n").join([news, content]) if news is not None else content)

    def put(self, content: Content) -> None:
        """Shows something made of safe text, from its beginning where it is not shown already."""
        if (content.plain, content.spans) != (self._shown.plain, self._shown.spans):
            self._shown = content
            self.query_one("#described", Static).update(self.app.in_words(content))
            self.scroll_home(animate=False)
            if self._begins_at:
                self.call_after_refresh(self._scroll_to_what_runs, self._begins_at)
                self._begins_at = ""

    def begin_at(self, command: str) -> None:
        """Has what is shown next begin at the words that run a command, where it is too long."""
        self._begins_at = command

    def _scroll_to_what_runs(self, command: str) -> None:
        meta = {META: (KEY, command)}
        for number, line in enumerate(self.app.in_words(self._shown).wrap(self.room)):
            styles = (span.style for span in line.spans)
            if any(isinstance(style, Style) and style.meta == meta for style in styles):
                if number > self.size.height // 2:
                    self.scroll_to(y=number, animate=False)
                return


def describe(
    outline: Outline,
    row: Row,
    keymap: Keymap,
    judged: Content | None = None,
    sought: Query | None = None,
    signs: Content | None = None,
    *,
    graded: "Graded | None" = None,
    cells: int | None = _LINE,
) -> Content:
    """Returns the words of a claim, its note, sources, tags, author, targets and figures.

    Args:
        outline: The outline.
        row: The row of the claim.
        keymap: The keys that are named.
        judged: How it stands.
        sought: The words by which it was found, which are highlighted.
        signs: What its signs mean; None for those of the outline.
        graded: Gives a line for the grade of a citation's quote.
        cells: Those of a line; None leaves the words of the claim out.
    """
    claim = outline.debate.claims[row.claim]
    sign, colour = sign_of(outline, row)
    text = lit_words(_beside_sign(_beginning(claim.text), cells or _LINE), sought, "bold")
    words = Content.assemble((sign, f"bold ${colour}"), " ", text)
    rest = describe_rest(outline.debate, row, keymap, judged, sought, graded)
    blocks = (*([words] if cells is not None else []), rest, signs or signs_of(outline, row))
    return Content("\n\n").join(block for block in blocks if block.plain)


def _beside_sign(text: SafeText, cells: int) -> SafeText:
    """Returns a text in lines, where its first word is too long to stand beside its sign."""
    first = next(iter(text[:_LINE].split(maxsplit=1)), "")
    is_long = cells > _NARROW and width(first) > cells - _SIGN
    return SafeText("\n".join(wrap(text, cells - _SIGN))) if is_long else text


def describe_rest(
    debate: Debate,
    row: Row,
    keymap: Keymap,
    judged: Content | None = None,
    sought: Query | None = None,
    graded: "Graded | None" = None,
) -> Content:
    """Returns what there is to say of a claim at a place, beside its words."""
    claim = debate.claims[row.claim]
    blocks = [judged] if judged is not None else []
    note = lit_words(_beginning(claim.note), sought, "$foreground 85%")
    blocks += [clickable(note, KEY, "note")] if claim.note else []
    blocks += [
        Content.styled(f"{field.label}: ", "$foreground 85%")
        + lit_words(_beginning(value), sought, "$foreground 85%")
        for field, value in plain_values(claim)
        if field.is_long
    ]
    blocks.append(Content("\n").join(_standing(debate, row, keymap)))
    blocks += [_elsewhere(claim, keymap)]
    blocks += [
        clickable(_citation(debate, c, sought, graded), KEY, "sources") for c in claim.sources
    ]
    blocks.append(_small_print(debate, row, sought))
    return Content("\n\n").join(block for block in blocks if block.plain)


def _standing(debate: Debate, row: Row, keymap: Keymap) -> Iterator[Content]:
    """Yields a line for what the claim is at this place, one for each other place, and counts."""
    if debate.is_thesis(row.claim):
        yield Content.styled("a thesis of this map", "$quiet")
    links = debate.links_from(row.claim)
    for link in sorted(links, key=lambda link: link != row.link)[:_SHOWN_TARGETS]:
        yield _target(debate, link, row)
    if len(links) > _SHOWN_TARGETS:
        yield Content.styled(f"and {len(links) - _SHOWN_TARGETS} places more", "$quiet")
    if not debate.is_placed(row.claim):
        yield linked(keymap, "unplaced: {key:link} links it to a claim").stylize("$quiet")
    yield Content.styled(", ".join(_beneath(debate, row)), "$quiet")


def _elsewhere(claim: Claim, keymap: Keymap) -> Content:
    """Returns in which other map the branch of a claim stands; nothing where in none."""
    other = other_map_of(claim)
    if other is None:
        return Content("")
    leads = linked(keymap, "{key:go_to_branch} goes there")
    file = excerpt(other.file, _LINE)
    return Content.assemble(("↗ its branch stands in ", "$accent"), file, "; ", leads)


def _beneath(debate: Debate, row: Row) -> Iterator[str]:
    """Yields how many rows of each kind stand right beneath a row, one for each joint premise."""
    signs = Counter(
        sign_at(debate, below.link, below.claim)[0] for below in child_rows(debate, row)
    )
    yield _count(signs["+"], "pro")
    yield _count(signs["−"], "con")
    if signs["⊣"]:
        yield _count(signs["⊣"], "undercut")
    if signs["⊢"]:
        yield f"{_count(signs['⊢'], 'claim')} why it follows"


def _target(debate: Debate, link_id: str, row: Row) -> Content:
    link = debate.links[link_id]
    colour = "pro" if link.stance == "supports" else "con"
    to_a_step = link.target in debate.links
    noun = {
        ("supports", False): "pro of",
        ("attacks", False): "con of",
        ("supports", True): "why it follows:",
        ("attacks", True): "undercut of",
    }[link.stance, to_a_step]
    also = "" if link_id == row.link else "also "
    others = [debate.claims[p].text for p in link.premises if p != row.claim and p in debate.claims]
    others = [f"“{excerpt(other, 60)}”" for other in others]
    together = Content.styled(f"\ntogether with {', '.join(others)}" if others else "", "$quiet")
    target = clickable(Content(_name(debate, link.target)), CLAIM, link.target)
    return Content.assemble((f"{also}{noun}", f"${colour}"), " ", target, together)


def _name(debate: Debate, node: str) -> SafeText:
    if node in debate.claims:
        return quoted(debate.claims[node].text, 90)
    if node in debate.links:
        link = debate.links[node]
        premise = debate.claims.get(link.premises[0])
        return SafeText(f"the step from “{excerpt(premise.text, 60) if premise else '?'}”")
    return SafeText(f"{excerpt(node)}, which does not exist")


def _citation(
    debate: Debate, citation: Citation, sought: Query | None, graded: "Graded | None"
) -> Content:
    source = debate.sources.get(citation.ref)
    if source is None:
        return Content.styled(f"§ source {excerpt(citation.ref)} does not exist", "$warning")
    named = list(filter(None, (source.author, source.title, source.date)))
    words = ", ".join(filter(None, (*(named or [source.url]), *short_values(citation))))
    lines = [Content.assemble(("§ ", "$accent"), _line(safe_line(words), sought))]
    if citation.quote:
        quote = lit_words(_beginning(citation.quote), sought)
        lines.append(Content.assemble("“", quote, "”").stylize_before("italic"))
        grade = graded(citation) if graded is not None else None
        lines += [grade] if grade is not None else []
    if named and source.url:
        lines.append(_line(source.url, sought).stylize_before("$quiet"))
    return Content("\n").join(lines)


def _line(words: str, sought: Query | None) -> Content:
    return lit_words(excerpt(words, _LINE), sought)


def _small_print(debate: Debate, row: Row, sought: Query | None) -> Content:
    claim = debate.claims[row.claim]
    parts: list[str] = []
    ratings = [(p, rated[row.claim]) for p, rated in debate.stances.items() if row.claim in rated]
    parts += [f"{excerpt(person, _LINE)} holds it {value:g} of 100" for person, value in ratings]
    signed = [_line(each, sought) for each in (claim.by, claim.created) if each]
    told = [*map(Content, parts), *([Content(", ").join(signed)] if signed else [])]
    parts = [
        f"{field.label}: {excerpt(value, _LINE)}"
        for field, value in plain_values(claim)
        if not field.is_long
    ]
    parts.append(f"id {row.claim}" + (f", link {row.link}" if row.link else ""))
    tags = [clickable(_line(f"#{excerpt(tag, _LINE)}", sought), TAG, tag) for tag in claim.tags]
    lines = [*([Content(" ").join(tags)] if tags else []), *told, *map(Content, parts)]
    return Content("\n").join(lines).stylize_before("$quiet")


def _count(number: int, noun: str) -> str:
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"


def _beginning(text: str) -> SafeText:
    """Returns a text, or as much of it as anybody reads here."""
    if len(text) <= _MOST:
        return safe(text)
    return SafeText(f"{safe(text[:_MOST])} … and {len(text) - _MOST:,} characters more")
