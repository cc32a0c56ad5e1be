import ByteScanning
import CommandSupport
import ConfigurationSemantics
import ParameterCatalogue

/// Prints parameters of main.cf (postconf(1)).
struct MainListing {
    private let configuration: Configuration
    private let options: PostconfOptions
    private let layout: ValueLayout
    private var scope: ConfigurationScope

    init(_ configuration: Configuration) {
        self.configuration = configuration
        options = configuration.options
        layout = ValueLayout(options)
        scope = configuration.scope
    }

    /// Those that the command line names, or all of the classes that it chooses.
    mutating func run(_ output: inout OutputBuffer) throws(FatalError) {
        if options.operands.isEmpty {
            for name in names { try show(name, &output) }
            return
        }
        for word in options.operands {
            let name = String(decoding: word, as: UTF8.self)
            if isKnown(name) {
                try show(name, &output)
            } else {
                configuration.reporter.warning(
                    word + Array(": unknown parameter\(configuration.hint.text(for: name))".utf8))
            }
        }
    }

    private func isKnown(_ name: String) -> Bool { configuration.names.isUsed(name) }

    /// The names of the classes, sorted.
    private var names: [String] {
        let known = configuration.names
        if options.has(.explicitOnly) {
            return Self.sorted(
                known.main.keys.filter { name in
                    !options.classes.isDisjoint(with: classes(of: name)) && known.isUsed(name)
                })
        }
        let ofServices = Set(known.transports.names)
        var names: Set<String> = []
        if options.classes.contains(.service) { names.formUnion(ofServices) }
        if options.classes.contains(.user) { names.formUnion(known.user) }
        guard options.classes.contains(.builtIn) else { return Self.sorted(names) }
        let builtIn = ParameterCatalogue.all.filter(KnownNames.isBuiltIn).map(\.name)
            .filter { !ofServices.contains($0) }
        return Self.merged(builtIn, Self.sorted(names))
    }

    private static func sorted(_ names: some Sequence<String>) -> [String] {
        names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Two sorted lists as one.
    private static func merged(_ left: [String], _ right: [String]) -> [String] {
        var merged: [String] = []
        merged.reserveCapacity(left.count + right.count)
        var rest = right[...]
        for name in left {
            while let first = rest.first, first.utf8.lexicographicallyPrecedes(name.utf8) {
                merged.append(first)
                rest = rest.dropFirst()
            }
            merged.append(name)
        }
        return merged + rest
    }

    private func classes(of name: String) -> PostconfOptions.Classes {
        if configuration.names.transports.isListed(name) { return .service }
        return KnownNames.isBuiltIn(name) ? .builtIn : .user
    }

    private mutating func show(_ name: String, _ output: inout OutputBuffer) throws(FatalError) {
        if options.has(.explicitOnly), configuration.names.main[name] == nil { return }
        guard !options.has(.hidesValues) else {
            layout.append(Array(name.utf8), [], to: &output)
            return
        }
        do throws(ExpansionFailure) {
            let text = try options.has(.expands) ? scope.value(name) : scope.setting(name)?.text
            layout.append(Array(name.utf8), text ?? [], to: &output)
        } catch {
            throw configuration.reporter.failure(error)
        }
    }
}
