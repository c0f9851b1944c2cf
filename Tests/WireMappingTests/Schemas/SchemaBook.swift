import Foundation
import SyncProtocol

/// The JSON Schemas of the contract, and a validator for exactly the keywords that they use
/// (PJS 15.1). Another keyword is an error of the book, not skipped in silence.
struct SchemaBook {
    /// What is wrong with a schema file itself.
    struct Fault: Error {
        let message: String
    }

    private let files: [String: SchemaNode]

    /// Reads every schema below `SyncProtocol/Schemas`; the names are paths below that folder.
    init() throws {
        let root = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("SyncProtocol/Schemas")
        var files: [String: SchemaNode] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: root.path)
        where path.hasSuffix(".json") {
            let bytes = try Data(contentsOf: root.appendingPathComponent(path))
            files[path] = try JSONDecoder().decode(SchemaNode.self, from: bytes)
        }
        self.files = files
    }

    /// The paths of all schemas, sorted.
    var paths: [String] { files.keys.sorted() }

    /// Whether there is a schema of this path.
    func has(_ path: String) -> Bool { files[path] != nil }

    /// What a value breaks of a schema, with the place; nothing if it holds.
    func problem(of value: CanonicalValue, in path: String) throws -> String? {
        guard let node = files[path] else { throw Fault(message: "no schema \(path)") }
        return try problem(of: value, node, at: "")
    }

    /// Every keyword is known and every reference leads somewhere.
    func check() throws {
        for node in files.values { try check(node) }
    }

    private func check(_ node: SchemaNode) throws {
        if let reference = node.reference { _ = try target(of: reference) }
        if let pattern = node.pattern { _ = try Regex(pattern) }
        for inner in node.inner { try check(inner) }
    }

    /// A definition of `types.json`, the only file that is referred to.
    private func target(of reference: String) throws -> SchemaNode {
        let forms = ["#/$defs/", "types.json#/$defs/", "../types.json#/$defs/"]
        guard let form = forms.last(where: reference.hasPrefix),
            let found = files["types.json"]?.definitions[String(reference.dropFirst(form.count))]
        else { throw Fault(message: "nothing at \(reference)") }
        return found
    }

    private func problem(of value: CanonicalValue, _ node: SchemaNode, at place: String) throws
        -> String?
    {
        if let reference = node.reference {
            return try problem(of: value, try target(of: reference), at: place)
        }
        if !node.anyOf.isEmpty,
            try node.anyOf.allSatisfy({ try problem(of: value, $0, at: place) != nil })
        {
            return "\(place): none of its forms"
        }
        if let words = node.words, !words.contains(where: { value.text == $0 }) {
            return "\(place): not one of its words"
        }
        if let constant = node.constant, !constant.isEqual(to: value) {
            return "\(place): not \(constant)"
        }
        if let type = node.type, !type.fits(value) { return "\(place): no \(type)" }
        return try problem(ofContents: value, node, at: place)
    }

    private func problem(ofContents value: CanonicalValue, _ node: SchemaNode, at place: String)
        throws -> String?
    {
        if let number = value.integer {
            let low = node.minimum ?? Int.min
            return (low...(node.maximum ?? Int.max)).contains(number) ? nil : "\(place): range"
        }
        if let text = value.text { return try problem(ofText: text, node, at: place) }
        if let list = value.list { return try problem(ofList: list, node, at: place) }
        guard let object = value.object else { return nil }
        return try problem(ofObject: object, node, at: place)
    }

    private func problem(ofText text: String, _ node: SchemaNode, at place: String) throws
        -> String?
    {
        if let max = node.maxLength, text.unicodeScalars.count > max { return "\(place): long" }
        guard let pattern = node.pattern else { return nil }
        let regex = try Regex(pattern).matchingSemantics(.unicodeScalar)
        return text.contains(regex) ? nil : "\(place): form of \(text)"
    }

    private func problem(ofList list: [CanonicalValue], _ node: SchemaNode, at place: String)
        throws -> String?
    {
        guard list.count >= node.minItems ?? 0, list.count <= node.maxItems ?? Int.max else {
            return "\(place): count"
        }
        for (index, value) in list.enumerated() {
            let item = index < node.places.count ? node.places[index] : node.items
            guard let item else { continue }
            if let problem = try problem(of: value, item, at: "\(place)/\(index)") {
                return problem
            }
        }
        return nil
    }

    private func problem(ofObject object: CanonicalObject, _ node: SchemaNode, at place: String)
        throws -> String?
    {
        let members = object.members
        if let missing = node.required.first(where: { object[$0] == nil }) {
            return "\(place)/\(missing): missing"
        }
        if members.count > node.maxProperties ?? Int.max { return "\(place): count" }
        for (key, value) in members {
            if let names = node.propertyNames,
                let problem = try problem(of: .text(key), names, at: "\(place)/\(key)")
            {
                return problem
            }
            guard let inner = node.properties[key] ?? node.otherProperties else { continue }
            if let problem = try problem(of: value, inner, at: "\(place)/\(key)") {
                return problem
            }
        }
        return nil
    }
}
