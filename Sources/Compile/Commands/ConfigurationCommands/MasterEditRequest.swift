import ByteScanning
import CommandSupport
import ConfigurationSyntax

/// A change of master.cf that the command line asks for.
struct MasterEditRequest {
    enum Change {
        /// The new line of the service; `nil` to take it out.
        case entry(MasterEntry?)
        /// The new text of a field.
        case field(ServiceField, [[UInt8]])
        /// The new value of a parameter; `nil` to take it out.
        case parameter([UInt8], [UInt8]?)
    }

    let pattern: ServicePattern
    let change: Change
    /// As it was given.
    let text: [UInt8]

    init(_ operand: [UInt8], _ options: PostconfOptions, _ reporter: Reporter) throws(FatalError) {
        text = operand
        let (name, value) = try Self.split(operand, isEdit: options.change == .edit)
        switch options.mode {
        case .masterEntries:
            pattern = try Self.pattern(name, 2, "-Me, -MX or -M# requires service_name/type")
            change = .entry(try Self.entry(value, of: operand, reporter))
        case .masterFields:
            pattern = try Self.pattern(name, 3, "-Fe or -FX requires service_name/type/field_name")
            change = try Self.fieldChange(pattern, value ?? [])
        default:
            pattern = try Self.pattern(name, 3, "-Pe or -PX requires service_name/type/parameter")
            change = try Self.parameterChange(pattern, value)
        }
    }

    private static func split(
        _ operand: [UInt8], isEdit: Bool
    ) throws(FatalError) -> (name: [UInt8], value: [UInt8]?) {
        guard isEdit else { return (Array(operand.drop(while: ASCII.isSpace)), nil) }
        switch NameValue.split(operand) {
        case .success(let parts): return (Array(parts.name), Array(parts.value))
        case .failure(let fault): throw FatalError("\(fault.message): \"\(Reporter.shown(operand))\"")
        }
    }

    /// The new line of a service; `nil` for none.
    private static func entry(
        _ text: [UInt8]?, of operand: [UInt8], _ reporter: Reporter
    ) throws(FatalError) -> MasterEntry? {
        guard let text else { return nil }
        return try MasterFile.entry(
            text, reporter, fieldCount: "bad field count: \"\(Reporter.shown(operand))\"")
    }

    private static func parameterChange(
        _ pattern: ServicePattern, _ value: [UInt8]?
    ) throws(FatalError) -> Change {
        guard let member = pattern.member else {
            throw FatalError("-Pe does not accept wild-card parameter name")
        }
        guard value?.contains(where: WordScanner.isBlank) != true else {
            throw FatalError("-Pe does not accept whitespace in parameter value")
        }
        return .parameter(member, value)
    }

    private static func pattern(
        _ name: [UInt8], _ count: Int, _ form: String
    ) throws(FatalError) -> ServicePattern {
        guard let pattern = ServicePattern(name, parts: count...count) else { throw FatalError(form) }
        return pattern
    }

    private static func fieldChange(
        _ pattern: ServicePattern, _ value: [UInt8]
    ) throws(FatalError) -> Change {
        guard let member = pattern.member else {
            throw FatalError("-Fe does not accept wild-card field name")
        }
        guard let field = ServiceField(rawValue: String(decoding: member, as: UTF8.self)) else {
            throw FatalError(ServiceField.unknown(member))
        }
        let bytes = value.span
        let words = WordScanner.words(0..<bytes.count, in: bytes, separator: WordScanner.isBlank)
            .map { bytes.bytes($0) }
        if field != .command, value.contains(where: WordScanner.isBlank) {
            throw FatalError("-Fe does not accept whitespace in non-command field")
        }
        return .field(field, words)
    }

    /// Whether the line of a service is to be changed; a new line takes the place of one for the same service, too.
    func matches(_ name: ArraySlice<UInt8>, _ kind: ArraySlice<UInt8>) -> Bool {
        if case .entry(let entry?) = change, entry.name[...] == name, entry.kind[...] == kind { return true }
        return pattern.matches(name, kind)
    }

    /// Makes the change in an entry.
    ///
    /// - Throws: `FatalError` for a field that cannot have the value.
    func apply(to entry: inout MasterEntry) throws(FatalError) {
        switch change {
        case .entry: break
        case .field(let field, let words):
            guard let first = words.first, field.accepts(first) else {
                let shown = Reporter.shown(words.first ?? [])
                throw FatalError("invalid \(field.rawValue) field \"\(shown)\" in \"\(shown)\"")
            }
            if field == .command {
                entry.words.replaceSubrange(MasterEntry.commandColumn..., with: words)
                entry.normalize()
            } else {
                entry.words[field.column] = first
            }
        case .parameter(let name, let value): entry.set(name, value)
        }
    }
}

extension MasterEntry {
    /// Gives a parameter another value everywhere, or takes it out.
    fileprivate mutating func set(_ name: [UInt8], _ value: [UInt8]?) {
        let places = overrideIndexes.filter { Self.split(words[$0])?.name.elementsEqual(name) == true }
        if let value {
            let setting = name + [ASCII.equals] + value
            for place in places { words[place] = setting }
            if places.isEmpty { words.insert(contentsOf: [Self.override, setting], at: endOfOptionsIndex) }
        } else {
            for place in places.reversed() { words.removeSubrange(place - 1...place) }
        }
    }
}
