/// The schema of the server's database, one step per released version; the list only grows.
///
/// The ledger comes first and is never changed: triggers refuse it. Everything from `fact` on is
/// what the ledger means and can be made again from it.
enum Schema {
    static let steps: [StaticString] = [first, packs]

    /// Rule packs as they were published, every version of each.
    private static let packs: StaticString = """
        CREATE TABLE pack(
            name TEXT NOT NULL, ver INTEGER NOT NULL UNIQUE,
            hash BLOB NOT NULL CHECK(length(hash)=32), content BLOB NOT NULL,
            at_ms INTEGER NOT NULL, person TEXT NOT NULL,
            PRIMARY KEY(name,ver)) STRICT;
        CREATE TRIGGER pack_fixed BEFORE UPDATE ON pack
            BEGIN SELECT RAISE(ABORT,'immutable'); END;
        CREATE TRIGGER pack_keep BEFORE DELETE ON pack
            BEGIN SELECT RAISE(ABORT,'immutable'); END;
        """

    private static let first: StaticString = """
        CREATE TABLE station(
            id INTEGER PRIMARY KEY CHECK(id=1),
            code TEXT NOT NULL, name TEXT NOT NULL, zone_min INTEGER NOT NULL,
            dev TEXT NOT NULL REFERENCES device, stream TEXT NOT NULL,
            epoch TEXT NOT NULL, rev INTEGER NOT NULL, floor INTEGER NOT NULL,
            stamp_l INTEGER NOT NULL, stamp_c INTEGER NOT NULL,
            stamp_o INTEGER NOT NULL, stamp_m INTEGER NOT NULL,
            next_number INTEGER NOT NULL) STRICT;
        CREATE TABLE device(
            dev TEXT PRIMARY KEY, kind TEXT NOT NULL CHECK(kind IN ('handheld','station')),
            label TEXT NOT NULL,
            state TEXT NOT NULL CHECK(state IN ('active','suspended','revoked')),
            enrolled_ms INTEGER NOT NULL, model TEXT, app TEXT,
            counter INTEGER NOT NULL DEFAULT 0,
            stream TEXT, rec INTEGER NOT NULL DEFAULT 0, seen_ms INTEGER,
            who TEXT NOT NULL DEFAULT '', status BLOB, wiped_ms INTEGER,
            hint_rec INTEGER, hint_ms INTEGER, caps TEXT NOT NULL DEFAULT '',
            wiped_left INTEGER) STRICT, WITHOUT ROWID;
        CREATE TABLE device_key(
            dev TEXT NOT NULL REFERENCES device, kid INTEGER NOT NULL CHECK(kid>0),
            until_ms INTEGER, PRIMARY KEY(dev,kid)) STRICT, WITHOUT ROWID;
        -- What a handheld is ordered to do; it is repeated until the handheld says it is done.
        CREATE TABLE directive(
            id TEXT PRIMARY KEY, dev TEXT NOT NULL REFERENCES device,
            what TEXT NOT NULL CHECK(
                what IN ('wipe','rekey','report','rotate','message','refetch')),
            args BLOB NOT NULL, person TEXT NOT NULL, made_ms INTEGER NOT NULL,
            sent_ms INTEGER, done_ms INTEGER) STRICT, WITHOUT ROWID;
        CREATE INDEX directive_open ON directive(dev,made_ms,id) WHERE done_ms IS NULL;
        CREATE INDEX directive_of_device ON directive(dev,made_ms);
        CREATE TABLE report(
            no INTEGER PRIMARY KEY, dev TEXT NOT NULL REFERENCES device, at_ms INTEGER NOT NULL,
            section BLOB NOT NULL) STRICT;
        CREATE INDEX report_of_device ON report(dev,no);
        CREATE TABLE enrolment(
            code BLOB PRIMARY KEY CHECK(length(code)=32), label TEXT NOT NULL,
            until_ms INTEGER NOT NULL, tries_left INTEGER NOT NULL CHECK(tries_left>=0),
            dev TEXT REFERENCES device) STRICT, WITHOUT ROWID;
        CREATE TABLE scope(
            dev TEXT NOT NULL REFERENCES device, no INTEGER NOT NULL CHECK(no>0),
            buckets TEXT NOT NULL, PRIMARY KEY(dev,no)) STRICT, WITHOUT ROWID;
        CREATE TABLE anchor(
            dev TEXT NOT NULL REFERENCES device, o INTEGER NOT NULL, m INTEGER NOT NULL,
            now INTEGER NOT NULL, u INTEGER NOT NULL, PRIMARY KEY(dev,o,m)) STRICT, WITHOUT ROWID;
        CREATE TABLE stream(
            no INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, dev TEXT NOT NULL REFERENCES device,
            state TEXT NOT NULL DEFAULT 'open' CHECK(state IN ('open','closed')),
            rec INTEGER NOT NULL DEFAULT 0, secured INTEGER NOT NULL DEFAULT 0,
            verified INTEGER NOT NULL DEFAULT 0) STRICT;
        CREATE INDEX stream_of_device ON stream(dev);

        -- Rows that come by the thousand are checked without IN: for each of them SQLite would make
        -- a table of the words in its list.
        CREATE TABLE ledger(
            lsn INTEGER PRIMARY KEY, stream INTEGER NOT NULL REFERENCES stream,
            seq INTEGER NOT NULL CHECK(seq>0), line BLOB NOT NULL CHECK(length(line)<=4194304),
            head BLOB NOT NULL CHECK(length(head)=32), recv_ms INTEGER NOT NULL,
            eff_ms INTEGER NOT NULL, eff_u INTEGER NOT NULL,
            eff_q TEXT NOT NULL CHECK(eff_q='good' OR eff_q='bracketed' OR eff_q='unknown'),
            first_ms INTEGER, rev INTEGER NOT NULL, rule_ver INTEGER NOT NULL,
            UNIQUE(stream,seq)) STRICT;
        CREATE TRIGGER ledger_append BEFORE INSERT ON ledger
            WHEN NEW.seq <> 1+(SELECT COALESCE(MAX(seq),0) FROM ledger WHERE stream=NEW.stream)
            BEGIN SELECT RAISE(ABORT,'gap'); END;
        CREATE TRIGGER ledger_fixed BEFORE UPDATE ON ledger
            BEGIN SELECT RAISE(ABORT,'immutable'); END;
        CREATE TRIGGER ledger_keep BEFORE DELETE ON ledger
            BEGIN SELECT RAISE(ABORT,'immutable'); END;

        -- A line without a fact row brought a fact that was there already: carried twice.
        CREATE TABLE fact(
            lsn INTEGER PRIMARY KEY REFERENCES ledger,
            fact BLOB NOT NULL UNIQUE CHECK(length(fact)=32), kind TEXT, person TEXT,
            disp TEXT NOT NULL CHECK(
                disp='applied' OR disp='noop' OR disp='held' OR disp='quarantined'), why TEXT,
            awaits TEXT, flag TEXT, v INTEGER NOT NULL) STRICT;
        CREATE INDEX fact_not_applied ON fact(disp,why) WHERE disp<>'applied';
        CREATE INDEX fact_lost_blob ON fact(lsn) WHERE kind='blob.corrupt';
        CREATE INDEX fact_awaits ON fact(awaits) WHERE awaits IS NOT NULL;
        CREATE TRIGGER fact_fixed BEFORE UPDATE ON fact
            WHEN NEW.lsn<>OLD.lsn OR NEW.fact<>OLD.fact
            BEGIN SELECT RAISE(ABORT,'immutable'); END;
        CREATE TRIGGER fact_keep BEFORE DELETE ON fact
            BEGIN SELECT RAISE(ABORT,'immutable'); END;
        CREATE TABLE mention(
            parcel TEXT NOT NULL, lsn INTEGER NOT NULL REFERENCES ledger,
            PRIMARY KEY(parcel,lsn)) STRICT, WITHOUT ROWID;
        -- Which facts in effect correct, void or confirm a fact, in ledger order.
        CREATE TABLE answer(
            lsn INTEGER PRIMARY KEY REFERENCES fact,
            target BLOB NOT NULL CHECK(length(target)=32)) STRICT;
        CREATE INDEX answer_by_target ON answer(target);
        CREATE TABLE posting(
            lsn INTEGER NOT NULL REFERENCES fact, n INTEGER NOT NULL, account TEXT NOT NULL,
            cur TEXT NOT NULL, amount INTEGER NOT NULL, day TEXT NOT NULL,
            PRIMARY KEY(lsn,n)) STRICT, WITHOUT ROWID;
        CREATE TRIGGER posting_fixed BEFORE UPDATE ON posting
            BEGIN SELECT RAISE(ABORT,'immutable'); END;
        CREATE TRIGGER posting_keep BEFORE DELETE ON posting
            BEGIN SELECT RAISE(ABORT,'immutable'); END;

        CREATE TABLE bucket(
            no INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE,
            sum BLOB NOT NULL CHECK(length(sum)=32), n INTEGER NOT NULL CHECK(n>=0)) STRICT;
        CREATE TABLE row(
            t TEXT NOT NULL, i TEXT NOT NULL, v INTEGER NOT NULL CHECK(v>0), r INTEGER NOT NULL,
            f BLOB NOT NULL, hash BLOB NOT NULL CHECK(length(hash)=32), buckets TEXT NOT NULL,
            PRIMARY KEY(t,i)) STRICT, WITHOUT ROWID;
        -- A membership with a reason has ended; it stays so that the handheld hears of it.
        CREATE TABLE row_bucket(
            bucket INTEGER NOT NULL REFERENCES bucket, t TEXT NOT NULL, i TEXT NOT NULL,
            r INTEGER NOT NULL, why TEXT, PRIMARY KEY(bucket,t,i)) STRICT, WITHOUT ROWID;
        CREATE INDEX row_bucket_by_revision ON row_bucket(bucket,r,t,i);
        -- A row is in the buckets of its parents too: a parcel follows its task.
        CREATE TABLE link(
            child TEXT NOT NULL, parent TEXT NOT NULL,
            PRIMARY KEY(child,parent)) STRICT, WITHOUT ROWID;
        CREATE INDEX link_by_parent ON link(parent,child);

        -- Cases, by what makes each the same one: rule, kind and subject. `scope` is the set of
        -- facts in which it was found; `choice` is what a manager decided.
        CREATE TABLE dispute(
            no INTEGER PRIMARY KEY CHECK(no>0), key TEXT NOT NULL UNIQUE, rule TEXT NOT NULL,
            state TEXT NOT NULL CHECK(state IN ('open','resolved')), choice TEXT) STRICT;
        -- In which sets of facts a case was found.
        CREATE TABLE dispute_scope(
            no INTEGER NOT NULL REFERENCES dispute, scope TEXT NOT NULL,
            PRIMARY KEY(no,scope)) STRICT, WITHOUT ROWID;
        CREATE INDEX dispute_of_scope ON dispute_scope(scope,no);
        CREATE TABLE dispute_fact(
            no INTEGER NOT NULL REFERENCES dispute, lsn INTEGER NOT NULL REFERENCES fact,
            PRIMARY KEY(no,lsn)) STRICT, WITHOUT ROWID;
        CREATE INDEX dispute_of_fact ON dispute_fact(lsn,no);

        -- What handhelds sealed; `line` is what the ledger has of the range, `day` the business day
        -- of the seal, `closed` that in whose manifest it is.
        CREATE TABLE seal(
            lsn INTEGER PRIMARY KEY REFERENCES fact, stream INTEGER NOT NULL REFERENCES stream,
            first INTEGER NOT NULL, last INTEGER NOT NULL, day TEXT NOT NULL,
            person TEXT NOT NULL, state TEXT NOT NULL
                CHECK(state IN ('waits','agree','differ','foreign')),
            line BLOB, differ BLOB, closed TEXT) STRICT;
        CREATE INDEX seal_of_stream ON seal(stream,first);
        CREATE INDEX seal_waits ON seal(stream,last) WHERE state='waits';
        -- Days that a manager began to close; `manifest` is there once it is closed.
        CREATE TABLE day(
            day TEXT PRIMARY KEY, no INTEGER NOT NULL UNIQUE, begun INTEGER NOT NULL,
            closed INTEGER, manifest BLOB, hash BLOB) STRICT, WITHOUT ROWID;
        CREATE TABLE day_roster(
            day TEXT NOT NULL, stream TEXT NOT NULL, dev TEXT NOT NULL,
            PRIMARY KEY(day,stream)) STRICT, WITHOUT ROWID;
        CREATE TABLE day_waiver(
            lsn INTEGER PRIMARY KEY REFERENCES fact, day TEXT NOT NULL, what TEXT NOT NULL,
            ref TEXT NOT NULL, reason TEXT NOT NULL, person TEXT NOT NULL) STRICT;
        -- Facts that came after their day was closed.
        CREATE TABLE late_fact(
            lsn INTEGER PRIMARY KEY REFERENCES fact, day TEXT NOT NULL) STRICT;

        -- What was done here, each entry chained to the one before; `ends` names the epoch that
        -- an entry ended.
        CREATE TABLE audit(
            n INTEGER PRIMARY KEY CHECK(n>0), body BLOB NOT NULL,
            hash BLOB NOT NULL CHECK(length(hash)=32), ends TEXT) STRICT;
        CREATE INDEX audit_ends ON audit(ends) WHERE ends IS NOT NULL;
        CREATE TRIGGER audit_append BEFORE INSERT ON audit
            WHEN NEW.n <> 1+(SELECT COALESCE(MAX(n),0) FROM audit)
            BEGIN SELECT RAISE(ABORT,'gap'); END;
        CREATE TRIGGER audit_fixed BEFORE UPDATE ON audit
            BEGIN SELECT RAISE(ABORT,'immutable'); END;
        CREATE TRIGGER audit_keep BEFORE DELETE ON audit
            BEGIN SELECT RAISE(ABORT,'immutable'); END;
        -- What happened more than once with the same particulars is counted.
        CREATE TABLE incident(
            dev TEXT NOT NULL, what TEXT NOT NULL, stream TEXT NOT NULL, k INTEGER NOT NULL,
            first_ms INTEGER NOT NULL, last_ms INTEGER NOT NULL, count INTEGER NOT NULL,
            PRIMARY KEY(dev,what,stream,k)) STRICT, WITHOUT ROWID;
        CREATE TABLE exchange(
            no INTEGER PRIMARY KEY, at_ms INTEGER NOT NULL, dev TEXT NOT NULL,
            status INTEGER NOT NULL, request BLOB NOT NULL, response BLOB NOT NULL,
            new INTEGER NOT NULL, dup INTEGER NOT NULL) STRICT;
        -- Which blobs facts list, and what of blobs is here.
        CREATE TABLE attachment(
            hash BLOB NOT NULL CHECK(length(hash)=32), lsn INTEGER NOT NULL REFERENCES ledger,
            bytes INTEGER NOT NULL, PRIMARY KEY(hash,lsn)) STRICT, WITHOUT ROWID;
        CREATE TABLE blob(
            hash BLOB PRIMARY KEY CHECK(length(hash)=32), bytes INTEGER NOT NULL,
            have INTEGER NOT NULL CHECK(have BETWEEN 0 AND bytes), at_ms INTEGER NOT NULL,
            done_ms INTEGER) STRICT, WITHOUT ROWID;
        CREATE TABLE blob_part(
            id INTEGER PRIMARY KEY, hash BLOB NOT NULL REFERENCES blob, at INTEGER NOT NULL,
            content BLOB NOT NULL, UNIQUE(hash,at)) STRICT;
        -- Copies of this database that were verified.
        CREATE TABLE backup(
            no INTEGER PRIMARY KEY, at_ms INTEGER NOT NULL, lsn INTEGER NOT NULL,
            file TEXT NOT NULL) STRICT;
        -- What persons wrote beside lines.
        CREATE TABLE remark(
            no INTEGER PRIMARY KEY, lsn INTEGER NOT NULL REFERENCES ledger,
            at_ms INTEGER NOT NULL, person TEXT NOT NULL, text TEXT NOT NULL,
            closes INTEGER NOT NULL CHECK(closes IN (0,1))) STRICT;
        CREATE INDEX remark_of_line ON remark(lsn);
        CREATE TRIGGER remark_fixed BEFORE UPDATE ON remark
            BEGIN SELECT RAISE(ABORT,'immutable'); END;
        CREATE TRIGGER remark_keep BEFORE DELETE ON remark
            BEGIN SELECT RAISE(ABORT,'immutable'); END;
        """
}
