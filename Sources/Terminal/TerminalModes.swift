/// What is said to a terminal before and after a program draws on it.
package enum TerminalModes {
    /// The other screen, no wrapping at the edge, pastes in brackets, and the mouse where it is
    /// wanted, in its readable encoding.
    package static func enter(withMouse: Bool) -> String {
        "\u{1B}[?1049h\u{1B}[?7l\u{1B}[?2004h" + (withMouse ? mouse : "")
            + "\u{1B}[?25l\u{1B}[2J"
    }

    /// All of it taken back, in the reverse order. The same bytes on every way out: what was never
    /// switched on may be switched off.
    package static let leave =
        "\u{1B}[0m\u{1B}[?25h\u{1B}[?1006l\u{1B}[?1002l\u{1B}[?1000l\u{1B}[?2004l\u{1B}[?7h"
        + "\u{1B}[?1049l"

    /// A sound, where the terminal has one.
    package static let bell = "\u{7}"

    private static let mouse = "\u{1B}[?1000h\u{1B}[?1002h\u{1B}[?1006h"
}
