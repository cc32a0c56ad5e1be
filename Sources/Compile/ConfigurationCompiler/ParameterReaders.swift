import ParameterCatalogue

/// Which programs read which parameters: what a program's own code never asks for needs no value in its scope.
struct ParameterReaders {
    /// Those that all programs read.
    private var shared: Set<String> = []
    private var byProgram: [Substring: Set<String>] = [:]

    init() {
        for definition in ParameterCatalogue.all {
            for program in definition.programs.split(separator: " ") {
                if program == "*" {
                    shared.insert(definition.name)
                } else {
                    byProgram[program, default: []].insert(definition.name)
                }
            }
        }
    }

    /// Whether the program reads the parameter; a program that nobody knows may read all of them.
    func program(_ program: String, reads name: String) -> Bool {
        guard let own = byProgram[program[...]] else { return true }
        return own.contains(name) || shared.contains(name)
    }
}
