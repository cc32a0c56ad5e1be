/// A table as parameters and command lines name it: `type:name`, or a name alone.
public struct TableReference: Sendable, Hashable {
    public var type: TableType
    /// What follows the colon: a path, or the text of an inline table.
    public var name: String

    public init(type: TableType, name: String) {
        self.type = type
        self.name = name
    }

    /// - Throws: `UnknownTableType` when what precedes the colon is no type of Postfix 3.12.
    public init(_ text: String, defaultType: TableType) throws(UnknownTableType) {
        guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else {
            self.init(type: defaultType, name: text)
            return
        }
        let typeName = String(text[..<colon])
        guard let type = TableType(rawValue: typeName) else { throw UnknownTableType(name: typeName) }
        self.init(type: type, name: String(text[text.index(after: colon)...]))
    }
}

extension TableReference {
    /// The table that `proxy:` stands before: here every process opens tables itself.
    public func withoutProxy() throws(UnknownTableType) -> TableReference {
        var reference = self
        while reference.type == .proxy {
            reference = try TableReference(reference.name, defaultType: .lmdb)
        }
        return reference
    }
}

extension TableReference: CustomStringConvertible {
    public var description: String { "\(type.rawValue):\(name)" }
}

/// The name that precedes the colon is no table type.
public struct UnknownTableType: Error, Sendable, Equatable, CustomStringConvertible {
    public var name: String

    public var description: String {
        "unsupported dictionary type: \(name)"
    }
}
