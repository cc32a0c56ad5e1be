/// `Registry.swift`: every declaration of the subject files in one list.
struct RegistryFile {
    let subjects: [SubjectFile]

    var text: String {
        let others = subjects.filter { $0.name != "transportParameters" }
        let perTransport = subjects.filter { $0.name == "transportParameters" }
        let all = others.flatMap(\.parameters).sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        return """
            // Made from Subjects/ by GenerateReference; do not edit.

            extension ParameterCatalogue {
                /// All parameters but those of transports, sorted by name.
                public static let all: [ParameterDefinition] = [
            \(lines(all.map(\.expression)))    ]

                /// The parameters that each transport has under its own name: `transport` at the beginning of the name
                /// stands for that of the service.
                public static let perTransport: [ParameterDefinition] = [
            \(lines(perTransport.flatMap(\.parameters).map(\.expression)))    ]

                /// The names that belong together in the manual.
                public static let subjects: [ParameterSubject] = [
            \(subjects.map(declaration).joined())    ]
            }

            """
    }

    private func lines(_ expressions: [String]) -> String { expressions.map { "        \($0),\n" }.joined() }

    private func declaration(_ subject: SubjectFile) -> String {
        """
                ParameterSubject(
                    title: "\(subject.title)",
                    names: [
        \(subject.parameters.map { "                \"\($0.name)\",\n" }.joined())            ]),

        """
    }
}
