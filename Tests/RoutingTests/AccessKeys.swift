/// The keys that access(5) and the manuals of address tables speak of, and some that nobody is asked for.
enum AccessKeys {
    /// A name and its parents, with a dot and without.
    static func name(_ name: String) -> [String] {
        let labels = name.split(separator: ".", omittingEmptySubsequences: false)
        let parents = (1..<max(2, labels.count)).map { labels.dropFirst($0).joined(separator: ".") }
            .filter { !$0.isEmpty }
        return [name] + parents + parents.map { "." + $0 } + ["." + name]
    }

    /// An address, and what remains when groups are taken from its end.
    static func network(_ address: String) -> [String] {
        let separator: Character = address.contains(":") ? ":" : "."
        let groups = address.split(separator: separator, omittingEmptySubsequences: false)
        let parts = (1..<groups.count).map { groups.dropLast($0).joined(separator: String(separator)) }
        return ([address] + parts + parts.map { $0 + String(separator) }).filter { !$0.isEmpty }
    }

    /// An address of mail in external form, with and without its extension.
    static func mail(_ address: String) -> [String] {
        guard let at = address.lastIndex(of: "@"), address.last != "\"" else {
            return [address, address + "@"]
        }
        let (user, domain) = (String(address[..<at]), String(address[address.index(after: at)...]))
        let bare = user.first == "\"" ? user : String(user.prefix { !"+-_".contains($0) })
        let users = user == bare ? [user] : [user, bare]
        return users.flatMap { ["\($0)@\(domain)", "\($0)@", $0] } + name(domain) + ["@" + domain]
    }
}
