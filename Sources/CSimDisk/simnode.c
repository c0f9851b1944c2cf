#include "simnode.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

enum { FILES = 8, SECTOR = 512, LOCKS = 8, REGIONS = 8, REGION = 32768, NAME = 64 };

typedef struct {
    unsigned char *bytes;
    long long size, room;
} Image;

// A write or a truncation that was not synced. The bytes lie in the file's arena.
typedef struct {
    long long at, start;
    int count, is_truncation;
} Change;

typedef struct {
    char name[NAME];
    int exists, is_durable, is_delete_open;
    Image seen, safe, arena;
    Change *changes;
    int change_count, change_room;
    // The lock of the main file, and those of the shared memory.
    int shared, reserved, pending, exclusive;
    int shm_shared[LOCKS], shm_exclusive[LOCKS];
    unsigned char *regions[REGIONS];
} File;

typedef struct {
    File files[FILES];
    int generation, fault, countdown, has_met, has_crashed, is_full;
    long long changes;
} Disk;

typedef struct {
    sqlite3_file base;
    int disk, file, generation, level;
    unsigned shm_shared, shm_exclusive;
} Handle;

static Disk disks[SIMNODE_DISKS];
static unsigned long long random_state;
static long long now_ms;

static unsigned draw(unsigned below) {
    unsigned long long x = (random_state += 0x9E3779B97F4A7C15ull);
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ull;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBull;
    x ^= x >> 31;
    return below ? (unsigned)(x % below) : (unsigned)x;
}

// --- Images

static void reserve(Image *image, long long size) {
    if (size <= image->room) return;
    long long room = image->room ? image->room : 65536;
    while (room < size) room *= 2;
    image->bytes = realloc(image->bytes, (size_t)room);
    if (!image->bytes) abort();
    image->room = room;
}

static void resize(Image *image, long long size) {
    reserve(image, size);
    if (size > image->size) {
        memset(image->bytes + image->size, 0, (size_t)(size - image->size));
    }
    image->size = size;
}

static void put(Image *image, long long at, const void *bytes, int count) {
    if (count <= 0) return;
    if (at + count > image->size) resize(image, at + count);
    memcpy(image->bytes + at, bytes, (size_t)count);
}

static void copy_image(Image *to, const Image *from) {
    reserve(to, from->size);
    if (from->size) memcpy(to->bytes, from->bytes, (size_t)from->size);
    to->size = from->size;
}

// --- Changes that are not durable yet

static void note(File *file, long long at, const void *bytes, int count, int is_truncation) {
    if (file->change_count == file->change_room) {
        file->change_room = file->change_room ? 2 * file->change_room : 64;
        file->changes = realloc(file->changes, sizeof(Change) * (size_t)file->change_room);
        if (!file->changes) abort();
    }
    Change change = {at, file->arena.size, count, is_truncation};
    if (!is_truncation) put(&file->arena, file->arena.size, bytes, count);
    file->changes[file->change_count++] = change;
}

static void forget_changes(File *file) {
    file->change_count = 0;
    file->arena.size = 0;
}

static void make_durable(File *file) {
    // Of a file that was deleted and made again, only the new one is left.
    if (file->is_delete_open) file->safe.size = 0;
    for (int i = 0; i < file->change_count; i++) {
        Change *c = &file->changes[i];
        if (c->is_truncation) {
            resize(&file->safe, c->at);
        } else {
            put(&file->safe, c->at, file->arena.bytes + c->start, c->count);
        }
    }
    forget_changes(file);
    file->is_durable = 1;
    file->is_delete_open = 0;
}

static void write_now(File *file, long long at, const void *bytes, int count) {
    note(file, at, bytes, count, 0);
    put(&file->seen, at, bytes, count);
}

static void truncate_now(File *file, long long size) {
    note(file, size, 0, 0, 1);
    resize(&file->seen, size);
}

// --- Life and death

static void drop_handles(Disk *disk) {
    disk->generation += 1;
    disk->fault = SIMNODE_NONE;
    disk->countdown = 0;
    for (int i = 0; i < FILES; i++) {
        File *file = &disk->files[i];
        file->shared = file->reserved = file->pending = file->exclusive = 0;
        memset(file->shm_shared, 0, sizeof file->shm_shared);
        memset(file->shm_exclusive, 0, sizeof file->shm_exclusive);
        for (int r = 0; r < REGIONS; r++) {
            free(file->regions[r]);
            file->regions[r] = 0;
        }
    }
}

void simnode_kill(int disk) {
    drop_handles(&disks[disk]);
    disks[disk].has_crashed = 0;
}

static void tear(Image *safe, const Change *c, const unsigned char *bytes, int percent) {
    long long at = c->at, end = c->at + c->count;
    while (at < end) {
        long long next = (at / SECTOR + 1) * SECTOR;
        if (next > end) next = end;
        if ((int)draw(100) < percent) put(safe, at, bytes + (at - c->at), (int)(next - at));
        at = next;
    }
}

void simnode_power_cut(int disk, int percent) {
    drop_handles(&disks[disk]);
    disks[disk].has_crashed = 0;
    for (int i = 0; i < FILES; i++) {
        File *file = &disks[disk].files[i];
        if (!file->name[0]) continue;
        int returns = file->is_delete_open && draw(2);
        if (file->is_delete_open && !returns) {
            file->safe.size = 0;
            file->is_durable = 0;
        }
        file->is_delete_open = 0;
        if (returns) {
            file->is_durable = 1;
        } else if (file->exists) {
            if (!file->is_durable) file->is_durable = (int)draw(2);
            for (int c = 0; c < file->change_count; c++) {
                Change *change = &file->changes[c];
                if (!change->is_truncation) {
                    tear(&file->safe, change, file->arena.bytes + change->start, percent);
                } else if ((int)draw(100) < percent) {
                    resize(&file->safe, change->at);
                }
            }
        }
        forget_changes(file);
        if (!file->is_durable) file->safe.size = 0;
        file->exists = file->is_durable;
        copy_image(&file->seen, &file->safe);
    }
}

void simnode_clear(int disk) {
    simnode_kill(disk);
    for (int i = 0; i < FILES; i++) {
        File *file = &disks[disk].files[i];
        file->name[0] = 0;
        file->exists = file->is_durable = file->is_delete_open = 0;
        file->seen.size = file->safe.size = 0;
        forget_changes(file);
    }
    disks[disk].is_full = 0;
    disks[disk].changes = 0;
    disks[disk].has_met = 0;
}

void simnode_copy(int from, int to) {
    simnode_clear(to);
    for (int i = 0; i < FILES; i++) {
        File *source = &disks[from].files[i], *file = &disks[to].files[i];
        if (!source->name[0] || !source->exists) continue;
        memcpy(file->name, source->name, NAME);
        file->exists = file->is_durable = 1;
        copy_image(&file->seen, &source->seen);
        copy_image(&file->safe, &source->seen);
    }
}

void simnode_begin(unsigned long long seed) {
    random_state = seed;
    for (int i = 0; i < SIMNODE_DISKS; i++) simnode_clear(i);
    sqlite3_test_control(SQLITE_TESTCTRL_PRNG_SEED, (int)(draw(0x7FFFFFFE) + 1), 0);
    sqlite3_randomness(0, 0);
}

void simnode_set_time(long long milliseconds) { now_ms = milliseconds; }

void simnode_fault(int disk, int fault, int n) {
    disks[disk].fault = n > 0 ? fault : SIMNODE_NONE;
    disks[disk].countdown = n;
    disks[disk].has_met = 0;
}

int simnode_has_met_fault(int disk) { return disks[disk].has_met; }
int simnode_has_crashed(int disk) { return disks[disk].has_crashed; }
void simnode_set_full(int disk, int is_full) { disks[disk].is_full = is_full; }
long long simnode_changes(int disk) { return disks[disk].changes; }

long long simnode_bytes(int disk) {
    long long sum = 0;
    for (int i = 0; i < FILES; i++) sum += disks[disk].files[i].seen.size;
    return sum;
}

int simnode_flip(int disk, int file, long long bit) {
    File *f = &disks[disk].files[file];
    if (bit / 8 >= f->seen.size || bit / 8 >= f->safe.size) return 0;
    f->seen.bytes[bit / 8] ^= (unsigned char)(1 << (bit % 8));
    f->safe.bytes[bit / 8] ^= (unsigned char)(1 << (bit % 8));
    return 1;
}

// --- Operations

static File *file_of(sqlite3_file *f) {
    Handle *h = (Handle *)f;
    if (h->generation != disks[h->disk].generation) return 0;
    return &disks[h->disk].files[h->file];
}

// The fault that the next change (or read) of the disk meets.
static int next_fault(Disk *disk, int is_read) {
    if (!is_read) disk->changes += 1;
    if (disk->fault == SIMNODE_NONE || (disk->fault == SIMNODE_BAD_READ) != is_read) {
        return SIMNODE_NONE;
    }
    if (--disk->countdown > 0) return SIMNODE_NONE;
    int fault = disk->fault;
    disk->fault = SIMNODE_NONE;
    disk->has_met = 1;
    return fault;
}

static int die(Disk *disk) {
    drop_handles(disk);
    disk->has_crashed = 1;
    return SQLITE_IOERR;
}

static int node_write(sqlite3_file *f, const void *bytes, int count, sqlite3_int64 at) {
    File *file = file_of(f);
    if (!file) return SQLITE_IOERR_WRITE;
    Disk *disk = &disks[((Handle *)f)->disk];
    switch (next_fault(disk, 0)) {
    case SIMNODE_CRASH: {
        unsigned part = draw(3);
        if (part == 1) write_now(file, at, bytes, count);
        if (part == 2) write_now(file, at, bytes, (int)draw((unsigned)count));
        return die(disk);
    }
    case SIMNODE_BAD_WRITE: return SQLITE_IOERR_WRITE;
    case SIMNODE_NO_ROOM: return SQLITE_FULL;
    default: break;
    }
    if (disk->is_full && at + count > file->seen.size) return SQLITE_FULL;
    write_now(file, at, bytes, count);
    return SQLITE_OK;
}

static int node_truncate(sqlite3_file *f, sqlite3_int64 size) {
    File *file = file_of(f);
    if (!file) return SQLITE_IOERR_TRUNCATE;
    Disk *disk = &disks[((Handle *)f)->disk];
    switch (next_fault(disk, 0)) {
    case SIMNODE_CRASH:
        if (draw(2)) truncate_now(file, size);
        return die(disk);
    case SIMNODE_BAD_WRITE: return SQLITE_IOERR_TRUNCATE;
    default: break;
    }
    truncate_now(file, size);
    return SQLITE_OK;
}

static int node_sync(sqlite3_file *f, int flags) {
    (void)flags;
    File *file = file_of(f);
    if (!file) return SQLITE_IOERR_FSYNC;
    Disk *disk = &disks[((Handle *)f)->disk];
    switch (next_fault(disk, 0)) {
    case SIMNODE_CRASH:
        if (draw(2)) make_durable(file);
        return die(disk);
    case SIMNODE_BAD_WRITE:
        // The pages count as clean from now on, and were never written.
        forget_changes(file);
        return SQLITE_IOERR_FSYNC;
    default: break;
    }
    make_durable(file);
    return SQLITE_OK;
}

static int node_read(sqlite3_file *f, void *bytes, int count, sqlite3_int64 at) {
    File *file = file_of(f);
    if (!file) return SQLITE_IOERR_READ;
    if (next_fault(&disks[((Handle *)f)->disk], 1) != SIMNODE_NONE) return SQLITE_IOERR_READ;
    long long have = file->seen.size - at;
    if (have >= count) {
        memcpy(bytes, file->seen.bytes + at, (size_t)count);
        return SQLITE_OK;
    }
    if (have < 0) have = 0;
    if (have) memcpy(bytes, file->seen.bytes + at, (size_t)have);
    memset((char *)bytes + have, 0, (size_t)(count - have));
    return SQLITE_IOERR_SHORT_READ;
}

static int node_size(sqlite3_file *f, sqlite3_int64 *size) {
    File *file = file_of(f);
    if (!file) return SQLITE_IOERR_FSTAT;
    *size = file->seen.size;
    return SQLITE_OK;
}

// --- Locks

static int node_lock(sqlite3_file *f, int level) {
    File *file = file_of(f);
    Handle *h = (Handle *)f;
    if (!file) return SQLITE_IOERR_LOCK;
    if (h->level >= level) return SQLITE_OK;
    if (h->level == SQLITE_LOCK_NONE) {
        if (file->pending || file->exclusive) return SQLITE_BUSY;
        file->shared += 1;
        h->level = SQLITE_LOCK_SHARED;
        if (level == SQLITE_LOCK_SHARED) return SQLITE_OK;
    }
    if (level == SQLITE_LOCK_RESERVED) {
        if (file->reserved || file->pending || file->exclusive) return SQLITE_BUSY;
        file->reserved = 1;
        h->level = level;
        return SQLITE_OK;
    }
    if (h->level < SQLITE_LOCK_PENDING) {
        if (file->pending || (file->reserved && h->level < SQLITE_LOCK_RESERVED)) {
            return SQLITE_BUSY;
        }
        file->pending = 1;
        file->reserved = 1;
        h->level = SQLITE_LOCK_PENDING;
    }
    if (file->shared > 1) return SQLITE_BUSY;
    file->exclusive = 1;
    h->level = SQLITE_LOCK_EXCLUSIVE;
    return SQLITE_OK;
}

static int node_unlock(sqlite3_file *f, int level) {
    File *file = file_of(f);
    Handle *h = (Handle *)f;
    if (!file || h->level <= level) return SQLITE_OK;
    if (h->level >= SQLITE_LOCK_EXCLUSIVE) file->exclusive = 0;
    if (h->level >= SQLITE_LOCK_PENDING) file->pending = 0;
    if (h->level >= SQLITE_LOCK_RESERVED) file->reserved = 0;
    if (level == SQLITE_LOCK_NONE) file->shared -= 1;
    h->level = level;
    return SQLITE_OK;
}

static int node_reserved(sqlite3_file *f, int *is) {
    File *file = file_of(f);
    if (!file) return SQLITE_IOERR_CHECKRESERVEDLOCK;
    *is = file->reserved;
    return SQLITE_OK;
}

static int node_shm_map(
    sqlite3_file *f, int region, int size, int extend, void volatile **at) {
    File *file = file_of(f);
    *at = 0;
    if (!file || region >= REGIONS || size > REGION) return SQLITE_IOERR_SHMMAP;
    if (!file->regions[region] && extend) file->regions[region] = calloc(1, REGION);
    *at = file->regions[region];
    return SQLITE_OK;
}

static void release(File *file, Handle *h, int slot) {
    unsigned bit = 1u << slot;
    if (h->shm_shared & bit) file->shm_shared[slot] -= 1;
    if (h->shm_exclusive & bit) file->shm_exclusive[slot] = 0;
    h->shm_shared &= ~bit;
    h->shm_exclusive &= ~bit;
}

static int node_shm_lock(sqlite3_file *f, int offset, int n, int flags) {
    File *file = file_of(f);
    Handle *h = (Handle *)f;
    if (!file) return SQLITE_IOERR_SHMLOCK;
    for (int i = offset; i < offset + n; i++) {
        unsigned bit = 1u << i;
        if (flags & SQLITE_SHM_UNLOCK) continue;
        int others = file->shm_shared[i] - ((h->shm_shared & bit) != 0);
        if (file->shm_exclusive[i] && !(h->shm_exclusive & bit)) return SQLITE_BUSY;
        if ((flags & SQLITE_SHM_EXCLUSIVE) && others > 0) return SQLITE_BUSY;
    }
    for (int i = offset; i < offset + n; i++) {
        unsigned bit = 1u << i;
        release(file, h, i);
        if (flags & SQLITE_SHM_UNLOCK) continue;
        if (flags & SQLITE_SHM_SHARED) {
            file->shm_shared[i] += 1;
            h->shm_shared |= bit;
        } else {
            file->shm_exclusive[i] = 1;
            h->shm_exclusive |= bit;
        }
    }
    return SQLITE_OK;
}

static void node_shm_barrier(sqlite3_file *f) { (void)f; }

static int node_shm_unmap(sqlite3_file *f, int is_deleted) {
    File *file = file_of(f);
    Handle *h = (Handle *)f;
    if (!file) return SQLITE_OK;
    for (int i = 0; i < LOCKS; i++) release(file, h, i);
    if (is_deleted) {
        for (int r = 0; r < REGIONS; r++) {
            free(file->regions[r]);
            file->regions[r] = 0;
        }
    }
    return SQLITE_OK;
}

static int node_close(sqlite3_file *f) {
    node_unlock(f, SQLITE_LOCK_NONE);
    node_shm_unmap(f, 0);
    return SQLITE_OK;
}

static int node_control(sqlite3_file *f, int op, void *p) {
    (void)f;
    if (op != SQLITE_FCNTL_MMAP_SIZE) return SQLITE_NOTFOUND;
    *(sqlite3_int64 *)p = 0;
    return SQLITE_OK;
}
static int node_sector(sqlite3_file *f) { return (void)f, 4096; }
static int node_device(sqlite3_file *f) { return (void)f, SQLITE_IOCAP_POWERSAFE_OVERWRITE; }

static const sqlite3_io_methods methods = {
    2,           node_close,   node_read,     node_write,       node_truncate, node_sync,
    node_size,   node_lock,    node_unlock,   node_reserved,    node_control,  node_sector,
    node_device, node_shm_map, node_shm_lock, node_shm_barrier, node_shm_unmap,
};

// --- Names

static int disk_of(const char *path) {
    if (path[0] != '/') return -1;
    int disk = atoi(path + 1);
    return disk >= 0 && disk < SIMNODE_DISKS ? disk : -1;
}

static const char *name_of(const char *path) {
    const char *slash = strchr(path + 1, '/');
    return slash ? slash + 1 : path;
}

static int find(int disk, const char *name) {
    for (int i = 0; i < FILES; i++) {
        if (!strcmp(disks[disk].files[i].name, name)) return i;
    }
    return -1;
}

static int node_open(sqlite3_vfs *v, const char *path, sqlite3_file *f, int flags, int *out) {
    (void)v;
    f->pMethods = 0;
    int disk = path ? disk_of(path) : -1;
    if (disk < 0 || strlen(name_of(path)) >= NAME) return SQLITE_CANTOPEN;
    const char *name = name_of(path);
    int index = find(disk, name);
    if (index < 0 || !disks[disk].files[index].exists) {
        if (!(flags & SQLITE_OPEN_CREATE)) return SQLITE_CANTOPEN;
        if (index < 0) index = find(disk, "");
        if (index < 0) return SQLITE_CANTOPEN;
        File *file = &disks[disk].files[index];
        strcpy(file->name, name);
        file->exists = 1;
        file->seen.size = 0;
        forget_changes(file);
        if (!file->is_delete_open) {
            file->is_durable = 0;
            file->safe.size = 0;
        }
    }
    Handle *h = (Handle *)f;
    memset(h, 0, sizeof *h);
    h->base.pMethods = &methods;
    h->disk = disk;
    h->file = index;
    h->generation = disks[disk].generation;
    if (out) *out = flags;
    return SQLITE_OK;
}

static int node_delete(sqlite3_vfs *v, const char *path, int is_synced) {
    (void)v;
    int disk = disk_of(path);
    int index = disk < 0 ? -1 : find(disk, name_of(path));
    if (index < 0 || !disks[disk].files[index].exists) return SQLITE_IOERR_DELETE_NOENT;
    File *file = &disks[disk].files[index];
    file->exists = 0;
    file->seen.size = 0;
    forget_changes(file);
    if (is_synced || !file->is_durable) {
        file->is_durable = file->is_delete_open = 0;
        file->safe.size = 0;
    } else {
        file->is_delete_open = 1;
    }
    return SQLITE_OK;
}

static int node_access(sqlite3_vfs *v, const char *path, int flags, int *result) {
    (void)v, (void)flags;
    int disk = disk_of(path);
    int index = disk < 0 ? -1 : find(disk, name_of(path));
    *result = index >= 0 && disks[disk].files[index].exists;
    if (*result && flags == SQLITE_ACCESS_EXISTS && disks[disk].files[index].seen.size == 0) {
        // As the system's VFS has it: an empty journal is none.
        *result = 0;
    }
    return SQLITE_OK;
}

static int node_full_name(sqlite3_vfs *v, const char *path, int room, char *out) {
    (void)v;
    if ((int)strlen(path) >= room) return SQLITE_CANTOPEN;
    strcpy(out, path);
    return SQLITE_OK;
}

static int node_random(sqlite3_vfs *v, int count, char *out) {
    (void)v;
    for (int i = 0; i < count; i++) out[i] = (char)draw(256);
    return count;
}

static int node_sleep(sqlite3_vfs *v, int microseconds) { return (void)v, microseconds; }
static int node_time64(sqlite3_vfs *v, sqlite3_int64 *now) {
    (void)v;
    *now = 210866760000000ll + now_ms;
    return SQLITE_OK;
}
static int node_time(sqlite3_vfs *v, double *now) {
    sqlite3_int64 ms;
    node_time64(v, &ms);
    *now = (double)ms / 86400000.0;
    return SQLITE_OK;
}
static int node_error(sqlite3_vfs *v, int room, char *out) {
    (void)v, (void)room, (void)out;
    return 0;
}

int simnode_register(void) {
    static sqlite3_vfs vfs;
    if (sqlite3_vfs_find("simnode")) return SQLITE_OK;
    vfs.iVersion = 2;
    vfs.szOsFile = sizeof(Handle);
    vfs.mxPathname = 256;
    vfs.zName = "simnode";
    vfs.xOpen = node_open;
    vfs.xDelete = node_delete;
    vfs.xAccess = node_access;
    vfs.xFullPathname = node_full_name;
    vfs.xRandomness = node_random;
    vfs.xSleep = node_sleep;
    vfs.xCurrentTime = node_time;
    vfs.xCurrentTimeInt64 = node_time64;
    vfs.xGetLastError = node_error;
    return sqlite3_vfs_register(&vfs, 0);
}
