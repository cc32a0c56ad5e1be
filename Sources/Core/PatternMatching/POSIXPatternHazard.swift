import ByteScanning

/// Whether the C library may never come back from matching a pattern.
///
/// Found by running some 400,000 random patterns: the GNU library (2.36) loops for ever, or recurses until
/// the stack ends, when it repeats
///
/// - what is empty or mere position, as in `(|a)+`, `()*` and `(^)*`;
/// - a group that holds a position and may be empty, or holds a repetition of what may be empty, as in
///   `((a?)|^b)+` and `((a?)+^b)+`;
/// - a back reference to a group that may be empty, as in `(a*)(\1)+`;
///
/// It takes exponential time to compile repetitions of what may be empty behind an assertion, as in `^a?+b?+c?+...`,
/// and more so the more of them are stacked, as in `^a??++++`; and when repetitions are nested deeply, as in `a??????+++++`, its time grows with a power of the depth. It
/// bears what is empty because everything in it is optional, as in `(a*b?)*`. Nothing can stop a match, so
/// such patterns are refused.
struct POSIXPatternHazard {
    /// What is known of a part of the pattern.
    private struct Facts {
        /// May match the empty text.
        var isNullable = false
        /// May do so without anything in it being optional.
        var isBare = false
        /// Refers to a group that may be empty.
        var refersToNullable = false
        /// Holds an assertion.
        var hasPosition = false
        /// Holds a repetition of what may be empty.
        var repeatsNullable = false
        /// How deep repetitions are nested, and those that may come more than once.
        var depth = 0
        var manyDepth = 0
        /// What repetitions of what may be empty cost to compile: the time doubles with each unit.
        var weight = 0.0
        /// What the first of them will weigh.
        var nextWeight = 1.0

        mutating func takeContents(of part: Facts) {
            refersToNullable = refersToNullable || part.refersToNullable
            hasPosition = hasPosition || part.hasPosition
            repeatsNullable = repeatsNullable || part.repeatsNullable
            depth = max(depth, part.depth)
            manyDepth = max(manyDepth, part.manyDepth)
            weight += part.weight
        }

        /// Whether the library cannot be trusted with a repetition of this.
        var mustNotRepeat: Bool {
            isBare || refersToNullable || hasPosition && (isNullable || repeatsNullable)
                || manyDepth > 0 && depth >= POSIXPatternHazard.deepest
        }
    }

    /// The deepest that repetitions may be nested when two of them may come more than once.
    private static let deepest = 8
    /// The most that a pattern may weigh: some hundredths of a second.
    private static let heaviest = 12.0

    private var tokens: POSIXPatternTokens
    private var next: POSIXPatternTokens.Token?
    /// Whether each group may be empty, from group 1 on; a group that is still open may.
    private var groups: [Bool] = []
    private(set) var isHazardous = false

    /// - Parameter pattern: Its groups are not nested deeper than `POSIXPatternSize` allows.
    init(of pattern: [UInt8], isExtended: Bool) {
        tokens = POSIXPatternTokens(pattern, isExtended: isExtended)
        next = tokens.next()
        var weight = 0.0
        while next != nil {
            weight += readAlternatives().weight
            // What is left begins with a parenthesis that closes nothing.
            advance()
        }
        isHazardous = isHazardous || weight > Self.heaviest
    }

    private mutating func advance() { next = tokens.next() }

    private mutating func readAlternatives() -> Facts {
        var all = readBranch()
        while next == .alternative {
            advance()
            let branch = readBranch()
            all.isNullable = all.isNullable || branch.isNullable
            all.isBare = all.isBare || branch.isBare
            all.takeContents(of: branch)
        }
        return all
    }

    private mutating func readBranch() -> Facts {
        var branch = Facts(isNullable: true, isBare: false)
        var isEmpty = true
        var hasBarePiece = false
        while let token = next, token != .alternative, token != .close {
            advance()
            let piece = readPiece(token)
            isEmpty = false
            branch.isNullable = branch.isNullable && piece.isNullable
            branch.takeContents(of: piece)
            hasBarePiece = hasBarePiece || piece.isBare
        }
        branch.isBare = branch.isNullable && (isEmpty || hasBarePiece)
        return branch
    }

    private mutating func readPiece(_ token: POSIXPatternTokens.Token) -> Facts {
        var piece = readAtom(token)
        while case .repetition(let isOptional, let isMany) = next {
            advance()
            if isMany {
                isHazardous = isHazardous || piece.mustNotRepeat
                piece.repeatsNullable = piece.repeatsNullable || piece.isNullable
                piece.manyDepth += 1
            }
            if piece.isNullable { Self.weigh(&piece, isLoop: isMany && !isOptional) }
            piece.depth += 1
            piece.isNullable = piece.isNullable || isOptional
        }
        return piece
    }

    /// Measured: stacking `+` squares what was, stacking `?` or `*` does half of that.
    private static func weigh(_ piece: inout Facts, isLoop: Bool) {
        if isLoop {
            piece.weight = piece.weight == 0 ? piece.nextWeight : piece.weight * 2.2
        } else {
            piece.weight *= 1.5
            piece.nextWeight *= 1.4
        }
    }

    private mutating func readAtom(_ token: POSIXPatternTokens.Token) -> Facts {
        switch token {
        case .assertion: return Facts(isNullable: true, isBare: true, hasPosition: true)
        case .reference(let group):
            let isNullable = group > groups.count || groups[group - 1]
            return Facts(isNullable: isNullable, refersToNullable: isNullable)
        case .open:
            let number = groups.count
            groups.append(true)
            let inside = readAlternatives()
            if next == .close { advance() }
            groups[number] = inside.isNullable
            return inside
        case .text, .repetition, .alternative, .close: return Facts()
        }
    }
}
