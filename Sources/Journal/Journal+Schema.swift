extension Journal {
    /// The steps of the schema; append-only, tested from every released state.
    static let migrations: [StaticString] = [
        """
        CREATE TABLE stream(
            no INTEGER PRIMARY KEY CHECK(no > 0),
            id TEXT NOT NULL UNIQUE,
            dev TEXT NOT NULL,
            state TEXT NOT NULL CHECK(state IN ('open', 'frozen')),
            made INTEGER NOT NULL,
            acked INTEGER NOT NULL DEFAULT 0 CHECK(acked >= 0),
            secured INTEGER NOT NULL DEFAULT 0 CHECK(secured >= 0),
            applied INTEGER NOT NULL DEFAULT 0 CHECK(applied >= 0),
            -- What the last page said of `applied`; of it counts what is acknowledged.
            told INTEGER NOT NULL DEFAULT 0 CHECK(told >= 0),
            verified INTEGER NOT NULL DEFAULT 0 CHECK(verified >= 0),
            -- Entries after it are carried in a later stream, or could not be.
            frozen_at INTEGER CHECK(frozen_at >= 0),
            -- The lines of entries up to it are gone.
            forgotten INTEGER NOT NULL DEFAULT 0 CHECK(forgotten >= 0),
            CHECK((state = 'frozen') = (frozen_at IS NOT NULL))
        ) STRICT;
        CREATE UNIQUE INDEX stream_open ON stream(state) WHERE state = 'open';

        -- The key is stream and sequence in one number: an append touches the last page alone.
        CREATE TABLE entry(
            id INTEGER PRIMARY KEY,
            stream INTEGER NOT NULL REFERENCES stream AS (id >> 32),
            seq INTEGER NOT NULL AS (id & 4294967295) CHECK(seq > 0),
            -- Without its line an entry is a skeleton: the rest of it never goes.
            line BLOB CHECK(length(line)
                BETWEEN 1 AND CASE kind WHEN 'carry' THEN 40960 ELSE 16384 END),
            head BLOB NOT NULL CHECK(length(head) = 32),
            fact BLOB NOT NULL CHECK(length(fact) = 32),
            kind TEXT NOT NULL,
            subject TEXT,
            draft TEXT,
            place INTEGER NOT NULL CHECK(place BETWEEN 1 AND 16),
            l INTEGER NOT NULL,
            c INTEGER NOT NULL,
            o INTEGER NOT NULL,
            m INTEGER NOT NULL
        ) STRICT;
        CREATE UNIQUE INDEX entry_draft ON entry(draft, place) WHERE draft IS NOT NULL;
        CREATE INDEX entry_day ON entry(kind) WHERE kind IN ('day.seal', 'day.receipt');
        CREATE INDEX entry_carried ON entry(fact) WHERE kind = 'carry';
        -- Each fact once: in the stream that counts for it.
        CREATE VIEW live AS
            SELECT e.id, e.stream, e.seq, e.line, e.head, e.fact, e.kind, e.subject, e.draft,
                e.l, s.id AS stream_id, s.acked
            FROM entry e CROSS JOIN stream s ON s.no = e.stream
            WHERE e.seq <= COALESCE(s.frozen_at, e.seq);

        CREATE TRIGGER entry_append BEFORE INSERT ON entry
        WHEN NEW.id <> 1 + COALESCE(
            (SELECT MAX(id) FROM entry WHERE id > NEW.id >> 32 << 32
                AND id < (NEW.id >> 32) + 1 << 32),
            NEW.id >> 32 << 32)
        BEGIN SELECT RAISE(ABORT, 'gap'); END;
        CREATE TRIGGER entry_fixed BEFORE UPDATE ON entry
        WHEN NEW.id IS NOT OLD.id OR (NEW.line IS NOT NULL AND NEW.line IS NOT OLD.line)
            OR NEW.head IS NOT OLD.head
            OR NEW.fact IS NOT OLD.fact OR NEW.kind IS NOT OLD.kind
            OR NEW.subject IS NOT OLD.subject OR NEW.draft IS NOT OLD.draft
            OR NEW.place IS NOT OLD.place OR NEW.l IS NOT OLD.l OR NEW.c IS NOT OLD.c
            OR NEW.o IS NOT OLD.o OR NEW.m IS NOT OLD.m
        BEGIN SELECT RAISE(ABORT, 'immutable'); END;
        CREATE TRIGGER entry_keep BEFORE DELETE ON entry
        BEGIN SELECT RAISE(ABORT, 'immutable'); END;

        -- When entries were first put into a request: by their ids, and no entry twice.
        CREATE TABLE attempt(
            first INTEGER PRIMARY KEY,
            last INTEGER NOT NULL CHECK(last >= first AND last >> 32 = first >> 32),
            o INTEGER NOT NULL,
            m INTEGER NOT NULL
        ) STRICT;
        CREATE TRIGGER attempt_once BEFORE INSERT ON attempt
        WHEN NEW.first <=
            (SELECT last FROM attempt WHERE first <= NEW.last ORDER BY first DESC LIMIT 1)
        BEGIN SELECT RAISE(ABORT, 'immutable'); END;
        CREATE TRIGGER attempt_fixed BEFORE UPDATE ON attempt
        BEGIN SELECT RAISE(ABORT, 'immutable'); END;
        CREATE TRIGGER attempt_keep BEFORE DELETE ON attempt
        BEGIN SELECT RAISE(ABORT, 'immutable'); END;

        CREATE TABLE draft(
            id TEXT PRIMARY KEY,
            form TEXT NOT NULL,
            body BLOB NOT NULL,
            changed INTEGER NOT NULL
        ) STRICT;

        -- A cursor is one copy of the station's rows: the live one, and the stage of a reset.
        CREATE TABLE cursor(
            id INTEGER PRIMARY KEY,
            staged INTEGER NOT NULL UNIQUE CHECK(staged IN (0, 1)),
            epoch TEXT NOT NULL,
            rev INTEGER NOT NULL,
            scope INTEGER NOT NULL,
            at TEXT,
            -- The level at which the rows were read.
            lvl INTEGER NOT NULL DEFAULT 0 CHECK(lvl >= 0)
        ) STRICT;
        INSERT INTO cursor(id, staged, epoch, rev, scope) VALUES (1, 0, '', 0, 0);

        CREATE TABLE row(
            cursor INTEGER NOT NULL REFERENCES cursor ON DELETE CASCADE,
            t TEXT NOT NULL,
            i TEXT NOT NULL,
            v INTEGER NOT NULL,
            r INTEGER NOT NULL,
            f BLOB NOT NULL,
            pinned TEXT,
            PRIMARY KEY(cursor, t, i)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX row_pinned ON row(cursor, pinned) WHERE pinned IS NOT NULL;
        CREATE TABLE row_bucket(
            cursor INTEGER NOT NULL,
            t TEXT NOT NULL,
            i TEXT NOT NULL,
            bk TEXT NOT NULL,
            PRIMARY KEY(cursor, t, i, bk),
            FOREIGN KEY(cursor, t, i) REFERENCES row ON DELETE CASCADE
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE bucket(
            cursor INTEGER NOT NULL REFERENCES cursor ON DELETE CASCADE,
            bk TEXT NOT NULL,
            sum BLOB NOT NULL CHECK(length(sum) = 32),
            n INTEGER NOT NULL CHECK(n >= 0),
            PRIMARY KEY(cursor, bk)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE number_use(block TEXT PRIMARY KEY, taken INTEGER NOT NULL) STRICT;

        -- What the station ordered; never a key. It is carried out once.
        CREATE TABLE directive(
            id TEXT PRIMARY KEY,
            what TEXT NOT NULL,
            args BLOB NOT NULL,
            heard INTEGER NOT NULL,
            done INTEGER NOT NULL CHECK(done IN (0, 1)),
            told INTEGER NOT NULL CHECK(told IN (0, 1))
        ) STRICT, WITHOUT ROWID;

        -- Time without the station, and the challenge for the manager's unlock code.
        CREATE TABLE lease(
            id INTEGER PRIMARY KEY CHECK(id = 1),
            elapsed INTEGER NOT NULL CHECK(elapsed >= 0),
            o INTEGER NOT NULL,
            m INTEGER NOT NULL,
            w INTEGER NOT NULL,
            opened INTEGER NOT NULL,
            challenge TEXT,
            wrong INTEGER NOT NULL CHECK(wrong >= 0),
            wrong_o INTEGER NOT NULL,
            wrong_m INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE clock(
            id INTEGER PRIMARY KEY CHECK(id = 1),
            now INTEGER NOT NULL,
            counter INTEGER NOT NULL,
            anchor_o INTEGER,
            anchor_m INTEGER,
            anchor_now INTEGER,
            anchor_u INTEGER
        ) STRICT;
        INSERT INTO clock(id, now, counter) VALUES (1, 0, 0);
        """,
        """
        -- What entries list under `a`; the bytes are files beside the database.
        CREATE TABLE blob(
            hash BLOB PRIMARY KEY CHECK(length(hash) = 32),
            bytes INTEGER NOT NULL CHECK(bytes > 0),
            -- The smaller, the sooner it is brought; then by the entry that listed it first.
            rank INTEGER NOT NULL CHECK(rank IN (0, 1)),
            first INTEGER NOT NULL,
            state TEXT NOT NULL DEFAULT 'here' CHECK(state IN ('here', 'lost', 'gone')),
            -- In this epoch the server last said that it has all of it.
            epoch TEXT
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX blob_here ON blob(rank, first) WHERE state = 'here';
        CREATE TABLE blob_use(
            hash BLOB NOT NULL REFERENCES blob,
            entry INTEGER NOT NULL REFERENCES entry,
            PRIMARY KEY(hash, entry)
        ) STRICT, WITHOUT ROWID;
        """,
        """
        -- The last own entry whose effects a pinned row contains; nothing newer comes to it.
        ALTER TABLE row ADD COLUMN since INTEGER;
        """,
        """
        -- Rule packs of the station in use; what is not here is built in.
        CREATE TABLE pack(
            name TEXT PRIMARY KEY,
            ver INTEGER NOT NULL,
            content TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        """,
    ]
}
