import ByteScanning
import ConfigurationLayout
import ConfigurationSyntax
import Testing

/// Layout changes what a person sees and nothing that a program reads.
@Suite struct LayoutTests {
    private func main(_ text: String) -> String {
        String(
            decoding: MainLayout.text(of: SourceFile(path: "main.cf", bytes: Array(text.utf8))), as: UTF8.self
        )
    }

    private func master(_ text: String) -> String {
        let source = SourceFile(path: "master.cf", bytes: Array(text.utf8))
        return String(decoding: MasterLayout.text(of: source), as: UTF8.self)
    }

    private func map(_ text: String) -> String {
        let source = SourceFile(path: "map", bytes: Array(text.utf8))
        return String(decoding: MapLayout.text(of: source, grammar: .rows), as: UTF8.self)
    }

    @Test(arguments: [
        ("a=b", "a = b\n"), ("a  =  b  \n\n\n\nc= d\r\n", "a = b\n\nc = d\n"), ("a =\n", "a =\n"),
        ("mydestination = a,\n  # why\n\tb  ,\n\n   c\n", "mydestination = a,\n  # why\n    b  ,\n\n    c\n"),
        ("mynetworks =\n\t127.0.0.0/8\n", "mynetworks =\n    127.0.0.0/8\n"),
        ("smtpd_banner=a  \n   b \n", "smtpd_banner = a  \n   b\n"), ("\n\n# c \n\n", "# c\n"),
        ("oops \n", "oops \n"), ("a\n = b\n", "a\n = b\n"),
    ])
    func `main cf gets one blank around the equals sign and lists indented lines`(
        before: String, after: String
    ) {
        #expect(main(before) == after)
        #expect(main(after) == after)
    }

    @Test(arguments: [
        (
            "smtp inet n - n - - smtpd\n\t-o  a=b   -o { c = d  e }\n",
            "smtp      inet  n       -       n       -       -       smtpd\n    -o a=b -o { c = d  e }\n"
        ),
        (
            "127.0.0.1:submission inet n - n - - smtpd -v\n",
            "127.0.0.1:submission inet n -   n       -       -       smtpd -v\n"
        ),
        ("smtp inet n\n", "smtp inet n\n"),
        (
            "a unix - n n - - pipe\n# c\n  user=x\n",
            "a         unix  -       n       n       -       -       pipe\n# c\n    user=x\n"
        ),
    ])
    func `master cf gets columns`(before: String, after: String) {
        #expect(master(before) == after)
        #expect(master(after) == after)
    }

    @Test(arguments: [
        ("a b\nccc  d \n", "a       b\nccc     d\n"), ("a\tb\n\n\nccccc d", "a   b\n\nccccc   d\n"),
        ("a b,\n  c  \n", "a b,\n  c\n"), ("/a  b/   OK \n", "/a  b/   OK\n"), ("a\n", "a\n"),
        ("\"a  b\"  c\n", "\"a  b\"  c\n"), ("# x\na   b\n", "# x\na   b\n"),
    ])
    func `maps get columns`(before: String, after: String) {
        #expect(map(before) == after)
        #expect(map(after) == after)
    }
}
