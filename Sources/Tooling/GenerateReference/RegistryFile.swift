/// `Registry.swift`: every declaration of the subject files in one list.
struct RegistryFile {
    let subjects: [SubjectFile]

    var text: String {
        let (perTransport, others) = (
            subjects.filter { $0.name == "transportParameters" },
            subjects.filter { $0.name != "transportParameters" }
        )
        let list = others.map { "        \($0.name),\n" }.joined()
        let declarations =
            others.map { declaration($0, "private ") } + perTransport.map { declaration($0, "") }
        return """
            // Made from Subjects/ by GenerateReference; do not edit.

            extension ParameterCatalogue {
                /// All parameters but those of transports, by subject.
                public static let subjects: [ParameterSubject] = [
            \(list)    ]

            \(declarations.joined(separator: "\n\n"))
            }

            """
    }

    private func declaration(_ subject: SubjectFile, _ access: String) -> String {
        """
            \(access)static let \(subject.name) = ParameterSubject(
                title: "\(subject.title)",
                parameters: [
        \(subject.parameters.map { "            \($0),\n" }.joined())        ])
        """
    }
}
