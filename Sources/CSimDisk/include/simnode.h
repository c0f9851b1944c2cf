#ifndef WAYBOOK_SIMNODE_H
#define WAYBOOK_SIMNODE_H

// The VFS "simnode": disks in memory, one for each simulated machine. The file `/3/journal` lies on
// disk 3. Each file has what a reader sees and what would be left after a power cut. One thread.

/// How many disks there are.
#define SIMNODE_DISKS 24

/// What happens to one operation.
enum {
    SIMNODE_NONE,
    /// The process dies in the operation, which was done wholly, in part, or not at all.
    SIMNODE_CRASH,
    /// The write, truncation or sync answers an I/O error. A failed sync makes what it should have
    /// made durable visible for ever and durable never.
    SIMNODE_BAD_WRITE,
    /// A read answers an I/O error.
    SIMNODE_BAD_READ,
    /// One write finds the disk full.
    SIMNODE_NO_ROOM,
};

/// Registers the VFS; answers an SQLite result code.
int simnode_register(void);

/// Begins a new world: all disks empty, all draws and SQLite's own random numbers from the seed.
void simnode_begin(unsigned long long seed);

/// What the clock of the disks says, in milliseconds UTC.
void simnode_set_time(long long milliseconds);

/// Empties a disk.
void simnode_clear(int disk);

/// Ends the process that uses the disk: what was written stays, handles answer errors.
void simnode_kill(int disk);

/// Cuts the power: of each write that was not synced each sector of 512 bytes survives with this
/// probability. Handles answer errors.
void simnode_power_cut(int disk, int percent);

/// Copies all files of a disk as a reader sees them, made durable, over another disk.
void simnode_copy(int from, int to);

/// Lets the n-th write, truncation or sync (for `SIMNODE_BAD_READ` the n-th read) from now on meet
/// a fault. 0 takes the fault away.
void simnode_fault(int disk, int fault, int n);

/// Whether the fault that was ordered has happened.
int simnode_has_met_fault(int disk);

/// Whether a `SIMNODE_CRASH` has ended the process since the last `simnode_kill`, `_power_cut`.
int simnode_has_crashed(int disk);

/// Files of the disk cannot grow while it is full.
void simnode_set_full(int disk, int is_full);

/// Writes, truncations and syncs of the disk so far.
long long simnode_changes(int disk);

/// Bytes that readers of the disk see, of all its files.
long long simnode_bytes(int disk);

/// Turns one bit of what a file has, for ever; answers whether the file is that long.
int simnode_flip(int disk, int file, long long bit);

#endif
