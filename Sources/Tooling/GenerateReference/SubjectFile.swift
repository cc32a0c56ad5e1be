import PosixSupport

/// A file of declarations under `Subjects/`: its title and the parameters in it.
struct SubjectFile {
    /// The name of the subject in the registry.
    let name: String
    let title: String
    let parameters: [Declaration]

    struct Declaration {
        /// The name in main.cf.
        let name: String
        /// What gives the definition in Swift.
        let expression: String
    }

    init(path: String) throws {
        let lines = String(decoding: try FileDescriptor(opening: path).readToEnd(), as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false)
        let file = path.split(separator: "/").last.map(String.init) ?? path
        name = Self.variableName(file.replacing(".swift", with: ""))
        guard let first = lines.first, first.hasPrefix("// Parameters: "), first.hasSuffix(".") else {
            throw Malformed(path: path)
        }
        title = String(first.dropFirst("// Parameters: ".count).dropLast())
        var (type, variable) = ("", "")
        var parameters: [Declaration] = []
        for line in lines {
            if let match = line.firstMatch(of: /^extension Parameter where Value == (\w+)/) {
                type = String(match.1)
            } else if let match = line.firstMatch(of: /^    public static var (\w+): Self/) {
                variable = String(match.1)
            } else if !variable.isEmpty, let match = line.firstMatch(of: /^ +(?:Self\()?"(\w+)"/) {
                parameters.append(
                    Declaration(
                        name: String(match.1), expression: "Parameter<\(type)>.\(variable).definition"))
                variable = ""
            }
        }
        self.parameters = parameters
    }

    struct Malformed: Error, CustomStringConvertible {
        let path: String
        var description: String { "\(path): the first line is not \"// Parameters: TITLE.\"" }
    }

    /// `SMTPServerTLS` becomes `smtpServerTLS`.
    private static func variableName(_ type: String) -> String {
        let capitals = type.prefix { $0.isUppercase }.count
        let head = capitals > 1 ? capitals - 1 : 1
        return type.prefix(head).lowercased() + type.dropFirst(head)
    }
}
