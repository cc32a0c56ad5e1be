import MessageSyntax
import Testing

struct MessageReaderTests {
    /// Headers as `P:`, `M:` or `N:` with their text, body lines as they are.
    private func read(_ text: String, mime: Bool = true, limits: MessageReader.Limits = .init()) -> [String] {
        var reader = MessageReader(followsMIME: mime, limits: limits)
        var events: [String] = []
        func take(_ event: MessageReader.Event) {
            switch event {
            case .header(.primary, let header): events.append("P:" + String(decoding: header, as: UTF8.self))
            case .header(.part, let header): events.append("M:" + String(decoding: header, as: UTF8.self))
            case .header(.nested, let header): events.append("N:" + String(decoding: header, as: UTF8.self))
            case .bodyLine(let line): events.append(String(decoding: line, as: UTF8.self))
            }
        }
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            reader.receive(Array(line.utf8).span, take)
        }
        reader.finish(take)
        return events
    }

    @Test func `headers end at an empty line`() {
        #expect(read("A: b\nC : d\n e\n\nbody") == ["P:A: b", "P:C: d\n e", "", "body"])
    }

    @Test(arguments: ["text", ": x", " continued", "A b: c"])
    func `a line that is no header begins the body`(line: String) {
        #expect(read("\(line)\nA: b") == ["", line, "A: b"])
    }

    @Test func `parts have headers of their own`() {
        let message =
            "Content-Type: multipart/mixed; boundary=\"x x\"\n\npre\n--x x\nA: b\n\none\n--x x--\nend"
        #expect(
            read(message) == [
                "P:Content-Type: multipart/mixed; boundary=\"x x\"", "", "pre", "--x x", "M:A: b", "", "one",
                "--x x--", "end",
            ])
        #expect(read(message, mime: false).filter { $0.hasPrefix("M:") } == [])
    }

    @Test func `a message in a message has nested headers, and so has a part of a digest`() {
        #expect(
            read("Content-Type: message/rfc822\n\nA: b\n\nc")
                == ["P:Content-Type: message/rfc822", "", "N:A: b", "", "c"])
        #expect(
            read("Content-Type: multipart/digest; boundary=x\n\n--x\n\nA: b\n\nc").suffix(4)
                == ["", "N:A: b", "", "c"])
    }

    @Test func `the boundary of an outer part ends the inner ones`() {
        let message =
            "Content-Type: multipart/a; boundary=x\n\n--x\nContent-Type: multipart/b; boundary=y\n\n--y\n\nin\n--x\nC: d\n\n--y\nE: f"
        #expect(read(message).suffix(5) == ["--x", "M:C: d", "", "--y", "E: f"])
    }

    @Test func `limits hold`() {
        var limits = MessageReader.Limits()
        limits.headerSize = 6
        #expect(read("A: bb\n cc\n dd\n ee\nF: g", limits: limits) == ["P:A: bb\n cc", "P:F: g"])
        limits = MessageReader.Limits()
        limits.boundaryLength = 2
        let short = read("Content-Type: multipart/a; boundary=xxxx\n\n--xx\nA: b", limits: limits)
        #expect(short.last == "M:A: b")
        limits = MessageReader.Limits()
        limits.nesting = 1
        let deep =
            "Content-Type: multipart/a; boundary=x\n\n--x\nContent-Type: multipart/a; boundary=y\n\n--y\nA: b"
        #expect(read(deep, limits: limits).last == "A: b")
        #expect(read(deep).last == "M:A: b")
    }
}
