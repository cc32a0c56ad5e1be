extension Span<UInt8> {
    /// Calls `body` with an address that is never null, also when the span is empty.
    @inline(__always)
    func withSubject<Result>(_ body: (UnsafePointer<UInt8>, Int) -> Result) -> Result {
        // SAFETY: the pointer is valid during the call and `body` reads no more than the count it is given.
        unsafe withUnsafeBufferPointer { buffer in
            if let base = buffer.baseAddress { return unsafe body(base, buffer.count) }
            var nothing: UInt8 = 0
            return unsafe withUnsafePointer(to: &nothing) { unsafe body($0, 0) }
        }
    }
}
