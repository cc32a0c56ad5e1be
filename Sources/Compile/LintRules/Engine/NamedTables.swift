import ConfigurationSemantics
import TableFormat
import TableSources

/// Tables whose text is their name: `inline:{...}`, `cidr:{...}` and their kin.
extension LintContext {
    /// What a parameter means for the programs that read a table where it is named.
    func scope(of use: TableUse) -> ServiceScope {
        guard let service = use.services.first else { return main }
        return services.first { $0.service?.label == service.label } ?? main
    }

    /// The name of a table that is its text; `nil` for another, and for one that nobody wrote.
    func nameText(of use: TableUse) -> TableText? {
        guard let name = use.table.map({ Array($0.name.utf8) }), InlineRules.isInline(name.span),
            let range = use.word.nearestRange, let file = text(of: range.file)
        else { return nil }
        let scope = scope(of: use)
        let isRaw = definition(of: use.word.parameter)?.isRaw ?? false
        let written = WrittenText(file.bytes, range.bytes) { isRaw ? nil : scope.expand($0) }
        return TableText(
            file: range.file, bytes: name, places: written.places(of: name) ?? name.map { _ in range.bytes })
    }

    /// The text of a `cidr`, `pcre` or `regexp` table, in a file or in its name; `nil` when it cannot be read.
    func ruleText(of use: TableUse) -> TableText? {
        if let path = use.path {
            return readText(path).map { TableText(file: files.location(of: path), lines: $0) }
        }
        guard let text = nameText(of: use) else { return nil }
        do throws(BraceFault) {
            return text.lines(try InlineRules.ranges(of: text.lines.bytes.span))
        } catch {
            return nil
        }
    }

    /// The rows of an `inline` table; `nil` when it has a fault.
    func inlineSource(of use: TableUse) -> MapSource? {
        guard let text = nameText(of: use) else { return nil }
        do throws(InlineRow.Fault) {
            let rows = try InlineRow.rows(of: text.lines.bytes.span)
            return MapSource(text, rows: rows, isAliasSource: use.isAliasSource)
        } catch {
            return nil
        }
    }

    /// What makes a table useless whose text is its name, and where that is; `nil` when there is nothing.
    func nameFault(of use: TableUse) -> (message: String, range: SourceRange?)? {
        guard let fault = use.table?.fault else { return nil }
        let range = nameText(of: use)?.range(fault.offset..<fault.offset + 1) ?? use.word.nearestRange
        return (fault.message, range)
    }
}

extension TableReference {
    /// What is wrong with a name that is the text of the table, and where in the name.
    fileprivate var fault: (message: String, offset: Int)? {
        guard type != .inline else { return inlineFault }
        let name = Array(name.utf8)
        do throws(BraceFault) {
            switch type {
            case .cidr, .pcre, .regexp:
                if InlineRules.isInline(name.span) { _ = try InlineRules.ranges(of: name.span) }
            case .randmap: _ = try BraceList.items(of: name.span)
            case .static:
                if InlineRules.isInline(name.span) {
                    _ = try BraceList.content(of: 0..<name.count, in: name.span)
                }
            default: break
            }
            return nil
        } catch {
            return (error.message, error.offset)
        }
    }

    private var inlineFault: (message: String, offset: Int)? {
        do throws(InlineRow.Fault) {
            _ = try InlineRow.rows(of: Array(name.utf8).span)
            return nil
        } catch {
            return (error.message, error.offset)
        }
    }
}
