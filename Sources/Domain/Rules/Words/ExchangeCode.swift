/// What can come up between a handheld and its station, by the word that both count, show and
/// report (PJS 13): one sentence for the courier who holds the handheld, one for the manager who
/// looks at it from the station.
package enum ExchangeCode: String, CaseIterable, Sendable {
    // The way there.
    case noNetwork = "no_network"
    case cut
    case timeout
    case notStation = "not_pjs"
    case misconfiguredEndpoint = "misconfigured_endpoint"
    // Refusals of a whole request.
    case badSignature = "bad_signature"
    case staleCounter = "stale_counter"
    case deviceUnknown = "dev_unknown"
    case upgradeRequired = "upgrade_required"
    case busy
    case concurrent
    case slowDown = "slow_down"
    case maintenance
    case serverError = "server_error"
    case serverFull = "server_full"
    case badFrame = "bad_frame"
    case badSection = "bad_section"
    case tooLarge = "too_large"
    case notFound = "not_found"
    case noSuchEndpoint = "no_such_endpoint"
    // Refusals of an attached blob.
    case notListed = "not_listed"
    case mismatchingOffset = "mismatching_offset"
    case range
    case blobHashMismatch = "blob_hash_mismatch"
    case lengthMismatch = "length_mismatch"
    // Refusals of one stream.
    case gap
    case fork
    case chainMismatch = "chain_mismatch"
    case badCode = "bad_mac"
    case streamClosed = "stream_closed"
    case streamLimit = "stream_limit"
    case lineTooLong = "line_too_long"
    case notYours = "not_yours"
    // What the handheld finds by itself.
    case noEcho = "no_echo"
    case localCorrupt = "local_corrupt"
    case unrecoverableRange = "unrecoverable_range"
    case olderCopy = "older_copy"
    case behind
    case diverged
    case badPage = "bad_page"
    case diskFull = "disk_full"
    case clockSuspect = "clock_suspect"
    case stuck

    /// For the courier: what is the matter, and what to do about it.
    package var courier: Words { sentences.courier }
    /// For the manager.
    package var manager: Words { sentences.manager }

    /// The sentences of one code.
    private struct Sentences {
        let courier: Words
        let manager: Words
    }

    private var sentences: Sentences {
        guard let sentences = ExchangeCode.table[self] else {
            preconditionFailure("the code \(rawValue) has no sentences")
        }
        return sentences
    }

    private static let table: [ExchangeCode: Sentences] = [
        .noNetwork: Sentences(
            courier: Words(zh: "连不上站点", en: "the station cannot be reached"),
            manager: Words(zh: "手持端没有网络", en: "the handheld has no network")),
        .cut: Sentences(
            courier: Words(
                zh: "连接中断, 没有收到完整的回答",
                en: "the connection broke before the whole answer came"),
            manager: Words(zh: "手持端的连接常断", en: "the handheld's connection breaks")),
        .timeout: Sentences(
            courier: Words(
                zh: "等不到站点的回答, 网络可能太慢",
                en: "no answer came in time; the network may be too slow"),
            manager: Words(zh: "手持端等不到回答", en: "the handheld waits in vain for answers")),
        .notStation: Sentences(
            courier: Words(
                zh: "回答不是站点发出的: 网络可能要先登录",
                en: "something else than the station answered: the network may need a login"),
            manager: Words(
                zh: "手持端所在的网络要先登录, 或有人冒充站点",
                en: "the handheld's network needs a login first, or something poses as the station")
        ),
        .misconfiguredEndpoint: Sentences(
            courier: Words(
                zh: "站点地址转到了别处, 本机不跟随: 请告诉站长",
                en: "the address leads elsewhere and is not followed: tell the manager"),
            manager: Words(
                zh: "站点地址被转到别处: 检查域名和代理",
                en: "the station's address redirects: check name and proxy")),
        .badSignature: Sentences(
            courier: Words(
                zh: "站点不认本机的签名: 请告诉站长",
                en: "the station does not accept this handheld's signature: tell the manager"),
            manager: Words(
                zh: "手持端的密钥不对: 需要重新登记",
                en: "the handheld's key is wrong: enrol it again")),
        .staleCounter: Sentences(
            courier: Words(
                zh: "站点见过更大的请求号, 本机已跟上",
                en: "the station has seen a larger request number; this handheld catches up"),
            manager: Words(
                zh: "手持端的请求号倒退: 可能被复制或恢复过",
                en: "the handheld's request number went back: it may be a copy or restored")),
        .deviceUnknown: Sentences(
            courier: Words(
                zh: "站点没有登记这台手持端: 请告诉站长",
                en: "the station does not know this handheld: tell the manager"),
            manager: Words(zh: "站点没有这台手持端", en: "the station has no such handheld")),
        .upgradeRequired: Sentences(
            courier: Words(zh: "本程序太旧, 要先升级", en: "this program is too old and must be upgraded"),
            manager: Words(
                zh: "手持端的程序太旧: 请升级",
                en: "the handheld's program is too old: upgrade it")),
        .busy: Sentences(
            courier: Words(zh: "站点正忙", en: "the station is busy"),
            manager: Words(zh: "站点正忙, 手持端会再来", en: "the station is busy; the handheld comes back")),
        .concurrent: Sentences(
            courier: Words(
                zh: "本机的另一次同步还在进行",
                en: "another exchange of this handheld is still running"),
            manager: Words(
                zh: "同一台手持端同时同步两次: 可能有复制品",
                en: "one handheld exchanges twice at once: it may be a copy")),
        .slowDown: Sentences(
            courier: Words(
                zh: "同步太频繁, 站点要求慢一点",
                en: "too many exchanges; the station asks to slow down"),
            manager: Words(zh: "手持端同步太频繁", en: "the handheld exchanges too often")),
        .maintenance: Sentences(
            courier: Words(zh: "站点在维护", en: "the station is under maintenance"),
            manager: Words(zh: "站点在维护", en: "the station is under maintenance")),
        .serverError: Sentences(
            courier: Words(zh: "站点出错, 稍后再试", en: "the station failed; it is tried again later"),
            manager: Words(
                zh: "站点的服务出错: 看日志",
                en: "the station's service fails: look into its log")),
        .serverFull: Sentences(
            courier: Words(zh: "站点的存储满了", en: "the station's storage is full"),
            manager: Words(zh: "站点的磁盘满了: 立即清理", en: "the station's disk is full: make room now")),
        .badFrame: Sentences(
            courier: Words(
                zh: "站点读不懂请求, 缩小后再试",
                en: "the station cannot read the request; it is sent smaller"),
            manager: Words(
                zh: "手持端的请求在路上被改动",
                en: "requests of the handheld are altered on their way")),
        .badSection: Sentences(
            courier: Words(
                zh: "站点不接受请求的内容: 请告诉站长",
                en: "the station refuses what the request says: tell the manager"),
            manager: Words(
                zh: "手持端与站点的版本不合",
                en: "handheld and station are of versions that do not fit")),
        .tooLarge: Sentences(
            courier: Words(zh: "请求太大, 缩小后再试", en: "the request is too large; it is sent smaller"),
            manager: Words(
                zh: "前面的代理只收小请求",
                en: "a proxy before the station takes small requests only")),
        .notFound: Sentences(
            courier: Words(zh: "站点没有这份数据", en: "the station does not have this data"),
            manager: Words(zh: "手持端要的数据不在", en: "the handheld asks for data that is not there")),
        .noSuchEndpoint: Sentences(
            courier: Words(
                zh: "这个地址不是站点: 请告诉站长",
                en: "this address is not the station's: tell the manager"),
            manager: Words(zh: "手持端的站点地址不对", en: "the handheld has a wrong address of the station")),
        .notListed: Sentences(
            courier: Words(
                zh: "站点没有列着这个附件的记录", en: "no record at the station lists this attachment"),
            manager: Words(
                zh: "手持端传来没有记录列出的附件",
                en: "the handheld brings an attachment that no record lists")),
        .mismatchingOffset: Sentences(
            courier: Words(
                zh: "附件从站点要的地方接着传",
                en: "the attachment goes on from where the station has it"),
            manager: Words(
                zh: "附件接着上次的地方传", en: "the attachment goes on from where it stopped")),
        .range: Sentences(
            courier: Words(zh: "附件从头再取", en: "the attachment is fetched from its beginning"),
            manager: Words(
                zh: "手持端要的范围不在附件里",
                en: "the handheld asks for a range outside the attachment")),
        .blobHashMismatch: Sentences(
            courier: Words(
                zh: "附件传坏了, 从头再传", en: "the attachment was damaged on its way; it is sent again"),
            manager: Words(
                zh: "附件内容与记录不符", en: "an attachment is not what its record says")),
        .lengthMismatch: Sentences(
            courier: Words(
                zh: "附件长度与记录不符, 从头再传",
                en: "the attachment has another length than its record says; it is sent again"),
            manager: Words(
                zh: "附件长度与记录不符", en: "an attachment has another length than its record says")),
        .gap: Sentences(
            courier: Words(zh: "站点缺记录, 正在补传", en: "the station lacks records; they are sent again"),
            manager: Words(
                zh: "站点缺记录, 手持端会补传",
                en: "the ledger lacks records; the handheld sends them again")),
        .fork: Sentences(
            courier: Words(
                zh: "站点的记录与本机的不是同一本账, 已停止上传: 请告诉站长",
                en: "the station holds another history of this journal; sending stopped: "
                    + "tell the manager"),
            manager: Words(
                zh: "同一本账有两种历史, 手持端不能再开新账: 可能有复制品",
                en: "two histories of one journal, and no new stream can be begun: there "
                    + "may be a copy")),
        .chainMismatch: Sentences(
            courier: Words(
                zh: "站点核对不上本机的账, 已停止上传: 请告诉站长",
                en: "the station cannot verify this journal; sending stopped: tell the manager"),
            manager: Words(
                zh: "手持端的账在路上被改动",
                en: "the journal of the handheld is altered on its way")),
        .badCode: Sentences(
            courier: Words(
                zh: "站点不认本机的密钥, 记录都在本机: 请告诉站长",
                en: "the station does not accept this handheld's key; the records are safe "
                    + "here: tell the manager"),
            manager: Words(
                zh: "手持端的密钥不对: 需要换钥",
                en: "the handheld's key is wrong: give it another")),
        .streamClosed: Sentences(
            courier: Words(
                zh: "站点关闭了这本账: 请告诉站长",
                en: "the station closed this journal: tell the manager"),
            manager: Words(zh: "这本账已由站点关闭", en: "this journal was closed at the station")),
        .streamLimit: Sentences(
            courier: Words(
                zh: "本机开过的账太多, 已停止上传: 请告诉站长",
                en: "this handheld began too many streams; sending stopped: tell the manager"),
            manager: Words(
                zh: "手持端开过的账太多: 重新登记它",
                en: "the handheld began too many streams: enrol it again")),
        .lineTooLong: Sentences(
            courier: Words(
                zh: "有一条记录太长, 站点不收: 请告诉站长",
                en: "one record is too long for the station: tell the manager"),
            manager: Words(
                zh: "有一条记录太长, 留在手持端上",
                en: "one record is too long and stays on the handheld")),
        .notYours: Sentences(
            courier: Words(
                zh: "这本账属于另一台手持端, 已停止上传: 请告诉站长",
                en: "this journal belongs to another handheld; sending stopped: tell the manager"),
            manager: Words(
                zh: "手持端送来别的手持端的账: 可能有复制品",
                en: "the handheld sends a journal of another one: there may be a copy")),
        .noEcho: Sentences(
            courier: Words(
                zh: "站点的确认与本机不符, 没有采用",
                en: "the station confirmed something else than was sent; not accepted"),
            manager: Words(
                zh: "手持端没有采用站点的确认",
                en: "the handheld did not accept what the station confirmed")),
        .localCorrupt: Sentences(
            courier: Words(
                zh: "本机的账核对不上, 已停止上传: 请交回手持端",
                en: "this journal does not verify; sending stopped: hand in the handheld"),
            manager: Words(
                zh: "手持端的存储损坏: 收回, 导出它的账",
                en: "the handheld's storage is damaged: take it back and export")),
        .unrecoverableRange: Sentences(
            courier: Words(
                zh: "站点丢了本机已不再保存的记录: 请告诉站长",
                en: "the station lost records that are not kept here any more: tell the manager"),
            manager: Words(
                zh: "站点丢的记录手持端也不再有: 从备份找",
                en: "the ledger lost records that the handheld keeps no more: look in the backups")),
        .olderCopy: Sentences(
            courier: Words(
                zh: "本机的数据是旧的副本, 已另开新账",
                en: "the data here was an older copy; a new stream was started"),
            manager: Words(
                zh: "手持端的数据库被换成旧副本",
                en: "the handheld's database was replaced by an older copy")),
        .behind: Sentences(
            courier: Words(
                zh: "站点有本机丢失的记录, 正在取回",
                en: "the station has records that were lost here; they come back"),
            manager: Words(
                zh: "手持端丢过记录, 已从站点取回",
                en: "the handheld had lost records and took them back")),
        .diverged: Sentences(
            courier: Words(
                zh: "资料与站点不一致, 重取后仍不同: 请告诉站长",
                en: "data differs from the station's also after fetching it anew: tell the manager"),
            manager: Words(
                zh: "手持端的资料与站点不一致: 重建投影或升级",
                en: "rows on the handheld differ from the station's: rebuild the rows, or upgrade")),
        .badPage: Sentences(
            courier: Words(
                zh: "站点发来的资料不完整, 没有采用",
                en: "the station's data was not whole; not applied"),
            manager: Words(zh: "手持端收不下站点的资料", en: "the handheld cannot take the station's rows")),
        .diskFull: Sentences(
            courier: Words(zh: "本机存储满了: 腾出空间", en: "this handheld's storage is full: make room"),
            manager: Words(zh: "手持端的存储满了", en: "the handheld's storage is full")),
        .clockSuspect: Sentences(
            courier: Words(zh: "本机时钟不准", en: "this handheld's clock is off"),
            manager: Words(zh: "手持端的时钟不准", en: "the handheld's clock is off")),
        .stuck: Sentences(
            courier: Words(
                zh: "有网却传不上去: 请告诉站长",
                en: "records do not get through although there is a network: tell the manager"),
            manager: Words(
                zh: "手持端有网却传不上来",
                en: "the handheld has a network but nothing gets through")),
    ]
}
