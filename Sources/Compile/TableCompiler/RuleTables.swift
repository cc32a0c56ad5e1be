import CompiledTables
import Diagnostics
import TableFormat
import TableSources

/// Tables of rules, compiled in memory from their source or from their name.
extension TableOpener {
    func addressRanges(_ table: TableReference) throws(Failure) -> AddressRangeTable {
        let image = try addressRangeImage(table)
        do throws(AddressRangeImageError) {
            return try AddressRangeTable(name: table.description, storage: .memory(image))
        } catch {
            throw Failure(description: "\(table): \(error)")
        }
    }

    func addressRangeImage(_ table: TableReference) throws(Failure) -> [UInt8] {
        let name = Array(table.name.utf8)
        let compiled: (image: [UInt8], diagnostics: [Diagnostic])
        let source = InlineRules.isInline(name.span) ? nil : try source(table.name)
        do throws(CIDRCompilerError) {
            if let source {
                compiled = try CIDRCompiler.compile(
                    source.span, file: table.name, transform: ValueFiles.transform(if: readsFiles))
            } else {
                compiled = try CIDRCompiler.compile(
                    inline: name.span, transform: ValueFiles.transform(if: readsFiles))
            }
        } catch {
            throw Failure(description: "\(error)")
        }
        compiled.diagnostics.forEach(report)
        return compiled.image
    }

    func patterns(_ table: TableReference) throws(Failure) -> PatternTable {
        let image = try patternImage(table)
        do throws(PatternImageError) {
            return try PatternTable(name: table.description, storage: .memory(image), warn: warn)
        } catch {
            throw Failure(description: "\(table): \(error)")
        }
    }

    func patternImage(_ table: TableReference) throws(Failure) -> [UInt8] {
        let text = try ruleText(table)
        let compiled: PatternCompiler.Output
        do throws(PatternImage.Builder.TooLarge) {
            compiled = try PatternCompiler.compile(
                text.span, kind: table.type == .pcre ? .pcre : .regexp, file: table.name,
                transform: ValueFiles.transform(if: readsFiles))
        } catch {
            throw Failure(description: "\(table): the table is too large")
        }
        compiled.diagnostics.forEach(report)
        return compiled.image
    }

    private func ruleText(_ table: TableReference) throws(Failure) -> [UInt8] {
        let name = Array(table.name.utf8)
        guard InlineRules.isInline(name.span) else { return try source(table.name) }
        do throws(BraceFault) {
            return try InlineRules.lines(of: name.span)
        } catch {
            throw Failure(description: "\(table): \(error.message) (byte \(error.offset + 1) of the name)")
        }
    }
}
