import AddressRouting
import RouteExplanation

/// What came of a routing test.
struct TestOutcome {
    var test: RoutingTest
    /// What happens to the address, in the words of a test.
    var actual: String
    var isPassed: Bool
    var steps: [ExplainedStep]
    /// Tables that are not known here and that the answer depends on; then nothing has passed.
    var unknownTables: [UnknownTable] = []

    /// Asks the mail system.
    init(_ test: RoutingTest, _ explainer: inout Explainer) {
        self.test = test
        if case .rewritten(let wanted) = test.expectation {
            steps = []
            do throws(RoutingFailure) {
                let answer = try explainer.rewritten(Array(test.address.utf8), client: test.client)
                let text = String(decoding: answer.text, as: UTF8.self)
                unknownTables = answer.unknownTables
                (actual, isPassed) = ("-> \(text)", text == wanted && unknownTables.isEmpty)
            } catch {
                (actual, isPassed) = ("reject \(error.reply)", false)
            }
            return
        }
        let explanation = explainer.explain(Array(test.address.utf8), test.question)
        steps = explanation.steps
        unknownTables = explanation.unknownTables
        actual = Self.text(explanation, test.expectation)
        isPassed = unknownTables.isEmpty && Self.agrees(explanation, test.expectation)
    }

    private static func refusal(_ explanation: Explanation) -> RoutingReply? {
        if let error = explanation.error { return error }
        let errors = explanation.recipients.map(\.error)
        guard errors.allSatisfy({ $0 != nil }) else { return nil }
        return errors.first ?? nil
    }

    private static func agrees(_ explanation: Explanation, _ wanted: RoutingTest.Expectation) -> Bool {
        let refusal = refusal(explanation)
        switch wanted {
        case .rewritten: return false
        case .accept: return refusal == nil
        case .reject(let code, let dsn):
            guard let refusal else { return false }
            return (code ?? refusal.code) == refusal.code
                && (dsn ?? refusal.enhancedCode) == refusal.enhancedCode
        case .recipients(let items):
            return explanation.error == nil && agrees(explanation.recipients, items)
        }
    }

    /// Each recipient has its item and the other way round; items without a recipient are for all.
    private static func agrees(_ recipients: [Explanation.Recipient], _ items: [RoutingTest.Item]) -> Bool {
        guard !recipients.isEmpty else { return false }
        var rest = recipients
        for item in items {
            guard let wanted = item.recipient else {
                guard recipients.allSatisfy({ agrees($0, item) }) else { return false }
                continue
            }
            let index = rest.firstIndex { $0.address.lowercased() == wanted.lowercased() && agrees($0, item) }
            guard let index else { return false }
            rest.remove(at: index)
        }
        return items.contains { $0.recipient == nil } || rest.isEmpty
    }

    private static func agrees(_ recipient: Explanation.Recipient, _ item: RoutingTest.Item) -> Bool {
        guard let transport = item.transport else { return true }
        return recipient.transport == transport && (item.nextHop.isEmpty || recipient.nextHop == item.nextHop)
    }

    private static func text(_ explanation: Explanation, _ wanted: RoutingTest.Expectation) -> String {
        if let refusal = refusal(explanation) { return "reject \(refusal)" }
        if case .reject = wanted { return "accept" }
        return explanation.recipients.map { recipient in
            "\(recipient.address) \(recipient.transport ?? "?"):\(recipient.nextHop ?? "")"
        }.joined(separator: ", ")
    }
}
