import CCurl

/// One handle of libcurl, used by one thread at a time. It keeps its connection.
@safe struct EasyHandle: ~Copyable {
    private let pointer: UnsafeMutableRawPointer

    /// Made once, before the first handle.
    private static let isReady = waybook_curl_global_init() == 0
    /// What is handed to the system at a time.
    private static let uploadBufferBytes = 256 << 10

    /// Nil when there is no memory for it.
    init?() {
        guard Self.isReady, let pointer = unsafe curl_easy_init() else { return nil }
        unsafe self.pointer = pointer
    }

    deinit { unsafe curl_easy_cleanup(pointer) }

    func send(
        _ request: HTTPRequest, _ patience: HTTPPatience
    ) -> Result<HTTPAnswer, HTTPFailure> {
        // The connection stays; what was set is forgotten.
        unsafe curl_easy_reset(pointer)
        set(patience)
        set(waybook_curl_url, request.url)
        set(waybook_curl_custom_request, request.method)
        if request.method == "HEAD" { set(waybook_curl_no_body, 1) }
        let lines = FieldLines(request)
        let receiver = AnswerReceiver(bytesMax: patience.answerBytesMax)
        let hasBody = !request.body.isEmpty || request.method == "POST"
        let code = withExtendedLifetime((lines, receiver)) {
            unsafe set(waybook_curl_http_header, lines.pointer)
            unsafe set(receiver)
            return unsafe request.body.withUnsafeBytes { body in
                if hasBody { unsafe set(body) }
                return unsafe curl_easy_perform(pointer)
            }
        }
        if receiver.isTooLong { return .failure(.tooLong) }
        guard code == 0 else { return .failure(failure(code)) }
        receiver.answer.status = number(waybook_curl_response_code)
        return .success(receiver.answer)
    }

    // MARK: Settings

    private func set(_ patience: HTTPPatience) {
        set(waybook_curl_no_signal, 1)
        set(waybook_curl_protocols, Self.httpAndHTTPS)
        set(waybook_curl_proxy, "")
        set(waybook_curl_accept_encoding, "gzip")
        set(waybook_curl_upload_buffer_size, Self.uploadBufferBytes)
        set(waybook_curl_connect_timeout_ms, patience.connectMilliseconds)
        set(waybook_curl_timeout_ms, patience.wholeMilliseconds)
        // Less than a byte in a second is silence.
        set(waybook_curl_low_speed_limit, 1)
        set(waybook_curl_low_speed_time, patience.silenceSeconds)
    }

    private static let httpAndHTTPS = 3

    @unsafe private func set(_ receiver: AnswerReceiver) {
        let user = unsafe Unmanaged.passUnretained(receiver).toOpaque()
        unsafe set(waybook_curl_write_data, user)
        unsafe set(waybook_curl_header_data, user)
        check(
            unsafe waybook_curl_set_receiver(pointer, waybook_curl_write_function) {
                unsafe AnswerReceiver.of($3)?.receive(body: $0, $2) ?? 0
            })
        check(
            unsafe waybook_curl_set_receiver(pointer, waybook_curl_header_function) {
                unsafe AnswerReceiver.of($3)?.receive(headLine: $0, $2) ?? 0
            })
    }

    @unsafe private func set(_ body: UnsafeRawBufferPointer) {
        check(unsafe waybook_curl_set_body(pointer, body.baseAddress, body.count))
    }

    private func set(_ option: Int32, _ value: Int) {
        check(unsafe waybook_curl_set_number(pointer, option, value))
    }

    /// The text is copied.
    private func set(_ option: Int32, _ value: String) {
        check(
            unsafe value.withCString {
                unsafe waybook_curl_set_pointer(pointer, option, $0)
            })
    }

    /// What the pointer leads to is not copied.
    @unsafe private func set(_ option: Int32, _ value: UnsafeMutableRawPointer?) {
        check(unsafe waybook_curl_set_pointer(pointer, option, value))
    }

    private func check(_ code: Int32) {
        precondition(code == 0, "libcurl refuses an option: \(code)")
    }

    // MARK: What came of it

    private func number(_ name: Int32) -> Int { unsafe waybook_curl_number(pointer, name) }

    private func failure(_ code: Int32) -> HTTPFailure {
        switch code {
        case CurlCode.hostUnknown, CurlCode.noConnection: .unreachable
        case CurlCode.timedOut: number(waybook_curl_request_size) > 0 ? .timedOut : .unreachable
        case let code where CurlCode.notHTTP.contains(code): .notHTTP
        default: .cut
        }
    }
}

/// The codes of libcurl that are told apart.
private enum CurlCode {
    static let hostUnknown: Int32 = 6
    static let noConnection: Int32 = 7
    static let timedOut: Int32 = 28
    /// Another protocol, no address, no answer of HTTP, and all that TLS refuses.
    static let notHTTP: Set<Int32> = [1, 3, 8, 35, 51, 58, 60, 77, 83, 90, 91]
}

/// The fields of a request as libcurl takes them.
@safe private final class FieldLines {
    let pointer: UnsafeMutableRawPointer?

    init(_ request: HTTPRequest) {
        var list: UnsafeMutableRawPointer?
        let fields = request.fields.map { "\($0.name): \($0.value)" }
        // Servers of ours take a body without being asked first; a name without value is not sent.
        for line in fields + ["Expect:"] {
            unsafe list = unsafe curl_slist_append(list, line) ?? list
        }
        unsafe pointer = list
    }

    deinit { unsafe curl_slist_free_all(pointer) }
}

/// Takes in what comes of an answer.
private final class AnswerReceiver {
    var answer = HTTPAnswer()
    private(set) var isTooLong = false
    private let bytesMax: Int

    init(bytesMax: Int) { self.bytesMax = bytesMax }

    @unsafe static func of(_ user: UnsafeMutableRawPointer?) -> AnswerReceiver? {
        unsafe user.map {
            unsafe Unmanaged<AnswerReceiver>.fromOpaque($0).takeUnretainedValue()
        }
    }

    /// The count of bytes that were taken; another one ends the request.
    @unsafe func receive(body bytes: UnsafeMutablePointer<CChar>?, _ count: Int) -> Int {
        isTooLong = isTooLong || answer.body.count + count > bytesMax
        guard !isTooLong else { return 0 }
        unsafe answer.body.append(contentsOf: UnsafeRawBufferPointer(start: bytes, count: count))
        return count
    }

    /// The same of a line of the head.
    @unsafe func receive(headLine bytes: UnsafeMutablePointer<CChar>?, _ count: Int) -> Int {
        let line = unsafe String(
            decoding: UnsafeRawBufferPointer(start: bytes, count: count), as: UTF8.self)
        answer.take(headLine: line)
        return count
    }
}
