#ifndef WAYBOOK_SIMDISK_H
#define WAYBOOK_SIMDISK_H

/// Registers the VFS "simdisk" with SQLite: the system's files, on which one operation can fail.
/// Answers an SQLite result code; calling it again changes nothing.
int simdisk_register(void);

/// Makes the n-th write, truncation or sync of this thread from now on answer `code`, once, without
/// doing it. n = 0: none fails. Counting begins anew.
void simdisk_fail(int n, int code);

/// How many operations this thread has asked for since `simdisk_fail`.
int simdisk_count(void);

#endif
