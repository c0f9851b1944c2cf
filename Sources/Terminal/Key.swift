/// A key as a terminal reports it. There is no Alt: Escape followed by a letter is two keys.
package enum Key: Hashable, Sendable {
    /// One scalar of text.
    case character(Character)
    case enter, tab, shiftTab, backspace, escape
    case up, down, left, right, home, end, insert, delete, pageUp, pageDown
    /// F1 to F12.
    case function(Int)
    /// A control byte without a key of its own.
    case control(UInt8)
}

/// A button, wheel or drag of a mouse, finger or stylus.
package struct Mouse: Hashable, Sendable {
    /// What was done.
    package enum Action: Hashable, Sendable {
        case press, drag, release, wheelUp, wheelDown
    }

    package let action: Action
    /// The cell it was done in.
    package let point: Point

    package init(_ action: Action, at point: Point) {
        self.action = action
        self.point = point
    }
}

/// What the bytes from a terminal mean.
package enum TerminalInput: Hashable, Sendable {
    case key(Key)
    /// Text pasted as one piece; no key is ever made of it.
    case paste(String)
    case mouse(Mouse)
    /// The terminal speaks of itself: an answer, or a change of focus. Never text.
    case reply
}
