import ByteScanning
import CommandSupport
import ConfigurationSyntax

/// Changes settings in main.cf (postconf(1), `-e -# -X`).
struct MainEdit {
    /// A name on the command line, and its new value where there is one.
    private struct Request {
        var name: [UInt8]
        var value: [UInt8]
        /// Entries of the file that have the name.
        var found = 0

        var line: [UInt8] { name + Array(" = ".utf8) + value + [ASCII.newline] }
    }

    private let change: PostconfFlag
    private let operands: [[UInt8]]

    init(_ options: PostconfOptions) {
        change = options.change ?? .edit
        operands = options.operands
    }

    func run(path: String, _ reporter: Reporter) throws(FatalError) {
        var requests = try requests(reporter)
        var file = try EditedFile.open(path)
        var isAffected = false
        for line in file.lines {
            switch line {
            case .trivia(let text): file.append(text)
            case .continuation(let text):
                if !isAffected { file.append(text) } else { file.append(replacement(of: text)) }
            case .start(let text):
                let number = requests.firstIndex { $0.name[...] == Self.name(of: text) }
                isAffected = number != nil
                guard let number else {
                    file.append(text)
                    continue
                }
                requests[number].found += 1
                if requests[number].found == 2 {
                    let name = String(decoding: requests[number].name, as: UTF8.self)
                    reporter.warning("\(path): multiple entries for \"\(name)\"")
                }
                file.append(change == .edit ? requests[number].line[...] : replacement(of: text))
            }
        }
        if change == .edit {
            for request in requests where request.found == 0 { file.appendLine(request.line) }
        }
        try file.publish()
    }

    private static func name(of line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        line.prefix { !WordScanner.isBlank($0) && $0 != ASCII.equals }
    }

    /// What becomes of a line of an entry.
    private func replacement(of line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        change == .commentOut ? [ASCII.numberSign] + line : []
    }

    private func requests(_ reporter: Reporter) throws(FatalError) -> [Request] {
        try EditArguments.check(operands, change, names: "-e, -X, or -# accepts")
        var requests: [Request] = []
        for operand in operands {
            let request = try request(operand)
            if let earlier = requests.firstIndex(where: { $0.name == request.name }) {
                let text = requests[earlier].line.dropLast()
                reporter.warning(Array("ignoring earlier request: '".utf8) + text + Array("'".utf8))
                requests[earlier] = request
            } else {
                requests.append(request)
            }
        }
        return requests
    }

    private func request(_ operand: [UInt8]) throws(FatalError) -> Request {
        if change == .edit {
            switch NameValue.split(operand) {
            case .success(let parts): return Request(name: Array(parts.name), value: Array(parts.value))
            case .failure(let fault):
                throw FatalError("\(fault.message): \"\(Reporter.shown(operand))\"")
            }
        }
        let name = Array(operand.drop(while: ASCII.isSpace))
        guard !name.isEmpty else { throw FatalError("-X or -# requires non-blank parameter names") }
        guard !name.contains(ASCII.equals) else {
            throw FatalError("-X or -# requires parameter names without value")
        }
        return Request(name: name, value: [])
    }
}

/// What holds for all edits.
enum EditArguments {
    /// - Parameter names: the options that accept no such thing, in a message.
    static func check(
        _ operands: [[UInt8]], _ change: PostconfFlag, names: String
    ) throws(FatalError) {
        guard !operands.isEmpty else {
            throw FatalError(
                change == .edit ? "-e requires name=value argument" : "missing service argument")
        }
        for operand in operands {
            guard !operand.contains(ASCII.newline) else { throw FatalError("\(names) no multi-line input") }
            guard operand.drop(while: ASCII.isSpace).first != ASCII.numberSign else {
                throw FatalError("\(names) no comment input")
            }
        }
    }
}
