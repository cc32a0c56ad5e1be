import ByteScanning
import CompiledTables
import Diagnostics
import LMDBStore
import PosixSupport
import TableFormat
import TableSources

/// Opens a table for queries: an index as it is on disk, rules compiled from their source on the spot.
public struct TableOpener: Sendable {
    /// Why a table cannot be opened.
    public struct Failure: Error, Sendable, CustomStringConvertible {
        public var description: String
    }

    private let report: @Sendable (Diagnostic) -> Void
    private let warn: @Sendable (String) -> Void

    /// - Parameters:
    ///   - report: takes what is wrong with a source.
    ///   - warn: takes what goes wrong in a lookup that still has an answer.
    public init(report: @escaping @Sendable (Diagnostic) -> Void, warn: @escaping @Sendable (String) -> Void)
    {
        self.report = report
        self.warn = warn
    }

    public func open(_ table: TableReference) throws(Failure) -> any LookupTable {
        switch table.type.kind {
        case .indexed:
            return IndexedTable(name: table.description, index: try index(table.name))
        case .rules where table.type == .cidr: return try addressRanges(table)
        case .rules: return try patterns(table)
        case .unserved(let advice):
            throw Failure(
                description: "\(table): the type \(table.type.rawValue) is not served here; \(advice)")
        case .sourceText, .immediate, .composite:
            throw Failure(description: "unsupported dictionary type: \(table.type.rawValue)")
        }
    }

    private func index(_ name: String) throws(Failure) -> IndexFile {
        do throws(IndexError) {
            return try IndexFile(opening: name + ".lmdb")
        } catch {
            throw Failure(description: "\(error)")
        }
    }

    private func source(_ name: String) throws(Failure) -> [UInt8] {
        do throws(SystemError) {
            return try FileDescriptor(opening: name).readToEnd()
        } catch {
            throw Failure(description: "\(error)")
        }
    }

    private func addressRanges(_ table: TableReference) throws(Failure) -> any LookupTable {
        let name = Array(table.name.utf8)
        let compiled: (image: [UInt8], diagnostics: [Diagnostic])
        let source = CIDRInlineSource.isInline(name.span) ? nil : try source(table.name)
        do throws(CIDRCompilerError) {
            if let source {
                compiled = try CIDRCompiler.compile(source.span, file: table.name)
            } else {
                compiled = try CIDRCompiler.compile(inline: name.span)
            }
        } catch {
            throw Failure(description: "\(error)")
        }
        compiled.diagnostics.forEach(report)
        do throws(AddressRangeImageError) {
            return try AddressRangeTable(name: table.description, storage: .memory(compiled.image))
        } catch {
            throw Failure(description: "\(table): \(error)")
        }
    }

    private func patterns(_ table: TableReference) throws(Failure) -> any LookupTable {
        let name = Array(table.name.utf8)
        let inline: [UInt8]?
        do throws(PatternInlineSource.SyntaxError) {
            inline = try PatternInlineSource(name: name.span).map(\.text)
        } catch {
            throw Failure(description: "\(table): \(error.reason)")
        }
        let text = if let inline { inline } else { try source(table.name) }
        let compiled: PatternCompiler.Output
        do throws(PatternImage.Builder.TooLarge) {
            compiled = try PatternCompiler.compile(
                text.span, kind: table.type == .pcre ? .pcre : .regexp, file: table.name)
        } catch {
            throw Failure(description: "\(table): the table is too large")
        }
        compiled.diagnostics.forEach(report)
        do throws(PatternImageError) {
            return try PatternTable(
                name: table.description, storage: .memory(compiled.image), search: .prefiltered, warn: warn)
        } catch {
            throw Failure(description: "\(table): \(error)")
        }
    }
}
