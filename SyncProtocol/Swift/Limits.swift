/// The limits of PJS/1, the same on both sides (PJS section 12).
public enum Limits {
    /// The longest line a handheld records, in bytes.
    public static let recordedLineBytesMax = 16_384
    /// The longest `carry` line a handheld makes: escaping can double the original.
    public static let carryLineBytesMax = 40_960
    /// The longest line the server stores.
    public static let storedLineBytesMax = 65_536
    /// Entries in one push section.
    public static let pushLinesMax = 2_000
    /// Push sections in one frame.
    public static let pushSectionsMax = 64
    /// Sections of one request frame that the server does not know, each answered by an error.
    public static let unknownSectionsMax = 32
    /// Unicode scalars of a section name that is repeated in an error.
    public static let sectionNameLengthMax = 40
    /// A request frame, as sent.
    public static let requestFrameBytesMax = 1_048_576
    /// A response frame.
    public static let responseFrameBytesMax = 4 * 1_048_576 + 65_536
    /// Wanted bytes of `c` lines in a page.
    public static let pageBytes = 4_096...1_048_576
    /// The page a handheld asks for unless it was cut.
    public static let pageBytesDefault = 262_144
    /// One `c` line.
    public static let changeLineBytesMax = 65_536
    /// One revision that is larger than the page is sent whole up to this.
    public static let revisionBytesMax = 4 * 1_048_576
    /// Streams of one handheld.
    public static let streamsMax = 64
    /// Sequence numbers asked for in one `heads` section.
    public static let headsMax = 64
    /// Words in `caps`, and characters of one.
    public static let optionsMax = 16
    public static let optionLengthMax = 16
    /// Persons named in `who`.
    public static let whoMax = 8
    /// Types of rows named in `relevel`.
    public static let relevelTypesMax = 16
    /// Frozen streams named in `old`.
    public static let oldStreamsMax = 64
    /// Directives of one answer, and those named as done in one hello.
    public static let directivesMax = 32
    /// Reports of one request.
    public static let reportsMax = 4
    /// Ranges of first attempts in one push section.
    public static let triesMax = 32
    /// Facts of one act.
    public static let actFactsMax = 16
    /// Base versions of one fact.
    public static let baseVersionsMax = 16
    /// Attached blobs of one fact.
    public static let attachmentsMax = 16
    /// A blob of a handheld.
    public static let blobBytesMax = 2 * 1_048_576
    /// One piece of a blob on its way in.
    public static let blobPieceBytesMax = 524_288
    /// One piece, as a handheld sends it: the first, and the range in which they grow and halve.
    public static let blobPieceBytesStart = 32_768
    public static let blobPieceBytes = 8_192...blobPieceBytesMax
    /// Carried entries may be nested this deep.
    public static let carryDepthMax = 8
    /// Lines of one answer of the `lines` endpoint, in bytes.
    public static let linesBytesMax = 1_048_576
    /// The request body of a frame while batches grow: first, step, smallest, largest.
    public static let batchBytesStart = 8_192
    public static let batchBytesStep = 4_096
    public static let batchBytes = 2_048...262_144
    /// Characters of a signature's strokes.
    public static let strokesCharactersMax = 4_096
    /// The longest line that the server makes in its own stream: a manifest is one.
    public static let ownLineBytesMax = 4 * 1_048_576
    /// Kinds that a range counts by name and currencies that it sums: the first in byte order.
    public static let totalKindsMax = 128
    public static let totalCurrenciesMax = 16
    /// Seals of one handheld that the answer to `close` lists.
    public static let closeStreamsMax = 256
    /// Numbers of the request counter that a handheld reserves at once.
    public static let counterBlock = 64
}
