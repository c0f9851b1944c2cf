/* The floor of the benchmark: the least that any honest design does with the same rows.
 *
 * Plain SQLite by its C API, in WAL with synchronous=FULL on both sides, and the same bytes over a
 * loopback socket. Rows are read from a file of lines, each after its length in four bytes.
 *
 *   floor append DB ROWS            every row in a transaction of its own
 *   floor push DB BATCHES           rows of DB to a server with a database of its own, in batches
 *   floor pull DB ROWS              rows of the server to an empty database, in one transaction
 *   floor fact DB ROWS              one more row on both sides, median of 50
 *   floor echo                      an empty question and its answer, median of 50
 *
 * Prints seconds. Ends with 1 when anything fails. */
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sqlite3.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { rounds = 50, answer_bytes = 8 };

static void must(int holds, const char *what) {
    if (holds) return;
    perror(what);
    exit(1);
}

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + t.tv_nsec / 1e9;
}

static int by_size(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double median(double *times, int count) {
    qsort(times, count, sizeof *times, by_size);
    return times[count / 2];
}

/* Rows */

struct rows {
    uint8_t *bytes;
    uint8_t **line;
    uint32_t *length;
    int count;
};

static struct rows read_rows(const char *path) {
    FILE *file = fopen(path, "rb");
    must(file != NULL, path);
    fseek(file, 0, SEEK_END);
    long size = ftell(file);
    rewind(file);
    struct rows rows = {malloc(size), NULL, NULL, 0};
    must(fread(rows.bytes, 1, size, file) == (size_t)size, path);
    fclose(file);
    rows.line = malloc(size * sizeof *rows.line / 4);
    rows.length = malloc(size * sizeof *rows.length / 4);
    for (long at = 0; at < size; at += 4 + rows.length[rows.count++]) {
        memcpy(&rows.length[rows.count], rows.bytes + at, 4);
        rows.line[rows.count] = rows.bytes + at + 4;
    }
    return rows;
}

/* Database */

static void run(sqlite3 *db, const char *sql) {
    must(sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK, sql);
}

static sqlite3 *open_db(const char *path) {
    sqlite3 *db;
    must(sqlite3_open(path, &db) == SQLITE_OK, path);
    run(db, "PRAGMA journal_mode=WAL");
    run(db, "PRAGMA synchronous=FULL");
    run(db, "CREATE TABLE IF NOT EXISTS row(seq INTEGER PRIMARY KEY, line BLOB NOT NULL)");
    run(db, "CREATE TABLE IF NOT EXISTS mark(id INTEGER PRIMARY KEY, acked INTEGER)");
    run(db, "INSERT OR IGNORE INTO mark VALUES(1, 0)");
    return db;
}

static sqlite3_stmt *prepare(sqlite3 *db, const char *sql) {
    sqlite3_stmt *statement;
    must(sqlite3_prepare_v3(db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) == SQLITE_OK,
         sql);
    return statement;
}

static void insert(sqlite3_stmt *statement, const void *line, int length) {
    sqlite3_bind_blob(statement, 1, line, length, SQLITE_STATIC);
    must(sqlite3_step(statement) == SQLITE_DONE, "insert");
    sqlite3_reset(statement);
}

static void acknowledge(sqlite3_stmt *statement, int count) {
    sqlite3_bind_int(statement, 1, count);
    must(sqlite3_step(statement) == SQLITE_DONE, "acknowledge");
    sqlite3_reset(statement);
}

/* Socket */

static void send_all(int peer, const void *bytes, size_t count) {
    for (size_t sent = 0; sent < count;) {
        ssize_t n = send(peer, (const char *)bytes + sent, count - sent, MSG_NOSIGNAL);
        must(n > 0, "send");
        sent += n;
    }
}

static int receive_all(int peer, void *bytes, size_t count) {
    for (size_t got = 0; got < count;) {
        ssize_t n = recv(peer, (char *)bytes + got, count - got, 0);
        if (n <= 0) return 0;
        got += n;
    }
    return 1;
}

/* The server: batches of lines in, each durable before it is answered; 0xFFFFFFFF asks for all. */
static void serve(int listener, const char *path) {
    sqlite3 *db = open_db(path);
    sqlite3_stmt *add = prepare(db, "INSERT INTO row(line) VALUES(?1)");
    int peer = accept(listener, NULL, NULL);
    int one = 1;
    setsockopt(peer, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    char answer[answer_bytes] = {0};
    uint32_t count, length;
    static uint8_t line[1 << 20];
    while (receive_all(peer, &count, 4)) {
        if (count == UINT32_MAX) {
            sqlite3_stmt *all = prepare(db, "SELECT line FROM row ORDER BY seq");
            while (sqlite3_step(all) == SQLITE_ROW) {
                length = sqlite3_column_bytes(all, 0);
                send_all(peer, &length, 4);
                send_all(peer, sqlite3_column_blob(all, 0), length);
            }
            length = 0;
            send_all(peer, &length, 4);
            sqlite3_finalize(all);
            continue;
        }
        if (count > 0) {
            run(db, "BEGIN IMMEDIATE");
            for (uint32_t i = 0; i < count; i++) {
                must(receive_all(peer, &length, 4) && length <= sizeof line, "length");
                must(receive_all(peer, line, length), "line");
                insert(add, line, length);
            }
            run(db, "COMMIT");
        }
        send_all(peer, answer, sizeof answer);
    }
    sqlite3_finalize(add);
    sqlite3_close(db);
    _exit(0);
}

/* Starts the server as a process of its own and connects. */
static int connect_server(const char *path, pid_t *server) {
    struct sockaddr_in name = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t size = sizeof name;
    int listener = socket(AF_INET, SOCK_STREAM, 0);
    must(bind(listener, (struct sockaddr *)&name, sizeof name) == 0, "bind");
    must(listen(listener, 1) == 0, "listen");
    getsockname(listener, (struct sockaddr *)&name, &size);
    *server = fork();
    if (*server == 0) serve(listener, path);
    close(listener);
    int peer = socket(AF_INET, SOCK_STREAM, 0);
    must(connect(peer, (struct sockaddr *)&name, sizeof name) == 0, "connect");
    int one = 1;
    setsockopt(peer, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    return peer;
}

static void leave(int peer, pid_t server) {
    int status;
    close(peer);
    must(waitpid(server, &status, 0) == server && status == 0, "server");
}

static void path_of_server(char *path, size_t size, const char *db) {
    snprintf(path, size, "%s.server", db);
}

/* What is measured */

static double append(const char *path, struct rows rows) {
    sqlite3 *db = open_db(path);
    sqlite3_stmt *add = prepare(db, "INSERT INTO row(line) VALUES(?1)");
    double begin = now();
    for (int i = 0; i < rows.count; i++) {
        run(db, "BEGIN IMMEDIATE");
        insert(add, rows.line[i], rows.length[i]);
        run(db, "COMMIT");
    }
    double took = now() - begin;
    sqlite3_finalize(add);
    sqlite3_close(db);
    return took;
}

static double push(const char *path, int batches) {
    char remote[4096];
    pid_t server;
    path_of_server(remote, sizeof remote, path);
    sqlite3 *db = open_db(path);
    sqlite3_stmt *total = prepare(db, "SELECT COUNT(*) FROM row");
    must(sqlite3_step(total) == SQLITE_ROW, "count");
    int count = sqlite3_column_int(total, 0);
    sqlite3_finalize(total);
    sqlite3_stmt *some = prepare(db, "SELECT line FROM row WHERE seq > ?1 ORDER BY seq LIMIT ?2");
    sqlite3_stmt *mark = prepare(db, "UPDATE mark SET acked = ?1 WHERE id = 1");
    int peer = connect_server(remote, &server);
    int each = (count + batches - 1) / batches;
    static uint8_t buffer[64 << 20];
    double begin = now();
    for (int from = 0; from < count;) {
        uint32_t n = 0;
        size_t used = 4;
        sqlite3_bind_int(some, 1, from);
        sqlite3_bind_int(some, 2, each);
        while (sqlite3_step(some) == SQLITE_ROW) {
            uint32_t length = sqlite3_column_bytes(some, 0);
            memcpy(buffer + used, &length, 4);
            memcpy(buffer + used + 4, sqlite3_column_blob(some, 0), length);
            used += 4 + length;
            n++;
        }
        sqlite3_reset(some);
        memcpy(buffer, &n, 4);
        send_all(peer, buffer, used);
        char answer[answer_bytes];
        must(receive_all(peer, answer, sizeof answer), "answer");
        from += n;
        acknowledge(mark, from);
    }
    double took = now() - begin;
    sqlite3_finalize(some);
    sqlite3_finalize(mark);
    sqlite3_close(db);
    leave(peer, server);
    return took;
}

static double pull(const char *path, struct rows rows) {
    char remote[4096];
    pid_t server;
    path_of_server(remote, sizeof remote, path);
    sqlite3 *full = open_db(remote);
    sqlite3_stmt *fill = prepare(full, "INSERT INTO row(line) VALUES(?1)");
    run(full, "BEGIN IMMEDIATE");
    for (int i = 0; i < rows.count; i++) insert(fill, rows.line[i], rows.length[i]);
    run(full, "COMMIT");
    sqlite3_finalize(fill);
    sqlite3_close(full);
    sqlite3 *db = open_db(path);
    sqlite3_stmt *add = prepare(db, "INSERT INTO row(line) VALUES(?1)");
    int peer = connect_server(remote, &server);
    static uint8_t line[1 << 20];
    uint32_t all = UINT32_MAX, length;
    double begin = now();
    send_all(peer, &all, 4);
    run(db, "BEGIN IMMEDIATE");
    while (receive_all(peer, &length, 4) && length > 0) {
        must(length <= sizeof line && receive_all(peer, line, length), "line");
        insert(add, line, length);
    }
    run(db, "COMMIT");
    double took = now() - begin;
    sqlite3_finalize(add);
    sqlite3_close(db);
    leave(peer, server);
    return took;
}

static double fact(const char *path, struct rows rows) {
    char remote[4096], answer[answer_bytes];
    pid_t server;
    path_of_server(remote, sizeof remote, path);
    sqlite3 *db = open_db(path);
    sqlite3_stmt *add = prepare(db, "INSERT INTO row(line) VALUES(?1)");
    sqlite3_stmt *mark = prepare(db, "UPDATE mark SET acked = ?1 WHERE id = 1");
    int peer = connect_server(remote, &server);
    double times[rounds];
    for (int i = 0; i < rounds; i++) {
        double begin = now();
        uint32_t one = 1, length = rows.length[i];
        insert(add, rows.line[i], length);
        static uint8_t buffer[1 << 20];
        memcpy(buffer, &one, 4);
        memcpy(buffer + 4, &length, 4);
        memcpy(buffer + 8, rows.line[i], length);
        send_all(peer, buffer, 8 + length);
        must(receive_all(peer, answer, sizeof answer), "answer");
        acknowledge(mark, i);
        times[i] = now() - begin;
    }
    sqlite3_finalize(add);
    sqlite3_finalize(mark);
    sqlite3_close(db);
    leave(peer, server);
    return median(times, rounds);
}

static double echo(void) {
    pid_t server;
    int peer = connect_server(":memory:", &server);
    double times[rounds];
    for (int i = 0; i < rounds; i++) {
        char answer[answer_bytes];
        uint32_t none = 0;
        double begin = now();
        send_all(peer, &none, 4);
        must(receive_all(peer, answer, sizeof answer), "answer");
        times[i] = now() - begin;
    }
    leave(peer, server);
    return median(times, rounds);
}

/* Reads every column of the ledger of a server's database. */
static double read_ledger(const char *path) {
    sqlite3 *db = open_db(path);
    double begin = now();
    long long sum = 0;
    sqlite3_stmt *all = prepare(db, "SELECT * FROM ledger");
    while (sqlite3_step(all) == SQLITE_ROW)
        for (int column = 0; column < sqlite3_column_count(all); column++)
            sum += sqlite3_column_bytes(all, column);
    sqlite3_finalize(all);
    double seconds = now() - begin;
    sqlite3_close(db);
    return sum > 0 ? seconds : 0;
}

int main(int count, char **words) {
    const char *what = count > 1 ? words[1] : "";
    double seconds;
    if (count == 2 && strcmp(what, "echo") == 0)
        seconds = echo();
    else if (count == 4 && strcmp(what, "append") == 0)
        seconds = append(words[2], read_rows(words[3]));
    else if (count == 4 && strcmp(what, "push") == 0)
        seconds = push(words[2], atoi(words[3]) > 0 ? atoi(words[3]) : 1);
    else if (count == 4 && strcmp(what, "pull") == 0)
        seconds = pull(words[2], read_rows(words[3]));
    else if (count == 4 && strcmp(what, "fact") == 0)
        seconds = fact(words[2], read_rows(words[3]));
    else if (count == 3 && strcmp(what, "read") == 0)
        seconds = read_ledger(words[2]);
    else {
        fprintf(stderr, "floor append|push|pull|fact|echo|read …\n");
        return 64;
    }
    printf("%.6f\n", seconds);
    return 0;
}
