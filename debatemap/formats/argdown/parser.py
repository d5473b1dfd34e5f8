"""The grammar of Argdown: from tokens to a model, without recursion.

    text       = [front matter, empty line], block, {empty line, block}
    block      = heading | statement | argument | structure | list
    heading    = "#…", content, [data]
    statement  = (content | reference, {tag} | definition, content), [data], [relations]
    argument   = (reference, {tag} | definition, content), [data], [relations]
    relations  = indent, relation, {relation}, dedent
    relation   = sign, (statement | argument)
    structure  = numbered, {{numbered}, inference, numbered}
    numbered   = "(n)", statement
    inference  = "--", [rule, {",", rule}], [data], "--", [undercuts]
    list       = indent, item, {item}, dedent

Lines may be broken within content and in front of data.
"""

from typing import Any, Final

from debatemap.core.errors import MapError
from debatemap.formats.argdown import tokens as t
from debatemap.formats.argdown.argdown_model import Member, Model, Node, Relation, Role
from debatemap.formats.argdown.data import data_of, front_matter_of
from debatemap.formats.argdown.lexer import tokenize
from debatemap.formats.argdown.model_builder import Builder
from debatemap.formats.argdown.patterns import FRONT_MATTER
from debatemap.formats.argdown.places import Places
from debatemap.formats.argdown.plain_text import read_content, tag_of
from debatemap.formats.argdown.shortcodes import SHORTCODES
from debatemap.formats.argdown.tokens import CONTENT, NAMES, LexerError, Token

__all__ = ["parse"]

_NO_TEXT: Final = (
    "there is no text: a definition has its text on the same or the next line, and a reference has "
    "no colon"
)


def parse(text: str, name: str, *, crlf: bool = False) -> Model:
    """Returns the model of an Argdown text, with line feeds between its lines.

    Raises:
        MapError: The text breaks the grammar, with line and column.
    """
    places = Places(text, name)
    try:
        lexed = tokenize(text, crlf=crlf, shortcodes=_shortcodes(text, places))
    except LexerError as error:
        raise places.error(error.start, error.problem) from None
    model = _Parser(lexed.tokens, places).run()
    model.comments, model.stray_indents = lexed.comments, lexed.stray_indents
    model.marked = [start for kind, _, start in lexed.tokens if kind == t.OPEN]
    return model


def _shortcodes(text: str, places: Places) -> dict[str, str]:
    """Returns the shortcodes, those that the front matter adds among them."""
    found = FRONT_MATTER.match(text.lstrip())
    if found is None or "shortcodes" not in found[0]:
        return SHORTCODES
    front = front_matter_of(found[0], places.name, 1 + text.count("\n", 0, text.index("===")))
    model = Model()
    model.front_matter = front
    added = model.setting("model", "shortcodes")
    if not isinstance(added, dict):
        return SHORTCODES
    signs = {key: each.get("unicode") for key, each in added.items() if isinstance(each, dict)}
    return {**SHORTCODES, **{key: sign for key, sign in signs.items() if isinstance(sign, str)}}


class _Parser:
    def __init__(self, tokens: list[Token], places: Places) -> None:
        self._tokens, self._places = tokens, places
        self._built = Builder(places)
        self._here = 0

    def run(self) -> Model:
        self._skip(t.NEWLINE)
        self._skip(t.EMPTYLINE)
        if self._kind() == t.FRONT_MATTER:
            self._front_matter()
        while True:
            self._block()
            if self._kind() != t.EMPTYLINE:
                break
            self._here += 1
        if self._kind() != t.EOF:
            raise self._stray()
        return self._built.done()

    def _front_matter(self) -> None:
        _, image, start = self._tokens[self._here]
        line = self._places.line(start)
        self._built.set_front_matter(front_matter_of(image, self._places.name, line))
        self._here += 1
        self._skip(t.NEWLINE)
        self._expect(t.EMPTYLINE, "an empty line after the front matter")

    def _block(self) -> None:
        kind = self._kind()
        if kind == t.NUMBER:
            self._structure()
            return
        self._built.preceding = None
        if kind == t.HEADING:
            self._heading()
        elif kind in (t.ARGUMENT_DEFINITION, t.ARGUMENT_REFERENCE):
            member = self._argument()
            self._built.preceding = self._built.arguments[member.title]
        elif kind == t.INDENT and self._kind(1) in (t.ORDERED, t.UNORDERED):
            self._list(self._kind(1))
        elif kind in CONTENT or kind in (t.STATEMENT_DEFINITION, t.STATEMENT_REFERENCE):
            self._statement("top-level-statement")
        else:
            raise self._no_block()

    def _heading(self) -> None:
        _, image, start = self._tokens[self._here]
        member = Member("", start, None)
        self._here += 1
        self._content(member)
        if self._kind() == t.DATA:
            member.data = self._data()
            self._skip(t.NEWLINE)
        self._built.add_section(len(image) - 1, member)

    def _list(self, kind: int) -> None:
        self._here += 1
        while self._kind() == kind:
            self._here += 1
            self._statement_or_argument("")
        self._expect(t.DEDENT, "an item of the same list, or an empty line")

    def _structure(self) -> None:
        """Takes a premise-conclusion structure."""
        built = self._built
        built.begin_structure(self._tokens[self._here][2])
        self._numbered()
        while True:
            while self._kind() == t.NUMBER:
                self._numbered()
            if self._kind() != t.INFERENCE_START:
                raise self._error(
                    "expected an inference (a line of ----) and a conclusion after it"
                )
            self._inference()
            if self._kind() != t.NUMBER:
                raise self._error(
                    "expected a conclusion, a numbered statement, after the inference"
                )
            self._numbered()
            if self._kind() not in (t.NUMBER, t.INFERENCE_START):
                break
        built.end_structure()

    def _numbered(self) -> None:
        _, number, start = self._tokens[self._here]
        self._here += 1
        kind = self._kind()
        if kind in (t.ARGUMENT_DEFINITION, t.ARGUMENT_REFERENCE):
            raise self._error("an argument cannot be a premise or a conclusion; a statement can")
        self._built.add_step(self._statement(""), number, start)

    def _inference(self) -> None:
        inference = self._built.begin_inference(self._tokens[self._here][2])
        self._here += 1
        if self._kind() == t.TEXT or (self._kind() == t.NEWLINE and self._kind(1) == t.TEXT):
            self._skip(t.NEWLINE)
            inference.rules = self._rules()
        self._skip(t.NEWLINE)
        if self._kind() == t.DATA:
            inference.data = self._data()
            self._skip(t.NEWLINE)
        self._expect(t.INFERENCE_END, "the end of the inference (-- or more)")
        self._expect(t.NEWLINE, "the end of the line after the inference")
        if self._kind() == t.INDENT:
            first = self._tokens[self._here + 1]
            if first[0] == t.RELATION and first[1] not in ("_", "<_"):
                raise self._error("only an undercut (_) can be about an inference", 1)
            self._relations(inference, only_undercuts=True)

    def _rules(self) -> list[str]:
        rules = [""]
        while True:
            kind, value, _ = self._tokens[self._here]
            if kind == t.TEXT:
                rules[-1] += value
            elif kind == t.DELIMITER:
                if self._kind(1) != t.TEXT:
                    raise self._error("expected the name of a rule after the comma", 1)
                rules.append("")
            else:
                return [rule.strip() for rule in rules]
            self._here += 1

    def _statement_or_argument(self, role: Role) -> tuple[Node, Member]:
        if self._kind() in (t.ARGUMENT_DEFINITION, t.ARGUMENT_REFERENCE):
            member = self._argument()
            return self._built.arguments[member.title], member
        member = self._statement(role)
        return self._built.statements[member.title], member

    def _statement(self, role: Role) -> Member:
        """Takes a statement and all that is beneath it."""
        member = self._statement_head(role)
        node = self._built.statement(member)
        if self._kind() == t.INDENT:
            self._relations(node)
        self._built.finish(node, member)
        return member

    def _argument(self) -> Member:
        """Takes an argument and all that is beneath it."""
        member = self._argument_head()
        node = self._built.argument(member)
        if self._kind() == t.INDENT:
            self._relations(node)
        self._built.finish(node, member)
        return member

    def _statement_head(self, role: Role) -> Member:
        kind, value, start = self._tokens[self._here]
        member = Member(role, start, self._built.section)
        if kind == t.STATEMENT_DEFINITION:
            member.title = value
            self._here += 1
            self._content(member)
        elif kind == t.STATEMENT_REFERENCE:
            member.title, member.is_reference = value, "\n" not in value
            self._reference(member)
        else:
            self._content(member)
        if self._tokens[self._here][0] == t.DATA:
            self._member_data(member)
        return member

    def _argument_head(self) -> Member:
        kind, value, start = self._tokens[self._here]
        member = Member("argument-description", start, self._built.section)
        member.title, member.text = value, ""
        if kind == t.ARGUMENT_DEFINITION:
            self._here += 1
            self._content(member)
        else:
            member.is_reference = "\n" not in value
            self._reference(member)
        if self._tokens[self._here][0] == t.DATA:
            self._member_data(member)
        return member

    def _reference(self, member: Member) -> None:
        if member.is_reference is False:
            member.title = ""
        self._here += 1
        while self._kind() == t.TAG:
            self._tag(member)
        if self._kind() == t.NEWLINE:
            self._here += 1
            self._add_blank(member, self._kind() in (t.DATA, t.INDENT))

    def _tag(self, member: Member) -> None:
        tag_of(self._tokens[self._here][1], member, keeps_text=self._built.keeps_tags)
        self._here += 1

    def _content(self, member: Member) -> None:
        tokens, here = self._tokens, self._here
        kind, value, _ = tokens[here]
        if kind == t.TEXT:
            # Most texts are one token, and end with their line.
            after = here + 1
            if tokens[after][0] == t.NEWLINE:
                after += 1
            if tokens[after][0] not in CONTENT:
                member.text, self._here = value, after
                return
        elif kind not in CONTENT:
            raise self._error(_NO_TEXT)
        problem = read_content(tokens, here, member, keeps_tags=self._built.keeps_tags)
        if problem.text:
            raise self._places.error(problem.start, problem.text)
        self._here = problem.after

    def _member_data(self, member: Member) -> None:
        member.data = self._data()
        if self._kind() == t.NEWLINE:
            self._here += 1
            self._add_blank(member, self._kind() == t.INDENT)

    def _add_blank(self, member: Member, more: bool) -> None:  # noqa: FBT001  (a condition)
        """Adds the blank of a line break that more of the same statement follows."""
        text = member.text or ""
        if more and not text.endswith(" "):
            member.text = text + " "

    def _data(self) -> Any:  # noqa: ANN401  (any YAML)
        _, image, start = self._tokens[self._here]
        self._here += 1
        line, column = self._places.of(start)
        name, blocks = self._places.name, self._built.has_blocks
        return data_of(image, name, line, column - 1, blocks=blocks)

    def _relations(self, parent: Any, *, only_undercuts: bool = False) -> None:  # noqa: ANN401  (a node or an inference)
        """Takes the relations beneath a statement, an argument or an inference."""
        built, tokens = self._built, self._tokens
        frames: list[tuple[Any, Member | None, Relation | None]] = [(parent, None, None)]
        self._begin_relations()
        while frames:
            kind, sign, _ = tokens[self._here]
            if kind == t.DEDENT:
                self._here += 1
                node, member, relation = frames.pop()
                if member is not None:
                    built.finish(node, member)
                    built.add_relation(relation)
                continue
            is_direct = only_undercuts and len(frames) == 1
            if kind != t.RELATION or (is_direct and sign not in ("_", "<_")):
                raise self._stray()
            self._here += 1
            node, member = self._related(sign)
            relation = built.relation(sign, frames[-1][0], node, member)
            if tokens[self._here][0] == t.INDENT:
                frames.append((node, member, relation))
                self._begin_relations()
            else:
                built.finish(node, member)
                built.add_relation(relation)

    def _begin_relations(self) -> None:
        self._here += 1
        if self._kind() != t.RELATION:
            raise self._error("expected a relation (+, -, _, ><) on an indented line")

    def _related(self, sign: str) -> tuple[Node, Member]:
        kind = self._tokens[self._here][0]
        if kind in (t.ARGUMENT_DEFINITION, t.ARGUMENT_REFERENCE):
            if sign == "><":
                raise self._error("only statements contradict each other; this is an argument")
            member = self._argument_head()
            return self._built.argument(member), member
        if kind not in CONTENT and kind not in (t.STATEMENT_DEFINITION, t.STATEMENT_REFERENCE):
            raise self._error(f"expected a statement or an argument after {sign}")
        member = self._statement_head("relation-statement")
        return self._built.statement(member), member

    def _kind(self, ahead: int = 0) -> int:
        index = self._here + ahead
        return self._tokens[index][0] if index < len(self._tokens) else t.EOF

    def _skip(self, kind: int) -> None:
        if self._kind() == kind:
            self._here += 1

    def _expect(self, kind: int, what: str) -> None:
        if self._kind() != kind:
            raise self._error(f"expected {what}, found {NAMES[self._kind()]}")
        self._here += 1

    def _error(self, problem: str, ahead: int = 0) -> MapError:
        token = self._tokens[min(self._here + ahead, len(self._tokens) - 1)]
        return self._places.error(token[2], problem)

    def _no_block(self) -> MapError:
        kind = self._kind(self._kind() == t.INDENT)
        if kind == t.RELATION:
            return self._error(
                "a relation cannot begin a paragraph; it stands below a statement", 1
            )
        return self._error(
            "expected a heading, a statement, an argument, a numbered premise or a list, found "
            + NAMES[kind]
        )

    def _stray(self) -> MapError:
        kind = self._kind()
        if kind in (t.RELATION, t.INDENT):
            problem = (
                "the relation has nothing that it is about: it must be indented more than the line "
                "above that it belongs to"
            )
            return self._error(problem, int(kind == t.INDENT))
        if kind == t.NUMBER:
            return self._error("numbered premises begin after an empty line")
        if kind == t.INFERENCE_START:
            return self._error("an inference stands between numbered statements only")
        return self._error(f"expected the end of the paragraph, found {NAMES[kind]}")
