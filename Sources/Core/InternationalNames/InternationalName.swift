import ByteScanning
import CICU

/// Domain names with letters outside ASCII (UTS 46), as ICU turns them into ASCII for Postfix too.
///
/// The library is opened when the first such name comes, so that programs start without it.
public enum InternationalName {
    /// What becomes of the letters that IDNA 2003 and IDNA 2008 see differently, such as the German sharp s.
    public enum Processing: Sendable {
        /// They are themselves (IDNA 2008).
        case nontransitional
        /// They are replaced (`enable_idna2003_compatibility`).
        case transitional
    }

    public enum Failure: Error, Sendable, Equatable {
        /// It is no domain name.
        case invalid
        /// The library is not installed.
        case missing(library: String)
    }

    /// Far more than a domain name has; ICU's own limit is less.
    private static let capacity = 1024

    /// The name in ASCII; what is ASCII already stays as it is.
    public static func ascii(
        _ name: Span<UInt8>, _ processing: Processing = .nontransitional
    ) throws(Failure) -> [UInt8] {
        guard !name.isASCII else { return unsafe name.withUnsafeBufferPointer { unsafe Array($0) } }
        guard isValidUTF8(name) else { throw .invalid }
        var status: Int32 = 0
        // SAFETY: both buffers live until the call returns, which writes no more than the capacity.
        let ascii = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { output, count in
            status = unsafe name.withUnsafeBufferPointer { input in
                unsafe postroom_domain_to_ascii(
                    input.baseAddress, input.count, processing == .transitional ? 1 : 0, output.baseAddress,
                    output.count)
            }
            count = max(0, Int(status))
        }
        if status == POSTROOM_ICU_MISSING {
            throw .missing(library: unsafe String(cString: postroom_icu_library()))
        }
        guard status > 0 else { throw .invalid }
        return ascii
    }
}
