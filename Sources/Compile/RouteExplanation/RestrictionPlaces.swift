import ConfigurationCompiler
import ConfigurationSemantics
import ConfigurationSyntax
import ParameterCatalogue
import PosixSupport

/// The restrictions of a mail system with the lines where they stand.
public struct RestrictionPlaces {
    public struct Place: Sendable, Hashable {
        /// The parameter or restriction class.
        public var list: String
        /// The number of the restriction in it, from 0.
        public var ordinal: Int
        /// The name and the argument.
        public var text: String
        /// Its line where it stands in main.cf itself, else that of the parameter; `nil` for a default.
        public var line: SourceLine?
    }

    /// In the order in which lists are asked at RCPT TO, then classes by name.
    public let places: [Place]

    /// - Throws: `SystemError` when main.cf cannot be read.
    public init(_ system: RoutingSystem) throws(SystemError) {
        let directory = try ConfigurationDirectory(reading: system.directory)
        let classes = system.policy.classes.sorted { $0.key < $1.key }
        places = (system.policy.lists + classes.map { ($0.key, $0.value) }).flatMap { name, list in
            Self.places(name, list.restrictions, system, directory)
        }
    }

    private static func places(
        _ name: String, _ restrictions: [Restriction], _ system: RoutingSystem,
        _ directory: ConfigurationDirectory
    ) -> [Place] {
        let main = system.directory + "/main.cf"
        let parameter = system.line(ofParameter: name)
        // Classes are known by their names alone.
        let isInMain = parameter == nil || parameter?.file == main
        var words = (isInMain ? directory.settings[name] : nil).map(words)?[...] ?? []
        return restrictions.enumerated().map { number, restriction in
            var line = parameter
            if let index = words.firstIndex(where: { $0.text == restriction.name }) {
                line = SourceLine(file: main, line: words[index].line)
                words = words[(index + 1)...]
            }
            return Place(
                list: name, ordinal: number,
                text: ([restriction.name] + [restriction.argument].compactMap(\.self)).joined(separator: " "),
                line: line)
        }
    }

    private static func words(_ setting: Setting) -> [(text: String, line: Int)] {
        guard case .main(let value) = setting.origin else { return [] }
        let text = value.bytes.span
        return WordScanner.words(0..<text.count, in: text, separator: WordScanner.isListSeparator).map {
            (String(decoding: value.bytes[$0], as: UTF8.self), value.position($0.lowerBound).line)
        }
    }
}
