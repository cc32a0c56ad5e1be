/// The key as a case-insensitive table stores it.
///
/// With `unicode`, the full case folding of the Unicode standard (section 5.18: what `C` and `F` say in
/// CaseFolding.txt) when the key is not pure ASCII; otherwise ASCII letters alone become lower case and every
/// other byte stays. Bytes that are no UTF-8 are treated as ASCII treats them.
public func foldedCase(_ key: Span<UInt8>, unicode: Bool) -> [UInt8] {
    if unicode, !key.isASCII, isValidUTF8(key) {
        return foldedUnicode(key)
    }
    return [UInt8](capacity: key.count) { output in
        for index in key.indices { output.append(ASCII.lowercased(key[index])) }
    }
}

private func foldedUnicode(_ key: Span<UInt8>) -> [UInt8] {
    var folded: [UInt8] = []
    folded.reserveCapacity(key.count + 8)
    for scalar in String(decoding: key.bytes, as: UTF8.self).unicodeScalars {
        folded.append(contentsOf: foldedCase(scalar).utf8)
    }
    return folded
}

/// The full case folding of one character. Lower case of upper case is the folding, but for the Cherokee
/// letters, which fold to upper case, and the two letters whose folding has its own rule.
private func foldedCase(_ scalar: Unicode.Scalar) -> String {
    let properties = scalar.properties
    guard properties.changesWhenCaseFolded else { return String(scalar) }
    switch scalar.value {
    case 0x13F8...0x13FD, 0xAB70...0xABBF: return properties.uppercaseMapping
    case 0x0130: return properties.lowercaseMapping
    case 0x1E9E: return "ss"
    default: return properties.uppercaseMapping.lowercased()
    }
}
