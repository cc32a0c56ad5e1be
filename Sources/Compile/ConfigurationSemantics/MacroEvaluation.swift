import ConfigurationSyntax
import InternationalNames

extension ConfigurationScope {
    /// Parts inside parts go no deeper, which ends the evaluation of a value that contains itself.
    private static let maximumDepth = 100

    /// A text with the names in it replaced.
    ///
    /// - Parameter name: the parameter that has the text, for messages.
    public mutating func expand(_ name: String, _ text: [UInt8]) throws(ExpansionFailure) -> [UInt8] {
        guard evaluation.depth > Self.maximumDepth || text.contains(UInt8(ascii: "$")) else { return text }
        evaluation.path.append(name)
        defer { evaluation.path.removeLast() }
        return try evaluate(MacroText(tolerating: text), of: text)
    }

    private mutating func evaluate(_ macro: MacroText, of text: [UInt8]) throws(ExpansionFailure) -> [UInt8] {
        var result: [UInt8] = []
        for (part, range) in zip(macro.parts, macro.ranges) {
            if case .fault(let fault) = part { throw .syntax(fault, name: owner, text: text) }
            guard evaluation.depth <= Self.maximumDepth else { throw nesting(at: part, text[range]) }
            evaluation.depth += 1
            defer { evaluation.depth -= 1 }
            result += try evaluate(part, of: text)
            guard result.count <= Self.maximumSize else { throw .tooLong(name: owner) }
        }
        return result
    }

    private mutating func evaluate(
        _ part: MacroText.Part, of text: [UInt8]
    ) throws(ExpansionFailure) -> [UInt8] {
        switch part {
        case .text(let literal): return literal
        case .name(let name): return try reference(name.text) ?? []
        case .conditional(let name, let ifSet, let ifEmpty):
            // Whether a name is set is judged by its text, before names in it are replaced.
            let isSet = try setting(name.text)?.text.isEmpty == false
            return try evaluate(branch: isSet ? ifSet : ifEmpty, of: text)
        case .comparison(let comparison): return try evaluate(comparison, of: text)
        case .function(_, let argument):
            let domain = try evaluate(argument, of: text)
            return try ascii(domain)
        case .fault(let fault): throw .syntax(fault, name: owner, text: text)
        }
    }

    private func ascii(_ domain: [UInt8]) throws(ExpansionFailure) -> [UInt8] {
        do throws(InternationalName.Failure) { return try InternationalName.ascii(domain.span) } catch {
            switch error {
            case .invalid: throw .malformedDomain(domain, name: owner)
            case .missing(let library):
                throw .invalid("domain_to_ascii needs the library \(library)", name: owner)
            }
        }
    }

    private mutating func evaluate(
        branch: MacroText?, of text: [UInt8]
    ) throws(ExpansionFailure) -> [UInt8] {
        guard let branch else { return [] }
        return try evaluate(branch, of: text)
    }

    private mutating func evaluate(
        _ comparison: MacroText.Comparison, of text: [UInt8]
    ) throws(ExpansionFailure) -> [UInt8] {
        let left = try evaluate(comparison.left, of: text)
        let right = try evaluate(comparison.right, of: text)
        let holds: Bool
        do throws(CompatibilityLevel.Malformed) { holds = try comparison.relation.holds(left, right) } catch {
            throw .malformedLevel(error.text, name: owner)
        }
        if holds, comparison.ifTrue == nil { return Array("true".utf8) }
        return try evaluate(branch: holds ? comparison.ifTrue : comparison.ifFalse, of: text)
    }

    /// The parameter whose text is being evaluated.
    private var owner: String { evaluation.path.last ?? "" }

    /// The failure of a value that goes on for ever, or nearly so.
    private func nesting(at part: MacroText.Part, _ text: ArraySlice<UInt8>) -> ExpansionFailure {
        let shown = if case .text(let literal) = part { literal } else { Array(text) }
        let path = evaluation.path
        for (index, name) in path.enumerated() {
            guard let next = path[(index + 1)...].firstIndex(of: name) else { continue }
            return .recursion(Array(path[index...next]), at: shown)
        }
        return .tooDeep(path, at: shown)
    }
}
