/// A generation, or a part of it, that cannot be used; the text says which file and why.
public struct GenerationFailure: Error, Sendable, Equatable, CustomStringConvertible {
    public var description: String

    public init(_ description: String) { self.description = description }
}
