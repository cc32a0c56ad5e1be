import ByteScanning
import ParameterCatalogue

/// The type of a value in an image of parameters.
public enum ValueType: UInt8, Sendable {
    case boolean = 1
    case integer
    case size
    case time
    case text
    case words
    case tables
    case matchList
    case restrictions

    public init(_ type: ParameterType) {
        switch type {
        case .boolean: self = .boolean
        case .integer: self = .integer
        case .size: self = .size
        case .time: self = .time
        case .string, .keyword, .address, .template, .user, .group, .path, .command: self = .text
        case .keywordSet, .list: self = .words
        case .tableList: self = .tables
        case .matchList: self = .matchList
        case .restrictionList: self = .restrictions
        }
    }

    /// Whether the bytes are a value of the type.
    public func accepts(_ value: Span<UInt8>) -> Bool {
        switch self {
        case .boolean: Bool(encoded: value) != nil
        case .integer, .size, .time: value.count == 8
        case .text, .matchList: isValidUTF8(value)
        case .words: EncodedWords.isValid(value)
        case .tables: TableList(encoded: value) != nil
        case .restrictions: RestrictionList(encoded: value) != nil
        }
    }
}

/// Where a value comes from.
public enum ValueOrigin: UInt8, Sendable {
    /// Nobody set it.
    case builtIn = 0
    /// The machine decided.
    case computed
    case main
    case master
}
