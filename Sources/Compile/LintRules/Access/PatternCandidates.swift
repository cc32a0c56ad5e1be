import ByteScanning
import TableSources

/// Keys that patterns look for which let somebody in, to be tried: what is found with them is a proof, what is not found
/// says nothing.
struct PatternCandidates {
    private let shapes: [PatternShape]
    private static let limit = 20

    init(_ table: PatternTable) {
        shapes = Array(
            table.statements.lazy.compactMap { statement -> PatternShape? in
                guard case .rule(let pattern, nil, let result) = statement.action,
                    AccessAction.permits(Array(result.template.text.utf8))
                else { return nil }
                return PatternShape(pattern, table.kind)
            }.filter { !$0.text.isEmpty }.prefix(Self.limit))
    }

    /// Senders: the pattern is a mailbox, a domain, or a part of one.
    var senders: [String] {
        shapes.map { shape in
            let text = String(decoding: shape.text, as: UTF8.self)
            if text.hasSuffix("@") { return (shape.isAnchoredAtStart ? "" : "x") + text + "stranger.example" }
            if text.hasPrefix("@") { return "somebody" + text }
            if text.contains("@") { return text }
            guard shape.isAnchoredAtStart || !text.contains(".") else {
                return "somebody@" + (text.hasPrefix(".") ? "mail" + text : text)
            }
            return text + "@stranger.example"
        }
    }

    /// Names of hosts.
    var hosts: [String] {
        shapes.map { shape in
            let text = String(decoding: shape.text, as: UTF8.self)
            let start = text.hasPrefix(".") ? "mail" + text : text
            return start.hasSuffix(".") ? start + "stranger.example" : start
        }
    }
}
