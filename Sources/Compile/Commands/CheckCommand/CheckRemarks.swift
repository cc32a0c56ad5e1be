import LintRules

/// What a check did not look at.
struct CheckRemarks {
    let texts: [String]

    init(_ context: LintContext) {
        var texts: [String] = []
        let outside = context.filesOutside
        if outside > 0 {
            let tables = outside == 1 ? "1 table" : "\(outside) tables"
            texts.append(
                "\(tables) outside of \(context.directory.path) \(outside == 1 ? "was" : "were") not looked at; "
                    + "--root names the directory where absolute names begin")
        }
        if !context.hasMaster {
            texts.append("there is no master.cf: the services and what they override were not checked")
        }
        self.texts = texts
    }
}
