"""A move that is killed at any moment: run to its end, it is as one that never was."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from tests.intake.moving import item, wxr
from tests.intake.test_moving_compared import told

ROOT = Path(__file__).parents[2]
STORIES, TWINS = 300, 24
# All that a move writes, but for what is drawn by lot or tells the time.
SAME = (
    "SELECT counts, after, finished_at IS NULL FROM intake_move",
    "SELECT id, path, title, slug, live, url_path, numchild FROM wagtailcore_page ORDER BY id",
    "SELECT page_ptr_id, number, standfirst FROM newsroom_articlepage ORDER BY 1",
    "SELECT article_id, number, slug, headline, published_at FROM newsroom_livestory ORDER BY 2",
    "SELECT kind, ref, story_id FROM newsroom_entry ORDER BY 1, 2, 3",
    "SELECT foreign_id, article_id, fingerprint, text_print FROM intake_foreignid ORDER BY id",
    "SELECT article_id, raw, removed, notices FROM intake_provenance ORDER BY id",
    "SELECT foreign_id, article_id, text FROM intake_keptcomment ORDER BY id",
    'SELECT line, kind, message, article_id, "values" FROM intake_movenote ORDER BY 1, 3, 4, 5',
    "SELECT compared, compared_at IS NULL FROM intake_move",
    "SELECT old_path, redirect_page_id FROM wagtailredirects_redirect ORDER BY 1",
    "SELECT object_id, to_object_id, model_path FROM wagtailcore_referenceindex ORDER BY 1, 2, 3",
    "SELECT articlepage_id, topic_id FROM newsroom_articlepage_topics ORDER BY 1, 2",
    "SELECT document FROM search_change ORDER BY 1",
    "SELECT path FROM press_target ORDER BY 1",
    "SELECT count(*) FROM intake_loosereference",
)


def export_of(folder: Path) -> Path:
    """Write an export whose stories have all that a story may bring along."""
    more = (
        "<wp:comment><wp:comment_id>{0}</wp:comment_id><wp:comment_author>पाठक</wp:comment_author>"
        "<wp:comment_content>अच्छा</wp:comment_content></wp:comment>"
        '<category domain="post_tag" nicename="t{1}">विषय {1}</category>'
    )
    text = (
        "<p>खबर {0} की पूरी बात यहां लिखी है।</p><p>Trending Videos</p>"
        '<p>ये भी पढ़ें: <a href="https://khabar.example/{1}-khabar/">'
        "सोहनी नदी पर बना नया पुल खुला</a></p>"
    )
    return wxr(
        folder,
        *(
            item(n, f"खबर {n}", text.format(n, STORIES - n + 1), more.format(n, n % 7))
            for n in range(1, STORIES + 1)
        ),
        *(
            item(STORIES + n, f"खबर {STORIES + n}", told((n - 1) % TWINS + 1, 8 * (n > TWINS)))
            for n in range(1, 2 * TWINS + 1)
        ),
    )


# Stories that the worker named as nearly the same, each with the earlier one.
TWINS_NAMED = """
    SELECT n.title, s.headline FROM intake_movenote n
    JOIN newsroom_livestory s ON s.number = json_extract(n."values", '$.number')
    WHERE n.message LIKE 'Nearly the same%' ORDER BY n.id
"""


def rows(home: Path, question: str) -> list[tuple[object, ...]]:
    (database,) = home.glob("*.sqlite3")
    with closing(sqlite3.connect(database)) as connection:
        return connection.execute(question).fetchall()


def test_the_result_is_that_of_a_move_nobody_killed(tmp_path: Path) -> None:
    export, whole, killed = export_of(tmp_path), tmp_path / "whole", tmp_path / "killed"
    asked = [sys.executable, "-m", "tests.intake.killing", str(whole), str(killed), str(export)]
    environ = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path])}

    run = subprocess.run(asked, env=environ, capture_output=True, text=True, check=False)

    assert run.returncode == 0, run.stderr
    assert rows(killed, "PRAGMA integrity_check") == [("ok",)]
    for question in SAME:
        there = rows(whole, question)
        assert there, question
        assert rows(killed, question) == there, question
    named = [(f"खबर {STORIES + TWINS + n}", f"खबर {STORIES + n}") for n in range(1, TWINS + 1)]
    assert [pair for pair in rows(killed, TWINS_NAMED) if pair in named] == named
