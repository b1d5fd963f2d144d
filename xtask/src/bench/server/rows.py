"""JSON Lines of records on standard input to a SQLite database as Datasette serves it: rows.py DATABASE

One table with the columns that people filter by, and its full-text index over headline and body.
"""
import json
import sqlite3
import sys


def row(record):
    body = "\n\n".join(block["text"] for block in record.get("body", []))
    published = record.get("published", {}).get("value")
    return (
        record["id"],
        record.get("headline"),
        record.get("source", {}).get("name"),
        ", ".join(byline["name"] for byline in record.get("bylines", [])) or None,
        published,
        published and published[:4],
        record.get("dateline", {}).get("place"),
        record.get("language"),
        record["kind"],
        body,
    )


def main(database):
    base = sqlite3.connect(database)
    base.execute("pragma journal_mode=off")
    base.execute("pragma synchronous=off")
    base.execute(
        "create table articles(id text primary key, headline text, source text, authors text, published text,"
        " year text, place text, language text, kind text, body text)"
    )
    base.executemany(
        "insert into articles values (?,?,?,?,?,?,?,?,?,?)", (row(json.loads(line)) for line in sys.stdin)
    )
    for column in ("source", "year", "published"):
        base.execute(f"create index articles_{column} on articles({column})")
    # Datasette finds the index of a table only when its name stands in double quotes here.
    base.execute('create virtual table articles_fts using fts5(headline, body, content="articles")')
    base.execute("insert into articles_fts(rowid, headline, body) select rowid, headline, body from articles")
    base.execute("insert into articles_fts(articles_fts) values ('optimize')")
    base.execute("analyze")
    base.commit()
    print(base.execute("select count(*) from articles").fetchone()[0])


main(sys.argv[1])
