/// A mail flow as a picture: a column for each stage, arrows from left to right.
struct SVGPicture {
    private struct Box {
        var x: Int
        var y: Int
        var height: Int
    }

    private static let width = 220
    private static let gap = 70
    private static let top = 50
    private static let lineHeight = 16
    private static let margin = 20
    /// Characters of a line in a box.
    private static let longestLine = 30

    private let flow: MailFlow
    private var boxes: [Box] = []
    private var height = 0

    init(_ flow: MailFlow) {
        self.flow = flow
        var next = [Int](repeating: Self.top, count: MailFlow.Column.allCases.count)
        for node in flow.nodes {
            let column = node.column.rawValue
            let height = 14 + Self.lineHeight * (1 + node.details.count)
            boxes.append(
                Box(x: Self.margin + column * (Self.width + Self.gap), y: next[column], height: height))
            next[column] += height + 18
        }
        height = (next.max() ?? Self.top) + Self.margin
    }

    var lines: [String] {
        let columns = MailFlow.Column.allCases.count
        let width = 2 * Self.margin + columns * Self.width + (columns - 1) * Self.gap
        let head = [
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width)\" height=\"\(height)\" "
                + "viewBox=\"0 0 \(width) \(height)\" font-family=\"sans-serif\" font-size=\"12\">",
            "<defs><marker id=\"tip\" markerWidth=\"8\" markerHeight=\"8\" refX=\"7\" refY=\"4\" orient=\"auto\">"
                + "<path d=\"M0,0 L8,4 L0,8 z\" fill=\"#667\"/></marker></defs>",
            "<rect width=\"100%\" height=\"100%\" fill=\"white\"/>",
        ]
        let titles = MailFlow.Column.allCases.map { column in
            "<text x=\"\(Self.margin + column.rawValue * (Self.width + Self.gap))\" y=\"30\" fill=\"#667\">"
                + "\(column.title)</text>"
        }
        let drawn = flow.edges.map(edge) + flow.nodes.indices.flatMap(box)
        return head + titles + drawn + ["</svg>"]
    }

    /// An arrow; one inside a column goes around on the right.
    private func edge(_ edge: (from: Int, to: Int)) -> String {
        let (from, to) = (boxes[edge.from], boxes[edge.to])
        let (startX, startY) = (from.x + Self.width, from.y + from.height / 2)
        let isInside = from.x == to.x
        let (endX, endY) = (isInside ? to.x + Self.width : to.x, to.y + to.height / 2)
        let bend = isInside ? 40 : Self.gap / 2
        let second = isInside ? endX + bend : endX - bend
        return
            "<path d=\"M\(startX),\(startY) C\(startX + bend),\(startY) \(second),\(endY) \(endX),\(endY)\" "
            + "fill=\"none\" stroke=\"#667\" marker-end=\"url(#tip)\"/>"
    }

    private func box(_ number: Int) -> [String] {
        let (box, node) = (boxes[number], flow.nodes[number])
        var lines = [
            "<rect x=\"\(box.x)\" y=\"\(box.y)\" width=\"\(Self.width)\" height=\"\(box.height)\" rx=\"4\" "
                + "fill=\"#eef3fa\" stroke=\"#667\"/>"
        ]
        for (index, text) in ([node.name] + node.details).enumerated() {
            let style = index == 0 ? "font-weight=\"bold\"" : "fill=\"#445\""
            let full = Self.escaped(text)
            lines.append(
                "<text x=\"\(box.x + 8)\" y=\"\(box.y + 20 + index * Self.lineHeight)\" \(style)>"
                    + "<title>\(full)</title>\(Self.escaped(Self.shortened(text)))</text>")
        }
        return lines
    }

    /// Of a table in a file its type and the end of its name, of anything else what fits; the whole text is the title.
    private static func shortened(_ text: String) -> String {
        var text = text
        if let start = text.firstRange(of: ":/")?.lowerBound, let slash = text.lastIndex(of: "/") {
            text = text[...start] + "…" + text[slash...]
        }
        return text.count <= longestLine ? text : text.prefix(longestLine - 1) + "…"
    }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for character in text {
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            default: result.append(character.isNewline ? " " : character)
            }
        }
        return result
    }
}
