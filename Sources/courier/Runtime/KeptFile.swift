import Commands
import Platform
import SyncProtocol

/// A small private file that holds one canonical object.
enum KeptFile {
    /// None of these files is ever near this long.
    static let bytesMax = 65_536

    /// The object in the file; nil when there is no file.
    static func read(_ path: String) throws(CommandFailure) -> CanonicalObject? {
        let bytes: [UInt8]?
        do throws(POSIXFailure) {
            bytes = try DurableFile.read(path, bytesMax: bytesMax)
        } catch {
            throw CommandFailure(.system(error))
        }
        guard let bytes else { return nil }
        guard let object = try? CanonicalObject(decoding: bytes) else {
            throw CommandFailure(.damagedFile(path))
        }
        return object
    }

    /// Replaces the file, and makes its folder if there is none.
    static func write(_ object: CanonicalObject, to path: String) throws(CommandFailure) {
        do throws(POSIXFailure) {
            try DurableFile.makeFolder(folder(of: path))
            try DurableFile.write(object.encoded(), to: path)
        } catch {
            throw CommandFailure(.system(error))
        }
    }

    private static func folder(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")), slash != path.startIndex
        else { return "/" }
        return String(path[..<slash])
    }
}
