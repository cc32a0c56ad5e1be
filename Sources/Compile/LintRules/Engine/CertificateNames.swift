/// The names of hosts that a certificate is for.
enum CertificateNames {
    private static let alternativeNames: [UInt8] = [0x55, 0x1D, 0x11]
    private static let commonName: [UInt8] = [0x55, 0x04, 0x03]

    /// Those of its extension in lower case (RFC 5280 section 4.2.1.6), or the common name of one without any; none when the
    /// bytes are no certificate.
    static func all(of certificate: [UInt8]) -> [String] {
        guard let parts = DERValue.sequence(certificate), let body = parts.first?.children else { return [] }
        let fields = Array(body.first?.tag == 0xA0 ? body.dropFirst() : body[...])
        if let wrapper = fields.first(where: { $0.tag == 0xA3 }),
            let extensions = wrapper.children?.first?.children
        {
            let names = extensions.flatMap(names(ofExtension:))
            if !names.isEmpty { return names }
        }
        guard fields.count > 4 else { return [] }
        let attributes = (fields[4].children ?? []).flatMap { $0.children ?? [] }.compactMap(\.children)
        return attributes.filter { $0.count == 2 && $0[0].content == commonName }.map { text($0[1]) }
    }

    private static func names(ofExtension value: DERValue) -> [String] {
        guard let members = value.children, members.first?.content == alternativeNames,
            let octets = members.last,
            let names = DERValue.sequence(octets.content)
        else { return [] }
        return names.filter { $0.tag == 0x82 }.map(text)
    }

    private static func text(_ value: DERValue) -> String {
        String(decoding: value.content, as: UTF8.self).lowercased()
    }

    /// Whether a host has the name, where `*` stands for the first label.
    static func matches(_ name: String, _ host: String) -> Bool {
        guard name.hasPrefix("*.") else { return name == host }
        return host.firstIndex(of: ".").map { host[$0...] == name.dropFirst() } ?? false
    }
}
