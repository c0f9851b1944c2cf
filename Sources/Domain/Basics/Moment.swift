/// One reading of the clocks: read once per turn at the edge, then passed in.
package struct Moment: Hashable, Sendable {
    /// Wall clock, milliseconds since 1970-01-01T00:00:00Z, as this machine believes.
    package var wallMilliseconds: Int
    /// Time since boot, sleep included; never steps back within one boot.
    package var bootMilliseconds: Int
    /// Names the boot; only equality means something (PJS 4.1 `o`).
    package var bootNumber: Int
    /// Local time minus UTC.
    package var offsetMinutes: Int

    /// Takes the four readings together.
    package init(
        wallMilliseconds: Int, bootMilliseconds: Int, bootNumber: Int, offsetMinutes: Int
    ) {
        self.wallMilliseconds = wallMilliseconds
        self.bootMilliseconds = bootMilliseconds
        self.bootNumber = bootNumber
        self.offsetMinutes = offsetMinutes
    }
}
