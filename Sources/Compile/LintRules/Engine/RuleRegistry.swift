/// Every rule there is.
public enum RuleRegistry {
    /// By group, in the order of the manual; last what is said only where no other rule speaks.
    public static let all: [any Rule] =
        parameterRules + masterRules + tableRules + routingRules + accessRules + [RefusedByBuild()]

    public static func rule(named identifier: String) -> (any Rule)? {
        all.first { $0.documentation.identifier == identifier }
    }

    /// The groups and what they are about.
    public static let groups: [(name: String, title: String)] = [
        ("parameter", "Parameters of main.cf"),
        ("master", "Services of master.cf"),
        ("table", "Tables"),
        ("routing", "Where mail goes"),
        ("relay", "Open relays"),
        ("access", "Who may do what"),
    ]
}
