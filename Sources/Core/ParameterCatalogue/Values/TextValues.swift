import ByteScanning

/// A value that is a text; its bytes in a generation are those of its UTF-8.
public protocol TextParameterValue: SimpleParameterValue {
    var text: String { get }
    init(text: String)
}

extension TextParameterValue {
    public var encoded: [UInt8] { Array(text.utf8) }

    public init?(encoded: Span<UInt8>) {
        guard isValidUTF8(encoded) else { return nil }
        self.init(text: String(decoding: encoded.bytes, as: UTF8.self))
    }
}

extension String: TextParameterValue {
    public static var parameterType: ParameterType { .string }
    public var text: String { self }
    public init(text: String) { self = text }
}

/// One word of a fixed choice, in lower case.
public struct Keyword: TextParameterValue {
    public static var parameterType: ParameterType { .keyword }
    public let text: String
    public init(text: String) { self.text = text }
}

/// An address as main.cf has it, not parsed.
public struct AddressText: TextParameterValue {
    public static var parameterType: ParameterType { .address }
    public let text: String
    public init(text: String) { self.text = text }
}

/// A text with names that are replaced when it is used.
public struct TextTemplate: TextParameterValue {
    public static var parameterType: ParameterType { .template }
    public let text: String
    public init(text: String) { self.text = text }
}

public struct UserName: TextParameterValue {
    public static var parameterType: ParameterType { .user }
    public let text: String
    public init(text: String) { self.text = text }
}

public struct GroupName: TextParameterValue {
    public static var parameterType: ParameterType { .group }
    public let text: String
    public init(text: String) { self.text = text }
}

/// The name of a file or directory.
public struct PathName: TextParameterValue {
    public static var parameterType: ParameterType { .path }
    public let text: String
    public init(text: String) { self.text = text }
}

/// A command with its arguments.
public struct CommandLine: TextParameterValue {
    public static var parameterType: ParameterType { .command }
    public let text: String
    public init(text: String) { self.text = text }
}
