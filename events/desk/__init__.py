"""All writes to articles, events and decisions: one function for each write, one transaction, keyword arguments.

Pages, API, admin and tasks call these functions and write nothing themselves.
"""

from events.desk.accept import accept_sources, publish_article, refuse_source
from events.desk.curate import pick_event, save_timeline
from events.desk.delete import delete_article
from events.desk.extract import extract_article, sweep
from events.desk.merging import Choice, detach_source, merge_events, unmerge_event
from events.desk.naming import rename
from events.desk.outlets import outlet_named
from events.desk.review import add_event, edit_event, set_visibility
from events.desk.submit import correct_article, reread_articles, run_again, submit_article
from events.desk.terms import make_terms_anew

__all__ = [
    "Choice",
    "accept_sources",
    "add_event",
    "correct_article",
    "delete_article",
    "detach_source",
    "edit_event",
    "extract_article",
    "make_terms_anew",
    "merge_events",
    "outlet_named",
    "pick_event",
    "publish_article",
    "refuse_source",
    "rename",
    "reread_articles",
    "run_again",
    "save_timeline",
    "set_visibility",
    "submit_article",
    "sweep",
    "unmerge_event",
]
