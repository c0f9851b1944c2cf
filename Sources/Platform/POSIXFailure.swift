import Glibc

/// A system call that failed: which, on what, and the error number.
package struct POSIXFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// The name of the call.
    package let call: String
    /// The path or address the call was about; empty where there is none.
    package let subject: String
    /// What `errno` said.
    package let code: Int32

    /// A failure as the values say.
    package init(call: String, subject: String = "", code: Int32) {
        self.call = call
        self.subject = subject
        self.code = code
    }

    /// The failure that `errno` tells of, read before anything else can change it.
    package init(_ call: String, on subject: String = "") {
        self.init(call: call, subject: subject, code: errno)
    }

    /// Whether there is no such file or folder.
    package var isMissingFile: Bool { code == ENOENT }

    /// `open /var/x: No such file or directory`.
    package var description: String {
        let what = subject.isEmpty ? call : "\(call) \(subject)"
        return unsafe "\(what): \(String(cString: strerror(code)))"
    }
}
