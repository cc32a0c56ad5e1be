import ByteScanning
import GenerationFormat
import ParameterCatalogue
import PosixSupport

/// The typed configuration of all programs, or of one service: `configuration[.qmqpdTimeout]`.
///
/// Values lie in the mapped root of the generation; reading one allocates what the value itself needs and nothing for
/// the others.
public struct Configuration: Sendable {
    private let global: Layer
    private let service: Layer?

    /// The parameters of one scope.
    fileprivate struct Layer: Sendable {
        let storage: ImageStorage
        let image: ScopeImage

        init(_ storage: ImageStorage, of path: String) throws(GenerationFailure) {
            self.storage = storage
            do throws(ScopeImage.Malformed) {
                image = try storage.withBytes { (bytes) throws(ScopeImage.Malformed) in
                    try ScopeImage(validating: bytes)
                }
            } catch {
                throw GenerationFailure("\(path) is damaged: the configuration: \(error)")
            }
        }

        func value<Value: ParameterValue>(_ name: Span<UInt8>) -> Value? {
            storage.withBytes { bytes in
                image.entry(named: name, in: bytes).flatMap { Value(encoded: bytes.extracting($0.value)) }
            }
        }
    }

    /// Checks all values, and that every parameter of this program's catalogue is there with its type.
    init(global: ImageStorage, service: ImageStorage?, path: String) throws(GenerationFailure) {
        self.global = try Layer(global, of: path)
        self.service = try service.map { (storage) throws(GenerationFailure) in try Layer(storage, of: path) }
        try checkCatalogue(path)
    }

    /// The value of a parameter.
    public subscript<Value: ParameterValue>(_ key: Parameter<Value>) -> Value {
        guard let value: Value = value(key.name) else {
            // `init` has found every parameter with its type in the global layer.
            preconditionFailure("\(key.name) is not in the configuration")
        }
        return value
    }

    /// The value that a transport has under its own name.
    ///
    /// - Parameters:
    ///   - key: one of the parameters of transports.
    ///   - transport: the name of the service.
    /// - Returns: `nil` when master.cf has no such transport.
    public subscript<Value: ParameterValue>(_ key: Parameter<Value>, transport: String) -> Value? {
        value(transport + key.name.dropFirst("transport".count))
    }

    /// The value of a parameter that an administrator made up, or that is known only when the program runs.
    public func text(named name: String) -> String? { value(name) }

    /// Where a value comes from: its origin, and the line of main.cf or master.cf.
    public func origin(of name: String) -> (origin: ValueOrigin, line: Int)? {
        let wanted = Array(name.utf8)
        for layer in [service, global].compactMap(\.self) {
            let found = layer.storage.withBytes { bytes in layer.image.entry(named: wanted.span, in: bytes) }
            if let found { return (found.origin, found.line) }
        }
        return nil
    }

    private func value<Value: ParameterValue>(_ name: String) -> Value? {
        let wanted = Array(name.utf8)
        return service?.value(wanted.span) ?? global.value(wanted.span)
    }

    private func checkCatalogue(_ path: String) throws(GenerationFailure) {
        guard let name = global.firstMissing() ?? service?.firstMistyped() else { return }
        throw GenerationFailure(
            "\(path) was made by another version of this program (parameter \(name)); run \"postroom build\"")
    }
}

extension Configuration.Layer {
    /// The first parameter of the catalogue that is not here with its type. Both are sorted.
    fileprivate func firstMissing() -> String? {
        storage.withBytes { bytes in
            var number = 0
            next: for definition in ParameterCatalogue.all where definition.lifecycle.isBuiltIn {
                while let entry = image.entry(number, in: bytes) {
                    number += 1
                    guard definition.name.utf8.elementsEqual(bytes.bytes(entry.name)) else { continue }
                    guard entry.type == ValueType(definition.type) else { return definition.name }
                    continue next
                }
                return definition.name
            }
            return nil
        }
    }

    /// The first parameter here that the catalogue has with another type.
    fileprivate func firstMistyped() -> String? {
        storage.withBytes { bytes in
            for number in 0..<image.count {
                guard let entry = image.entry(number, in: bytes) else { continue }
                let name = String(decoding: bytes.bytes(entry.name), as: UTF8.self)
                guard let definition = ParameterCatalogue.definition(of: name) else { continue }
                guard entry.type == ValueType(definition.type) else { return name }
            }
            return nil
        }
    }
}
