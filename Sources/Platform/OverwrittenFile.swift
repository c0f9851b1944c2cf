import Glibc
import Synchronization

/// One short text that is overwritten in place again and again, with mode 0600.
///
/// A write costs no disk sync: a killed process leaves the last text, a power cut an older one. The
/// text lies within one sector, so it is not torn.
package final class OverwrittenFile: Sendable {
    private let file: Descriptor
    private let last: Mutex<[UInt8]>

    /// The longest text.
    package static let bytesMax = 511

    /// Opens the file, or makes it.
    package init(_ path: String) throws(POSIXFailure) {
        file = try Descriptor.open(
            path, O_RDWR | O_CREAT | O_NOFOLLOW, mode: DurableFile.privateFileMode)
        last = Mutex(try file.readAll(bytesMax: Self.bytesMax + 1))
    }

    /// The text; empty in a new file.
    package var text: [UInt8] {
        last.withLock { bytes in
            Array(bytes.prefix { $0 != UInt8(ascii: "\n") })
        }
    }

    /// Replaces the text, which is one line. The same text again costs nothing.
    package func write(_ text: [UInt8]) throws(POSIXFailure) {
        precondition(text.count <= Self.bytesMax, "a short text")
        // The rest of a longer text before it stays behind the line end and is not read.
        let line = text + [UInt8(ascii: "\n")]
        try last.withLock { (bytes) throws(POSIXFailure) in
            guard !bytes.starts(with: line) else { return }
            try file.writeAll(line, at: 0)
            bytes = line
        }
    }

    /// Returns when the device has the text.
    package func sync() throws(POSIXFailure) { try file.sync() }
}
