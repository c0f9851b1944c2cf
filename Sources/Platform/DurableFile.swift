import Glibc

/// Small files that must survive a power cut and that only their owner may read: keys, sidecar,
/// session, configuration.
package enum DurableFile {
    /// Replaces the file at `path` as a whole: mode 0600 from the first byte, written, synced,
    /// renamed into place, and the folder synced. At any moment the path holds either the old or
    /// the new content, after an error too. One writer at a time per path.
    package static func write(_ bytes: [UInt8], to path: String) throws(POSIXFailure) {
        let temporary = "\(path).\(getpid()).new"
        unsafe unlink(temporary)
        let file = try Descriptor.open(
            temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode: privateFileMode)
        do throws(POSIXFailure) {
            try file.writeAll(bytes)
            try file.sync()
            guard unsafe rename(temporary, path) == 0 else {
                throw POSIXFailure("rename", on: path)
            }
        } catch {
            unsafe unlink(temporary)
            throw error
        }
        try Descriptor.open(folder(of: path), O_RDONLY | O_DIRECTORY).sync()
    }

    /// The content of the file, or nil when there is none. More than `bytesMax` bytes are an error
    /// (EFBIG), so that a damaged file cannot fill the memory.
    package static func read(_ path: String, bytesMax: Int) throws(POSIXFailure) -> [UInt8]? {
        let file: Descriptor
        do throws(POSIXFailure) {
            file = try Descriptor.open(path, O_RDONLY)
        } catch {
            if error.code == ENOENT { return nil }
            throw error
        }
        return try file.readAll(bytesMax: bytesMax)
    }

    /// Copies a file into a new one with mode 0600 and syncs it. The target must not exist; what an
    /// error leaves of it is removed.
    package static func copy(_ source: String, to target: String) throws(POSIXFailure) {
        let from = try Descriptor.open(source, O_RDONLY)
        let file = try Descriptor.open(
            target, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode: privateFileMode)
        do throws(POSIXFailure) {
            while case let chunk = try from.read(atMost: copyChunkBytes), !chunk.isEmpty {
                try file.writeAll(chunk)
            }
            try file.sync()
        } catch {
            unsafe unlink(target)
            throw error
        }
    }

    private static let copyChunkBytes = 1 << 20

    /// Syncs what is in a file.
    package static func sync(_ path: String) throws(POSIXFailure) {
        try Descriptor.open(path, O_RDONLY).sync()
    }

    /// Syncs the names in a folder.
    package static func syncFolder(_ path: String) throws(POSIXFailure) {
        try Descriptor.open(path, O_RDONLY | O_DIRECTORY).sync()
    }

    /// Gives a synced file its place, in which another one may be, and syncs the folder. Both
    /// names are in one file system.
    package static func move(_ source: String, to target: String) throws(POSIXFailure) {
        guard unsafe rename(source, target) == 0 else {
            throw POSIXFailure("rename", on: target)
        }
        try Descriptor.open(folder(of: target), O_RDONLY | O_DIRECTORY).sync()
    }

    /// Removes a file; one that is not there is no error.
    package static func remove(_ path: String) throws(POSIXFailure) {
        guard unsafe unlink(path) == 0 || errno == ENOENT else {
            throw POSIXFailure("unlink", on: path)
        }
    }

    /// Overwrites a file with zeros, syncs it and removes it; one that is not there is no error.
    ///
    /// Flash may keep an old copy of the bytes all the same: only an encrypted file system helps
    /// against whoever reads the chip.
    package static func erase(_ path: String) throws(POSIXFailure) {
        let file: Descriptor
        do throws(POSIXFailure) {
            file = try Descriptor.open(path, O_RDWR | O_NOFOLLOW)
        } catch {
            if error.code == ENOENT { return }
            throw error
        }
        let zeros = [UInt8](repeating: 0, count: erasedAtOnce)
        var offset = 0
        while case let count = try file.read(atMost: erasedAtOnce).count, count > 0 {
            try file.writeAll(Array(zeros.prefix(count)), at: offset)
            offset += count
        }
        try file.sync()
        try remove(path)
        try Descriptor.open(folder(of: path), O_RDONLY | O_DIRECTORY).sync()
    }

    private static let erasedAtOnce = 65_536

    /// Makes the folder and those above it that are missing, with mode 0700. One that exists is
    /// left as it is.
    package static func makeFolder(_ path: String) throws(POSIXFailure) {
        if unsafe mkdir(path, privateFolderMode) == 0 || errno == EEXIST { return }
        guard errno == ENOENT, folder(of: path) != path else {
            throw POSIXFailure("mkdir", on: path)
        }
        try makeFolder(folder(of: path))
        guard unsafe mkdir(path, privateFolderMode) == 0 || errno == EEXIST else {
            throw POSIXFailure("mkdir", on: path)
        }
    }

    /// Read and written by their owner only.
    static let privateFileMode: mode_t = 0o600
    /// Entered by their owner only.
    static let privateFolderMode: mode_t = 0o700

    /// `/a` of `/a/b`, `/` of `/a`, `.` of `a`.
    package static func folder(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}
