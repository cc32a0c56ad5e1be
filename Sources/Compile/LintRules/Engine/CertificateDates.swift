/// How long a certificate is valid.
enum CertificateDates {
    /// Seconds since 1970 of the last moment (RFC 5280 section 4.1.2.5); `nil` when the bytes are no certificate.
    static func end(of certificate: [UInt8]) -> Int? {
        guard let parts = DERValue.sequence(certificate), let body = parts.first?.children else { return nil }
        let fields = body.first?.tag == 0xA0 ? body.dropFirst() : body[...]
        guard fields.count > 5, let dates = fields[fields.startIndex + 3].children, dates.count == 2 else {
            return nil
        }
        let text = String(decoding: dates[1].content, as: UTF8.self)
        switch dates[1].tag {
        case 0x17: return seconds(text, yearDigits: 2)
        case 0x18: return seconds(text, yearDigits: 4)
        default: return nil
        }
    }

    /// `YYMMDDHHMMSSZ`, or the same with a year of four digits.
    private static func seconds(_ text: String, yearDigits: Int) -> Int? {
        let digits = text.utf8.prefix { (48...57).contains($0) }.map { Int($0) - 48 }
        guard digits.count == yearDigits + 10 else { return nil }
        func number(_ start: Int, _ count: Int) -> Int {
            digits[start..<start + count].reduce(0) { $0 * 10 + $1 }
        }
        var year = number(0, yearDigits)
        if yearDigits == 2 { year += year < 50 ? 2000 : 1900 }
        let rest = (0..<5).map { number(yearDigits + 2 * $0, 2) }
        return days(year, rest[0], rest[1]) * 86_400 + rest[2] * 3600 + rest[3] * 60 + rest[4]
    }

    /// Days from 1970-01-01 in the Gregorian calendar, whose years begin with March here.
    private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let (era, yearOfEra) = shifted.quotientAndRemainder(dividingBy: 400)
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}
