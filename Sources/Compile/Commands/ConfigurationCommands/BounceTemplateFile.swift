import ByteScanning
import CommandSupport
import PosixSupport

/// A file with templates (bounce(5), "TEMPLATE FILE FORMAT").
struct BounceTemplateFile {
    private let path: String
    private let reporter: Reporter
    private(set) var templates: [BounceTemplate.Kind: BounceTemplate] = [:]

    init(_ path: String, _ reporter: Reporter) throws(FatalError) {
        self.path = path
        self.reporter = reporter
        let bytes: [UInt8]
        do throws(SystemError) { bytes = try FileDescriptor(opening: path).readToEnd() } catch {
            throw FatalError("\(error)")
        }
        try read(bytes.split(separator: ASCII.newline, omittingEmptySubsequences: false).map(Array.init))
    }

    private mutating func read(_ lines: [[UInt8]]) throws(FatalError) {
        var index = 0
        while index < lines.count {
            let line = lines[index]
            index += 1
            let text = line.drop(while: ASCII.isSpace)
            guard let first = text.first, first != ASCII.numberSign else { continue }
            let (name, marker) = try opening(line, number: index)
            guard let end = lines[index...].firstIndex(of: marker) else {
                reporter.warning(
                    "\(path), line \(lines.count): missing \"\(Reporter.shown(marker))\" end marker")
                return
            }
            take(name, lines[index..<end], number: end + 1)
            index = end + 1
        }
    }

    /// `name = <<marker`
    private func opening(_ line: [UInt8], number: Int) throws(FatalError) -> (name: String, marker: [UInt8]) {
        switch NameValue.split(line) {
        case .failure(let fault):
            throw FatalError("\(path), line \(number): \(fault.message): \"\(Reporter.shown(line))\"")
        case .success(let parts):
            guard parts.value.starts(with: Array("<<".utf8)) else {
                throw FatalError("\(path), line \(number): expected: \(Reporter.shown(parts.name)) = <<EOF")
            }
            let marker = Array(parts.value.dropFirst(2).drop(while: ASCII.isSpace))
            guard !marker.isEmpty else {
                throw FatalError("\(path), line \(number): missing end marker after <<")
            }
            return (String(decoding: parts.name, as: UTF8.self), marker)
        }
    }

    private mutating func take(_ name: String, _ lines: ArraySlice<[UInt8]>, number: Int) {
        guard let kind = BounceTemplate.Kind.allCases.first(where: { $0.name == name }) else {
            reporter.warning(
                "\(path), line \(number): unknown template name: \(name) -- ignoring this template")
            return
        }
        if let template = template(kind, lines) { templates[kind] = template }
    }

    /// `nil` for a template with a mistake, which is reported.
    private func template(_ kind: BounceTemplate.Kind, _ lines: ArraySlice<[UInt8]>) -> BounceTemplate? {
        var template = BounceTemplate(kind)
        template.file = path
        var rest = lines
        while let line = rest.first, let colon = line.firstIndex(of: ASCII.colon),
            line.first.map(ASCII.isSpace) == false, !line[..<colon].contains(where: ASCII.isSpace)
        {
            guard let header = BounceTemplate.Header(label: line[..<colon]) else {
                return ignore("unknown \"\(Reporter.shown(line[..<colon]))\" header label", kind)
            }
            let value = line.span.bytes(line.span.trimming(colon + 1..<line.count))
            guard !value.isEmpty else { return ignore("empty \"\(header.rawValue)\" header value", kind) }
            template.headers[header] = value
            rest = rest.dropFirst()
        }
        if rest.first?.isEmpty == true { rest = rest.dropFirst() }
        guard !rest.isEmpty else { return ignore("missing message text", kind) }
        template.body = rest.map { $0 + [ASCII.newline] }
        let isPlain = template.headers[.charset] == Array("us-ascii".utf8)
        if isPlain, rest.contains(where: { !$0.span.isASCII }) {
            reporter.warning("\(path): 8-bit message text in \(kind.rawValue) template")
            reporter.warning("please specify a charset value other than us-ascii")
            reporter.warning("-- ignoring this template for now")
            return nil
        }
        return template
    }

    private func ignore(_ reason: String, _ kind: BounceTemplate.Kind) -> BounceTemplate? {
        reporter.warning("\(path): \(reason) in \(kind.rawValue) template -- ignoring this template")
        return nil
    }
}
