#include <sqlite3.h>

// Variadic functions and the destructor constants do not reach Swift; these are their plain forms.
// Bytes that are empty may come with a null pointer, which SQLite would take as NULL.
static inline int waybook_db_config(sqlite3 *db, int what, int value, int *result) {
    return sqlite3_db_config(db, what, value, result);
}
// Nobody asks how much memory SQLite has: without counting it takes no lock for each allocation.
// It has an effect only before the first use of the library, and none is no fault.
static inline int waybook_no_memory_count(void) {
    return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}
static inline int waybook_bind_text(
    sqlite3_stmt *statement, int index, const char *bytes, sqlite3_uint64 count) {
    return sqlite3_bind_text64(
        statement, index, count ? bytes : "", count, SQLITE_TRANSIENT, SQLITE_UTF8);
}
static inline int waybook_bind_blob(
    sqlite3_stmt *statement, int index, const void *bytes, sqlite3_uint64 count) {
    return sqlite3_bind_blob64(statement, index, count ? bytes : "", count, SQLITE_TRANSIENT);
}
