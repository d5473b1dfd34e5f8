"""The open map while something is written in it: what its editor asks for."""

from textual import on

from debatemap.tui.background_work import report_failures
from debatemap.tui.commands.command import COMMAND
from debatemap.tui.features.writing.editor import Editor, Writing
from debatemap.tui.messages import WritingEnded
from debatemap.tui.open_map import OpenMap

__all__ = ["WrittenMap"]


class WrittenMap(OpenMap):
    """Does what the editor of a claim asks for."""

    @on(WritingEnded)
    def _writing_ended(self, event: WritingEnded) -> None:
        event.stop()
        self.watcher.forget_writing()
        self.similar.drop_offer()

    @on(Editor.Grew)
    def _editor_grew(self, event: Editor.Grew) -> None:
        event.stop()
        self.writer.make_room()

    def _written(self, text: str) -> None:
        self.attempt(lambda: self.writer.accept(text))

    @on(Editor.Written)
    def _words_written(self, event: Editor.Written) -> None:
        event.stop()
        self.similar.look_soon()

    @on(Writing.Linked)
    def _linked_instead(self, event: Writing.Linked) -> None:
        event.stop()
        self.run_worker(report_failures(self.warn, self.similar.link_instead()), group=COMMAND)

    @on(Writing.Quoted)
    def _quoted(self, event: Writing.Quoted) -> None:
        event.stop()
        self.run_worker(self.writer.quote(), group=COMMAND)

    @on(Writing.Left)
    def _left(self, event: Writing.Left) -> None:
        event.stop()
        self.run_worker(self.writer.leave(), group=COMMAND)
