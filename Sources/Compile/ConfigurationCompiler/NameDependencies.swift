import ConfigurationSemantics
import ConfigurationSyntax

/// Which values change when a name gets another value.
struct NameDependencies {
    /// The names whose text has the name in it.
    private var users: [String: [String]] = [:]

    mutating func add(_ name: String, text: [UInt8]) {
        guard text.contains(UInt8(ascii: "$")) else { return }
        do throws(MacroFault) {
            for inner in try MacroText(text).names { users[inner.text, default: []].append(name) }
        } catch {
            // A text with a mistake is reported where it is expanded; it depends on nothing.
        }
    }

    /// Some names that some values depend on without saying so.
    mutating func add(_ name: String, dependsOn others: [String]) {
        for other in others { users[other, default: []].append(name) }
    }

    /// `names` and all that depends on them.
    func closure(of names: some Sequence<String>) -> Set<String> {
        var found = Set(names)
        var rest = Array(found)
        while let name = rest.popLast() {
            for user in users[name] ?? [] where found.insert(user).inserted { rest.append(user) }
        }
        return found
    }
}
