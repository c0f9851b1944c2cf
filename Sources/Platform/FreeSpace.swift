import Glibc

/// Room on a file system.
package enum FreeSpace {
    /// Bytes that this process may still write where `path` is.
    package static func bytes(at path: String) throws(POSIXFailure) -> Int {
        var room = statvfs()
        guard unsafe statvfs(path, &room) == 0 else { throw POSIXFailure("statvfs", on: path) }
        let (bytes, isOverflow) = Int(clamping: room.f_bavail)
            .multipliedReportingOverflow(by: Int(clamping: room.f_frsize))
        return isOverflow ? .max : bytes
    }
}
