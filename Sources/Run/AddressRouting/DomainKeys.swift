import ByteScanning
import MailAddress

/// The keys of a domain in a table: the domain, then its parents from the nearest to the top.
struct DomainKeys: Sequence, IteratorProtocol {
    private var rest: ArraySlice<UInt8>
    private let style: ParentDomainStyle
    private var isFirst = true

    init(_ domain: MailDomain, _ style: ParentDomainStyle) {
        rest = domain.bytes[...]
        self.style = style
    }

    mutating func next() -> [UInt8]? {
        if isFirst {
            isFirst = false
            return Array(rest)
        }
        guard !rest.isEmpty, let dot = rest.dropFirst().firstIndex(of: ASCII.dot) else { return nil }
        switch style {
        case .plain:
            rest = rest[(dot + 1)...]
        case .dotted:
            rest = rest[dot...]
        }
        return Array(rest)
    }
}
