extension Code {
    /// A member of a closed list, for fields where the wire leaves the list open. A raw value that
    /// is no code is a bug.
    package init(of member: some RawRepresentable<String>) {
        guard let code = Code(member.rawValue) else {
            preconditionFailure("\(member.rawValue) is no code")
        }
        self = code
    }
}
