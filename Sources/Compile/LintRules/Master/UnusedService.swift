import ConfigurationSemantics

/// A service of master.cf that nothing leads to.
struct UnusedService: Rule {
    static let documentation = RuleDocumentation(
        "master/unused-service", .note, "A service that nothing leads to",
        what: """
            A service with a name of its own, which master.cf does not come with, is named by no parameter, no override
            and no table. Services of type inet are reached from outside and never found here; where a table cannot be
            read, nothing is found.
            """,
        why: "It may be left over, or the setting that should lead to it is missing or misspelt.",
        atRunTime: "Nothing: it never runs.",
        mend:
            "Remove it, or name it: a transport in `transport_maps`, a policy service in `check_policy_service`."
    )

    func check(_ context: LintContext, _ findings: inout Findings) {
        let transports = context.transports
        guard !transports.isIncomplete else { return }
        let texts = Self.texts(context)
        for service in context.directory.services where service.kind != .inet {
            let name = service.name.string
            guard !KnownPrograms.stockServices.contains(name), !transports.contains(name),
                !texts.contains(where: { $0.contains(name) })
            else { continue }
            findings.add(at: context.range(of: service), "nothing names the service \"\(name)\"")
        }
    }

    /// Values that may name a service; names of parameters do not lead to one.
    private static func texts(_ context: LintContext) -> [String] {
        let ofMain = context.mainSettings.map(\.value.string)
        let ofMaster = context.directory.services.flatMap(\.arguments).map { argument in
            switch argument {
            case .override(let override): String(decoding: override.value, as: UTF8.self)
            case .option(let word), .word(let word): word.string
            }
        }
        return ofMain + ofMaster
    }
}
