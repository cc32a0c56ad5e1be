import ByteScanning
import CommandSupport
import ConfigurationSemantics
import ConfigurationSyntax

/// The settings of main.cf and of `-o`, by name.
struct MainFile {
    var settings: [String: Setting]

    /// - Parameter known: settings that come before the file.
    /// - Throws: `FatalError` for the first line that is no setting.
    init(_ source: SourceFile, _ reporter: Reporter, known: [String: Setting]) throws(FatalError) {
        settings = known
        for entry in MainSyntax(source).entries {
            let line = entry.text.position().line
            switch entry.content {
            case .setting(let name, let value):
                let name = name.string
                if let earlier = settings[name], earlier.text != value.bytes {
                    reporter.warning(
                        Array("\(source.path), line \(line): overriding earlier entry: \(name)=".utf8)
                            + earlier.text)
                }
                settings[name] = Setting(text: value.bytes, origin: .main(value))
            case .malformed(.strayLine, _):
                reporter.warning(StrayLine.message(path: source.path, entry.text.bytes))
            case .malformed(let fault, _):
                throw FatalError(
                    "\(source.path), line \(line): \(fault.message): \"\(Reporter.shown(entry.text.bytes))\"")
            }
        }
    }

    /// Takes over what `-o` says.
    mutating func override(_ words: [[UInt8]]) throws(FatalError) {
        for word in words {
            switch NameValue.split(word) {
            case .success(let parts):
                settings[String(decoding: parts.name, as: UTF8.self)] = Setting(
                    text: Array(parts.value), origin: .commandLine)
            case .failure(let fault):
                throw FatalError("invalid parameter override: \(Reporter.shown(word)): \(fault.message)")
            }
        }
    }
}
