import Glibc

/// A private file that is only appended to, mode 0600. An append costs no disk sync, so a power cut
/// may take the last ones, the very last in part.
package final class AppendedFile: Sendable {
    private let file: Descriptor

    /// Opens the file, or makes it.
    package init(_ path: String) throws(POSIXFailure) {
        file = try Descriptor.open(
            path, O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW, mode: DurableFile.privateFileMode)
    }

    /// Puts these bytes behind all others.
    package func append(_ bytes: [UInt8]) throws(POSIXFailure) { try file.writeAll(bytes) }
}
