/// What a value becomes before it is stored: `postmap -F` puts the contents of files in the place of their names.
public typealias ValueTransform = @Sendable (Span<UInt8>) -> Result<[UInt8], DroppedValue>

/// A value that cannot be stored; its row or rule is left out.
public struct DroppedValue: Error, Sendable {
    public var message: String

    public init(message: String) { self.message = message }
}
