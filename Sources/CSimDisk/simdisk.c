#include "simdisk.h"

#include <sqlite3.h>

// One thread is one test, so that tests with a bad disk can run beside others.
static _Thread_local int operations, failing, answer;

void simdisk_fail(int n, int code) {
    operations = 0;
    failing = n;
    answer = code;
}

int simdisk_count(void) { return operations; }

static int next_operation(void) {
    operations += 1;
    return operations == failing ? answer : SQLITE_OK;
}

// The file of the system's VFS lies behind ours in the memory that SQLite gives.
typedef struct {
    sqlite3_file base;
} SimFile;

static sqlite3_file *real(sqlite3_file *file) { return (sqlite3_file *)((SimFile *)file + 1); }
#define CALL(file, method, ...) real(file)->pMethods->method(real(file), ##__VA_ARGS__)

static int sim_write(sqlite3_file *f, const void *bytes, int count, sqlite3_int64 at) {
    int code = next_operation();
    return code ? code : CALL(f, xWrite, bytes, count, at);
}
static int sim_truncate(sqlite3_file *f, sqlite3_int64 size) {
    int code = next_operation();
    return code ? code : CALL(f, xTruncate, size);
}
static int sim_sync(sqlite3_file *f, int flags) {
    int code = next_operation();
    return code ? code : CALL(f, xSync, flags);
}

static int sim_close(sqlite3_file *f) { return CALL(f, xClose); }
static int sim_read(sqlite3_file *f, void *bytes, int count, sqlite3_int64 at) {
    return CALL(f, xRead, bytes, count, at);
}
static int sim_size(sqlite3_file *f, sqlite3_int64 *size) { return CALL(f, xFileSize, size); }
static int sim_lock(sqlite3_file *f, int level) { return CALL(f, xLock, level); }
static int sim_unlock(sqlite3_file *f, int level) { return CALL(f, xUnlock, level); }
static int sim_reserved(sqlite3_file *f, int *is) { return CALL(f, xCheckReservedLock, is); }
static int sim_control(sqlite3_file *f, int op, void *p) { return CALL(f, xFileControl, op, p); }
static int sim_sector(sqlite3_file *f) { return CALL(f, xSectorSize); }
static int sim_device(sqlite3_file *f) { return CALL(f, xDeviceCharacteristics); }
static int sim_shm_map(sqlite3_file *f, int page, int size, int extend, void volatile **at) {
    return CALL(f, xShmMap, page, size, extend, at);
}
static int sim_shm_lock(sqlite3_file *f, int offset, int count, int flags) {
    return CALL(f, xShmLock, offset, count, flags);
}
static void sim_shm_barrier(sqlite3_file *f) { CALL(f, xShmBarrier); }
static int sim_shm_unmap(sqlite3_file *f, int delete_it) { return CALL(f, xShmUnmap, delete_it); }

static const sqlite3_io_methods methods = {
    2,          sim_close,    sim_read,    sim_write,    sim_truncate, sim_sync,
    sim_size,   sim_lock,     sim_unlock,  sim_reserved, sim_control,  sim_sector,
    sim_device, sim_shm_map,  sim_shm_lock, sim_shm_barrier, sim_shm_unmap,
};

static sqlite3_vfs vfs;

static int sim_open(sqlite3_vfs *v, const char *name, sqlite3_file *f, int flags, int *out) {
    sqlite3_vfs *system = v->pAppData;
    f->pMethods = 0;
    int code = system->xOpen(system, name, real(f), flags, out);
    if (real(f)->pMethods) f->pMethods = &methods;
    return code;
}

int simdisk_register(void) {
    // Holds the same mutex as all of SQLite's own start, so that two threads register once.
    sqlite3_mutex *mutex = sqlite3_mutex_alloc(SQLITE_MUTEX_STATIC_APP1);
    sqlite3_mutex_enter(mutex);
    int code = SQLITE_OK;
    if (!sqlite3_vfs_find("simdisk")) {
        sqlite3_vfs *system = sqlite3_vfs_find(0);
        vfs = *system;
        vfs.zName = "simdisk";
        vfs.pAppData = system;
        vfs.pNext = 0;
        vfs.szOsFile = (int)sizeof(SimFile) + system->szOsFile;
        vfs.xOpen = sim_open;
        code = sqlite3_vfs_register(&vfs, 0);
    }
    sqlite3_mutex_leave(mutex);
    return code;
}
