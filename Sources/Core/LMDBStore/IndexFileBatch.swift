extension IndexFile {
    /// How many searches go on at the same time.
    private static let width = 24

    /// Appends the answers to all keys, stored in the given form. The searches go on side by side, which takes a
    /// fraction of the time of one after another when the index is larger than the processor's caches.
    ///
    /// - Returns: false, with `values` as it was, when the index is damaged or a writer was faster: whoever then asks
    ///   key by key learns which.
    public func appendValues(for keys: KeyBatch, storedAs form: StoredForm, to values: inout ValueBatch)
        -> Bool
    {
        let before = (values.bytes.count, values.ranges.count)
        do throws(PageFault) {
            if try appendAll(keys, form, &values) { return true }
        } catch {
            // Told by the lookup of the key that meets it.
        }
        values.bytes.removeLast(values.bytes.count - before.0)
        values.ranges.removeLast(values.ranges.count - before.1)
        return false
    }

    private func appendAll(
        _ keys: KeyBatch, _ form: StoredForm, _ values: inout ValueBatch
    ) throws(PageFault) -> Bool {
        return try unsafe withView { (view, file) throws(PageFault) in
            try unsafe keys.bytes.span.withUnsafeBytes { (bytes) throws(PageFault) in
                let snapshot = try view.newestSnapshot()
                var probes: [TreeProbe] = []
                probes.reserveCapacity(Self.width)
                for start in stride(from: 0, to: keys.count, by: Self.width) {
                    probes.removeAll(keepingCapacity: true)
                    for number in start..<min(start + Self.width, keys.count) {
                        let range = keys.range(number)
                        let part = unsafe UnsafeRawBufferPointer(
                            rebasing: bytes[range.lowerBound..<range.upperBound + 1])
                        probes.append(
                            TreeProbe(
                                unsafe SearchKeys(part, storedAs: form), root: snapshot.root,
                                depth: snapshot.depth))
                    }
                    try finish(&probes, view)
                    for probe in probes {
                        let found = try probe.result(view, root: snapshot.root, depth: snapshot.depth)
                        unsafe append(found, of: file, to: &values)
                    }
                }
                return view.isCurrent(snapshot)
            }
        }
    }

    private func finish(_ probes: inout [TreeProbe], _ view: PageView) throws(PageFault) {
        var probes = probes.mutableSpan
        var isRunning = true
        while isRunning {
            isRunning = false
            for index in probes.indices {
                if try probes[index].step(view) { isRunning = true }
            }
        }
    }

    private func append(_ range: Range<Int>?, of file: UnsafeRawBufferPointer, to values: inout ValueBatch) {
        guard let range = range.map({ unsafe Self.unterminated($0, in: file) }) else {
            values.ranges.append(nil)
            return
        }
        let start = values.bytes.count
        unsafe values.bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: file[range]))
        values.ranges.append(start..<values.bytes.count)
    }
}
