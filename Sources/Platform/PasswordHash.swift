internal import CCrypt
internal import Foundation
import Glibc

/// Hashes passwords and PINs with yescrypt (`$y$`). Takes tens of milliseconds on purpose: never
/// call it inside a lock or a transaction.
package enum PasswordHash {
    /// How much work one try costs.
    package enum Cost: UInt, Sendable {
        /// About 20 ms and 16 MiB, for PINs.
        case pin = 5
        /// About 80 ms and 64 MiB, for passwords.
        case password = 7
    }

    /// Why a text cannot be a password. The C library would cut it short without a word.
    package enum Failure: Error, Hashable, Sendable {
        /// It has a NUL byte.
        case containsNUL
        /// More than `bytesMax` bytes of UTF-8.
        case tooLong
        /// No random bytes or no memory.
        case system(POSIXFailure)
    }

    /// The longest password, in bytes of UTF-8 after composition.
    package static let bytesMax = 511

    /// A new hash under a fresh salt, in the form `$y$…`.
    package static func hash(_ password: String, cost: Cost) throws(Failure) -> String {
        let phrase = try phrase(password)
        guard let setting = unsafe crypt_gensalt_ra("$y$", cost.rawValue, nil, 0) else {
            throw .system(POSIXFailure("crypt_gensalt_ra"))
        }
        defer { unsafe free(setting) }
        guard let hash = unsafe crypt(phrase, setting: String(cString: setting)) else {
            throw .system(POSIXFailure("crypt_ra"))
        }
        return hash
    }

    /// Whether `hash` was made from `password`. False, too, for a text that cannot be a password
    /// and for a hash that is none. The comparison takes the same time wherever the two differ.
    package static func verify(_ password: String, against hash: String) -> Bool {
        guard let phrase = try? phrase(password), let found = crypt(phrase, setting: hash) else {
            return false
        }
        return equalInConstantTime(Array(found.utf8), Array(hash.utf8))
    }

    /// Composed (NFC), so that the same letters typed on another keyboard are the same password.
    private static func phrase(_ password: String) throws(Failure) -> String {
        let composed = password.precomposedStringWithCanonicalMapping
        guard !composed.utf8.contains(0) else { throw .containsNUL }
        guard composed.utf8.count <= bytesMax else { throw .tooLong }
        return composed
    }

    /// Nil when the setting is not one that the library knows.
    private static func crypt(_ phrase: String, setting: String) -> String? {
        var workspace: UnsafeMutableRawPointer?
        var size: Int32 = 0
        defer { unsafe free(workspace) }
        guard let hash = unsafe crypt_ra(phrase, setting, &workspace, &size) else { return nil }
        let text = unsafe String(cString: hash)
        return text.utf8.first == UInt8(ascii: "*") ? nil : text
    }

    private static func equalInConstantTime(_ one: [UInt8], _ other: [UInt8]) -> Bool {
        guard one.count == other.count else { return false }
        return zip(one, other).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
