extension IndexWriter {
    /// Adds a row as it is, without a NUL byte after key and value; see `append(key:value:terminated:)`.
    public mutating func append(_ key: [UInt8], _ value: [UInt8]) throws(IndexError) {
        try unsafe key.span.withUnsafeBytes { (key) throws(IndexError) in
            try unsafe value.span.withUnsafeBytes { (value) throws(IndexError) in
                try unsafe append(key: key, value: value, terminated: false)
            }
        }
    }
}
