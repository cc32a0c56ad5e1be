extension Array<UInt8> {
    /// Appends the bytes of a span in one piece.
    @inlinable
    public mutating func append(contentsOf bytes: Span<UInt8>) {
        // SAFETY: the buffer is used during the call only.
        unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
    }
}
