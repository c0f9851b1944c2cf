import Glibc

/// What both programs do before anything else.
package enum ProcessHygiene {
    /// Files are private from their first byte; a closed pipe or a file-size limit is an error of
    /// the call and not the end of the process; no core dump can hold a key; no variable of the
    /// environment sends exchanges through somebody's proxy.
    package static func begin() {
        umask(0o077)
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
        var none = rlimit(rlim_cur: 0, rlim_max: 0)
        unsafe setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
        for name in proxyVariables { unsafe unsetenv(name) }
    }

    /// What libcurl, and so URLSession, looks at.
    static let proxyVariables = [
        "http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY",
        "ftp_proxy", "FTP_PROXY", "no_proxy", "NO_PROXY",
    ]
}
