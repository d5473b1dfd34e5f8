"""The verbs: each a pure function from a debate to a change.

A verb reads the debate, never writes to it, and says in words what its change does. What
makes no sense it refuses with an `EditRefusedError`, whose message is for the user.
"""

from debatemap.edit.add import (
    UNSIGNED,
    Signature,
    add_reply,
    add_sibling,
    add_thesis,
    add_unplaced,
    insert_between,
    signed_today,
)
from debatemap.edit.annotate import (
    add_source,
    cite,
    rate,
    recite,
    reword,
    set_author,
    set_note,
    set_question,
    set_source,
    set_tags,
    set_title,
    uncite,
)
from debatemap.edit.builder import EditRefusedError
from debatemap.edit.bulk import (
    Bulk,
    delete_claims,
    delete_claims_everywhere,
    flip_claims,
    join_claims,
    merge_all,
    move_claims,
    rate_claims,
    sign_claims,
    tag_claims,
)
from debatemap.edit.carry import Parcel, pack, paste_parcel
from debatemap.edit.connect import (
    connect,
    flip,
    join_premises,
    make_thesis,
    part_premise,
    refusal,
    unlink,
    unmake_thesis,
    unusual,
)
from debatemap.edit.copy import Fragment, copy_branch, cut_fragment, paste_fragment
from debatemap.edit.delete import delete_branch, delete_claim, deletion_of
from debatemap.edit.group import group_claims, group_refusal
from debatemap.edit.merge_claims import merge_claims, split_claim
from debatemap.edit.move import (
    demote,
    move,
    nodes_beneath,
    promote,
    reorder,
    reorder_thesis,
)
from debatemap.edit.rate_all import rate_all
from debatemap.edit.set_field import set_field
from debatemap.edit.sources import add_sources, set_source_text
from debatemap.edit.split_off import SplitOff, split_off
from debatemap.edit.suppose import (
    apply_assumptions,
    drop_scenario,
    keep_scenario,
    rename_scenario,
)

__all__ = [
    "UNSIGNED",
    "Bulk",
    "EditRefusedError",
    "Fragment",
    "Parcel",
    "Signature",
    "SplitOff",
    "add_reply",
    "add_sibling",
    "add_source",
    "add_sources",
    "add_thesis",
    "add_unplaced",
    "apply_assumptions",
    "cite",
    "connect",
    "copy_branch",
    "cut_fragment",
    "delete_branch",
    "delete_claim",
    "delete_claims",
    "delete_claims_everywhere",
    "deletion_of",
    "demote",
    "drop_scenario",
    "flip",
    "flip_claims",
    "group_claims",
    "group_refusal",
    "insert_between",
    "join_claims",
    "join_premises",
    "keep_scenario",
    "make_thesis",
    "merge_all",
    "merge_claims",
    "move",
    "move_claims",
    "nodes_beneath",
    "pack",
    "part_premise",
    "paste_fragment",
    "paste_parcel",
    "promote",
    "rate",
    "rate_all",
    "rate_claims",
    "recite",
    "refusal",
    "rename_scenario",
    "reorder",
    "reorder_thesis",
    "reword",
    "set_author",
    "set_field",
    "set_note",
    "set_question",
    "set_source",
    "set_source_text",
    "set_tags",
    "set_title",
    "sign_claims",
    "signed_today",
    "split_claim",
    "split_off",
    "tag_claims",
    "uncite",
    "unlink",
    "unmake_thesis",
    "unusual",
]
