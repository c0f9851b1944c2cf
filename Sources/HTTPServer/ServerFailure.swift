package import Platform

/// Why a server could not begin.
package enum ServerFailure: Error, Hashable, Sendable {
    /// The address can be reached from other machines, and that was not allowed.
    case addressIsPublic(TCPAddress)
    /// A Unix socket's path has at most 107 bytes.
    case socketPathTooLong(String)
    /// The socket's folder is not ours alone.
    case socketFolderNotPrivate(String)
    /// A socket could not be made, bound or listened on.
    case system(POSIXFailure)
}
