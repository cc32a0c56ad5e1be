import ByteScanning

/// Takes the lines of a message and gives its headers and body lines, following its MIME structure when asked
/// (RFC 5322 section 2.1, RFC 2045, RFC 2046).
///
/// A header comes as one piece, its lines joined by newlines, white space before its colon left out. The lines of a
/// body include the boundaries between its parts, and an empty one where headers end. Malformed messages have a meaning
/// too: a line that can be no header ends the headers.
public struct MessageReader: Sendable {
    /// Whose header it is (postconf(5): header_checks, mime_header_checks, nested_header_checks).
    public enum HeaderClass: Sendable, Equatable {
        /// Of the message itself.
        case primary
        /// Of a part of a multipart body.
        case part
        /// Of a message inside the message.
        case nested
    }

    public enum Event: Sendable, Equatable {
        case header(HeaderClass, [UInt8])
        case bodyLine([UInt8])
    }

    /// How much of a message is looked at.
    public struct Limits: Sendable, Equatable {
        /// A header takes no more lines when it has this many bytes (`header_size_limit`).
        public var headerSize = 102_400
        /// Bytes of a boundary that count (`mime_boundary_length_limit`).
        public var boundaryLength = 2048
        /// Multiparts inside multiparts; boundaries of deeper ones are text.
        public var nesting = 1000

        public init() {}
    }

    private enum State {
        case headers(HeaderClass)
        case body
    }

    private let followsMIME: Bool
    private let limits: Limits
    private var state = State.headers(.primary)
    private var pendingHeader: [UInt8] = []
    private var content = ContentType.text
    private var boundaries: [Boundary] = []

    private struct Boundary {
        var text: [UInt8]
        /// What a part is that does not say it.
        var partDefault: ContentType
    }

    /// - Parameter followsMIME: whether the headers of parts and of nested messages count as headers.
    public init(followsMIME: Bool, limits: Limits = Limits()) {
        self.followsMIME = followsMIME
        self.limits = limits
    }

    /// Takes the next line, without its newline.
    public mutating func receive(_ line: Span<UInt8>, _ emit: (Event) -> Void) {
        switch state {
        case .body: receiveBody(line, emit)
        case .headers(let headerClass): receiveHeader(line, of: headerClass, emit)
        }
    }

    /// Gives the header that the end of the message ends.
    public mutating func finish(_ emit: (Event) -> Void) {
        if case .headers(let headerClass) = state { endHeader(of: headerClass, emit) }
    }

    private mutating func receiveHeader(
        _ line: Span<UInt8>, of headerClass: HeaderClass, _ emit: (Event) -> Void
    ) {
        let isContinuation = line.count > 0 && (line[0] == ASCII.space || line[0] == ASCII.tab)
        if isContinuation, !pendingHeader.isEmpty {
            if pendingHeader.count < limits.headerSize {
                pendingHeader.append(ASCII.newline)
                pendingHeader.append(contentsOf: line)
            }
            return
        }
        endHeader(of: headerClass, emit)
        if let name = Self.headerName(line) {
            pendingHeader = line.bytes(name)
            let colon = line.trimming(name.upperBound..<line.count).lowerBound
            pendingHeader.append(contentsOf: line.extracting(colon..<line.count))
            return
        }
        let isNested = followsMIME && content == .message
        content = .text
        guard line.count > 0 else {
            emit(.bodyLine([]))
            state = isNested ? .headers(.nested) : .body
            return
        }
        if headerClass == .primary { emit(.bodyLine([])) }
        state = .body
        receiveBody(line, emit)
    }

    private mutating func endHeader(of headerClass: HeaderClass, _ emit: (Event) -> Void) {
        guard !pendingHeader.isEmpty else { return }
        if followsMIME, let type = ContentType.Field(header: pendingHeader.span) {
            content = type.content
            if case .multipart(let partDefault) = content {
                for boundary in type.boundaries where boundaries.count < limits.nesting {
                    boundaries.append(
                        Boundary(
                            text: Array(boundary.prefix(limits.boundaryLength)), partDefault: partDefault))
                }
            }
        }
        emit(.header(headerClass, pendingHeader))
        pendingHeader.removeAll(keepingCapacity: true)
    }

    /// A boundary of any level ends all parts inside it.
    private mutating func receiveBody(_ line: Span<UInt8>, _ emit: (Event) -> Void) {
        emit(.bodyLine(line.bytes(0..<line.count)))
        guard line.hasPrefix("--"), !boundaries.isEmpty else { return }
        for level in boundaries.indices.reversed() {
            let boundary = boundaries[level]
            let end = 2 + boundary.text.count
            guard line.count >= end, line.extracting(2..<end).hasSameBytes(as: boundary.text.span) else {
                continue
            }
            if line.hasPrefix("--", at: end) {
                boundaries.removeLast(boundaries.count - level)
                state = .body
            } else {
                boundaries.removeLast(boundaries.count - level - 1)
                state = .headers(.part)
                content = boundary.partDefault
            }
            return
        }
    }

    /// Where the name of the header is that the line begins: printable bytes, then perhaps blanks, then a colon.
    private static func headerName(_ line: Span<UInt8>) -> Range<Int>? {
        let end = line.indices.first {
            line[$0] == ASCII.colon || line[$0] <= ASCII.space || line[$0] >= 0x7F
        }
        guard let end, end > 0 else { return nil }
        let next = (end..<line.count).first { line[$0] != ASCII.space && line[$0] != ASCII.tab }
        guard let next, line[next] == ASCII.colon else { return nil }
        return 0..<end
    }
}
