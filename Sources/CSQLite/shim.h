#include <sqlite3.h>

// Variadic functions and function-pointer constants do not reach Swift; these are their plain forms.
static inline int waybook_db_config(sqlite3 *db, int what, int value, int *result) {
    return sqlite3_db_config(db, what, value, result);
}
static inline int waybook_bind_text(sqlite3_stmt *statement, int index, const char *bytes, int count) {
    return sqlite3_bind_text(statement, index, bytes, count, SQLITE_TRANSIENT);
}
static inline int waybook_bind_blob(sqlite3_stmt *statement, int index, const void *bytes, int count) {
    return sqlite3_bind_blob(statement, index, bytes, count, SQLITE_TRANSIENT);
}
