"""The part of the table of keys that is about dialogs, the editor, the search and the details.

A key is declared here and nowhere else; the dialog names its id beside what it does, and says the
key by that id. Each group is one place where keys are pressed: a key may mean one thing in one
group and another thing in another.
"""

from typing import Final

from debatemap.tui.commands import conditions as when
from debatemap.tui.commands.command import Command

__all__ = ["ABOVE", "ALWAYS", "ANY", "DIALOG_KEYS", "NUMBERED", "TYPED_IN"]

_LIST: Final = "In a list that is searched"
_DIFFERENCES: Final = "In the list of differences"
_ASSUMED: Final = "In the list of assumptions"
_SCENARIOS: Final = "In the list of scenarios"
_SOURCES: Final = "In the list of sources"
_MAPS: Final = "In the list of open maps"
_DUPLICATES: Final = "In the list of likely duplicates"
_PICKER: Final = "In the list of claims to link to"
_QUESTION: Final = "In a question with answers"
_WRITTEN: Final = "In a question that is answered in writing"
_LINE: Final = "In a question for one line"
_KNOWN: Final = "In a question with known answers"
_RATING: Final = "In a question for a rating"
_TEXT: Final = "In a question for a longer text"
_FORM: Final = "In a form"
_EDITOR: Final = "In the editor"
_SEARCH: Final = "In the search"
_FOUND: Final = "In the list of what is found"
_FILTERS: Final = "In the list of filters"
_LINES: Final = "In lines that lead to claims"
_WHY: Final = "In the reasons for a strength"
_CRUX: Final = "In what the verdict turns on"
_DOUBLE_CRUX: Final = "In what divides two people"
_REPLAY: Final = "In how the verdict came about"
_GROUPS: Final = "In who rates alike"
_OPTIONS: Final = "In the options side by side"
_RATING_ALL: Final = "Rating one claim after the other"
_CONFLICTS: Final = "In the conflicts of a merge"
_PREVIEW: Final = "In a preview"
_SPLIT: Final = "In the preview of a split"
_OUTPUT: Final = "In the output of a command of your own"
_DETAILS: Final = "In the details"
_SOURCE_TEXT: Final = "In the text of a source"
_CHORD: Final = "Within a chord"
_DRAGGING: Final = "While a claim is dragged"
_LOADING: Final = "While a map is read"
_CARDS: Final = "In the list of cards to present"
_PRESENTING: Final = "While cards are presented"
_IMAGE: Final = "On the image of the map"
_LABELS: Final = "While rows have labels"
_LETTERS: Final = "In a question for a letter"
_WORKING: Final = "While a command takes long"
ANY: Final = "In every dialog"
"""The group of the keys of every dialog that has no use of its own for them."""

ABOVE: Final = {
    **dict.fromkeys(
        (_DIFFERENCES, _ASSUMED, _SCENARIOS, _SOURCES, _MAPS, _DUPLICATES, _PICKER, _CARDS), _LIST
    ),
    **dict.fromkeys((_FOUND, _FILTERS), _LIST),
    **dict.fromkeys((_LINE, _TEXT, _FORM), _WRITTEN),
    **dict.fromkeys((_RATING, _KNOWN), _LINE),
    **dict.fromkeys((_WHY, _CRUX, _DOUBLE_CRUX, _REPLAY, _GROUPS), _LINES),
    _SPLIT: _PREVIEW,
}
"""By group, the group whose keys work there as well."""

TYPED_IN: Final = frozenset(
    {_LIST, *(group for group, above in ABOVE.items() if above == _LIST)}
    | {_QUESTION, _WRITTEN, _LINE, _KNOWN, _RATING, _TEXT, _FORM, _EDITOR, _SEARCH, ANY}
    | {_LABELS, _LETTERS}
)
"""Groups where letters are text, or answers."""

ALWAYS: Final = "escape"
"""The key that leaves, whatever the settings say."""

NUMBERED: Final = frozenset({"pass_number", "conflict_take"})
"""Ids of which each key, by its place, means a number."""


def _key(name: str, keys: str, title: str, group: str, about: str = "") -> Command:
    return Command(name, tuple(keys.split()), title, group, about, reason=when.in_a_dialog)


DIALOG_KEYS: Final[tuple[Command, ...]] = (
    _key("list_next", "down ctrl+n", "Next in the list", _LIST),
    _key("list_previous", "up ctrl+p", "Previous in the list", _LIST),
    _key("list_page_down", "pagedown", "A page down the list", _LIST),
    _key("list_page_up", "pageup", "A page up the list", _LIST),
    _key("list_accept", "enter", "Accept what is highlighted", _LIST),
    _key("list_leave", "escape ctrl+c", "Leave the list", _LIST),
    _key("difference_take_back", "ctrl+x", "Take the difference back", _DIFFERENCES),
    _key("assumption_drop", "ctrl+x", "Drop what is assumed", _ASSUMED),
    _key("scenario_drop", "ctrl+x", "Take the scenario out of the map", _SCENARIOS),
    _key("found_keep", "tab", "Take the term, or keep the query as filter", _FOUND),
    _key("filter_remove", "ctrl+x", "Remove the filter", _FILTERS),
    _key("source_open", "ctrl+o", "Open the address of the source", _SOURCES),
    _key("source_remove", "ctrl+x", "Remove the source", _SOURCES),
    _key("map_close", "ctrl+x", "Close the map", _MAPS, "Asks when something in it is unsaved."),
    _key("duplicate_distinct", "ctrl+x", "Not the same: do not offer it again", _DUPLICATES),
    _key("duplicate_later", "tab", "Later: put it behind the others", _DUPLICATES),
    _key("picker_stance", "ctrl+t", "Pro or con", _PICKER),
    _key("picker_direction", "tab", "Link this to that, or that to this", _PICKER),
    _key("picker_level", "ctrl+l", "Onto the claim, or onto its step", _PICKER),
    _key("question_first", "enter", "Give the first answer", _QUESTION),
    _key(
        "question_leave", "escape ctrl+c", "Give the last answer, which changes nothing", _QUESTION
    ),
    _key("question_down", "down", "A line down the question", _QUESTION),
    _key("question_up", "up", "A line up the question", _QUESTION),
    _key("question_page_down", "pagedown", "A page down the question", _QUESTION),
    _key("question_page_up", "pageup", "A page up the question", _QUESTION),
    _key("prompt_page_down", "pagedown alt+pagedown", "More of the question", _WRITTEN),
    _key("prompt_page_up", "pageup alt+pageup", "Back in the question", _WRITTEN),
    _key("line_accept", "enter", "Accept the line", _LINE),
    _key("line_leave", "escape ctrl+c", "Leave without the line", _LINE),
    _key("known_next", "down tab", "Next known answer", _KNOWN),
    _key("known_previous", "up shift+tab", "Previous known answer", _KNOWN),
    _key("rating_turn", "tab shift+tab", "Rate the claim, or its step", _RATING),
    _key("text_accept", "ctrl+s", "Accept the text", _TEXT),
    _key("text_leave", "escape", "Leave without the text", _TEXT),
    _key("form_next", "tab", "Next field", _FORM),
    _key("form_previous", "shift+tab", "Previous field", _FORM),
    _key("form_down", "down", "Next of the choices, or the next field", _FORM),
    _key("form_up", "up", "Previous of the choices, or the previous field", _FORM),
    _key("form_newline", "ctrl+j", "Begin a new line", _FORM),
    _key("form_accept", "enter ctrl+s", "Accept the form", _FORM),
    _key("form_leave", "escape ctrl+c", "Leave without the form", _FORM),
    _key("editor_accept", "enter ctrl+s", "Accept what is written", _EDITOR),
    _key("editor_newline", "ctrl+j", "Begin a new line", _EDITOR),
    _key("editor_quote", "ctrl+r", "Accept it with a source and a quote", _EDITOR),
    _key("editor_link", "tab", "Link what is here already instead", _EDITOR),
    _key(
        "editor_leave", "escape", "Leave what is written", _EDITOR, "Asks when words would be lost."
    ),
    _key("search_accept", "enter", "Stay with what was found", _SEARCH),
    _key("search_leave", "escape ctrl+c", "Leave the search", _SEARCH),
    _key("search_complete", "tab", "Take the term that is offered", _SEARCH),
    _key("search_older", "up ctrl+p", "What was asked before", _SEARCH),
    _key("search_newer", "down ctrl+n", "What was asked after it", _SEARCH),
    _key("search_next", "f3 ctrl+g", "Next of what is found", _SEARCH, "The search stays open."),
    _key("search_previous", "shift+f3 ctrl+t", "Previous of what is found", _SEARCH),
    _key("lines_next", "down j ctrl+n", "Next line", _LINES),
    _key("lines_previous", "up k ctrl+p", "Previous line", _LINES),
    _key("lines_page_down", "pagedown ctrl+d", "A page down the lines", _LINES),
    _key("lines_page_up", "pageup ctrl+u", "A page up the lines", _LINES),
    _key("lines_first", "home", "First line", _LINES),
    _key("lines_last", "end G", "Last line", _LINES),
    _key("lines_go", "space g", "Go to the claim", _LINES),
    _key("lines_leave", "escape q ctrl+c ctrl+q", "Leave the lines", _LINES),
    _key("why_ask", "enter right l", "Ask why that is so", _WHY),
    _key("why_back", "backspace left h", "Back to what was asked before", _WHY),
    _key("why_step", "_", "Ask why its step counts", _WHY),
    _key("why_leave", "!", "Leave the reasons", _WHY),
    _key("crux_go", "enter right l", "Go to the claim of the line", _CRUX),
    _key("crux_why", "!", "Ask why the claim is so strong", _CRUX),
    _key("crux_people", "p tab", "Ask what divides two people", _CRUX),
    _key("double_crux_go", "enter right l", "Go to the claim of the line", _DOUBLE_CRUX),
    _key("double_crux_why", "!", "Ask why the claim is so strong", _DOUBLE_CRUX),
    _key("double_crux_back", "backspace left h p tab", "Back to the verdict", _DOUBLE_CRUX),
    _key("replay_later", "right l n", "A version later", _REPLAY),
    _key("replay_earlier", "left h p", "A version earlier", _REPLAY),
    _key("replay_turn_later", "]", "The next version that turned the verdict", _REPLAY),
    _key("replay_turn_earlier", "[", "The previous one that did", _REPLAY),
    _key("replay_go", "enter", "Go to the claim of the line", _REPLAY),
    _key("groups_go", "enter right l", "Go to the claim of the line", _GROUPS),
    _key("options_next", "down j", "Next claim of the option, or the option below", _OPTIONS),
    _key("options_previous", "up k", "Previous claim, or the option above", _OPTIONS),
    _key("options_right", "right l", "The option at the right", _OPTIONS),
    _key("options_left", "left h", "The option at the left", _OPTIONS),
    _key("options_first", "home pageup ctrl+u", "First claim", _OPTIONS),
    _key("options_last", "end G pagedown ctrl+d", "Last claim", _OPTIONS),
    _key("options_go", "enter space g", "Go to the claim", _OPTIONS),
    _key("options_why", "!", "Ask why the claim is so strong", _OPTIONS),
    _key("options_leave", "escape q ctrl+c ctrl+q", "Leave the options", _OPTIONS),
    _key("pass_number", "0 1 2 3 4 5 6 7 8 9", "Type the number", _RATING_ALL),
    _key("pass_full", "x X =", "Rate it 100", _RATING_ALL),
    _key("pass_less", "left down - h j", "Less by 5", _RATING_ALL),
    _key("pass_more", "right up + l k", "More by 5", _RATING_ALL),
    _key("pass_accept", "enter", "Accept the rating", _RATING_ALL),
    _key("pass_skip", "s space n", "Skip the claim", _RATING_ALL),
    _key("pass_back", "backspace p", "Take back a digit, or go back a claim", _RATING_ALL),
    _key("pass_scroll_down", "pagedown ctrl+d", "Scroll the claim down", _RATING_ALL),
    _key("pass_scroll_up", "pageup ctrl+u", "Scroll the claim up", _RATING_ALL),
    _key("pass_next", "R", "Go on with the next thesis; what was rated stays", _RATING_ALL),
    _key("pass_leave", "escape q ctrl+c ctrl+q", "End; what was rated stays", _RATING_ALL),
    _key("conflict_take", "1 2 3 4", "Take that value", _CONFLICTS),
    _key("conflict_keep", "b", "Keep what stands in the map", _CONFLICTS),
    _key("conflict_both", "t", "Keep both as two claims", _CONFLICTS),
    _key("conflict_write", "e i", "Write another value", _CONFLICTS),
    _key("conflict_later", "l", "Leave it for later", _CONFLICTS),
    _key("conflict_save", "s ctrl+s", "Save, when all are settled", _CONFLICTS),
    _key("conflict_who", "w", "Ask git who gave each value", _CONFLICTS),
    _key("conflict_undo", "u ctrl+z", "Undo what was settled last", _CONFLICTS),
    _key("conflict_go", "enter", "Go to the claim", _CONFLICTS),
    _key("conflict_next", "down j", "Next conflict", _CONFLICTS),
    _key("conflict_previous", "up k", "Previous conflict", _CONFLICTS),
    _key("conflict_scroll_down", "space pagedown ctrl+d", "Scroll the conflict down", _CONFLICTS),
    _key("conflict_scroll_up", "pageup ctrl+u", "Scroll the conflict up", _CONFLICTS),
    _key("conflict_leave", "escape q C ctrl+c ctrl+q", "Leave the conflicts", _CONFLICTS),
    _key("preview_accept", "enter", "Do what is shown", _PREVIEW),
    _key("preview_leave", "escape q ctrl+c ctrl+q", "Leave the map as it is", _PREVIEW),
    _key("preview_down", "down j", "Scroll a line down", _PREVIEW),
    _key("preview_up", "up k", "Scroll a line up", _PREVIEW),
    _key("preview_page_down", "pagedown ctrl+d space", "Scroll a page down", _PREVIEW),
    _key("preview_page_up", "pageup ctrl+u", "Scroll a page up", _PREVIEW),
    _key("preview_stance", "s", "Read what has no stance as pros, or as cons", _PREVIEW),
    _key("preview_signs", "m", "Read - as a con, or as a bullet", _PREVIEW),
    _key("preview_place", "t", "Under the claim, or among the theses", _PREVIEW),
    _key("halves_next", "tab", "After the next sentence", _SPLIT),
    _key("halves_previous", "shift+tab", "After the sentence before", _SPLIT),
    _key("halves_right", "right l", "A word further on", _SPLIT),
    _key("halves_left", "left h", "A word back", _SPLIT),
    _key("halves_joint", "&", "As siblings, or as joint premises", _SPLIT),
    _key("output_note", "n", "Add it to the note of the claim", _OUTPUT),
    _key("output_pro", "+ =", "Take it as a pro", _OUTPUT),
    _key("output_con", "-", "Take it as a con", _OUTPUT),
    _key("output_drop", "escape enter q ctrl+c ctrl+q", "Drop it", _OUTPUT),
    _key("output_down", "down j", "Scroll a line down", _OUTPUT),
    _key("output_up", "up k", "Scroll a line up", _OUTPUT),
    _key("output_page_down", "pagedown ctrl+d space", "Scroll a page down", _OUTPUT),
    _key("output_page_up", "pageup ctrl+u", "Scroll a page up", _OUTPUT),
    _key("text_word", "1", "Select the word", _SOURCE_TEXT),
    _key("text_phrase", "2", "Select the phrase, from mark to mark", _SOURCE_TEXT),
    _key("text_sentence", "3", "Select the sentence", _SOURCE_TEXT),
    _key("text_paragraph", "4", "Select the paragraph", _SOURCE_TEXT),
    _key(
        "text_longer",
        "> shift+right shift+down",
        "Select one more, of what is selected",
        _SOURCE_TEXT,
    ),
    _key("text_shorter", "< shift+left shift+up", "Select one fewer", _SOURCE_TEXT),
    _key("text_begin_later", ".", "Begin one later", _SOURCE_TEXT),
    _key("text_begin_earlier", ",", "Begin one earlier", _SOURCE_TEXT),
    _key("text_next_paragraph", "}", "Next paragraph", _SOURCE_TEXT),
    _key("text_previous_paragraph", "{", "Previous paragraph", _SOURCE_TEXT),
    _key("text_next_free", "'", "Next sentence that no claim quotes", _SOURCE_TEXT),
    _key("text_previous_free", '"', "Previous sentence that no claim quotes", _SOURCE_TEXT),
    _key("text_next_quoted", ")", "Next passage that a claim quotes", _SOURCE_TEXT),
    _key("text_previous_quoted", "(", "Previous passage that a claim quotes", _SOURCE_TEXT),
    _key("text_claims", "enter", "Go to the claims that quote it", _SOURCE_TEXT),
    _key("text_quote", "Q", "Quote it for the selected claim", _SOURCE_TEXT),
    _key("text_next_claim", "J", "Select the next claim in the outline", _SOURCE_TEXT),
    _key("text_previous_claim", "K", "Select the previous claim in the outline", _SOURCE_TEXT),
    _key("details_note", "n", "Edit the note of the claim", _DETAILS),
    _key("details_down", "down j", "Scroll a line down", _DETAILS),
    _key("details_up", "up k", "Scroll a line up", _DETAILS),
    _key("details_page_down", "pagedown ctrl+d } space", "Scroll a page down", _DETAILS),
    _key("details_page_up", "pageup ctrl+u {", "Scroll a page up", _DETAILS),
    _key("details_first", "home", "Scroll to the beginning", _DETAILS),
    _key("details_last", "end G", "Scroll to the end", _DETAILS),
    _key("details_leave", "escape left h", "Back to the outline", _DETAILS),
    _key("chord_leave", "escape", "Forget the keys of the chord", _CHORD),
    _key("drag_leave", "escape", "Let go of the claim where it was", _DRAGGING),
    _key("card_take", "ctrl+t", "Add what is marked, or selected", _CARDS),
    _key("card_remove", "ctrl+x", "Take the card out", _CARDS),
    _key("card_up", "alt+up", "Move the card up", _CARDS),
    _key("card_down", "alt+down", "Move the card down", _CARDS),
    _key("present_next", "right space l n pagedown enter", "Next card", _PRESENTING),
    _key("present_previous", "left backspace h p pageup", "Card before", _PRESENTING),
    _key("present_first", "home g", "First card", _PRESENTING),
    _key("present_last", "end G", "Last card", _PRESENTING),
    _key("present_down", "down j", "Scroll the card down", _PRESENTING),
    _key("present_up", "up k", "Scroll the card up", _PRESENTING),
    _key("present_blank", "b .", "Blank screen, or the card again", _PRESENTING),
    _key("present_leave", "escape q ctrl+c ctrl+q", "Leave, to the claim shown", _PRESENTING),
    _key("image_left", "left h", "Move to the left", _IMAGE),
    _key("image_right", "right l", "Move to the right", _IMAGE),
    _key("image_up", "up k pageup", "Move up", _IMAGE),
    _key("image_down", "down j pagedown space", "Move down", _IMAGE),
    _key("image_nearer", "+ = ctrl+up", "Nearer", _IMAGE),
    _key("image_farther", "- ctrl+down", "Farther off", _IMAGE),
    _key("image_fit", "0", "All of it", _IMAGE),
    _key("image_leave", "escape q ctrl+c ctrl+q", "Back to the map", _IMAGE),
    _key("labels_leave", "escape ctrl+c", "Leave the labels", _LABELS),
    _key("letter_leave", "escape ctrl+c", "Leave without a letter", _LETTERS),
    _key("loading_stop", "escape q ctrl+c ctrl+q", "Stop reading, and go back", _LOADING),
    _key("working_leave", "escape ctrl+c", "Leave it to its work, and go on", _WORKING),
    _key(
        "dialog_quit", "ctrl+q", "Quit", ANY, "Where the dialog has no use of its own for the key."
    ),
)
