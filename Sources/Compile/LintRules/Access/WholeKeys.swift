/// The keys that a table of patterns is asked for, in order: whole names, addresses and mailboxes.
struct WholeKeys {
    var keys: [String]
    /// The same for other clients, whom the stranger stands for: what lets all in has to let these in, too.
    var others: [[String]] = []

    /// - Parameter name: of a client, or what it says in HELO.
    static func host(_ name: String, address: String?) -> WholeKeys {
        let tail = address.map { [$0] } ?? []
        let isOne = name != Stranger.host
        let others = isOne ? [] : ["mx1.provider.test", "a9-b7.invalid", "unknown"].map { [$0] + tail }
        return WholeKeys(keys: [name] + tail, others: others)
    }

    /// - Parameter null: what stands for the null sender.
    static func mailbox(_ address: String, null: String) -> WholeKeys {
        guard !address.isEmpty else { return WholeKeys(keys: [null]) }
        let isOne = address != Stranger.mailbox && address != Stranger.recipient
        let others = isOne ? [] : [["info@shop.test"], ["x9-b.c@mx.invalid"]]
        return WholeKeys(keys: [address], others: others)
    }
}
